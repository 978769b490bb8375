/**
 * Fetches pages, feeds and files by URL: only what anybody may see, from public addresses, politely, within limits
 * (SAFETY H1, H2), and keeps how each came (C2).
 */
import {setTimeout as later} from 'node:timers/promises'
import type {Capture} from '../../model/document.ts'
import type {FetchConditions, Fetched, Fetcher} from '../fetcher.ts'
import {type ExchangeOptions, header, openExchange} from './exchange.ts'
import {type FetchFailure, failureOfStatus} from './fetch-failure.ts'
import {type Clock, createTurns} from './hosts.ts'
import {createRobots} from './robots.ts'
import {type Walk, type WalkTask, walk} from './walk.ts'

export interface FetcherOptions extends ExchangeOptions {
  /** "Dateline/1.0 (+https://example.org/about)". What stands before "/" is the name that robots.txt calls us by. */
  readonly userAgent: string
  /** Between two requests to one host that asks for nothing else. */
  readonly pauseMs?: number
  readonly clock?: Clock
  /** Ends waits, and lets what is on its way fail as stopped. */
  readonly signal?: AbortSignal
}

const accepted =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.8'

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => later(ms, undefined, signal && {signal}).catch(() => {})
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const {userAgent, pauseMs = 2000, clock = systemClock, signal} = options
  const exchange = openExchange(options)
  const robot = userAgent.split('/', 1)[0]!
  const headers = {'user-agent': userAgent, accept: accepted, 'accept-encoding': 'gzip, deflate, br, zstd'}
  const task: WalkTask = {
    exchange,
    turns: createTurns(clock, signal),
    clock,
    headers,
    rulesOf: null,
    pauseMs,
    signal
  }
  const rulesOf = createRobots(async url => (await walk(url, task)).last, robot, clock.now)
  return {
    async fetchDocument(requested, conditions = {}) {
      const walked = await walk(requested, {
        ...task,
        rulesOf,
        headers: {...headers, ...conditional(conditions)}
      })
      return fetchedBy(walked, requested, conditions.feed ?? null, new Date(clock.now()))
    },
    close: () => exchange.close()
  }
}

/** A host that gives a book for an ETag would refuse to get it back. */
const longestTag = 1024

function conditional({etag, lastModified}: FetchConditions): Record<string, string> {
  const isSent = (value: string | null | undefined) => value && value.length <= longestTag
  return {
    ...(isSent(etag) && {'if-none-match': etag!}),
    ...(isSent(lastModified) && {'if-modified-since': lastModified!})
  }
}

function fetchedBy(
  {redirects, url, last, isClosed, retryAfterMs}: Walk,
  requested: string,
  feed: string | null,
  at: Date
): Fetched {
  const head = 'failure' in last ? last.head : last
  const capture: Capture | null = head && {
    requestedUrl: requested.split('#', 1)[0]!,
    redirects,
    finalUrl: url,
    status: head.status,
    headers: head.headers,
    fetchedAt: at.toISOString(),
    feed
  }
  const inWords = (reason: string) => (redirects.length && url ? `leads to ${url}, which ${reason}` : reason)
  const failed = ({reason, retryable}: FetchFailure): Fetched => ({
    kind: 'failed',
    reason: inWords(reason),
    retryable,
    ...(retryAfterMs !== undefined && {retryAfterMs}),
    capture
  })
  if ('failure' in last)
    return isClosed ? {kind: 'skipped', reason: inWords(last.failure.reason)} : failed(last.failure)
  if (last.status === 304) return {kind: 'unchanged', capture: capture!}
  if (last.status < 200 || last.status > 299) return failed(failureOfStatus(last.status))
  return {
    kind: 'document',
    bytes: last.body,
    mediaType: header(last, 'content-type'),
    capture: capture!,
    etag: header(last, 'etag'),
    lastModified: header(last, 'last-modified')
  }
}
