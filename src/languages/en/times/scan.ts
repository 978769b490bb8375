/**
 * Cuts a text to the words that expressions of time are made of, one letter of class for each.
 *
 *     "on Friday, 5 November 2021"   u W , D M Y
 *     "three weeks ago"              n U g
 *     "the early 1990s"              T H E
 *
 * The letters of a text in a row are what the forms of `forms.ts` match, so a form costs the number of
 * words and not of characters. Words come from the lists of the codebook; all else is `x`.
 * Arabic-Indic digits read as digits. Phrases of several words ("the day before yesterday") are one word.
 */

import type {PhraseTable} from '../../../algorithms/phrase-table.ts'
import type {Span} from '../../../model/span.ts'

export interface TimeToken extends Span {
  /** One letter: see `classes` in annotate/time-words.ts, and the digits below. */
  readonly cls: string
  readonly value: string
}

/** Class and value of the words and phrases that the codebook lists. */
export type TimeWords = PhraseTable<{readonly cls: string; readonly value: string}>

export interface Scan {
  readonly tokens: readonly TimeToken[]
  /** The classes in a row: `classes[i]` is that of `tokens[i]`. */
  readonly classes: string
}

const piece =
  /\d{4}([-/.])\d{1,2}\1\d{1,2}(?![\d\p{L}])|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d\d)(?![\d\p{L}])|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,3}(?:,\d{3})+|['’]\d0s(?!\p{L})|(?:\d\d?)?\d0['’]?s(?!\p{L})|\d+(?:\.\d+)?(?:st|nd|rd|th)?(?![\p{L}\d])|\d+|(?:[ap]\.m|a\.d|b\.c(?:\.e)?|c\.e)\.?(?!\p{L})|\p{L}[\p{L}\p{M}]*|['’]s?(?!\p{L})|\n[ \t\r]*\n|\S/giu
const marks = new Set(',.;:()/')
const easternDigit = /[٠-٩۰-۹]/g

export function scan(text: string, words: TimeWords): Scan {
  const plain = text.replace(easternDigit, digit => String(digit.charCodeAt(0) & 15))
  const pieces = cut(plain)
  const tokens: TimeToken[] = []
  let classes = ''
  for (let i = 0; i < pieces.length; ) {
    const {from, to, lower} = pieces[i]!
    const known = words.longestAt(n => pieces[i + n]?.lower)
    const length = known?.length ?? 1
    const {cls, value} = known?.value ?? numeric(lower)
    tokens.push({from, to: length > 1 ? pieces[i + length - 1]!.to : to, cls, value})
    classes += cls
    i += length
  }
  return {tokens, classes}
}

interface Piece extends Span {
  readonly lower: string
}

/** The pieces of a text. Words of English letters and single spaces, which are most of it, need no pattern. */
function cut(text: string): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; ) {
    const to = plainWordEnd(text, at)
    if (to > at) {
      if (to - at > 1 || text.charCodeAt(at) !== space)
        pieces.push({from: at, to, lower: text.slice(at, to).toLowerCase()})
      at = to
      continue
    }
    piece.lastIndex = at
    const match = piece.exec(text)
    if (!match) break
    const [found] = match
    at = match.index + found.length
    pieces.push({from: match.index, to: at, lower: plainForm(found)})
  }
  return pieces
}

/** Where a word of English letters alone ends, or a space; `at` where neither stands there. "p.m" and "été" are for the pattern. */
function plainWordEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === space) return at + 1
  let to = at
  while (to < text.length && isPlainLetter(text.charCodeAt(to))) to++
  if (to === at) return at
  const next = text.charCodeAt(to)
  return next > lastPlain || (next === dot && to - at === 1) ? at : to
}

const space = 32
const dot = 46
const lastPlain = 127

function isPlainLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
}

/** "p.m." at the end of a sentence is "p.m". */
function plainForm(piece: string): string {
  const lower = piece.toLowerCase()
  return lower.length > 3 && lower.endsWith('.') ? lower.slice(0, -1) : lower
}

/** The pieces of a phrase of the codebook, cut as the text is. */
export function piecesOf(phrase: string): string[] {
  return cut(phrase).map(({lower}) => lower)
}

/**
 * D 1 to 31, Y a year of four digits, N another number, o an ordinal in digits, E a decade,
 * Z a date in digits, K a time of day, `#` an amount; marks stand for themselves.
 */
function numeric(word: string): {cls: string; value: string} {
  const first = word.charCodeAt(0)
  const isDigit = (code: number) => code >= 48 && code <= 57
  if (!isDigit(first)) {
    if (word.startsWith('\n')) return {cls: '¶', value: ''}
    if (word === "'s" || word === '’s' || word === "'" || word === '’') return {cls: 'p', value: ''}
    if (/^['’]\d/.test(word)) return {cls: 'E', value: `19${word.slice(1, 3)}`}
    if (word === '–' || word === '—' || word === '-') return {cls: '-', value: ''}
    if (word === '&') return {cls: 'a', value: ''}
    return {cls: marks.has(word) ? word : 'x', value: word}
  }
  if (/^\d+$/.test(word)) {
    const n = Number(word)
    if (word.length === 4 && n >= 1000 && n <= 2100) return {cls: 'Y', value: word}
    if (word.length <= 2 && n >= 1 && n <= 31) return {cls: 'D', value: word}
    return {cls: 'N', value: word.slice(0, 6)}
  }
  if (/^\d{1,2}(?:st|nd|rd|th)$/.test(word)) return {cls: 'o', value: String(Number.parseInt(word, 10))}
  // "2010's floods" are of one year, "the 1990's" are ten.
  if (/^\d{3}0['’]?s$/.test(word))
    return {cls: Number(word.slice(0, 4)) > 2000 && !word.endsWith('0s') ? 'Y' : 'E', value: word.slice(0, 4)}
  if (/^\d0['’]?s$/.test(word)) return {cls: 'E', value: `${/^[01]/.test(word) ? 20 : 19}${word.slice(0, 2)}`}
  if (/^\d\d0s$/.test(word)) return {cls: 'E', value: word.slice(0, 3)}
  if (/^\d{1,2}:\d\d(?::\d\d)?$/.test(word)) return {cls: 'K', value: word}
  if (/^\d{1,2}\.\d\d$/.test(word)) return {cls: 'd', value: word.replace('.', ':')}
  if (/^\d+[-/.]\d+[-/.]\d+$/.test(word)) return {cls: 'Z', value: word}
  return {cls: '#', value: word}
}
