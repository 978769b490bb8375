/** Marks paragraphs beside and between the body. */
import type {Mark, Paragraph} from '../dom-text.ts'
import {byline, notice, pictureCredit, readAlso} from './phrases.ts'

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
const endsSentence = /[.!?…؟。]["”’»)\]]*$/u
const stamp =
  /^\W*(?:\p{L}+\.?:?\s+){0,3}(?:\p{L}{3,12}\.?,? )?(?:\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)?(?: de)? \p{L}{3,12}\.?,?(?: de)? \d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}).{0,60}$/u

export function markSurroundings(
  paragraphs: readonly Paragraph[],
  title: string | null,
  body: Element | null
): Paragraph[] {
  const lastInBody =
    body === null ? paragraphs.length : paragraphs.findLastIndex(({block}) => body.contains(block))
  const isReported = (paragraph: Paragraph, n: number) => n <= lastInBody && isProse(paragraph)
  const first = paragraphs.findIndex(isReported)
  const last = paragraphs.findLastIndex(isReported)
  const seen = new Set<string>()
  let isOver = false
  const kept: Paragraph[] = []
  for (const [n, paragraph] of paragraphs.entries()) {
    const {text, block, mark, linked} = paragraph
    if (mark) {
      kept.push(paragraph)
      continue
    }
    if (n < first && title && plain(text) === plain(title)) continue
    const words = countWords(text)
    if (words >= 8) {
      if (seen.has(text)) continue
      seen.add(text)
    }
    const isOutside = n < first || n > last
    const own = kindOf(text, linked, words, isOutside)
    const isHeading = words <= 8 && !endsSentence.test(text)
    if (n > last && own === 'boilerplate' && isHeading && readAlso.test(text)) isOver = true
    const kind = own ?? (n > lastInBody || isOver ? 'boilerplate' : null)
    kept.push(kind ? {...paragraph, mark: {element: block, kind}} : paragraph)
  }
  return kept
}

/** Sentences, not mere links. */
export function isProse({text, mark, linked}: Paragraph): boolean {
  return mark === null && linked < 0.8 && countWords(text) >= 8 && endsSentence.test(text)
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function kindOf(text: string, linked: number, words: number, isOutside: boolean): Mark['kind'] | null {
  if (words === 0) return 'boilerplate'
  if (linked > 0.9 && (words < 12 || !endsSentence.test(text))) return 'boilerplate'
  if (readAlso.test(text) && (linked > 0.6 || (!endsSentence.test(text) && (linked > 0.3 || words <= 5))))
    return 'boilerplate'
  if (notice.test(text) && words < 60) return 'boilerplate'
  if (words < 25 && pictureCredit.test(text)) return 'caption'
  if (isOutside) {
    if (/^https?:\S+$/.test(text)) return 'boilerplate'
    if (words <= 4 && !endsSentence.test(text)) return 'boilerplate'
    if (words < 20 && (isStamp(text, words) || byline.test(text))) return 'boilerplate'
    if (linked > 0.5 && !(words >= 8 && endsSentence.test(text))) return 'boilerplate'
  }
  return null
}

function isStamp(text: string, words: number): boolean {
  const numbers = text.match(/\d+/g)?.length ?? 0
  return (
    stamp.test(text) ||
    (numbers >= 2 && words - numbers <= 7 && /\b(?:19|20)\d\d\b/.test(text) && !endsSentence.test(text))
  )
}
