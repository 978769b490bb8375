/**
 * Sentences, tokens, tags and dependency trees of a report, and the labels of names that come with them.
 *
 * Every passage is split; only English ones are tagged and parsed for now. A
 * sentence never runs across passages.
 */

import {internal, KeptStrings} from '../algorithms/kept-strings.ts'
import {startsUpper} from '../algorithms/letters.ts'
import {lowerForm} from '../algorithms/lower-forms.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Sentence, Syntax, type Token} from '../model/syntax.ts'
import {abbreviationsOf} from './abbreviations.ts'
import {type Analysis, analyser} from './analysis.ts'
import {lemmatizerOf} from './lemmatizer.ts'
import {sentenceStarts} from './sentences.ts'
import {sentencesToRead} from './sentences-to-read.ts'
import {tokenize} from './tokens.ts'

const parsedLanguages = new Set(['en'])

/** `onlyTelling`: read only the sentences of `sentences-to-read.ts`; the others keep their words, unparsed. */
export const syntax = (knowledge: Knowledge, onlyTelling = false) => {
  const {codebook} = knowledge
  const {keepStop, neverEnd} = abbreviationsOf(codebook)
  const lemmaOf = lemmatizerOf(knowledge)
  const analyse = analyser(knowledge)
  const worthReading = onlyTelling ? sentencesToRead(knowledge) : null
  const words = new KeptStrings()

  return stage({
    name: 'syntax',
    needs: ['passages'],
    adds: ['syntax', 'labels'],
    run({text, passages}) {
      const split = passages.flatMap((passage, index) => {
        const tokens = tokenize(text, passage, keepStop)
        const starts = sentenceStarts(text, tokens, neverEnd)
        const isRead = parsedLanguages.has(passage.language) && passage.kind !== 'boilerplate'
        const split = starts.map((start, n) => {
          const spans = tokens.slice(start, starts[n + 1] ?? tokens.length)
          return {spans, forms: spans.map(({from, to}) => words.get(text.slice(from, to))), index, passage}
        })
        const worth = worthReading?.(split.map(({forms}) => forms))
        return split.map((sentence, n) => ({...sentence, parsed: isRead && (worth?.[n] ?? true)}))
      })
      const read = split.filter(({parsed}) => parsed)
      const analyses = analyse(
        read.map(({forms, passage}) => (passage.kind === 'title' ? unset(forms) : forms))
      )
      const analysisOf = new Map(read.map((sentence, i) => [sentence, analyses[i]!]))
      const rows: Token[] = []
      const sentences: Sentence[] = []
      for (const sentence of split) {
        const {spans, forms, index, passage, parsed} = sentence
        const first = rows.length
        addWords(rows, spans, forms, sentences.length, analysisOf.get(sentence))
        sentences.push({
          from: spans[0]!.from,
          to: spans.at(-1)!.to,
          index: sentences.length,
          passage: index,
          language: passage.language,
          first,
          end: rows.length,
          parsed
        })
      }
      return {
        syntax: new Syntax(rows, sentences),
        labels: split.map(sentence => analysisOf.get(sentence)?.labels ?? null)
      }
    }
  })

  function addWords(
    words: Token[],
    spans: readonly Span[],
    forms: readonly string[],
    sentence: number,
    analysis: Analysis | undefined
  ) {
    const first = words.length
    for (const [i, {from, to}] of spans.entries()) {
      const text = forms[i]!
      const [xpos, upos] = partsOf(analysis?.tags[i] ?? 'X|X')
      const head = analysis?.heads[i] ?? 0
      const lower = lowerForm(text)
      words.push({
        index: first + i,
        from,
        to,
        sentence,
        text,
        lower,
        lemma: analysis ? lemmaOf(text, xpos) : lower,
        upos,
        xpos,
        head: head === 0 ? -1 : first + head - 1,
        relation: analysis?.relations[i] ?? 'dep'
      })
    }
  }
}

const parts = new Map<string, readonly [string, string]>()

/** "VBD|VERB": the Penn and the universal tag. */
function partsOf(tag: string): readonly [string, string] {
  let known = parts.get(tag)
  if (!known) {
    const [xpos = '', upos = ''] = tag.split('|')
    parts.set(tag, (known = [internal(xpos), internal(upos)]))
  }
  return known
}

/** A Headline Set Like This would be read as one long name. */
function unset(forms: readonly string[]): readonly string[] {
  const words = forms.filter(form => /^\p{L}{4,}/u.test(form))
  const capitals = words.filter(form => startsUpper(form)).length
  return words.length >= 3 && capitals >= words.length * 0.8 ? forms.map(form => form.toLowerCase()) : forms
}
