/**
 * Where a number ends, as the tokenizer asks.
 *
 *     "1,300.50"  "١٬٣٠٠"  "7:30"  "11/28/2000"  "1990s"  "5th"  "4A"   one token
 *     "2024-03-05"  "713-853-3989"                                  one token: two hyphens or more
 *     "3-4"  "20-year-old"  "5pm"  "35mm"  "61persons"  "15ألف"       the number ends before the rest
 *     "5-го"  "16-летний"                                           one token
 */
import {isLetter, kindAt, kinds, widthAt} from './character-kinds.ts'

const joints = '.,:/٫٬'
const units = new Set(
  'am pm k m bn mn mln km kg g mg cm mm ft lb lbs sq kb mb gb tb mph kph hrs min sec yr yrs'.split(' ')
)
const longestUnit = 3

export function numberEnd(text: string, from: number, limit: number): number {
  let to = digitsEnd(text, from, limit)
  const chain = chainEnd(text, to, limit)
  if (chain) return chain
  while (to + 1 < limit && isJoint(text, to, limit)) to = digitsEnd(text, to + 1, limit)
  // Key caps: a figure, and marks that draw the key.
  while (to < limit && kindAt(text, to) === kinds.mark) to += widthAt(text, to)
  if (/^['’]s(?!\p{L})/u.test(text.slice(to, to + 3)) && text[to - 1] === '0') return Math.min(to + 2, limit)
  if (text[to] === '-' && to + 1 < limit && kindAt(text, to + 1) === kinds.cyrillic)
    return lettersEnd(text, to + 1, limit)
  return withLetters(text, to, limit)
}

/** The end of the unit that follows a number without space, or `at`. */
export function unitEnd(text: string, at: number, limit: number): number {
  if (at >= limit || kindAt(text, at) !== kinds.letter) return at
  const end = shortLettersEnd(text, at, limit)
  return end && units.has(text.slice(at, end).toLowerCase()) && text[end] !== '.' ? end : at
}

function digitsEnd(text: string, from: number, limit: number): number {
  let to = from
  while (to < limit && kindAt(text, to) === kinds.digit) to += widthAt(text, to)
  return to
}

function isJoint(text: string, at: number, limit: number): boolean {
  if (kindAt(text, at + 1) !== kinds.digit) return false
  // An Arabic comma divides thousands, but also the members of a list.
  if (text[at] === '،') return digitsEnd(text, at + 1, Math.min(limit, at + 5)) === at + 4
  return joints.includes(text[at]!)
}

/** "-03-05" after "2024"; 0 when there is but one hyphen. */
function chainEnd(text: string, at: number, limit: number): number {
  let to = at
  let hyphens = 0
  while (to + 1 < limit && text[to] === '-' && kindAt(text, to + 1) === kinds.digit) {
    to = digitsEnd(text, to + 1, limit)
    hyphens++
  }
  return hyphens > 1 ? to : 0
}

/** "5th", "1990s", "4A", "86M", "3fa9bc" go on; a unit, a word or another script is a token of its own. */
function withLetters(text: string, at: number, limit: number): number {
  if (at >= limit || kindAt(text, at) !== kinds.letter) return at
  const short = shortLettersEnd(text, at, limit)
  if (!short) {
    const end = lettersEnd(text, at, limit)
    return end < limit && kindAt(text, end) === kinds.digit ? alphanumericEnd(text, end, limit) : at
  }
  const letters = text.slice(at, short)
  const isDigitNext = short < limit && kindAt(text, short) === kinds.digit
  if (isDigitNext) return alphanumericEnd(text, short, limit)
  if (text[short] === '.' && /^[ap]$/i.test(letters)) return at
  if (/^(?:st|nd|rd|th|s)$/i.test(letters)) return short
  if (/^\p{Lu}$/u.test(letters)) return short
  return letters.length > 2 || units.has(letters.toLowerCase()) ? at : short
}

/** The end of the letters at `at`, or 0 when there are more than a unit has. */
function shortLettersEnd(text: string, at: number, limit: number): number {
  const end = lettersEnd(text, at, Math.min(limit, at + longestUnit + 1))
  return end - at > longestUnit ? 0 : end
}

function lettersEnd(text: string, from: number, limit: number): number {
  let to = from
  while (to < limit && isLetter(kindAt(text, to))) to += widthAt(text, to)
  return to
}

function alphanumericEnd(text: string, from: number, limit: number): number {
  let to = from
  while (to < limit && (isLetter(kindAt(text, to)) || kindAt(text, to) === kinds.digit))
    to += widthAt(text, to)
  return to
}
