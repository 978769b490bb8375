/** Follows a URL to where it leads: at most five redirects, each checked like the first (SAFETY H1), each host in its turn. */
import type {Redirect} from '../../model/document.ts'
import {type Exchange, type Exchanged, header} from './exchange.ts'
import type {Clock, Turns} from './hosts.ts'
import type {RobotsRules} from './robots.ts'

export interface Walk {
  readonly redirects: readonly Redirect[]
  /** Where it ended; null where that is no URL. */
  readonly url: string | null
  readonly last: Exchanged
  /** Robots are not wanted there. */
  readonly isClosed?: boolean
  readonly retryAfterMs?: number
}

export interface WalkTask {
  readonly exchange: Exchange
  readonly turns: Turns
  readonly clock: Clock
  readonly headers: Readonly<Record<string, string>>
  /** Of where each step goes; null on the way to those rules themselves, which waits for no pause. */
  readonly rulesOf: ((url: URL) => Promise<RobotsRules>) | null
  /** Between two requests to one host that asks for nothing else. */
  readonly pauseMs: number
  readonly signal?: AbortSignal | undefined
}

const mostRedirects = 5
/** 300 offers a choice, 304 is none, 305 and 306 are out of use. */
const redirecting = new Set([301, 302, 303, 307, 308])
/** Longer addresses are no news. */
const longestUrl = 8192
/** A host that asks for longer is not waited for; what is left says so, and may be tried again. */
const longestWaitMs = 120_000

export async function walk(start: string, task: WalkTask): Promise<Walk> {
  const {turns, rulesOf} = task
  const redirects: Redirect[] = []
  const been = new Set<string>()
  const leftMs = {value: task.exchange.limits.totalMs}
  let at = start
  for (;;) {
    const url = fetchableUrl(at)
    if ('reason' in url) return {redirects, url: null, last: failure(url.reason, false)}
    const here = {redirects, url: url.href}
    if (been.has(url.href)) return {...here, last: failure('leads in a circle', false)}
    if (redirects.length > mostRedirects)
      return {...here, last: failure(`is one redirect too many: ${mostRedirects} are followed`, false)}
    been.add(url.href)
    const rules = rulesOf && (await rulesOf(url))
    if (rules?.kind === 'unread') return {...here, last: {failure: rules.failure, head: null}}
    if (rules && !rules.allows(url.href))
      return {
        ...here,
        last: failure(`is closed to robots by ${url.origin}/robots.txt`, false),
        isClosed: true
      }
    const heldOffMs = turns.heldOffMs(url.hostname)
    if (heldOffMs > longestWaitMs) {
      const minutes = Math.ceil(heldOffMs / 60_000)
      return {
        ...here,
        last: failure(`is of a host that wants to be left alone for ${minutes} minutes`, true),
        retryAfterMs: heldOffMs
      }
    }
    const pauseMs = rules && Math.min(longestWaitMs, Math.max(task.pauseMs, rules.crawlDelayMs ?? 0))
    const last = await turns.take(url.hostname, pauseMs, () => askWithin(leftMs, url, task))
    const retryAfterMs = askedToWait(last, task.clock.now())
    if (retryAfterMs !== null) turns.holdOff(url.hostname, task.clock.now() + retryAfterMs)
    const location = 'status' in last && redirecting.has(last.status) ? header(last, 'location') : null
    if (location === null) return {...here, last, ...(retryAfterMs !== null && {retryAfterMs})}
    redirects.push({url: url.href, status: (last as {status: number}).status, location})
    at = URL.parse(location, url)?.href ?? location
  }
}

/** All requests of a walk share one limit of time; waiting for a turn does not count. */
async function askWithin(
  leftMs: {value: number},
  url: URL,
  {exchange, headers, signal}: WalkTask
): Promise<Exchanged> {
  const begunAt = performance.now()
  const limit = AbortSignal.timeout(Math.max(1, Math.round(leftMs.value)))
  const answer = await exchange.ask(url, headers, signal ? AbortSignal.any([signal, limit]) : limit)
  leftMs.value -= performance.now() - begunAt
  return answer
}

function failure(reason: string, retryable: boolean): Exchanged {
  return {failure: {reason, retryable}, head: null}
}

function fetchableUrl(text: string): URL | {readonly reason: string} {
  if (text.length > longestUrl) return {reason: `has an address of more than ${longestUrl} letters`}
  const url = URL.parse(text)
  if (!url) return {reason: 'is no address; write it as https://example.org/page'}
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return {reason: `is an address of "${url.protocol}"; only http and https are fetched`}
  if (url.username || url.password)
    return {reason: 'has a name or password in its address, which are never sent; leave them out'}
  url.hash = ''
  return url
}

/** Milliseconds; null where the host does not ask for any. */
function askedToWait(answer: Exchanged, now: number): number | null {
  if (!('status' in answer) || (answer.status !== 429 && answer.status !== 503)) return null
  return retryAfter(header(answer, 'retry-after'), now)
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
