/**
 * What the opening of a paragraph says of all that it tells: its place in a list headed by towns, its day in a live blog.
 *
 *     "Goma: Police fired ... One man was killed."      both sentences are of Goma, where other paragraphs are headed so too
 *     "16:20 - Officers fired towards the crowd."       of the day of publication
 */
import {isIsoDate, type When} from '../model/date.ts'
import type {Annotated} from '../model/layers.ts'

type Read = Annotated<'header' | 'syntax' | 'places'>

const behindName = /^(?: \([^()\n]{2,40}\))?(?:, \p{Lu}[\p{L} '’-]{2,24})?(?::\s|\s[–—-]{1,2}\s)/u
const entry = /^\s*(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\.?)\s*(?:[A-Z]{3,4}\s*)?[-–—:|\n]/

/** The place that heads the paragraph of a sentence, by number of the sentence. */
export function placesOfParagraphs({text, syntax, places}: Read): ReadonlyMap<number, string> {
  const heads = places.flatMap(({id, mentions}) =>
    mentions.flatMap(({from, to}) => {
      const start = text.lastIndexOf('\n', from - 1) + 1
      const opens = /^[\s•*·–—-]*$/.test(text.slice(start, from)) && behindName.test(text.slice(to, to + 80))
      return opens ? [{id, from}] : []
    })
  )
  if (new Set(heads.map(({id}) => id)).size < 2) return new Map()
  const headed = new Map<number, string>()
  for (const {id, from} of heads) {
    const end = text.indexOf('\n', from)
    for (const sentence of syntax.sentences)
      if (sentence.to > from && (end < 0 || sentence.from < end)) headed.set(sentence.index, id)
  }
  return headed
}

/** The day of publication, for sentences of paragraphs that begin with a time of day. */
export function dayOfEntries({text, header, syntax}: Read): (sentence: number) => When | null {
  const {publishedOn} = header
  if (publishedOn === null || !isIsoDate(publishedOn)) return () => null
  const when: When = {from: publishedOn, to: publishedOn, precision: 'day', known: 'inferred'}
  return sentence => {
    const {from} = syntax.sentences[sentence]!
    const start = text.lastIndexOf('\n\n', from) + 1
    return entry.test(text.slice(start, start + 40)) ? when : null
  }
}
