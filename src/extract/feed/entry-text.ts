/** The words of an entry, of whatever markup they stand in. */
import type {MarkedPassage} from '../../model/report.ts'
import {domText} from '../dom-text.ts'
import {parseHtml} from '../parse-html.ts'

export interface EntryText {
  readonly text: string
  readonly marked: readonly MarkedPassage[]
}

/** Whatever is declared: many feeds say "text" of markup and "html" of plain text. */
const markup = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>|<!(?:--|doctype)/i
/** A longer text of one entry is none, in UTF-16 units. */
const longest = 4 * 2 ** 20

/** `type` as declared: "html", "text/plain"; null where nothing is. What is no text ("image/png") has no words. */
export function entryText(written: string, type: string | null): EntryText {
  const declared = /[^;]*/
    .exec(type ?? '')![0]
    .trim()
    .toLowerCase()
  const isText = declared === '' || /^(?:text|plain)$|^text\/|html|xml/.test(declared)
  if (!isText || written.length > longest) return {text: '', marked: []}
  if (markup.test(written)) return domText(bodyOf(written))
  return {text: plainText(written), marked: []}
}

function bodyOf(html: string): Element {
  return parseHtml(`<!doctype html><html><head></head><body>${html}</body></html>`).body
}

/** Lines stay; entities that were escaped twice are read. */
function plainText(written: string): string {
  const text = /&#?\w+;/.test(written) ? (bodyOf(`<pre>${written}</pre>`).textContent ?? '') : written
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .toWellFormed()
    .normalize('NFC')
}

const controls = /[^\P{Cc}\t\n]/gu
