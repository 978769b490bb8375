/** Turns the entries of a feed into reports, each with its outlet, or says why one is none. */
import type {Extraction} from '../model/document.ts'
import type {ReportRecord} from '../model/report.ts'
import type {Feed, FeedEntry} from './feed.ts'

/** Changes whenever the same bytes may give another text. */
const feedReader = 'feed 1'

/** In the order of the feed; what is odd about the feed itself stands first, without an entry. */
export function feedRecords({title, entries, problems}: Feed): Extraction {
  if (entries.length === 0) return {reason: ['has no entries', ...problems].join('; ')}
  const outlet = title && outletOf(title)
  return {
    found: [
      ...problems.map(reason => ({entry: null, reason})),
      ...entries.map(entry =>
        entry.flaw === null
          ? {entry: entry.id, record: recordOf(entry, outlet)}
          : {entry: entry.id, reason: entry.flaw + (entry.url ? ` (${entry.url})` : '')}
      )
    ]
  }
}

function recordOf(entry: FeedEntry, outlet: string | null): ReportRecord {
  const {byline, id, isSummary, marked, publishedOn, text, title, url} = entry
  return {
    url,
    outlet: entry.outlet ?? outlet,
    title,
    publishedOn,
    ...(byline && {byline}),
    ...(marked.length && {marked}),
    made: {by: isSummary ? `${feedReader}, summary` : feedReader, entry: id},
    text
  }
}

/** "The Plateau Daily - RSS Feed", "The Plateau Daily » World": who publishes, not which of its feeds it is. */
function outletOf(title: string): string {
  const name = title
    .replace(/\s*(?:[-–—|:»(]\s*)?\b(?:rss|atom)(?:\s+feeds?)?\)?$/i, '')
    .replace(/\s+»\s.*$/, '')
  return name.trim() || title
}
