/**
 * Sentences, tokens, tags and dependency trees of a report.
 *
 * Every passage is split; only English ones are tagged and parsed for now. A
 * sentence never runs across passages.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {lemmatizer} from '../languages/en/lemmas.ts'
import type {Passage} from '../model/contract.ts'
import type {Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Sentence, Syntax, type Token} from '../model/syntax.ts'
import {repairPastTense} from './past-tense.ts'
import {Parser, stateOf, tagHashes} from './parser.ts'
import {sentenceStarts} from './sentences.ts'
import {Tagger} from './tagger.ts'
import {tokenize} from './tokens.ts'

const parsedLanguages = new Set(['en'])

export const syntax = ({codebook, models}: Knowledge) => {
  const abbreviations = codebook.table('lexicons/en/abbreviations.csv', ['id', 'form', 'ends'])
  const keepStop = new Set(abbreviations.map(({form}) => form))
  const neverEnd = new Set(abbreviations.filter(({ends}) => ends === 'never').map(({form}) => form))
  const lemmaOf = lemmatizer(
    codebook.table('lexicons/en/irregular-forms.csv', ['form', 'tag', 'lemma']),
    word => models.tagger.dictionary.classes.has(word)
  )
  const wordTags = codebook.table('lexicons/en/word-tags.csv', ['form', 'tag'])
  const tagger = new Tagger(models.tagger, new Map(wordTags.map(({form, tag}) => [form, tag])))
  const parser = new Parser(models.parser)
  const hashes = tagHashes(tagger.tags)

  return stage({
    name: 'syntax',
    needs: ['passages'],
    adds: ['syntax'],
    run({text, passages}) {
      const tokens: Token[] = []
      const sentences: Sentence[] = []
      for (const [index, passage] of passages.entries()) {
        const spans = tokenize(text, passage, keepStop)
        const starts = sentenceStarts(text, spans, neverEnd)
        for (const [n, start] of starts.entries()) {
          const words = spans.slice(start, starts[n + 1] ?? spans.length)
          addSentence(text, passage, index, words, tokens, sentences)
        }
      }
      return {syntax: new Syntax(tokens, sentences)}
    }
  })

  function addSentence(text: string, passage: Passage, index: number, words: readonly Span[], tokens: Token[], sentences: Sentence[]) {
    const first = tokens.length
    const parsed = parsedLanguages.has(passage.language) && passage.kind !== 'boilerplate'
    const forms = words.map(({from, to}) => text.slice(from, to))
    const analysed = parsed ? analyse(forms) : null
    for (const [i, span] of words.entries()) {
      const form = forms[i]!
      const lower = form.toLowerCase()
      const [xpos, upos] = analysed ? analysed.tags[i]!.split('|') : ['X', 'X']
      const head = analysed ? analysed.heads[i]! : 0
      tokens.push({
        ...span,
        index: first + i,
        sentence: sentences.length,
        text: form,
        lower,
        lemma: analysed ? lemmaOf(form, xpos!) : lower,
        upos: upos!,
        xpos: xpos!,
        head: head === 0 ? -1 : first + head - 1,
        relation: analysed ? analysed.labels[i]! : 'dep'
      })
    }
    sentences.push({
      from: words[0]!.from,
      to: words.at(-1)!.to,
      index: sentences.length,
      passage: index,
      language: passage.language,
      first,
      end: tokens.length,
      parsed
    })
  }

  /** Tags and tree of a sentence; what stands between two dashes is read by itself, for it would break the sentence around it. */
  function analyse(forms: readonly string[]): Analysis {
    const aside = asideIn(forms)
    if (!aside) return analyseRow(forms)
    const [open, close] = aside
    const outer = analyseRow([...forms.slice(0, open), ...forms.slice(close + 1)])
    const inner = analyseRow(forms.slice(open + 1, close))
    const gap = close + 1 - open
    const place = (head: number) => (head > open ? head + gap : head)
    const dashTag = tagger.tags.find(tag => tag.startsWith(':|') || tag === ',|PUNCT')!
    const innerHeads = Array.from(inner.heads, head => (head === 0 ? open : head + open + 1))
    const innerLabels = inner.labels.map((label, i) => (inner.heads[i] === 0 ? 'appos' : label))
    return {
      tags: [...outer.tags.slice(0, open), dashTag, ...inner.tags, dashTag, ...outer.tags.slice(open)],
      heads: [...outer.heads.slice(0, open).map(place), open, ...innerHeads, open, ...outer.heads.slice(open).map(place)],
      labels: [...outer.labels.slice(0, open), 'punct', ...innerLabels, 'punct', ...outer.labels.slice(open)]
    }
  }

  function analyseRow(forms: readonly string[]): Analysis {
    const tags = tagger.tag(forms)
    repairPastTense(forms, tags, tagger.tags)
    const words = forms.map(form => tagger.forms.of(form))
    const {heads, labels} = parser.parse(stateOf(words, tags, hashes))
    return {tags: Array.from(tags, tag => tagger.tags[tag]!), heads: [...heads], labels: [...labels]}
  }
}

/** Per word: tag, number of its head counted from 1 (0 is the root), relation. */
interface Analysis {
  readonly tags: readonly string[]
  readonly heads: readonly number[]
  readonly labels: readonly string[]
}

const dashes = new Set(['--', '—', '–'])
const longestAside = 40

/** The two dashes around an aside that has a noun before it and a sentence going on behind it. */
function asideIn(forms: readonly string[]): [number, number] | null {
  const open = forms.findIndex((form, i) => i > 0 && dashes.has(form))
  if (open < 1) return null
  const close = forms.findIndex((form, i) => i > open + 2 && dashes.has(form))
  return close > 0 && close - open <= longestAside && close < forms.length - 2 ? [open, close] : null
}
