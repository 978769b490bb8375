/**
 * Reads reports into the store: original, coded report, then linking.
 *
 * Every item ends done, failed with a reason, or skipped because it is there.
 * Reports are saved a chunk at a time, while the next chunk is being coded. New
 * reports are linked with what they touch, so that the same reports in any order,
 * in one ingest or several, give the same incidents.
 */
import {batchesOf} from '../fetch/batches.ts'
import type {Input} from '../fetch/input.ts'
import type {Item, Store} from '../store/store.ts'
import {type Arriving, arrive, type ReportCoder} from './arrivals.ts'
import {type Keeping, keep} from './keep.ts'
import type {LinkReports} from './link.ts'
import {linkPending} from './link-reports.ts'
import {type ReasonCount, Reasons} from './reasons.ts'

export interface Summary {
  readonly items: number
  readonly done: number
  readonly failed: number
  readonly skipped: number
  /** Why items failed or were skipped, the most frequent first. */
  readonly reasons: readonly ReasonCount[]
  /** Made or changed. */
  readonly incidents: number
  /** Whether it ended before its end, as it was told to; what is kept then is linked by the next. */
  readonly stopped: boolean
}

export interface TakeInTask {
  readonly store: Keeping
  readonly coder: ReportCoder
  /** Called for each input, in order, once it is kept. */
  readonly onItem?: (item: Item) => void
  /** Each is kept before the next is begun. */
  readonly oneByOne?: boolean
  /** Ends it after what is in work. */
  readonly stop?: AbortSignal | undefined
}

export interface IngestTask extends TakeInTask {
  readonly store: Store
  readonly link: LinkReports
  /** Called with how many of all that wait are linked so far. */
  readonly onLinked?: ((count: number, all: number) => void) | undefined
}

/** Saved in one transaction; twice as many are in memory. */
export const chunkSize = 64

export async function ingest(inputs: AsyncIterable<Input>, task: IngestTask): Promise<Summary> {
  const {store, link, stop, onItem, onLinked} = task
  const reasons = new Reasons()
  const counts = await takeIn(inputs, {
    ...task,
    onItem: item => {
      reasons.add(item)
      onItem?.(item)
    }
  })
  const incidents = await linkPending(store, link, {stop, onLinked})
  return {
    items: counts.done + counts.failed + counts.skipped,
    ...counts,
    reasons: reasons.list(),
    incidents,
    stopped: stop?.aborted ?? false
  }
}

/** Codes and keeps them; linking is another's. */
export async function takeIn(
  inputs: AsyncIterable<Input>,
  {store, coder, onItem, oneByOne = false, stop}: TakeInTask
): Promise<Readonly<Record<Item['state'], number>>> {
  const counts = {done: 0, failed: 0, skipped: 0}
  const coming = new Map<string, Arriving>()
  const begun: Arriving[][] = []
  const keepFirst = async () => {
    const chunk = begun.shift()!
    await keep(chunk, store)
    for (const {id, item} of chunk) {
      if (id !== null) coming.delete(id)
      counts[item!.state]++
      onItem?.(item!)
    }
  }
  for await (const chunk of batchesOf(inputs, oneByOne ? 1 : chunkSize)) {
    begun.push(await arrive(chunk, coming, store, coder))
    if (oneByOne || begun.length > 1) await keepFirst()
    if (stop?.aborted) break
  }
  while (begun.length) await keepFirst()
  return counts
}
