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
import {asideIn} from './asides.ts'
import {Parser, stateOf, tagHashes} from './parser.ts'
import {sentenceStarts} from './sentences.ts'
import {repairTags} from './tag-repairs.ts'
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

  function addSentence(
    text: string,
    passage: Passage,
    index: number,
    words: readonly Span[],
    tokens: Token[],
    sentences: Sentence[]
  ) {
    const first = tokens.length
    const parsed = parsedLanguages.has(passage.language) && passage.kind !== 'boilerplate'
    const forms = words.map(({from, to}) => text.slice(from, to))
    // A Headline Set Like This would be read as one long name.
    const read =
      passage.kind === 'title' && isTitleCase(forms) ? forms.map(form => form.toLowerCase()) : forms
    const analysed = parsed ? analyse(read) : null
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

  /** Tags and tree of a sentence; an aside is read by itself, for it would break the sentence around it. */
  function analyse(forms: readonly string[]): Analysis {
    const tags = tagger.tag(forms)
    repairTags(forms, tags, tagger.tags)
    const aside = asideIn(
      forms,
      Array.from(tags, tag => tagger.tags[tag]!.split('|')[0]!)
    )
    if (!aside) return {tags: Array.from(tags, tag => tagger.tags[tag]!), ...parse(forms, tags)}
    const {open, close} = aside
    const outerForms = [...forms.slice(0, open), ...forms.slice(close + 1)]
    const outerTags = Int32Array.from([...tags.slice(0, open), ...tags.slice(close + 1)])
    repairTags(outerForms, outerTags, tagger.tags)
    const outer = parse(outerForms, outerTags)
    const names = Array.from(
      [...outerTags.slice(0, open), ...tags.slice(open, close + 1), ...outerTags.slice(open)],
      tag => tagger.tags[tag]!
    )
    const inner = parse(forms.slice(open + 1, close), tags.slice(open + 1, close))
    const gap = close + 1 - open
    const moved = (head: number) => (head > open ? head + gap : head)
    return {
      tags: names,
      heads: [
        ...outer.heads.slice(0, open).map(moved),
        open,
        ...inner.heads.map(head => (head === 0 ? open : head + open + 1)),
        open,
        ...outer.heads.slice(open).map(moved)
      ],
      labels: [
        ...outer.labels.slice(0, open),
        'punct',
        ...inner.labels.map((label, i) => (inner.heads[i] === 0 ? 'appos' : label)),
        'punct',
        ...outer.labels.slice(open)
      ]
    }
  }

  function parse(forms: readonly string[], tags: ArrayLike<number>): Omit<Analysis, 'tags'> {
    const words = forms.map(form => tagger.forms.of(form))
    const {heads, labels} = parser.parse(stateOf(words, tags, hashes))
    return {heads: [...heads], labels: [...labels]}
  }
}

/** Whether nearly all words of some length have a capital. */
function isTitleCase(forms: readonly string[]): boolean {
  const words = forms.filter(form => /^\p{L}{4,}/u.test(form))
  return words.length >= 3 && words.filter(form => /^\p{Lu}/u.test(form)).length >= words.length * 0.8
}

/** Per word: tag, number of its head counted from 1 (0 is the root), relation. */
interface Analysis {
  readonly tags: readonly string[]
  readonly heads: readonly number[]
  readonly labels: readonly string[]
}
