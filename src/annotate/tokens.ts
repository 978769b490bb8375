/**
 * Splits text into tokens, as the English treebanks do.
 *
 *     "didn't"             did n't
 *     "Iranian-backed"     Iranian - backed
 *     "U.S.", "Mr.", "5th", "1,300", "#Mopti", "@desk"   one token each
 *
 * Works on any script; offsets are exact. Every character that is not white
 * space is in a token.
 */
import type {Span} from '../model/span.ts'

const longestAbbreviation = 8

// In order: links, addresses, initials, money signs, numbers with unit, handles, words, runs of dots and dashes, anything else.
const pattern = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.|pic\.twitter\.com\/|t\.co\/)[^\s<>"]+`,
    String.raw`[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}`,
    String.raw`(?:[A-Za-z]\.){2,10}`,
    '[$€£]',
    String.raw`\p{Nd}+(?:[.,:\/]\p{Nd}+)*(?:st|nd|rd|th|s|k|m|am|pm)?(?![\p{L}])|\p{Nd}+`,
    String.raw`[@#][\p{L}\p{M}\p{Nd}_]+`,
    String.raw`[\p{L}\p{M}]+(?:[.&][\p{L}]+)*(?:\p{Nd}+[\p{L}\p{Nd}]*)?`,
    String.raw`\.{2,}`,
    '-{2,}',
    String.raw`[!?]+`,
    String.raw`\p{Extended_Pictographic}`,
    String.raw`\S`
  ].join('|'),
  'gu'
)
const clitic = /^['’](?:s|re|ve|ll|d|m)$/i
const letter = /\p{L}/u

/** `abbreviations`: lower-case words that keep their full stop. */
export function tokenize(text: string, region: Span, abbreviations: ReadonlySet<string>): Span[] {
  const tokens: {from: number; to: number}[] = []
  pattern.lastIndex = region.from
  for (let match = pattern.exec(text); match && match.index < region.to; match = pattern.exec(text)) {
    const from = match.index
    let to = Math.min(pattern.lastIndex, region.to)
    const word = text.slice(from, to)
    if (text[to] === '.' && to < region.to && keepsStop(text, word, to, abbreviations)) to++
    const last = tokens.at(-1)
    if ((word === "'" || word === '’') && last?.to === from) {
      const negation =
        /^['’]t(?!\p{L})/iu.test(text.slice(from, from + 4)) && /n$/i.test(text.slice(last.from, last.to))
      if (negation) {
        // "didn't": the "n" goes with the rest.
        to = from + 2
        if (last.to - 1 > last.from) {
          last.to--
          tokens.push({from: last.to, to})
        } else last.to = to
        pattern.lastIndex = to
        continue
      }
      const end = cliticEnd(text, from)
      if (end > 0) to = end
    }
    if (/^cannot$/i.test(word)) tokens.push({from, to: from + 3}, {from: from + 3, to})
    else if (/^(https?:|www\.)/i.test(word)) tokens.push({from, to: (to = withoutStops(text, from, to))})
    else tokens.push({from, to})
    pattern.lastIndex = to
  }
  return tokens
}

function keepsStop(text: string, word: string, to: number, abbreviations: ReadonlySet<string>): boolean {
  if (word.length > longestAbbreviation) return false
  if (abbreviations.has(word.toLowerCase())) return true
  // An initial: "J. Smith", "J.R."
  return /^[A-Z]$/.test(word) && /[\sA-Z]/.test(text[to + 1] ?? '')
}

function cliticEnd(text: string, from: number): number {
  for (const length of [3, 2]) {
    const after = text[from + length]
    if (clitic.test(text.slice(from, from + length)) && !(after && letter.test(after))) return from + length
  }
  return 0
}

/** A link without the punctuation of the sentence it stands in. */
function withoutStops(text: string, from: number, to: number): number {
  let end = to
  while (end > from + 1 && '.,;:!?)]\'"”’'.includes(text[end - 1]!)) end--
  return end
}
