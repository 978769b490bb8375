/** Reads corpora of named entities, each as texts of sentences with one label a word, tagged by the tagger. */
import {readFileSync} from 'node:fs'
import {sentenceStarts} from '../src/annotate/sentences.ts'
import {tokenize} from '../src/annotate/tokens.ts'

export interface LabelledSentence {
  readonly forms: readonly string[]
  readonly labels: readonly string[]
}
export interface LabelledText {
  readonly id: string
  readonly corpus: string
  readonly sentences: readonly LabelledSentence[]
}

const jsonLines = <Row>(path: string): Row[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)

/** Universal NER: one word a line with its label in the third column; texts begin at "# newdoc". */
export function readIob2(path: string): LabelledText[] {
  const texts: {id: string; corpus: string; sentences: LabelledSentence[]}[] = []
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const newText = /^# newdoc id = (.*)$/m.exec(block)
    if (newText || texts.length === 0) texts.push({id: newText?.[1] ?? path, corpus: 'uner', sentences: []})
    const rows = block
      .split('\n')
      .filter(line => /^\d+\t/.test(line))
      .map(line => line.split('\t'))
    if (rows.length)
      texts.at(-1)!.sentences.push({forms: rows.map(row => row[1]!), labels: rows.map(row => row[2]!)})
  }
  return texts
}

const openTypes: Readonly<Record<string, string>> = {
  PER: 'PER',
  LOC: 'LOC',
  ORG: 'ORG',
  MISC: 'MISC',
  person: 'PER',
  location: 'LOC',
  corporation: 'ORG',
  group: 'ORG',
  product: 'MISC',
  'creative-work': 'MISC'
}

/** `ner_open`: wikigold and WNUT 17, a sentence a line; consecutive lines count as one text of at most 20 sentences. */
export function readOpen(path: string): LabelledText[] {
  const rows = jsonLines<{tokens: string[]; tags: string[]; corpus: string}>(path).filter(
    ({corpus}) => corpus !== 'uner-ewt'
  )
  const texts: LabelledText[] = []
  for (const corpus of ['wikigold', 'wnut17']) {
    const sentences = rows
      .filter(row => row.corpus === corpus)
      .map(({tokens, tags}) => ({
        forms: tokens,
        labels: tags.map(tag => (tag === 'O' ? 'O' : `${tag.slice(0, 2)}${openTypes[tag.slice(2)]}`))
      }))
    const length = corpus === 'wikigold' ? 20 : 1
    for (let i = 0; i < sentences.length; i += length)
      texts.push({id: `${corpus}-${i}`, corpus, sentences: sentences.slice(i, i + length)})
  }
  return texts
}

const gumTypes: Readonly<Record<string, string>> = {person: 'PER', place: 'LOC', organization: 'ORG'}

/** GUM: entities that are written like names, without the lower-case words before and behind the name. */
export function readGum(path: string): LabelledText[] {
  interface Row {
    id: string
    tokens: string[]
    sentence_starts: number[]
    entities: {start: number; end: number; type: string}[]
  }
  return jsonLines<Row>(path).map(({id, tokens, sentence_starts: starts, entities}) => {
    const labels = tokens.map(() => 'O')
    const isCapital = (i: number) => /^\p{Lu}/u.test(tokens[i]!)
    for (const {start, end, type} of entities.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
      let from = start
      let to = end
      while (from < to && !isCapital(from)) from++
      while (to > from && !isCapital(to - 1)) to--
      const isName =
        to > from &&
        tokens
          .slice(from, to)
          .every((word, k) => isCapital(from + k) || /^(?:of|the|for|and|al|-|&|de|bin)$/.test(word)) &&
        labels.slice(from, to).every(label => label === 'O')
      if (
        !gumTypes[type] ||
        !isName ||
        /^(?:I|We|He|She|They|It|You|My|Our|His|Her|Their|The)$/.test(tokens[from]!)
      )
        continue
      for (let i = from; i < to; i++) labels[i] = `${i === from ? 'B' : 'I'}-${gumTypes[type]}`
    }
    return {
      id,
      corpus: 'gum',
      sentences: starts.map((start, k) => ({
        forms: tokens.slice(start, starts[k + 1] ?? tokens.length),
        labels: labels.slice(start, starts[k + 1] ?? tokens.length)
      }))
    }
  })
}

const reportTypes: Readonly<Record<string, string>> = {
  Person: 'PER',
  Organisation: 'ORG',
  Location: 'LOC',
  Nationality: 'NAT',
  Weapon: 'WEA',
  Quantity: 'QUA',
  Temporal: 'TIM',
  Vehicle: 'VEH',
  MilitaryPlatform: 'PLA',
  Money: 'MON'
}

export interface ReportText extends LabelledText {
  readonly text: string
  /** Offsets of each word of each sentence. */
  readonly spans: readonly (readonly {from: number; to: number}[])[]
  readonly entities: readonly {from: number; to: number; type: string}[]
}

/** re3d, without the BBC's texts: their licence forbids weights that anybody may use. */
export function readReports(
  path: string,
  abbreviations: ReadonlySet<string>,
  neverEnd: ReadonlySet<string>
): ReportText[] {
  interface Row {
    id: string
    source: string
    text: string
    entities: {start: number; end: number; type: string}[]
  }
  return jsonLines<Row>(path)
    .filter(({source}) => !source.startsWith('BBC'))
    .map(({id, text, entities}) => {
      const words = tokenize(text, {from: 0, to: text.length}, abbreviations)
      const labels = words.map(() => 'O')
      const gold = entities
        .filter(({type}) => reportTypes[type])
        .map(({start, end, type}) => ({from: start, to: end, type: reportTypes[type]!}))
      for (const {from, to, type} of gold.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
        const inside = [...words.keys()].filter(i => words[i]!.from < to && from < words[i]!.to)
        if (inside.length === 0 || inside.some(i => labels[i] !== 'O')) continue
        for (const [k, i] of inside.entries()) labels[i] = `${k ? 'I' : 'B'}-${type}`
      }
      const starts = sentenceStarts(text, words, neverEnd)
      const spans = starts.map((start, k) => words.slice(start, starts[k + 1] ?? words.length))
      let at = 0
      return {
        id,
        corpus: 're3d',
        text,
        spans,
        entities: gold,
        sentences: spans.map(row => ({
          forms: row.map(({from, to}) => text.slice(from, to)),
          labels: labels.slice(at, (at += row.length))
        }))
      }
    })
}
