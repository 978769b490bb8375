/**
 * Watches feeds: checks each when it is due, several at a time, and takes up what is new, until it is stopped.
 *
 * All that it knows stands in the store, so that another watch goes on where this one ended.
 */
import type {Clock} from '../fetch/http/hosts.ts'
import type {FeedState} from '../store/store.ts'
import {checkFeed, type FeedChecked, type FeedReading} from './check-feed.ts'
import {afterCheck, newFeed} from './feed-schedule.ts'

export interface WatchTask extends Omit<FeedReading, 'now'> {
  readonly clock: Clock
  /** Checked at the same time. */
  readonly feedsAtOnce: number
  /** Ends when all that are due have been checked. */
  readonly once: boolean
  readonly onFeed: (checked: FeedChecked) => void
}

/** A feed that rests is asked about again after so long. */
const restingMs = 60_000

/** Resolves when it was stopped, when nothing is left to watch, or after one round; the feeds as they are then. */
export async function watch(urls: readonly string[], task: WatchTask): Promise<readonly FeedState[]> {
  const {clock, signal, store, once, feedsAtOnce, onFeed} = task
  const feeds = new Map<string, FeedState>()
  for (const url of urls) feeds.set(url, (await store.feeds.of(url)) ?? newFeed(url, new Date(clock.now())))
  const working = new Map<string, Promise<void>>()
  const checked = new Set<string>()

  const check = async (feed: FeedState) => {
    // Somebody may have let it rest, or called it due, since.
    const {pausedAt = null} = (await store.feeds.of(feed.url)) ?? {}
    if (pausedAt !== null) {
      checked.add(feed.url)
      feeds.set(feed.url, {...feed, pausedAt, dueAt: new Date(clock.now() + restingMs).toISOString()})
      return
    }
    const done = await checkFeed(feed, {...task, now: clock.now}).catch((error: Error) =>
      broken(feed, error, task)
    )
    checked.add(feed.url)
    if (!done) return
    feeds.set(feed.url, done.feed)
    onFeed(done)
  }
  const waiting = () =>
    [...feeds.values()]
      .filter(({url, state}) => state !== 'gone' && !working.has(url) && !(once && checked.has(url)))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))

  let ends: PromiseSettledResult<void>[] = []
  try {
    while (!signal.aborted) {
      const now = clock.now()
      for (const feed of waiting()) {
        if (working.size >= feedsAtOnce || Date.parse(feed.dueAt) > now) break
        working.set(
          feed.url,
          check(feed).finally(() => working.delete(feed.url))
        )
      }
      if (working.size === 0 && (once || feeds.size === 0)) break
      const [next] = working.size < feedsAtOnce && !once ? waiting() : []
      if (!next && working.size === 0) break
      await soonest(next ? Date.parse(next.dueAt) - now : null, [...working.values()], clock, signal)
    }
  } finally {
    ends = await Promise.allSettled(working.values())
  }
  const lost = ends.find(end => end.status === 'rejected')
  if (lost) throw lost.reason
  return [...feeds.values()]
}

/** One feed that breaks what reads it does not end the others; a store that cannot be written does. */
async function broken(
  feed: FeedState,
  {message}: Error,
  {store, clock, random}: WatchTask
): Promise<FeedChecked> {
  const check = {kind: 'failed', reason: `could not be checked: ${message}`, isGone: false} as const
  const after = afterCheck(feed, check, new Date(clock.now()), random)
  await store.feeds.save(after)
  return {feed: after, done: 0, failed: 0, skipped: 0, putOff: 0}
}

/** Resolves when one of the works is done, or the time is over, or the signal says stop. */
async function soonest(
  ms: number | null,
  works: readonly Promise<void>[],
  clock: Clock,
  signal: AbortSignal
): Promise<void> {
  const over = new AbortController()
  const wait = ms === null ? [] : [clock.sleep(Math.max(1, ms), AbortSignal.any([signal, over.signal]))]
  try {
    await Promise.race([...works, ...wait])
  } finally {
    over.abort()
  }
}
