/**
 * Checks one feed: asks for it, keeps it as received, and takes up the entries that are new or have changed.
 *
 * What it was like is saved when all of that has been kept, so that a check that was cut short is done again.
 */
import {feedLinkOf} from '../extract/feed-link.ts'
import type {Fetched} from '../fetch/fetcher.ts'
import {freshMs} from '../fetch/freshness.ts'
import type {DocumentInput, Input} from '../fetch/input.ts'
import {sideBySide} from '../fetch/side-by-side.ts'
import {receivedFrom} from '../fetch/urls.ts'
import type {Extracted, NotExtracted} from '../model/document.ts'
import type {FeedState, Store} from '../store/store.ts'
import {capturedOf, entryInput} from './documents.ts'
import {afterCheck, type FeedCheck} from './feed-schedule.ts'
import {type Followed, type Following, followEntry} from './follow-feed.ts'
import type {Summary} from './ingest.ts'

export interface FeedReading extends Following {
  readonly store: Store
  /** Takes up reports: resolves once they are kept and linked, with what became of them. */
  readonly take: (inputs: readonly Input[]) => Promise<Taken>
  /** Whether the pages are fetched that the feed leads to. */
  readonly follow: boolean
  readonly now: () => number
  readonly random: () => number
  readonly signal: AbortSignal
}

export type Taken = Pick<Summary, 'done' | 'failed' | 'skipped'>

/** With counts of the entries that are new or have changed. */
export interface FeedChecked extends Taken {
  readonly feed: FeedState
  /** Their pages could not be had now. */
  readonly putOff: number
}

type Counts = {-readonly [Name in keyof Taken]: number} & {putOff: number}

/** Taken up together. */
const batchSize = 16
/** After so many times the feed's own words must do. */
const mostTries = 3

/** What became of it; null where it was stopped. */
export async function checkFeed(feed: FeedState, reading: FeedReading): Promise<FeedChecked | null> {
  const {store, fetcher, signal, now, random} = reading
  if (!(await store.feeds.of(feed.url))) await store.feeds.save(feed)
  const fetched = await fetcher.fetchDocument(feed.url, feed)
  if (signal.aborted) return null
  const counts: Counts = {done: 0, failed: 0, skipped: 0, putOff: 0}
  const check = await readCheck(feed, fetched, reading, counts)
  if (signal.aborted) return null
  const after = afterCheck(feed, check, new Date(now()), random)
  await store.feeds.save(after)
  return {feed: after, ...counts}
}

async function readCheck(
  feed: FeedState,
  fetched: Fetched,
  reading: FeedReading,
  counts: Counts
): Promise<FeedCheck> {
  switch (fetched.kind) {
    case 'unchanged':
      return {kind: 'unchanged', wishMs: freshMs(fetched.capture)}
    case 'skipped':
      return {kind: 'failed', reason: fetched.reason, isGone: false}
    case 'failed': {
      const {reason, retryAfterMs, capture} = fetched
      const isGone = capture?.status === 410
      return {kind: 'failed', reason, isGone, ...(retryAfterMs !== undefined && {retryAfterMs})}
    }
  }
  const document = await documentOf(feed.url, fetched)
  if ('reason' in document) return {kind: 'failed', reason: document.reason, isGone: false}
  await reading.keep?.(capturedOf(document))
  const extraction = await reading.extract(document.document)
  if ('reason' in extraction) return {kind: 'failed', reason: extraction.reason, isGone: false}
  await takeUp(feed, document, extraction.found, reading, counts)
  const isWhole = counts.putOff === 0
  return {
    kind: 'read',
    title: extraction.feed?.title ?? null,
    // What was put off is asked for again though the feed has not changed.
    etag: isWhole ? fetched.etag : null,
    lastModified: isWhole ? fetched.lastModified : null,
    hasNew: counts.done + counts.failed + counts.skipped > 0,
    wishMs: Math.max(freshMs(fetched.capture) ?? 0, extraction.feed?.refreshMs ?? 0)
  }
}

async function documentOf(url: string, fetched: Fetched): Promise<DocumentInput | {readonly reason: string}> {
  for await (const received of receivedFrom(url, fetched)) {
    if ('reason' in received) return received
    if (received.kind !== 'document') break
    if (received.document.kind === 'feed') return received
    const {bytes, mediaType, capture} = received.document
    const feed = feedLinkOf(bytes, mediaType, capture.finalUrl)
    if (feed) return {reason: `is a page, no feed; it names ${feed} as its feed`}
  }
  return {reason: 'is no feed: RSS, Atom, RDF or JSON Feed is expected there'}
}

async function takeUp(
  feed: FeedState,
  document: DocumentInput,
  found: readonly (Extracted | NotExtracted)[],
  reading: FeedReading,
  counts: Counts
): Promise<void> {
  const {store, take, signal} = reading
  // What is said of the feed as a whole is no entry.
  const entries = found.filter(({entry}) => entry !== null).map(versionOf)
  const unseen = await store.feeds.unseen(feed.url, entries)
  const follow = async (one: (typeof unseen)[number]) => ({
    ...one,
    ...(await followed(document, one.found, reading))
  })
  let batch: Awaited<ReturnType<typeof follow>>[] = []
  const deliver = async () => {
    const {done, failed, skipped} = await take(batch.map(({input}) => input))
    await store.feeds.see(feed.url, batch)
    counts.done += done
    counts.failed += failed
    counts.skipped += skipped
    batch = []
  }
  for await (const one of sideBySide(unseen, batchSize, follow)) {
    // What was under way when the stop came has failed for that alone.
    if (signal.aborted) break
    if (one.isPutOff && one.tries + 1 < mostTries) {
      await store.feeds.putOff(feed.url, one)
      counts.putOff++
    } else if (batch.push(one) === batchSize) await deliver()
  }
  if (batch.length) await deliver()
}

async function followed(
  document: DocumentInput,
  found: Extracted | NotExtracted,
  reading: FeedReading
): Promise<Followed> {
  return reading.follow
    ? followEntry(document, found, reading)
    : {input: entryInput(document, found), isPutOff: false}
}

/** An entry that tells of no change is another when its title is. */
function versionOf(found: Extracted | NotExtracted) {
  const {entry, link} = found
  return {id: entry ?? '', version: link?.updatedAt ?? link?.title ?? '', found}
}
