/**
 * Which words name the source, in a stretch that holds it: from its first word up to what tells of the occasion, of whom he
 * spoke to, of a time, or of something else.
 *
 *     "قال [قيادي في الكتائب]، أحد أبرز الفصائل، [لوكالة ...]، طالبا عدم ... ، إن"
 */
import type {Field, Stretch} from './field.ts'
import {isMark, isVerbWord} from './sequence-matcher.ts'
import type {Tongue} from './tongue.ts'

/** Marks that may stand inside a name: "مستشفى «العودة»", "(سانا)". */
const quotes = /^["“”«»()]$/
const opening = /^[“«(]$/
/** So many words name a source, at most. */
const longest = 14
/** So many words name the press that was told, at most. */
const longestPress = 5

export interface SourcePhrase {
  readonly source: Stretch | null
  /** The press that was told. */
  readonly told: Stretch | null
}

export function sourcePhraseFinder({wordLists}: Tongue) {
  const part = (name: string) => wordLists[`clause-words.${name}`] ?? new Map()
  const [to, from, occasion, that, opens, was, press, prepositions, when, not, asks, news] = [
    'to',
    'from',
    'occasion',
    'that',
    'opens',
    'was',
    'press',
    'preposition',
    'when',
    'not',
    'asks',
    'news'
  ].map(part) as [ReadonlyMap<string, unknown>, ...ReadonlyMap<string, unknown>[]] as ReadonlyMap<
    string,
    unknown
  >[]

  const isOf = (list: ReadonlyMap<string, unknown> | undefined, {words}: Field, i: number) =>
    words[i] !== undefined &&
    (list!.has(words[i]!.form) || words[i]!.readings.some(({lemma}) => list!.has(lemma)))
  const isTo = ({words}: Field, i: number) =>
    to!.has(words[i]!.form) ||
    words[i]!.readings.some(({proclitics}) => proclitics.some(({form}) => to!.has(form)))
  const isPress = (field: Field, i: number, mediaAt: (i: number) => boolean) =>
    isTo(field, i) && (isOf(press, field, i) || mediaAt(i) || isOf(press, field, i + 1) || mediaAt(i + 1))
  /** "أفاد مصدر طبي وكالة ...": behind an adjective or a definite noun it is no part of the phrase, but whom he told. */
  const isPressTold = (field: Field, i: number, mediaAt: (i: number) => boolean) => {
    const [before] = field.words[i - 1]!.readings
    const isClosed = before?.upos === 'ADJ' || (before?.upos === 'NOUN' && before.definite)
    const isMedium = mediaAt(i) ? !mediaAt(i - 1) : isOf(press, field, i)
    return isClosed && isMedium && field.words[i]!.readings[0]?.proclitics.length === 0
  }

  const endsPress = (field: Field, i: number) =>
    isMark(field.words[i]!) || isOf(prepositions, field, i) || field.spans.time.some(({first}) => first === i)

  return {
    /** What stands in the stretch behind a cue; `mediaAt`: whether the word belongs to the name of a medium. */
    behind(field: Field, {first, end}: Stretch, mediaAt: (i: number) => boolean): SourcePhrase {
      const {words, spans} = field
      let [at, last] = [first, first]
      // "وكان قد أعلن": helpers come before the source.
      while (at < end && isOf(was, field, at) && !isMark(words[at]!)) at++
      last = at
      let told: Stretch | null = null
      // "تحدثت في وقت سابق": who speaks stands elsewhere.
      let open = at >= end || !isOf(when, field, at)
      for (; at < end; at++) {
        const word = words[at]!
        if (isPress(field, at, mediaAt) || (at > first && isPressTold(field, at, mediaAt))) {
          const start = at
          at++
          while (at < end && at - start < longestPress && !endsPress(field, at)) at++
          told = {first: start, end: at}
          break
        }
        if (!open) continue
        const isTime = spans.time.some(time => time.first === at)
        const isOccasion = isOf(prepositions, field, at) && isOf(occasion, field, at + 1)
        const isOther =
          (isMark(word) && !quotes.test(word.form)) ||
          isTime ||
          isOccasion ||
          that!.has(word.form) ||
          opens!.has(word.form) ||
          from!.has(word.form) ||
          (isVerbWord(word) && (at > last || isOf(asks, field, at))) ||
          (at > first && isOf(news, field, at) && words[at - 1]!.readings[0]?.definite === true) ||
          at - first >= longest
        if (isOther) open = false
        else if (!opening.test(word.form)) last = at + 1
      }
      const start = Math.min(first + countWhile(first, end, i => isOf(was, field, i)), end)
      const isNamed = words.slice(start, last).some(word => !isMark(word))
      return {source: last > start && isNamed ? {first: start, end: last} : null, told}
    },
    /** A noun phrase that ends right before the word: "غير أن [وزارة الصحة] قالت". */
    before(field: Field, end: number): Stretch | null {
      const {words} = field
      let last = end
      while (last > 0 && isOf(was, field, last - 1)) last--
      let first = last
      while (first > 0 && last - first < longest) {
        const word = words[first - 1]!
        const isEdge =
          (isMark(word) && !quotes.test(word.form)) ||
          that!.has(word.form) ||
          opens!.has(word.form) ||
          isVerbWord(word) ||
          not!.has(word.form)
        if (isEdge) break
        first--
      }
      while (first < last && (isOf(opens, field, first) || isOf(was, field, first))) first++
      return first < last ? {first, end: last} : null
    }
  }
}

function countWhile(first: number, end: number, holds: (i: number) => boolean): number {
  let i = first
  while (i < end && holds(i)) i++
  return i - first
}
