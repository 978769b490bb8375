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

export interface Summary {
  readonly items: number
  readonly done: number
  readonly failed: number
  readonly skipped: number
  readonly incidents: number
}

export interface TakeInTask {
  readonly store: Keeping
  readonly coder: ReportCoder
  /** Called for each input, in order, once it is kept. */
  readonly onItem?: (item: Item) => void
  /** Each is kept before the next is begun. */
  readonly oneByOne?: boolean
}

export interface IngestTask extends TakeInTask {
  readonly store: Store
  readonly link: LinkReports
}

/** Saved in one transaction; twice as many are in memory. */
export const chunkSize = 64

export async function ingest(inputs: AsyncIterable<Input>, task: IngestTask): Promise<Summary> {
  const counts = await takeIn(inputs, task)
  const incidents = await linkPending(task.store, task.link)
  return {items: counts.done + counts.failed + counts.skipped, ...counts, incidents}
}

/** Codes and keeps them; linking is another's. */
export async function takeIn(
  inputs: AsyncIterable<Input>,
  {store, coder, onItem, oneByOne = false}: TakeInTask
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
  }
  while (begun.length) await keepFirst()
  return counts
}
