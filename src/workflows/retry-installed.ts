/** Retrying with this installation's knowledge, as the command does it: failed items here, dead jobs by the workers. */
import {loadKnowledge, loadOwnCodebook, type OwnKnowledge} from '../codebook/load.ts'
import type {Fetcher} from '../fetch/fetcher.ts'
import {openJobQueue} from '../store/job-queue.ts'
import type {CapturedDocument, Item, Store} from '../store/store.ts'
import {createCoder} from './code.ts'
import {openExtractionPool} from './extraction-pool.ts'
import {createLinker} from './link.ts'
import {linkPending} from './link-reports.ts'
import {type NetworkOptions, openFetcher} from './network.ts'
import {type Retried, retryItems} from './retry.ts'
import {toolVersion} from './version.ts'

export interface RetryOptions {
  readonly own: OwnKnowledge
  /** Of failed items; all that are worth it where there are none. */
  readonly numbers: readonly number[]
  /** Those too that are not said to be worth it. */
  readonly all: boolean
  readonly regions?: readonly string[] | undefined
  readonly network: NetworkOptions
  readonly onItem: (item: Item) => void
}

export async function retryFailed(
  store: Store,
  {own, numbers, all, regions, network, onItem}: RetryOptions
): Promise<Retried> {
  const failed = await store.failedItems.list({numbers, all})
  const missing = numbers.find(number => !failed.some(item => item.number === number))
  if (missing !== undefined)
    throw new Error(`No item ${missing} has failed; "dateline doctor" counts those that have`)
  if (failed.length === 0) return {done: 0, failed: 0, skipped: 0}
  const extraction = openExtractionPool()
  let fetcher: Promise<Fetcher> | null = null
  try {
    const retried = await retryItems(failed, {
      store,
      coder: createCoder(loadKnowledge(own)),
      extract: extraction.extract,
      keep: (documents: readonly CapturedDocument[]) => store.captures.keep(documents, toolVersion()),
      fetching: () => (fetcher ??= openFetcher(network)),
      regions,
      onItem
    })
    await linkPending(store, createLinker(loadOwnCodebook(own.registry)))
    return retried
  } finally {
    await extraction.close()
    await (await (fetcher as Promise<Fetcher> | null))?.close()
  }
}

/** Dead jobs, all or those whose ids begin so, wait for a worker again; gives back how many. */
export async function retryDead(target: string, store: Store, ids: readonly string[]): Promise<number> {
  const queue = await openJobQueue(target)
  try {
    const revived = await store.shards.revive(ids, (tx, found) => queue.publish(found, tx))
    return revived.length
  } finally {
    await queue.close()
  }
}
