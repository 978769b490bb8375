/** Feeds that are watched, as a table for people. */
import type {FeedState} from '../../workflows/open-store.ts'

/** "2024-03-05 08:00", UTC. */
export function timeOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ')
}

export function printFeeds(feeds: readonly FeedState[]): string {
  const rows = feeds.map(feed => [
    feed.state,
    feed.checkedAt ? timeOf(feed.checkedAt) : 'never',
    feed.changedAt ? timeOf(feed.changedAt) : 'never',
    feed.state === 'gone' ? 'never' : timeOf(feed.dueAt),
    feed.title ?? feed.url
  ])
  const head = ['state', 'checked', 'new entries', 'next', 'feed']
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map(row => row[i]!.length)))
  const lines = [head, ...rows].map(row =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd()
  )
  return feeds
    .flatMap(({title, url, error, failures}, i) => [
      lines[i + 1]!,
      ...(title === null ? [] : [`      ${url}`]),
      ...(error === null
        ? []
        : [`      ${failures === 1 ? 'the last check' : `the last ${failures} checks`}: ${error}`])
    ])
    .reduce((text, line) => `${text}${line}\n`, `${lines[0]}\n`)
}
