/**
 * Reads an English number phrase that begins at a token.
 *
 *     "1,300"  "twenty-five"  "two hundred"  "a dozen"  "no one"  "two dozen"  "20 to 30"
 */
import type {Token} from '../../model/syntax.ts'

export interface NumberWords {
  /** Word or phrase -> range. */
  readonly ranges: ReadonlyMap<string, {readonly min: number; readonly max: number | null}>
}

export interface NumberPhrase {
  readonly min: number
  readonly max: number | null
  /** Tokens it takes. */
  readonly length: number
}

const scales: Readonly<Record<string, number>> = {dozen: 12, hundred: 100, thousand: 1000, million: 1_000_000}
const longestPhrase = 4
/** A number may not stand for people above this: it is money, a phone number, an identifier. */
const mostPeople = 50_000_000

export function numberAt(tokens: readonly Token[], at: number, {ranges}: NumberWords): NumberPhrase | null {
  const first = simple(tokens, at, ranges)
  if (!first) return null
  const second = rangeEnd(tokens, at + first.length, ranges)
  if (second && first.max !== null && second.max !== null && second.min > first.min) {
    return {min: first.min, max: second.max, length: first.length + 1 + second.length}
  }
  return first
}

/** "20 to 30", "20-30". */
function rangeEnd(tokens: readonly Token[], at: number, ranges: NumberWords['ranges']): NumberPhrase | null {
  const joint = tokens[at]?.lower
  if (joint !== 'to' && joint !== '-' && joint !== '–') return null
  const next = simple(tokens, at + 1, ranges)
  // "two to the head" is no range: digits, or words on both sides.
  return next && tokens[at + 1]!.upos !== 'DET' ? next : null
}

function simple(tokens: readonly Token[], at: number, ranges: NumberWords['ranges']): NumberPhrase | null {
  const token = tokens[at]
  if (!token) return null
  const digits = digitsOf(token.text)
  if (digits !== null) return scaled(tokens, at, digits, 1)
  for (let length = longestPhrase; length > 0; length--) {
    const words = tokens.slice(at, at + length)
    if (words.length < length) continue
    const range = ranges.get(words.map(({lower}) => lower).join(' '))
    if (!range) continue
    if (range.max === null || range.max === 0) return {...range, length}
    return compound(tokens, at, range.min, length, ranges)
  }
  return null
}

/** "twenty-five" is three tokens with its hyphen. */
function compound(
  tokens: readonly Token[],
  at: number,
  value: number,
  length: number,
  ranges: NumberWords['ranges']
): NumberPhrase | null {
  const hyphen = tokens[at + length]?.text === '-'
  const ones = hyphen ? ranges.get(tokens[at + length + 1]?.lower ?? '') : undefined
  if (value >= 20 && value < 100 && ones?.max && ones.max < 10)
    return scaled(tokens, at, value + ones.min, length + 2)
  return scaled(tokens, at, value, length)
}

function scaled(tokens: readonly Token[], at: number, value: number, length: number): NumberPhrase | null {
  let total = value
  let end = length
  for (
    let scale = scales[tokens[at + end]?.lower ?? ''];
    scale;
    scale = scales[tokens[at + end]?.lower ?? '']
  ) {
    total *= scale
    end++
  }
  return Number.isInteger(total) && total <= mostPeople ? {min: total, max: total, length: end} : null
}

/** "1,300" is 1300; "3.5", "5th", "10:30", "2/3" are no counts. Arabic-Indic digits count too. */
function digitsOf(word: string): number | null {
  const western = word
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
  if (/^\d{1,3}(?:,\d{3})+$/.test(western)) return Number(western.replaceAll(',', ''))
  return /^\d{1,8}$/.test(western) ? Number(western) : null
}
