/**
 * When a feed is due next, from what its last check brought: more often where there is news, less where there is none,
 * never sooner than its host wishes, and ever more seldom where it fails.
 */
import type {FeedState} from '../store/store.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Between two checks, while all is well. */
export const intervals = {first: 30 * minuteMs, least: 10 * minuteMs, most: 12 * hourMs}
/** A host may wish for less; not for so little that a feed is forgotten. */
const longestWishMs = dayMs
/** So many failures in a row, and a feed is dead: kept, checked once a day, listed. */
export const failuresOfDead = 10

/** What a check brought. */
export type FeedCheck =
  | {
      readonly kind: 'read'
      readonly title: string | null
      readonly etag: string | null
      readonly lastModified: string | null
      readonly hasNew: boolean
      /** What the feed or its host wishes between two checks; null where they wish for nothing. */
      readonly wishMs: number | null
    }
  | {readonly kind: 'unchanged'; readonly wishMs: number | null}
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly isGone: boolean
      readonly retryAfterMs?: number
    }

/** Of a feed that nothing is known of. */
export function newFeed(url: string, now: Date): FeedState {
  return {
    url,
    title: null,
    state: 'live',
    etag: null,
    lastModified: null,
    checkedAt: null,
    changedAt: null,
    failures: 0,
    error: null,
    intervalMs: intervals.first,
    dueAt: now.toISOString(),
    pausedAt: null
  }
}

/** `random`: from 0 to 1; it spreads the checks of many feeds. */
export function afterCheck(feed: FeedState, check: FeedCheck, now: Date, random: () => number): FeedState {
  const checkedAt = now.toISOString()
  const in_ = (ms: number) => new Date(now.getTime() + ms).toISOString()
  if (check.kind === 'failed') {
    const failures = feed.failures + 1
    const state = check.isGone ? 'gone' : failures >= failuresOfDead ? 'dead' : 'live'
    const backOffMs = Math.min(dayMs, feed.intervalMs * 2 ** Math.min(failures - 1, 20)) * (0.5 + random())
    const waitMs = state === 'dead' ? dayMs * spread(random) : backOffMs
    const dueAt = in_(Math.max(waitMs, check.retryAfterMs ?? 0, intervals.least))
    return {...feed, state, checkedAt, failures, error: check.reason, dueAt}
  }
  const isNews = check.kind === 'read' && check.hasNew
  const intervalMs = Math.min(intervals.most, Math.max(intervals.least, feed.intervalMs * (isNews ? 0.5 : 2)))
  const wishMs = Math.min(longestWishMs, check.wishMs ?? 0)
  return {
    ...feed,
    ...(check.kind === 'read' && {
      title: check.title ?? feed.title,
      etag: check.etag,
      lastModified: check.lastModified
    }),
    state: 'live',
    checkedAt,
    changedAt: isNews ? checkedAt : feed.changedAt,
    failures: 0,
    error: null,
    intervalMs,
    dueAt: in_(Math.max(intervalMs * spread(random), wishMs))
  }
}

/** Nine to eleven tenths. */
function spread(random: () => number): number {
  return 0.9 + 0.2 * random()
}
