/**
 * Reads a feed of reports: RSS, Atom, RDF and JSON Feed.
 *
 * What is not well-formed is mended first by a parser that takes any markup, so a feed that was cut off or has stray
 * ampersands still gives its entries; the entry within which it was cut is told apart. Nothing of a document type
 * declaration is read (SAFETY H4). Texts are text alone, whatever markup stood in them; links lead to http and https.
 */
import type {IsoDate} from '../model/date.ts'
import type {MarkedPassage} from '../model/report.ts'
import {decodeText} from './charset.ts'
import {entryOf, lineOf} from './feed/entry.ts'
import {httpUrl} from './feed/http-url.ts'
import {outletName} from './feed/outlet-name.ts'
import {mostEntries, type ParsedFeed, parseJson, parseXml} from './feed/parse-feed.ts'

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

export function readFeed(bytes: Uint8Array, {mediaType, url}: FeedSource): Feed | {readonly reason: string} {
  if (bytes.length > largest)
    return {reason: `is larger than ${largest / 2 ** 20} MB, too large for a feed; split it`}
  const {text} = decodeText(bytes, mediaType)
  const start = text.trimStart()
  if (start === '') return {reason: 'is empty'}
  const read = start.startsWith('{') ? parseJson(start) : parseXml(start)
  return 'reason' in read ? read : feedOf(read, url)
}

function feedOf({raw, problems, isCut}: ParsedFeed, url: string | null): Feed {
  const base = httpUrl(raw.base, url) ?? url ?? httpUrl(raw.link, null)
  const title = lineOf(raw.title)
  const kept = raw.entries.slice(0, mostEntries)
  const ids = new Map<string, number>()
  const entries = kept.map((each, i) => {
    const entry = entryOf(each, {base, outlet: title && outletName(title)})
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
