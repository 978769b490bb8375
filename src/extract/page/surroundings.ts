/**
 * Marks the paragraphs beside and between those of a report: read-also lines, notices, stamps, credits of pictures.
 *
 *     "Read also: Market to reopen" (a link)      boilerplate
 *     "Sign up to our newsletter."                 boilerplate
 *     "By Jane Roe", before the first sentence     boilerplate
 *     "Photo: R. Oru / Norwire"                    caption
 *     "Photos show smoke over the town."           body: a sentence
 *
 * The title that stands before the text, and paragraphs that are given twice, are left out; nothing else is.
 */
import type {Mark, Paragraph} from '../dom-text.ts'
import {byline, notice, pictureCredit, readAlso, request} from './phrases.ts'

/** Writing without blanks has about two letters to a word. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]{1,2}|[\p{L}\p{N}\p{M}]+/gu

export const countWords = (text: string): number => text.match(word)?.length ?? 0

const endsSentence = /[.!?…؟。！？][."”’»)\]」]*$/u
/** A day with its year, and little else. */
const stamp =
  /^[^\p{L}\p{N}]*(?:\p{L}+\.?:?\s+){0,3}(?:\p{L}{3,12}\.?,? )?(?:\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)?(?: de)? \p{L}{3,12}\.?,?(?: de)? \d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}).{0,60}$/u

/** `bodies`: what the page names as the body of the report; none where it names nothing. */
export function markSurroundings(
  paragraphs: readonly Paragraph[],
  title: string | null,
  bodies: readonly Element[]
): Paragraph[] {
  const lastInBody =
    bodies.length === 0
      ? paragraphs.length
      : paragraphs.findLastIndex(({block}) => bodies.some(body => body.contains(block)))
  const isReported = (paragraph: Paragraph, n: number) => n <= lastInBody && isProse(paragraph)
  const first = paragraphs.findIndex(isReported)
  const last = paragraphs.findLastIndex(isReported)
  const seen = new Set<string>()
  let isOver = false
  return paragraphs.flatMap((paragraph, n) => {
    const {text, block, mark} = paragraph
    if (mark) return paragraph
    if (n < first && title !== null && plain(text) === plain(title)) return []
    const words = countWords(text)
    if (words >= fewestOfProse && seen.has(text)) return []
    seen.add(text)
    const own = kindOf(paragraph, words, n < first || n > last)
    // A heading such as "More stories" behind the last sentence: what follows it is a list of them.
    if (own === 'boilerplate' && n > last && words <= fewestOfProse && readAlso.test(text)) isOver = true
    const kind = own ?? (n > lastInBody || isOver ? 'boilerplate' : null)
    return kind ? {...paragraph, mark: {element: block, kind}} : paragraph
  })
}

/** Words that a sentence of a report has at least, when it stands alone. */
const fewestOfProse = 8

/** Sentences, not mere links. */
export function isProse({text, mark, linked}: Paragraph): boolean {
  return mark === null && linked < 0.8 && isSentence(text)
}

export function isSentence(text: string): boolean {
  return endsSentence.test(text) && countWords(text) >= fewestOfProse
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Longer paragraphs are never taken for a credit, a stamp or a notice. */
const [longestCredit, longestStamp, longestNotice] = [25, 20, 60]
/** Lines before and behind the report that are as short say nothing of it. */
const longestScrap = 4

/** `isOutside`: before the first sentence of the report or behind its last. */
function kindOf({text, linked, block}: Paragraph, words: number, isOutside: boolean): Mark['kind'] | null {
  const isShort = !endsSentence.test(text)
  if (words === 0) return 'boilerplate'
  if (linked > 0.9 && (isShort || words < 12)) return 'boilerplate'
  if (readAlso.test(text) && (linked > 0.6 || (isShort && (linked > 0.3 || words <= 5)))) return 'boilerplate'
  if (request.test(text) && words < longestNotice) return 'boilerplate'
  if (notice.test(text) && (isShort || isOutside) && words < longestNotice) return 'boilerplate'
  if (words < longestCredit && pictureCredit.test(text)) return 'caption'
  if (!isOutside) return null
  if (/^https?:\S+$/.test(text) || (linked > 0.5 && !isSentence(text))) return 'boilerplate'
  // Items of a list may name places or people, and a line with a colon begins one.
  if (words <= longestScrap && isShort && !text.endsWith(':') && block.localName !== 'li')
    return 'boilerplate'
  return words < longestStamp && (isStamp(text, words) || byline.test(text)) ? 'boilerplate' : null
}

/** In any language: numbers, one of them a year, and few words. */
export function isStamp(text: string, words = countWords(text)): boolean {
  const numbers = text.match(/\d+/g)?.length ?? 0
  const isDay = numbers >= 2 && words - numbers <= 7 && /\b(?:19|20)\d\d\b/.test(text)
  return stamp.test(text) || (isDay && !endsSentence.test(text))
}
