/**
 * Reads an exact English number, or a vague one, that begins at a token.
 *
 *     "1,300"  "1.2 million"  "twenty-five"  "two hundred and five"  "a hundred"  "two dozen"   exact
 *     "dozens"  "several"  "several dozen"  "a couple of hundred"  "1,000s"                      vague
 *
 * Exact words are in codebook/lexicons/en/numbers.csv, vague ones in codebook/counts.csv.
 */
import {digitsOf, pluralDigitsOf} from '../../algorithms/written-digits.ts'
import type {Token} from '../../model/syntax.ts'

export interface NumberWord {
  readonly value: number
  /** unit 1 to 9, teen 10 to 19, ten 20 to 90; `hundred`; `scale`: thousand and up; `set`: dozen, score. */
  readonly kind: 'unit' | 'teen' | 'ten' | 'hundred' | 'scale' | 'set'
}

export interface NumberWords {
  readonly exact: ReadonlyMap<string, NumberWord>
  /** Word or phrase -> range. */
  readonly vague: ReadonlyMap<string, {readonly min: number; readonly max: number | null}>
  /** First words of the phrases in `vague`. */
  readonly vagueStarts: ReadonlySet<string>
}

export interface NumberPhrase {
  readonly min: number
  readonly max: number | null
  /** Tokens it takes. */
  readonly length: number
}

const longestVague = 4
/** A number may not stand for people above this: it is money, a phone number, an identifier. */
const mostPeople = 50_000_000

export function simpleNumberAt(
  tokens: readonly Token[],
  at: number,
  words: NumberWords
): NumberPhrase | null {
  const token = tokens[at]
  if (!token) return null
  const digits = digitsOf(token.text)
  if (digits !== null) return people(...scaled(tokens, at, digits, 1, words))
  const many = pluralDigitsOf(token.text)
  if (many !== null) return {min: 2 * many, max: null, length: 1}
  return vagueAt(tokens, at, words) ?? wordsAt(tokens, at, words)
}

function people(value: number, length: number): NumberPhrase | null {
  return Number.isInteger(value) && value <= mostPeople ? {min: value, max: value, length} : null
}

/** "3 dozen", "1.2 million", "2 hundred thousand": what follows multiplies. */
function scaled(
  tokens: readonly Token[],
  at: number,
  value: number,
  length: number,
  {exact}: NumberWords
): [value: number, length: number] {
  let [total, end] = [value, length]
  for (;;) {
    const scale = exact.get(tokens[at + end]?.lower ?? '')
    if (scale?.kind !== 'hundred' && scale?.kind !== 'scale' && scale?.kind !== 'set') break
    // Floating point: 1.2 x 1,000,000 is a whole number.
    total = Math.round(total * scale.value * 1000) / 1000
    end++
  }
  return [total, end]
}

/** The longest phrase of the table: "tens of thousands"; then "several" before "dozen" multiplies it. */
function vagueAt(tokens: readonly Token[], at: number, words: NumberWords): NumberPhrase | null {
  if (!words.vagueStarts.has(tokens[at]!.lower)) return null
  for (let length = Math.min(longestVague, tokens.length - at); length > 0; length--) {
    let form = tokens[at]!.lower
    for (let i = 1; i < length; i++) form += ` ${tokens[at + i]!.lower}`
    const range = words.vague.get(form)
    if (!range) continue
    const of = tokens[at + length]?.lower === 'of' ? 1 : 0
    const [factor, end] = scaled(tokens, at, 1, length + of, words)
    if (factor === 1 || range.max === 0) return {...range, length}
    return {min: range.min * factor, max: range.max === null ? null : range.max * factor, length: end}
  }
  return null
}

const articles = new Set(['a', 'an'])

/** "two hundred and five thousand": groups below a thousand, each with its scale. */
function wordsAt(tokens: readonly Token[], at: number, {exact}: NumberWords): NumberPhrase | null {
  const word = (i: number) => exact.get(tokens[i]?.lower ?? '')
  let [total, group, lastScale] = [0, 0, Number.POSITIVE_INFINITY]
  let last: NumberWord['kind'] | 'none' = 'none'
  let i = at
  if (articles.has(tokens[i]!.lower)) {
    const next = word(i + 1)
    if (!next || ['unit', 'teen', 'ten'].includes(next.kind)) return null
    ;[group, last, i] = [1, 'unit', i + 1]
  }
  for (;;) {
    const joint = tokens[i]?.text
    const skip =
      (joint === '-' && last === 'ten') || (joint === 'and' && (last === 'hundred' || last === 'scale'))
    const next = word(skip ? i + 1 : i)
    if (
      !next ||
      (skip && !['unit', 'teen', 'ten'].includes(next.kind)) ||
      !fits(last, next, group, lastScale)
    )
      break
    if (next.kind === 'hundred' || next.kind === 'set') group *= next.value
    else if (next.kind === 'scale') {
      total += group * next.value
      ;[group, lastScale] = [0, next.value]
    } else group += next.value
    last = next.kind
    i += skip ? 2 : 1
    if (last === 'set') break
  }
  return last === 'none' ? null : people(total + group, i - at)
}

function fits(
  last: NumberWord['kind'] | 'none',
  next: NumberWord,
  group: number,
  lastScale: number
): boolean {
  switch (next.kind) {
    case 'unit':
      return last === 'none' || last === 'ten' || last === 'hundred' || last === 'scale'
    case 'teen':
    case 'ten':
      return last === 'none' || last === 'hundred' || last === 'scale'
    case 'hundred':
      return last === 'unit' || last === 'teen'
    case 'set':
      return last === 'unit' || last === 'teen' || last === 'ten'
    case 'scale':
      return group > 0 && next.value < lastScale
  }
}
