/**
 * What bytes are: a page, a feed, JSON Lines or plain text; by what they begin with, then by what they are said to be.
 *
 *     <!doctype html>, <html, <article ...      page
 *     <rss, <feed, <rdf:RDF, {"version": "https://jsonfeed.org/...   feed
 *     {"text": ...                              JSON Lines
 *     anything else that is text                text, unless it is said to be a page
 *
 * Servers often call a feed a page, and a page XML: what stands there outranks what is said.
 */
import type {DocumentKind} from '../model/document.ts'
import {flawOf, opening} from './decode.ts'

export type Kind = DocumentKind | 'json-lines' | 'text'

const pageTags =
  'html|head|body|title|meta|link|script|style|base|div|p|article|section|main|header|nav|aside|table|h[1-6]|ul|ol|blockquote|figure|span|a'
const isPage = new RegExp(`^(?:<!doctype html|<(?:${pageTags})[\\s>/])`, 'i')
const isFeed = /^<(?:rss|feed|rdf:rdf|[\w-]+:feed|channel)[\s>/]/i
/** What may stand before the first tag: the XML declaration, processing instructions, comments, a doctype of something else. */
const prologue = /^(?:\s|<\?[^>]*>|<!--.*?-->|<!doctype (?!html)[^>[]*(?:\[[^\]]*\])?\s*>)*/is
/** Some feeds call themselves pages. */
const htmlDoctype = /^<!doctype html[^>]*>(?:\s|<!--.*?-->)*/is

/** `mediaType` and `name`, a path or URL, are what is said of them; null where nothing is. */
export function kindOf(
  bytes: Uint8Array,
  mediaType: string | null,
  name: string | null
): Kind | {readonly reason: string} {
  const reason = flawOf(bytes)
  if (reason) return {reason}
  const start = opening(bytes)
  const first = start.replace(/^\uFEFF/, '').replace(prologue, '')
  if (isFeed.test(first.replace(htmlDoctype, ''))) return 'feed'
  if (isPage.test(first)) return 'page'
  if (first.startsWith('{')) {
    if (/"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/.test(first)) return 'feed'
    // A text whose first line is an object with a "text" is JSON Lines, whatever its name.
    if (/^[^\n]*"text"\s*:/.test(first)) return 'json-lines'
  }
  return saidToBe(mediaType, name, /^<[\w!?]/.test(first))
}

function saidToBe(mediaType: string | null, name: string | null, isMarkup: boolean): Kind {
  const type = mediaType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const ending = /\.(\w+)(?:[?#].*)?$/.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  if (/^application\/(?:rss|atom|rdf)\+xml$|^application\/feed\+json$/.test(type)) return 'feed'
  if (/^text\/html$|^application\/xhtml\+xml$/.test(type)) return 'page'
  if (/^(?:jsonl|ndjson)$/.test(ending) || /^application\/(?:jsonl|x-ndjson|json-lines)$/.test(type))
    return 'json-lines'
  if (type === 'text/plain') return 'text'
  if (/^(?:rss|atom|rdf)$/.test(ending)) return 'feed'
  if (/^(?:html?|xhtml|shtml|php|aspx?)$/.test(ending)) return 'page'
  return isMarkup && /xml/.test(`${type} ${ending}`) ? 'feed' : 'text'
}
