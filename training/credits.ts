/**
 * Learns from texts with marked attributions who is credited with what: first which words credit, then, for each, source and content.
 *
 * Reads over tokens, tags, trees and what the rules of src/attribute found, so that it shows how much more
 * marked texts teach. For measuring only: `dateline eval attribution --train polnear-train`.
 */
import type {Matrices} from '../src/algorithms/matrices.ts'
import type {WordForms} from '../src/annotate/word-forms.ts'
import type {SpeechFrame} from '../src/model/layers.ts'
import {overlaps, type Span} from '../src/model/span.ts'
import {type Syntax, spanOf} from '../src/model/syntax.ts'
import type {CreditedSpans} from './attribution-corpora.ts'
import {type Columns, columnsOf, cueKeys, roleKeys, type Stretch, stretchAround} from './credit-keys.ts'
import {type Lesson, RowLabeller} from './row-labeller.ts'

/** A text as the pipeline reads it. */
export interface ReadText {
  readonly text: string
  readonly syntax: Syntax
  readonly speech: readonly SpeechFrame[]
}

export interface LessonText extends ReadText {
  readonly attributions: readonly CreditedSpans[]
}

const cueLabels = ['O', 'B-CUE', 'I-CUE']
const roleLabels = ['O', 'B-SOURCE', 'I-SOURCE', 'B-CONTENT', 'I-CONTENT']

export type CreditReader = (read: ReadText) => CreditedSpans[]

interface Options {
  readonly forms: WordForms
  /** Uses of the cues of the codebook by their first word. */
  readonly uses: ReadonlyMap<string, string>
  readonly memory: Matrices
  readonly passes?: number
  readonly log: (line: string) => void
}

export function trainCredits(
  texts: Iterable<LessonText>,
  {forms, uses, memory, passes = 3, log}: Options
): CreditReader {
  const cueLessons: Lesson[] = []
  const roleLessons: Lesson[] = []
  for (const text of texts) {
    const columns = columnsOf(text.text, text.syntax, text.speech, forms, uses)
    cueLessons.push(...cueLessonsOf(text, columns))
    roleLessons.push(...roleLessonsOf(text, columns))
  }
  log(`${cueLessons.length} sentences, ${roleLessons.length} cues`)
  const cues = new RowLabeller(cueLessons, cueLabels, memory, {passes, log})
  const roles = new RowLabeller(roleLessons, roleLabels, memory, {passes: 2 * passes, log})
  return read => {
    const columns = columnsOf(read.text, read.syntax, read.speech, forms, uses)
    return stretchesOf(read.syntax).flatMap(sentence => {
      const labels = cues.label(cueKeys(columns, sentence))
      return runs(labels, 'CUE', sentence.first).map(cue => {
        const around = stretchAround(
          columns,
          read.text,
          read.syntax.sentenceOf(read.syntax.tokens[cue.first]!)
        )
        const roleOf = roles.label(roleKeys(columns, around, cue))
        const spans = (label: string) =>
          runs(roleOf, label, around.first).map(
            ({first, end}) => spanOf(read.syntax.tokens.slice(first, end))!
          )
        return {
          source: spans('SOURCE'),
          cue: [spanOf(read.syntax.tokens.slice(cue.first, cue.end))!],
          content: spans('CONTENT')
        }
      })
    })
  }
}

function stretchesOf({sentences}: Syntax): Stretch[] {
  return sentences.filter(({parsed, first, end}) => parsed && end > first)
}

function cueLessonsOf({syntax, attributions}: LessonText, columns: Columns): Lesson[] {
  const labels = new Array<number>(syntax.tokens.length).fill(0)
  for (const {cue} of attributions)
    for (const span of cue) label(syntax, span, 1, (i, value) => (labels[i] = value))
  return stretchesOf(syntax).map(sentence => {
    const gold = labels.slice(sentence.first, sentence.end)
    mend(gold)
    return {keys: cueKeys(columns, sentence).map(list => Int32Array.from(list)), gold}
  })
}

function roleLessonsOf({text, syntax, attributions}: LessonText, columns: Columns): Lesson[] {
  return attributions.flatMap(({cue, source, content}) => {
    const words = cue[0] ? wordsOf(syntax, cue[0]) : []
    if (words.length === 0) return []
    const own = {first: words[0]!, end: words.at(-1)! + 1}
    const sentence = syntax.sentenceOf(syntax.tokens[own.first]!)
    if (!sentence.parsed) return []
    const around = stretchAround(columns, text, sentence)
    const gold = new Array<number>(around.end - around.first).fill(0)
    const set = (i: number, value: number) => {
      if (i >= around.first && i < around.end) gold[i - around.first] = value
    }
    for (const span of content) label(syntax, span, 3, set)
    for (const span of source) label(syntax, span, 1, set)
    mend(gold)
    return [{keys: roleKeys(columns, around, own).map(list => Int32Array.from(list)), gold}]
  })
}

/** What one span cuts off another begins anew. */
function mend(gold: number[]): void {
  for (const [i, value] of gold.entries()) {
    const before = gold[i - 1] ?? 0
    if (value > 0 && value % 2 === 0 && before !== value && before !== value - 1) gold[i] = value - 1
  }
}

/** Words that the span holds or cuts. */
function wordsOf(syntax: Syntax, span: Span): number[] {
  const sentence = syntax.sentenceAt(span.from)
  const found: number[] = []
  for (let i = sentence?.first ?? 0; i < syntax.tokens.length; i++) {
    const token = syntax.tokens[i]!
    if (token.from >= span.to) break
    if (overlaps(token, span)) found.push(i)
  }
  return found
}

function label(syntax: Syntax, span: Span, begin: number, set: (index: number, value: number) => void): void {
  for (const [k, i] of wordsOf(syntax, span).entries()) set(i, k === 0 ? begin : begin + 1)
}

function runs(labels: readonly string[], label: string, offset: number): Stretch[] {
  const found: {first: number; end: number}[] = []
  for (const [i, value] of labels.entries()) {
    if (value === `B-${label}`) found.push({first: offset + i, end: offset + i + 1})
    else if (value === `I-${label}` && found.length && found.at(-1)!.end === offset + i) found.at(-1)!.end++
  }
  return found
}
