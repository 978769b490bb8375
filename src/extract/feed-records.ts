/** Turns the entries of a feed into reports, each with its outlet, or says why one is none. */
import type {EntryLink, Extraction} from '../model/document.ts'
import type {ReportRecord} from '../model/report.ts'
import {outletName} from './feed/outlet-name.ts'
import type {Feed, FeedEntry} from './feed.ts'
import {headed} from './headed.ts'

/** Changes whenever the same bytes may give another text. */
const feedReader = 'feed 1'

/** In the order of the feed; what is odd about the feed itself stands first, without an entry. */
export function feedRecords({title, entries, problems: odd, refreshMs}: Feed): Extraction {
  const outlet = title && outletName(title)
  const problems = entries.length ? odd : ['has no entries', ...odd]
  return {
    feed: {title, refreshMs},
    found: [
      ...problems.map(reason => ({entry: null, reason})),
      ...entries.map(entry =>
        entry.flaw === null
          ? {entry: entry.id, record: recordOf(entry, outlet), link: linkOf(entry, outlet)}
          : {
              entry: entry.id,
              reason: entry.flaw + (entry.url ? ` (${entry.url})` : ''),
              link: linkOf(entry, outlet)
            }
      )
    ]
  }
}

function recordOf(entry: FeedEntry, outlet: string | null): ReportRecord {
  const {byline, id, isSummary, marked, publishedOn, text, title, url} = entry
  return headed({
    url,
    outlet: entry.outlet ?? outlet,
    title,
    publishedOn,
    ...(byline && {byline}),
    ...(marked.length && {marked}),
    made: {by: isSummary ? `${feedReader}, summary` : feedReader, entry: id},
    text
  })
}

function linkOf(
  {url, title, byline, publishedOn, updatedAt, outlet: own}: FeedEntry,
  outlet: string | null
): EntryLink {
  return {url, title, outlet: own ?? outlet, byline, publishedOn, updatedAt}
}
