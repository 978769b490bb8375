/**
 * Where a word ends, as the tokenizer asks.
 *
 *     "Sana'a"  "п'ять"  "anti-army"  "юго-восток"  "AT&T"  "M16"  "two_words"   go on
 *     "U.S."  "т.д."  "Ph.D."  "Mr."  "No. 5"  "J. Smith"                  keep their stop
 *     "enron.com"  "t.co/x9"  "killed.The"                                a name, a link, two sentences
 *     "didn't"  "Iran's"                                                  end before n't and 's
 *     "US$"                                                               takes its sign
 */
import {isLetter, isUpper, kindAt, kinds, widthAt} from './character-kinds.ts'
import {linkEnd, startsLink} from './links.ts'

interface Word {
  readonly to: number
  /** Units before "n't", else 0. */
  readonly split: number
}

export const apostrophes = "'’‘`´"
const clitics = new Set(['s', 're', 've', 'll', 'd', 'm'])
const longestAbbreviation = 8
const letterNext = /^[\p{L}\p{N}_]/u

export function wordEnd(text: string, from: number, limit: number, abbreviations: ReadonlySet<string>): Word {
  if (startsLink(text, from, limit)) return whole(linkEnd(text, from, limit))
  const script = kindAt(text, from)
  /** Where the letters after the last dot begin. */
  let part = from
  /** Whether all before `part` are single letters with dots: "U.S". */
  let initials = true
  let dotted = false
  let at = from
  while (at < limit) {
    const kind = kindAt(text, at)
    if (isLetter(kind) || kind === kinds.joiner) {
      if (isOtherScript(script, kind)) break
      // "yesterdayhttps://t.co/x9"
      if ((text[at] === 'h' || text[at] === 'p') && at > from && startsLink(text, at, limit)) return whole(at)
      at += widthAt(text, at)
      continue
    }
    if (kind === kinds.digit) {
      if (script === kinds.arabic) break
      at += widthAt(text, at)
      continue
    }
    if (kind !== kinds.sign || at + 1 >= limit) break
    const sign = text[at]!
    const next = kindAt(text, at + 1)
    if (sign === '_' && (isLetter(next) || next === kinds.digit)) at++
    else if (sign === '&' && isLetter(next)) at++
    else if (sign === '-' && keepsHyphen(text, from, at, script, next, abbreviations)) at++
    else if (apostrophes.includes(sign) && isLetter(next)) {
      if (/^t(?!\p{L})/iu.test(text.slice(at + 1, at + 3)) && /n/i.test(text[at - 1]!))
        return {to: at + 2, split: at - 1 - from}
      if (cliticEnd(text, at, limit)) break
      at++
    } else if (sign === '.' && isLetter(next)) {
      const step = afterDot(text, {from, part, at, limit, initials, script}, abbreviations)
      if (step === 'stop') break
      if (step === 'with dot') return whole(at + 1)
      initials &&= isOne(text, part, at)
      dotted = true
      at++
      part = at
    } else break
  }
  if (dotted && text[at] === '/' && at + 1 < limit && letterNext.test(text.slice(at + 1, at + 3)))
    return whole(linkEnd(text, from, limit))
  if (
    text[at] === '.' &&
    at < limit &&
    keepsStop(text, {from, part, at, limit, initials, script}, abbreviations)
  )
    return whole(at + 1)
  if (at - from <= 3 && at < limit && /\p{Sc}/u.test(text[at]!) && /^\p{Lu}+$/u.test(text.slice(from, at)))
    return whole(at + 1)
  return whole(at)
}

/** The end of the clitic an apostrophe begins ("'s"), or 0. */
export function cliticEnd(text: string, at: number, limit: number): number {
  for (const length of [1, 2]) {
    const end = at + 1 + length
    if (
      end <= limit &&
      clitics.has(text.slice(at + 1, end).toLowerCase()) &&
      !letterFollows(text, end, limit)
    )
      return end
  }
  return 0
}

interface Place {
  readonly from: number
  readonly part: number
  readonly at: number
  readonly limit: number
  readonly initials: boolean
  readonly script: number
}

function afterDot(
  text: string,
  {from, part, at, limit, initials, script}: Place,
  abbreviations: ReadonlySet<string>
): 'go on' | 'stop' | 'with dot' {
  const next = at + 1
  const nextIsOne = !letterFollows(text, next + widthAt(text, next), limit)
  if (nextIsOne && initials && isOne(text, part, at)) return 'go on'
  if (script === kinds.arabic) return 'stop'
  if (has(abbreviations, text.slice(from, Math.min(limit, at + 3)))) return 'go on'
  const isCapital = isUpper(text, next)
  if (isCapital && initials && isOne(text, part, at) && isUpper(text, part)) return 'with dot'
  if (isCapital && at - from <= longestAbbreviation && has(abbreviations, text.slice(from, at)))
    return 'with dot'
  if (!isCapital || nextIsOne || isUpper(text, at - 1)) return 'go on'
  return 'stop'
}

function keepsStop(
  text: string,
  {from, part, at, limit, initials, script}: Place,
  abbreviations: ReadonlySet<string>
): boolean {
  const next = at + 1 < limit ? text[at + 1]! : ''
  // "etc..." is a word and dots, "Jr.." an abbreviation and a full stop.
  if (next === '.' && text[at + 2] === '.') return false
  if (at - from <= longestAbbreviation && has(abbreviations, text.slice(from, at))) return true
  if (part > from) return initials && isOne(text, part, at) && script !== kinds.arabic
  if (isOne(text, from, at) && isUpper(text, from)) return /^[\s,-]/.test(next) || isUpper(text, at + 1)
  // "p. 12", "c. 1450", "No. 5"
  if (script !== kinds.letter || at - from > 2) return false
  return /^(?:[bcdnpv]|nos?)$/i.test(text.slice(from, at)) && /^ {0,2}\d/.test(text.slice(at + 1, at + 4))
}

function keepsHyphen(
  text: string,
  from: number,
  at: number,
  script: number,
  next: number,
  abbreviations: ReadonlySet<string>
): boolean {
  if (script === kinds.cyrillic) return next === kinds.cyrillic || next === kinds.digit
  // "Jamaat-e-Islami" has no beginning "e-".
  if ((!isLetter(next) && next !== kinds.digit) || text[from - 1] === '-') return false
  return at - from < longestAbbreviation && abbreviations.has(text.slice(from, at + 1).toLowerCase())
}

function has(abbreviations: ReadonlySet<string>, word: string): boolean {
  return abbreviations.has(word.toLowerCase()) || abbreviations.has(word)
}

/** Arabic script stands apart; Latin and Cyrillic letters that look alike are mixed in one word. */
function isOtherScript(script: number, kind: number): boolean {
  return (
    kind !== kinds.mark &&
    kind !== kinds.joiner &&
    script !== kinds.mark &&
    (script === kinds.arabic) !== (kind === kinds.arabic)
  )
}

function isOne(text: string, from: number, to: number): boolean {
  return to - from === widthAt(text, from)
}

function letterFollows(text: string, at: number, limit: number): boolean {
  return at < limit && isLetter(kindAt(text, at))
}

function whole(to: number): Word {
  return {to, split: 0}
}
