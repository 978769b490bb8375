/**
 * Reads an English number phrase that begins at a token, ranges included.
 *
 *     "20 to 30"  "20-30"  "between 20 and 30"  "one or two"  "two dozen"  "no one"
 *
 * "rose from 12 to 15" is no range: 12 was the old figure, and is skipped.
 */
import type {Token} from '../../model/syntax.ts'
import {type NumberPhrase, type NumberWords, simpleNumberAt} from './number-words.ts'

const dashes = new Set(['-', '–', '—'])

export function numberAt(tokens: readonly Token[], at: number, words: NumberWords): NumberPhrase | null {
  if (tokens[at]?.lower === 'between') {
    const low = simpleNumberAt(tokens, at + 1, words)
    return low && rangeFrom(tokens, at, words, at + 1, low, lower => lower === 'and')
  }
  const first = simpleNumberAt(tokens, at, words)
  if (!first) return null
  const rises = tokens[at - 1]?.lower === 'from' && /^(?:VERB|NOUN)$/.test(tokens[at - 2]?.upos ?? '')
  const isJoint = (lower: string) => dashes.has(lower) || lower === 'to' || lower === 'or'
  const range = rangeFrom(tokens, at, words, at, first, isJoint)
  return range ? (rises ? null : range) : first
}

/** Two numbers with a joint between, the greater behind; `start`: where the first one begins. */
function rangeFrom(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  start: number,
  first: NumberPhrase,
  isJoint: (lower: string) => boolean
): NumberPhrase | null {
  if (first.max !== first.min) return null
  const joint = tokens[start + first.length]?.lower
  if (joint === undefined || !isJoint(joint)) return null
  const second = simpleNumberAt(tokens, start + first.length + 1, words)
  // "two to the head" and "2-year-old" are no ranges; "one or a hundred" names no interval.
  if (!second || second.max === null || second.min <= first.min) return null
  const end = start + first.length + 1 + second.length
  if (dashes.has(tokens[end]?.text ?? '') && /^(?:year|month|week|day)$/.test(tokens[end + 1]?.lower ?? ''))
    return null
  if (joint === 'or' && second.min > Math.max(first.min + 2, 2 * first.min)) return null
  return {min: first.min, max: second.max, length: end - at}
}
