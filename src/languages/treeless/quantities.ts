/**
 * Numbers of people in a language whose numbers stand before what they count: digits or words of `lexicons/ID/numbers.csv`, a bound
 * before them (count-bounds.csv), a noun for people within a few words behind.
 */
import type {Quantity} from '../../model/layers.ts'
import {overlaps} from '../../model/span.ts'
import type {LayerReader, Word} from '../language.ts'
import {isMark, isVerbWord} from './sequence-matcher.ts'
import type {Tongue} from './tongue.ts'

/** The counted noun stands so near behind the number, in words. */
const reach = 3

interface Value {
  readonly min: number
  readonly max: number | null
}

export function treelessQuantities({
  id,
  lists,
  level,
  words: wordsOf
}: Pick<Tongue, 'id' | 'lists' | 'level' | 'words'>): LayerReader<'quantities'> {
  const path = (name: string) => `lexicons/${id}/${name}.csv`
  const numbers = new Map(
    lists
      .table(path('numbers'), ['form', 'min', 'max'])
      .map(({form, min, max}) => [level(form), {min: Number(min), max: max === '' ? null : Number(max)}])
  )
  const bounds = lists
    .table(path('count-bounds'), ['form', 'how'])
    .map(({form, how}) => ({words: form.split(' ').map(level), how}))

  return ({text, syntax, times}, sentences) =>
    sentences.flatMap(sentence => {
      const words = wordsOf(syntax, sentence)
      const dated = syntax.inSentence(times, sentence)
      return words.flatMap((word, i): Quantity[] => {
        const value = numberIn(word)
        if (!value || dated.some(time => overlaps(time, word))) return []
        const noun = nounBehind(words, i)
        // "Nadie" counts by itself.
        if (noun === null && value.max !== 0) return []
        const bound = bounds.find(({words: before}) =>
          before.every((form, n) => words[i - before.length + n]?.form === form)
        )
        const first = words[i - (bound?.words.length ?? 0)]!
        const last = words[noun ?? i]!
        const span = {from: first.from, to: word.to}
        return [
          {
            ...span,
            ...bounded(value, bound?.how),
            stated: text.slice(span.from, span.to),
            of: {from: first.from, to: Math.max(word.to, last.to)},
            head: last.token,
            partOf: null,
            inferred: false,
            crowd: null
          }
        ]
      })
    })

  function numberIn({form}: Word): Value | undefined {
    if (!/^\d{1,3}(?:[.,]\d{3})*$/.test(form)) return numbers.get(form)
    const value = Number(form.replaceAll(/[.,]/g, ''))
    return {min: value, max: value}
  }
}

function nounBehind(words: readonly Word[], at: number): number | null {
  for (let i = at + 1; i < words.length && i <= at + reach; i++) {
    const word = words[i]!
    if (isMark(word) || isVerbWord(word)) return null
    if (word.readings.some(({is}) => is === 'person')) return i
  }
  return null
}

function bounded({min, max}: Value, how: string | undefined): Value {
  if (how === 'at-least') return {min, max: null}
  if (how === 'more-than') return {min: min + 1, max: null}
  if (how === 'at-most') return {min: 1, max}
  return {min, max}
}
