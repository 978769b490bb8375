/**
 * Goes from the entries of a feed to their pages: the page's words where there is a page, else the feed's.
 *
 * What the page does not say of itself (title, day, outlet) is as the feed tells it.
 */
import type {Fetcher} from '../fetch/fetcher.ts'
import {type DocumentInput, type Input, identified, type Received} from '../fetch/input.ts'
import {receivedFrom} from '../fetch/urls.ts'
import type {EntryLink, Extracted, Extraction, NotExtracted, RawDocument} from '../model/document.ts'
import type {ReportRecord} from '../model/report.ts'
import type {CapturedDocument} from '../store/store.ts'
import {capturedOf, entryInput} from './documents.ts'
import type {IsClaimed} from './page-claims.ts'

export interface Following {
  readonly fetcher: Fetcher
  readonly extract: (document: RawDocument) => Promise<Extraction>
  /** Keeps pages as received; left out where nothing is kept. */
  readonly keep?: ((documents: readonly CapturedDocument[]) => Promise<void>) | undefined
  /** Left out where each feed is followed for itself. */
  readonly isClaimed?: IsClaimed | undefined
}

export interface Followed {
  readonly input: Input
  /** The page could not be had now, and may be later. */
  readonly isPutOff: boolean
}

type Entry = Extracted | NotExtracted

/** `feed`: the document that the entry stands in. */
export async function followEntry(
  feed: DocumentInput,
  entry: Entry,
  following: Following
): Promise<Followed> {
  const own = entryInput(feed, entry)
  const {link} = entry
  if (!link?.url) return {input: own, isPutOff: false}
  const {url} = link
  const from = feed.document.capture.requestedUrl
  if (await following.isClaimed?.({...link, url}, from)) {
    const reason = 'is the page of an entry of another feed too, and was fetched for that'
    return {input: {kind: 'skipped', origin: url, reason}, isPutOff: false}
  }
  const fetched = await following.fetcher.fetchDocument(url, {feed: from})
  for await (const received of receivedFrom(url, fetched)) {
    const page = await pageOf(received, following)
    if (page.kind === 'report') return {input: filled(page, link), isPutOff: false}
    const isPutOff = page.kind === 'failed' && page.retryable === true
    // Why there is no page says more than why the entry has no text.
    return {input: own.kind === 'report' ? own : page, isPutOff}
  }
  return {input: own, isPutOff: false}
}

/** The report of a page, or why there is none. */
async function pageOf(received: Received, {extract, keep}: Following): Promise<Input> {
  await keep?.(capturedOf(received))
  const {origin} = received
  // Of lines of JSON the captures are not kept.
  if (received.kind === 'report' && !received.capture) return {kind: 'failed', origin, reason: 'is no page'}
  if (received.kind !== 'document') return received
  const {document} = received
  if (document.kind === 'feed') return {kind: 'failed', origin, reason: 'is a feed, where a page should be'}
  const extraction = await extract(document)
  if ('reason' in extraction) return {kind: 'failed', origin, ...extraction, retryable: false}
  return entryInput(received, extraction.found[0]!)
}

/** With what the feed tells where the page is silent. */
function filled(input: Input & {readonly kind: 'report'}, link: EntryLink): Input {
  const {id: _id, sha256, ...record} = input.report
  const byline = record.byline ?? link.byline
  const whole: ReportRecord = {
    ...record,
    url: record.url ?? link.url,
    outlet: record.outlet ?? link.outlet,
    title: record.title ?? link.title,
    publishedOn: record.publishedOn ?? link.publishedOn,
    ...(byline !== null && byline !== undefined && {byline})
  }
  return {...input, report: identified(whole, sha256)}
}
