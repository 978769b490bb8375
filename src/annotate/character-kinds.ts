/**
 * What sort of character a code point is, for splitting text into tokens.
 *
 *     "a" letter   "ж" cyrillic   "ب" "ـ" arabic   "َ" mark   "٣" digit   "\u200c" joiner
 *     "🔥" pictograph   "\u202e" "\0" "\ud800" hidden   "،" "$" "\u0022" sign
 *
 * One array look-up for each character: text is scanned once, whatever it holds.
 */
import {startsUpper} from '../algorithms/letters.ts'

export const kinds = {
  space: 1,
  letter: 2,
  cyrillic: 3,
  arabic: 4,
  mark: 5,
  digit: 6,
  /** Stands inside a word and prints nothing: ZWNJ, ZWJ, soft hyphen, word joiner. */
  joiner: 7,
  pictograph: 8,
  /** Prints nothing, or nothing known: controls, marks of direction, lone surrogates, unassigned. */
  hidden: 9,
  sign: 10
} as const
type Kind = (typeof kinds)[keyof typeof kinds]

const tests: readonly (readonly [Kind, RegExp])[] = [
  [kinds.space, /\s/],
  [kinds.joiner, /\u00ad|\u200c|\u200d|\u2060/],
  [kinds.cyrillic, /(?=\p{L})\p{Script=Cyrillic}/u],
  // Tatweel belongs to several scripts.
  [kinds.arabic, /(?=\p{L})[\p{Script=Arabic}\u0640]/u],
  [kinds.letter, /\p{L}/u],
  [kinds.mark, /\p{M}/u],
  [kinds.digit, /\p{Nd}/u],
  [kinds.pictograph, /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u],
  [kinds.hidden, /[\p{C}]/u]
]

// Filled as characters are met; 0 is not yet known.
const known = new Uint8Array(0x110000)

export function kindOf(codePoint: number): Kind {
  return (known[codePoint] || classify(codePoint)) as Kind
}

function classify(codePoint: number): Kind {
  const character = String.fromCodePoint(codePoint)
  const kind = tests.find(([, test]) => test.test(character))?.[0] ?? kinds.sign
  known[codePoint] = kind
  return kind
}

export function kindAt(text: string, at: number): Kind {
  return kindOf(text.codePointAt(at)!)
}

export function isLetter(kind: number): boolean {
  return kind >= kinds.letter && kind <= kinds.mark
}

/** UTF-16 units of the character that begins at `at`. */
export function widthAt(text: string, at: number): 1 | 2 {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

export function isUpper(text: string, at: number): boolean {
  return startsUpper(text.slice(at, at + 2))
}
