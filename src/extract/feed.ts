/**
 * Reads a feed of reports: RSS, Atom, RDF and JSON Feed.
 *
 * What is not well-formed is mended first by a parser that takes any markup, so a feed that was cut off or has stray
 * ampersands still gives its entries; the entry within which it was cut is told apart. Nothing of a document type
 * declaration is read (SAFETY H4). Texts are text alone, whatever markup stood in them; links lead to http and https.
 */
import {ParseError, parseFeed} from 'feedsmith'
import type {IsoDate} from '../model/date.ts'
import type {MarkedPassage} from '../model/report.ts'
import {decodeText} from './charset.ts'
import {withoutDoctype} from './feed/doctype.ts'
import {entryOf, lineOf} from './feed/entry.ts'
import {httpUrl} from './feed/http-url.ts'
import {mended} from './feed/mend.ts'
import {ofAtom, ofJson, ofRdf, ofRss, type RawFeed} from './feed/raw-entry.ts'

export interface Feed {
  readonly title: string | null
  /** Of the site whose feed it is. */
  readonly url: string | null
  /** As declared: "en-GB". */
  readonly language: string | null
  /** What it asks readers to wait between two checks; null where it does not say. */
  readonly refreshMs: number | null
  readonly entries: readonly FeedEntry[]
  /** What is odd about it, though it could be read. */
  readonly problems: readonly string[]
}

export interface FeedEntry {
  /** What tells it from the others of its feed: its own id, else its URL, else "#3"; another of the same id is "ID#2". */
  readonly id: string
  readonly url: string | null
  readonly title: string | null
  /** Names, never addresses. */
  readonly byline: string | null
  /** Who published it, where the feed gathers what others publish. */
  readonly outlet: string | null
  /** In the zone that the entry names. */
  readonly publishedOn: IsoDate | null
  /** Instant, UTC. */
  readonly updatedAt: string | null
  readonly categories: readonly string[]
  /** Empty where the entry has none. */
  readonly text: string
  readonly marked: readonly MarkedPassage[]
  /** Whether the text is a beginning or summary of a longer one. */
  readonly isSummary: boolean
  /** Why the entry is no report though it has a text; null where nothing speaks against it. */
  readonly flaw: string | null
}

export interface FeedSource {
  /** As declared: "application/rss+xml; charset=utf-8". */
  readonly mediaType: string | null
  /** Where the feed was, to resolve its links against. */
  readonly url: string | null
}

/** Larger feeds are refused: 16 MiB. Fetched ones are smaller (SAFETY H2). */
const largest = 16 * 2 ** 20
const mostEntries = 10_000

export function readFeed(bytes: Uint8Array, {mediaType, url}: FeedSource): Feed | {readonly reason: string} {
  if (bytes.length > largest)
    return {reason: `is larger than ${largest / 2 ** 20} MB, too large for a feed; split it`}
  const foreign = foreignEncoding(bytes)
  if (foreign) return {reason: `is encoded in ${foreign}, which is not read; convert it to UTF-8`}
  const {text} = decodeText(bytes, mediaType)
  const start = text.trimStart()
  if (start === '') return {reason: 'is empty'}
  if (start.startsWith('{')) {
    const raw = parse(start)
    return 'reason' in raw ? {reason: noJsonFeed(start)} : feedOf(raw, url, [])
  }
  const bare = withoutDoctype(start)
  if ('reason' in bare) return bare
  if (longPerson.test(bare.xml)) return {reason: 'names an author of over 2,000 characters; mend the feed'}
  const read = parseXml(bare.xml)
  if ('reason' in read) return read
  const problems = [
    ...(bare.declaresEntities ? ['declares entities of its own, which are not read'] : []),
    ...read.problems
  ]
  return feedOf(read.raw, url, problems, isCutWithinEntry(bare.xml))
}

/** The parser takes the square of the length of a name with brackets in it. */
const longPerson = /<(?:author|managingeditor|webmaster)[^<>]*>(?:\s*<!\[cdata\[)?[^<]{2000}/i

function parseXml(
  xml: string
): {readonly raw: RawFeed; readonly problems: readonly string[]} | {readonly reason: string} {
  const strict = parse(xml)
  if (!('reason' in strict) && strict !== nothing) return {raw: strict, problems: []}
  const whole = mended(fromRoot(xml))
  if (whole === null) return {reason: 'nests more elements than any feed; give its texts'}
  const lenient = parse(whole)
  if ('reason' in lenient) return {reason: unreadable(xml, lenient.reason)}
  if (lenient === nothing) return {raw: nothing, problems: []}
  const fault = 'reason' in strict ? strict.reason : 'words before its root'
  return {raw: lenient, problems: [`is not well-formed (${fault}); read as far as it can be`]}
}

/** Some servers write warnings of their own above a feed. */
function fromRoot(xml: string): string {
  return xml.slice(Math.max(0, xml.search(/<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i)))
}

function parse(text: string): RawFeed | {readonly reason: string} {
  try {
    const read = parseFeed(text, {maxItems: mostEntries + 1})
    switch (read.format) {
      case 'rss':
        return ofRss(read.feed)
      case 'rdf':
        return ofRdf(read.feed)
      case 'atom':
        return ofAtom(read.feed)
      case 'json':
        return ofJson(read.feed)
    }
  } catch (error) {
    // A feed of a known form with nothing in it that is read.
    if (error instanceof ParseError) return nothing
    const {cause, message} = error as Error
    return {reason: cause instanceof Error ? cause.message : message}
  }
}

function feedOf(raw: RawFeed, url: string | null, problems: readonly string[], isCut = false): Feed {
  const base = httpUrl(raw.base, url) ?? url ?? httpUrl(raw.link, null)
  const title = lineOf(raw.title)
  const kept = raw.entries.slice(0, mostEntries)
  const ids = new Map<string, number>()
  const entries = kept.map((each, i) => {
    const entry = entryOf(each, {base, outlet: title})
    const id = entry.id ?? entry.url ?? `#${i + 1}`
    const count = (ids.get(id) ?? 0) + 1
    ids.set(id, count)
    const flaw = isCut && i === kept.length - 1 ? 'is cut off: the feed ends within it' : entry.flaw
    return {...entry, flaw, id: count === 1 ? id : `${id}#${count}`}
  })
  return {
    title,
    url: httpUrl(raw.link, base),
    language: raw.language,
    refreshMs: raw.refreshMs,
    entries,
    problems:
      raw.entries.length > mostEntries
        ? [...problems, `has more than ${mostEntries} entries; the others are not read`]
        : problems
  }
}

const nothing: RawFeed = {title: null, link: null, language: null, base: null, refreshMs: null, entries: []}
const root = /^(?:\s|<\?.*?\?>|<!--.*?-->)*<(?:[\w-]+:)?(?<name>[\w-]{1,40})/s

function noJsonFeed(text: string): string {
  try {
    JSON.parse(text)
    return 'is no JSON Feed: it names no version, or no title and items'
  } catch (error) {
    return `is not JSON (${(error as Error).message.slice(0, 100)})`
  }
}

function unreadable(xml: string, detail: string): string {
  const name = root.exec(xml)?.groups?.name ?? null
  if (name === null) return 'is no feed: it has no element; give RSS, Atom, RDF or JSON Feed'
  if (/^(?:rss|feed|rdf)$/i.test(name)) return `is a feed that cannot be read (${detail})`
  return `is no feed: its root is <${name}>; give RSS, Atom, RDF or JSON Feed`
}

/** Whether the document ends before its root does, and an entry has begun and not ended. */
function isCutWithinEntry(xml: string): boolean {
  if (/<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i.test(xml)) return false
  return (
    lastOf(xml, /<(?:[\w-]+:)?(?:item|entry)[\s>]/gi) > lastOf(xml, /<\/(?:[\w-]+:)?(?:item|entry)\s*>/gi)
  )
}

function lastOf(xml: string, pattern: RegExp): number {
  let last = -1
  for (const {index} of xml.matchAll(pattern)) last = index
  return last
}

/** Encodings that XML allows and nothing here decodes, by the first four bytes (XML 1.0, appendix F). */
const foreign: Readonly<Record<string, string>> = {
  '0000feff': 'UTF-32',
  fffe0000: 'UTF-32',
  '0000003c': 'UTF-32',
  '3c000000': 'UTF-32',
  '4c6fa794': 'EBCDIC'
}

function foreignEncoding(bytes: Uint8Array): string | undefined {
  return foreign[Array.from(bytes.subarray(0, 4), byte => byte.toString(16).padStart(2, '0')).join('')]
}
