/**
 * Tries failed items again: from their originals where those are kept, else from their shard, their URL or their file.
 *
 * What is made of one takes its place, so that the states still sum to the items.
 */
import type {Fetcher} from '../fetch/fetcher.ts'
import type {Received} from '../fetch/input.ts'
import {readInputs} from '../fetch/inputs.ts'
import {readBytes} from '../fetch/read-bytes.ts'
import {readShard} from '../fetch/read-shard.ts'
import {isUrl, readUrls} from '../fetch/urls.ts'
import type {FailedItem, Item, Store} from '../store/store.ts'
import type {ReportCoder} from './arrivals.ts'
import {takeIn} from './ingest.ts'
import {wasSent} from './intake/sent-name.ts'
import type {Keeping} from './keep.ts'
import {type DocumentReading, readDocuments} from './read-documents.ts'

export interface RetryTask extends Omit<DocumentReading, 'fetcher'> {
  readonly store: Store
  readonly coder: ReportCoder
  /** Called once something is to be fetched. */
  readonly fetching: () => Promise<Fetcher>
  readonly onItem?: (item: Item) => void
}

export type Retried = Readonly<Record<Item['state'], number>>

export async function retryItems(failed: readonly FailedItem[], task: RetryTask): Promise<Retried> {
  const sums = {done: 0, failed: 0, skipped: 0}
  const left = new Map(failed.map(item => [item.number, item]))
  const take = async (
    items: readonly FailedItem[],
    received: AsyncIterable<Received>,
    {regions = task.regions, fetcher}: Pick<DocumentReading, 'regions' | 'fetcher'> = {}
  ) => {
    const counts = await takeAgain(items, received, {...task, regions, fetcher})
    for (const item of items) left.delete(item.number)
    for (const state of ['done', 'failed', 'skipped'] as const) sums[state] += counts[state]
  }
  for (const item of failed) {
    const document = await task.store.failedItems.documentOf(item)
    if (document) await take([item], readBytes(item.origin, document.bytes, document))
  }
  for (const [id, items] of Map.groupBy(left.values(), ({shard}) => shard)) {
    const [shard] = id === null ? [] : await task.store.shards.list({states: [], ids: [id], most: 1})
    if (!shard) continue
    const bytes = readShard(shard, part => task.store.shards.bytesOf(shard.id, part))
    // A file that is not as it was is read as it is, below.
    await take(items, bytes, {regions: shard.regions}).catch(() => {})
  }
  // What was sent to the server stands nowhere; its name is no file of this machine.
  for (const {number, origin} of [...left.values()]) if (wasSent(origin) && left.delete(number)) sums.failed++
  for (const [source, items] of Map.groupBy(left.values(), ({origin}) => sourceOf(origin))) {
    const fetcher = isUrl(source) ? await task.fetching() : undefined
    await take(items, fetcher ? readUrls([source], fetcher) : readInputs([source], nothing()), {fetcher})
  }
  return sums
}

/**
 * The file or URL that something stands in. A path may end so by itself, and is not found then.
 *
 *     reports.jsonl:7           reports.jsonl
 *     news.warc.gz, record 7    news.warc.gz
 */
function sourceOf(origin: string): string {
  const whole = origin.replace(/, (?:record|entry) .*$/, '')
  return /^https?:\/\/[^/]*$/i.test(whole) ? whole : whole.replace(/:\d+$/, '')
}

/** Of what is received, only what these items are about. One that nothing is received for stays as it is. */
async function takeAgain(
  items: readonly FailedItem[],
  received: AsyncIterable<Received>,
  task: RetryTask & DocumentReading
): Promise<Retried> {
  const {store, coder, onItem} = task
  // An ingest that was run again failed again: there may be several of one origin.
  const waiting = Map.groupBy(items, ({origin}) => origin)
  const origins = new Set(waiting.keys())
  // Pages that a feed leads to have names of their own.
  const only = waiting.size === 1 ? items[0]!.origin : ''
  const keeping: Keeping = {
    heldReports: ids => store.heldReports(ids),
    saveOriginals: originals => store.saveOriginals(originals),
    saveArrivals: arrivals => {
      const settled = arrivals.flatMap(({item}) => waiting.get(itemAt(item.origin, origins) ?? only) ?? [])
      return store
        .inTransaction(async within => {
          await within.shards.label(items[0]!.shard)
          const kept = await within.saveArrivals(arrivals)
          await within.failedItems.replace([...new Set(settled)], kept)
          return kept
        })
        .then(kept => {
          for (const {origin} of settled) waiting.delete(origin)
          return kept
        })
    }
  }
  const inputs = readDocuments(these(received, origins), task)
  const counts = await takeIn(inputs, {store: keeping, coder, ...(onItem && {onItem})})
  return {...counts, failed: counts.failed + [...waiting.values()].flat().length}
}

/** Which of them something is of: itself, the document it is an entry of, or the file or URL it stands in. */
function itemAt(origin: string, origins: ReadonlySet<string>): string | undefined {
  return [origin, origin.replace(/, entry .*$/, ''), sourceOf(origin)].find(one => origins.has(one))
}

async function* these(
  received: AsyncIterable<Received>,
  origins: ReadonlySet<string>
): AsyncGenerator<Received> {
  for await (const one of received) if (itemAt(one.origin, origins) !== undefined) yield one
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
