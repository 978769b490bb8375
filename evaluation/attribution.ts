/**
 * Suite `attribution`: who is credited with which words, from the raw text. Splits: polnear-NAME (DIR/polnear/NAME.jsonl), gum-NAME.
 *
 * polnear: spans of sources, cues and contents, each piece by itself, marks at the ends aside. Exact: same ends.
 * Overlap: shares a character with one of the other side. `linked`: attributions whose source and content
 * both overlap those of one attribution of the other side.
 * gum: pairs of the clause that credits and the head clause of what it credits. A found one is right when its cue
 * or source stands in the first and its content shares words with the second; each counts once.
 */

import {fileURLToPath} from 'node:url'
import {wordFormsOf} from '../src/annotate/word-forms.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {matrices} from '../src/codebook/models.ts'
import type {SpeechFrame} from '../src/model/layers.ts'
import {overlaps, type Span} from '../src/model/span.ts'
import {type AnnotatedReport, createPipeline} from '../src/pipeline.ts'
import {
  type ClausePair,
  type ClauseText,
  type CreditedSpans,
  type CreditedText,
  readClauses,
  readMarked,
  readPolnear,
  withoutMarks
} from '../training/attribution-corpora.ts'
import {type CreditReader, trainCredits} from '../training/credits.ts'
import {score} from './measures.ts'
import {Overlap} from './overlap.ts'
import type {Suite} from './suite.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const parts = ['source', 'cue', 'content'] as const

export const attribution: Suite = {
  run({knowledge, data, splits, train, log}) {
    const pipeline = createPipeline(knowledge)
    const annotate = ({id, text}: {id: string; text: string}) =>
      pipeline({id, sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
    const learnt = train ? learnFrom(train, data, knowledge, annotate, log) : null
    const credits = (report: AnnotatedReport) =>
      learnt ? learnt(report) : report.speech.map(frame => spansOf(report.text, frame))
    const read: Read = text => credits(annotate(text))
    const readClausal: Read = text => {
      const report = annotate(text)
      return credits(report).filter(credit => isClausal(report, credit))
    }
    const predictions: string[] = []
    const figures = splits.map(split => {
      const [folder, name] = split.split('-')
      const path = `${data}/${folder}/${name}.jsonl`
      if (folder === 'polnear') return [split, spanFigures(readPolnear(path), read, predictions)]
      if (folder === 'gum') return [split, clauseFigures(readClauses(path), readClausal, predictions)]
      throw new Error(`No split "${split}"; names begin with polnear- or gum-`)
    })
    log(`${predictions.length} texts read`)
    return {figures: Object.fromEntries(figures), predictions}
  }
}

interface Text {
  readonly id: string
  readonly text: string
}
type Read = (text: Text) => CreditedSpans[]

const learningMegabytes = 2048

/** Whether it may be a pair of clauses: it has a cue, and the head of what it credits is a verb or has a subject. */
function isClausal({syntax}: AnnotatedReport, {cue, content}: CreditedSpans): boolean {
  const headsClause = (span: Span) => {
    const head = syntax.headOf(span)
    return (
      head !== undefined && (head.upos === 'VERB' || syntax.child(head, 'nsubj', 'nsubj:pass') !== undefined)
    )
  }
  return cue.length > 0 && content.some(headsClause)
}

/** What may be learnt from by anybody: our own sentences, and of gum what the rules find where its clauses say the same. */
function openTexts(data: string, annotate: (text: Text) => AnnotatedReport): CreditedText[] {
  const gum = readClauses(`${data}/gum/train.jsonl`).map(clauses => {
    const {id, text, pairs} = clauses
    const credits = annotate(clauses).speech.map(frame => spansOf(text, frame))
    const attributions = credits.filter(credit => pairs.some(pair => isPair(credit, pair)))
    return {id, text, attributions}
  })
  return [...readMarked(`${root}training/attribution-sentences.txt`), ...gum]
}

function isPair({source, cue, content}: CreditedSpans, pair: ClausePair): boolean {
  return (
    [...cue, ...source].some(span => overlaps(pair.cue, span)) &&
    content.some(span => overlaps(span, pair.content))
  )
}

/** A reader trained on one split, or on "open" data. */
function learnFrom(
  split: string,
  data: string,
  {codebook, models}: Knowledge,
  annotate: (text: Text) => AnnotatedReport,
  log: (line: string) => void
): CreditReader {
  const texts =
    split === 'open' ? openTexts(data, annotate) : readPolnear(`${data}/${split.replace('-', '/')}.jsonl`)
  return trainCredits(
    texts.values().map(credited => ({...annotate(credited), attributions: credited.attributions})),
    {
      forms: wordFormsOf(models.groups),
      uses: new Map(
        codebook
          .table('lexicons/en/attribution-cues.csv', ['id', 'form', 'part', 'use', 'certainty', 'polarity'])
          .map(({form, use}) => [form.split(' ')[0]!, use])
      ),
      memory: matrices(root, learningMegabytes),
      log
    }
  )
}

/** The spans of a frame as they are compared. */
export function spansOf(text: string, {source, cue, content}: SpeechFrame): CreditedSpans {
  const plain = (spans: readonly Span[]) => spans.flatMap(span => withoutMarks(text, span) ?? [])
  return {source: plain(source ? [source] : []), cue: plain([cue]), content: plain(content)}
}

function spanFigures(texts: readonly CreditedText[], read: Read, predictions: string[]) {
  const tallies = parts.map(() => ({right: 0, found: 0, gold: 0, overlap: new Overlap()}))
  const linked = {right: 0, found: 0, gold: 0, met: 0}
  for (const credited of texts) {
    const found = read(credited)
    const gold = credited.attributions
    for (const [i, part] of parts.entries()) {
      const [ours, theirs] = [distinct(found, part), distinct(gold, part)]
      const tally = tallies[i]!
      tally.found += ours.size
      tally.gold += theirs.size
      tally.right += [...ours.keys()].filter(key => theirs.has(key)).length
      tally.overlap.add([...ours.values()], [...theirs.values()])
    }
    const [whole, wanted] = [found, gold].map(list =>
      list.filter(one => one.source.length && one.content.length)
    )
    linked.found += whole!.length
    linked.gold += wanted!.length
    linked.right += whole!.filter(one => wanted!.some(other => isSame(one, other))).length
    linked.met += wanted!.filter(one => whole!.some(other => isSame(one, other))).length
    predictions.push(JSON.stringify({id: credited.id, attributions: found}))
  }
  const figures = parts.map((part, i) => {
    const {right, found, gold, overlap} = tallies[i]!
    return [part, {exact: score(right, found, gold), overlap: overlap.figure}]
  })
  return {
    ...Object.fromEntries(figures),
    linked: score(linked.right, linked.found, linked.gold, linked.met)
  }
}

function distinct(list: readonly CreditedSpans[], part: (typeof parts)[number]): Map<string, Span> {
  return new Map(list.flatMap(one => one[part].map(span => [`${span.from}-${span.to}`, span] as const)))
}

function isSame(a: CreditedSpans, b: CreditedSpans): boolean {
  const meet = (one: readonly Span[], other: readonly Span[]) =>
    one.some(span => other.some(met => overlaps(span, met)))
  return meet(a.source, b.source) && meet(a.content, b.content)
}

function clauseFigures(texts: readonly ClauseText[], read: Read, predictions: string[]) {
  const tallies = new Map<string, {right: number; found: number; gold: number}>()
  for (const clauses of texts) {
    const {id, genre, text, pairs} = clauses
    const frames = read(clauses)
    const left = [...pairs]
    const right = frames.filter(credit => {
      const at = left.findIndex(pair => isPair(credit, pair))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
    for (const key of ['all', genre]) {
      const tally = tallies.get(key) ?? {right: 0, found: 0, gold: 0}
      tallies.set(key, tally)
      tally.right += right.length
      tally.found += frames.length
      tally.gold += pairs.length
    }
    const words = (span: Span) => text.slice(span.from, span.to)
    predictions.push(
      JSON.stringify({
        id,
        right: right.length,
        wrong: frames
          .filter(frame => !right.includes(frame))
          .map(({source, cue, content}) => [source, cue, content].map(part => part.map(words))),
        missed: left.map(({cue, content}) => [words(cue), words(content)])
      })
    )
  }
  return {
    pairs: Object.fromEntries(
      [...tallies].map(([key, {right, found, gold}]) => [key, {...score(right, found, gold), gold}])
    )
  }
}
