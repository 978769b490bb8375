/**
 * Splits text into tokens, as the English treebanks do.
 *
 *     "didn't"  "cannot"  "Iran's"  "soldiers'"    did n't, can not, Iran 's, soldiers '
 *     "Iranian-backed"  "20-year-old"  "3-4"       Iranian - backed, 20 - year - old, 3 - 4
 *     "anti-army"  "O'Reilly"  "Sana'a"  "Ph.D."   one token each
 *     "U.S."  "Mr."  "5th"  "1,300"  "2024-03-05"  one token each
 *     "$5m"  "US$5"  "5pm"  "killed.The"           $ 5 m, US$ 5, 5 pm, killed . The
 *     "#بغداد#العراق"  "@desk"  "desk@example.org"  two hashtags, a handle, an address
 *     "می‌روند"  "١٬٣٠٠"  "بـ15"                     one, one, two: letters and digits part in Arabic script
 *     "юго-восток"  "5-го"  "т.д."  "п'ять"        one token each: Cyrillic words keep their hyphen
 *
 * Works on any script; offsets are exact, and every character that is not white
 * space is in a token. Characters that print nothing are a token of their own
 * unless they join letters. Chinese and Thai words are not told apart.
 */
import type {Span} from '../model/span.ts'
import {isLetter, kindAt, kinds, widthAt} from './character-kinds.ts'
import {addressAt, linkEnd, startsLink} from './links.ts'
import {numberEnd, unitEnd} from './number-tokens.ts'
import {apostrophes, cliticEnd, wordEnd} from './word-tokens.ts'

/** Words written as one and read as two, and where the second begins. */
const contractions: ReadonlyMap<string, number> = new Map(
  'can|not gon|na wan|na got|ta gim|me lem|me do|nt did|nt does|nt is|nt was|nt were|nt are|nt ca|nt wo|nt could|nt would|nt should|nt have|nt has|nt had|nt'
    .split(' ')
    .map(word => [word.replace('|', ''), word.indexOf('|')])
)
const longestContraction = 8
const ends = '.!?…؟۔'
/** Signs that are one token each, unless there are very many. */
const alone = '()[]{}"“”„«»‹›،,؛;:'
const many = 4
/** A run without space that is longer is cut, so that no stage meets a word of a megabyte. */
const longestToken = 1000
const emoticon = /^[:;=]['-]?[)(DPpO|](?![\p{L}\p{N}])/u

/**
 * `abbreviations`: words that keep their full stop ("gen", or "Ill" where only
 * this spelling does), and beginnings that keep their hyphen ("anti-").
 */
export function tokenize(text: string, region: Span, abbreviations: ReadonlySet<string>): Span[] {
  const tokens: {from: number; to: number}[] = []
  let at = region.from
  while (at < region.to) {
    const from = at
    const kind = kindAt(text, from)
    if (kind === kinds.space) {
      at++
      continue
    }
    if (isLetter(kind)) {
      const word = wordEnd(text, from, region.to, abbreviations)
      at = Math.min(word.to, region.to)
      addWord(text, from, at, word.split, tokens)
      continue
    }
    const last = tokens.at(-1)
    const glued = last?.to === from
    if (kind === kinds.digit) at = numberEnd(text, from, region.to)
    else if (kind === kinds.pictograph) at = pictureEnd(text, from, region.to)
    else if (kind === kinds.sign) {
      const address = text[from] === '@' && glued ? addressAt(text, from, region) : null
      if (address) {
        let first = address.from
        while (tokens.length && tokens.at(-1)!.to > address.from) first = Math.min(first, tokens.pop()!.from)
        tokens.push({from: first, to: address.to})
        at = address.to
        continue
      }
      at = signEnd(text, from, region.to, glued)
    } else at = runEnd(text, from, region.to, kind)
    tokens.push({from, to: Math.min(at, region.to)})
    const unit = kind === kinds.digit ? unitEnd(text, at, region.to) : at
    if (unit > at) {
      tokens.push({from: at, to: unit})
      at = unit
    }
  }
  return tokens.some(({from, to}) => to - from > longestToken)
    ? tokens.flatMap(token => inPieces(text, token))
    : tokens
}

function inPieces(text: string, {from, to}: Span): Span[] {
  const pieces: Span[] = []
  for (let at = from; at < to; ) {
    let end = Math.min(at + longestToken, to)
    if (end < to && widthAt(text, end - 1) === 2) end--
    pieces.push({from: at, to: end})
    at = end
  }
  return pieces
}

/** Adds a word, or the two it is read as. */
function addWord(text: string, from: number, to: number, split: number, tokens: Span[]): void {
  const half =
    split || (to - from <= longestContraction && contractions.get(text.slice(from, to).toLowerCase())) || 0
  if (half) tokens.push({from, to: from + half}, {from: from + half, to})
  else tokens.push({from, to})
}

function signEnd(text: string, from: number, limit: number, glued: boolean): number {
  const sign = text[from]!
  const next = from + 1 < limit ? kindAt(text, from + 1) : kinds.space
  if (sign === '#' || sign === '@') {
    const to = tagEnd(text, from + 1, limit)
    if (to) return to
  } else if (apostrophes.includes(sign)) {
    const to = cliticEnd(text, from, limit)
    if (to) return to
    // "'71", "'90s"
    if (!glued && next === kinds.digit && /^\d\ds?(?![\p{L}\p{N}])/u.test(text.slice(from + 1, from + 5)))
      return numberEnd(text, from + 1, limit)
  } else if (!glued && next === kinds.digit && (sign === '.' || sign === '+')) {
    return numberEnd(text, from + 1, limit)
  } else if (!glued && (sign === ':' || sign === ';' || sign === '=')) {
    const face = emoticon.exec(text.slice(from, Math.min(from + 5, limit)))
    if (face) return from + face[0].length
  }
  if (ends.includes(sign)) return endsRun(text, from, limit)
  if (startsLink(text, from, limit)) return linkEnd(text, from, limit)
  const width = widthAt(text, from)
  if (width === 2) return from + width
  let to = from + 1
  // Two single quotes, of whatever shape, are a double one.
  const same = apostrophes.includes(sign) ? apostrophes : sign
  while (to < limit && same.includes(text[to]!)) to++
  return alone.includes(sign) && to - from < many ? from + 1 : to
}

/** "...", "?!", "!!!" */
function endsRun(text: string, from: number, limit: number): number {
  let to = from + 1
  while (to < limit && ends.includes(text[to]!)) to++
  return to
}

/** "#17Feb", "@desk_24"; 0 for "#1", which is a number, and for a sign that stands alone. */
function tagEnd(text: string, from: number, limit: number): number {
  let hasLetter = false
  let to = from
  while (to < limit) {
    const kind = kindAt(text, to)
    if (isLetter(kind) || text[to] === '_') hasLetter = true
    else if (kind !== kinds.digit && kind !== kinds.joiner) break
    if (text[to] === 'h' && startsLink(text, to, limit)) break
    to += widthAt(text, to)
  }
  return hasLetter ? to : 0
}

/** A picture of several characters: a family, a flag, a tone of skin. */
function pictureEnd(text: string, from: number, limit: number): number {
  const isFlag = isRegion(text, from)
  let to = from + widthAt(text, from)
  if (isFlag && to < limit && isRegion(text, to)) return to + 2
  while (to < limit) {
    const joined = text[to - 1] === '\u200d' && kindAt(text, to) === kinds.pictograph
    const codePoint = text.codePointAt(to)!
    const isTone = codePoint >= 0x1f3fb && codePoint <= 0x1f3ff
    const isTag = codePoint >= 0xe0020 && codePoint <= 0xe007f
    if (!joined && !isTone && !isTag && codePoint !== 0x200d && kindAt(text, to) !== kinds.mark) break
    to += widthAt(text, to)
  }
  return to
}

function isRegion(text: string, at: number): boolean {
  const codePoint = text.codePointAt(at)!
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff
}

function runEnd(text: string, from: number, limit: number, kind: number): number {
  let to = from
  while (to < limit && kindAt(text, to) === kind) to += widthAt(text, to)
  return to
}
