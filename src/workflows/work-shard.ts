/**
 * Works on one shard: its inputs are read from where the last attempt stood, coded, and kept with its progress.
 *
 * A worker that dies says nothing. So after an attempt that ended without a word the first inputs are taken one by
 * one, and one that two attempts have ended at fails with that reason, while the others go on.
 */
import type {Input} from '../fetch/input.ts'
import type {JobQueue, ShardJob} from '../store/job-queue.ts'
import {LostShard, type StoredShard} from '../store/shards.ts'
import type {Item, Store} from '../store/store.ts'
import type {ReportCoder} from './arrivals.ts'
import {chunkSize, takeIn} from './ingest.ts'
import type {Keeping} from './keep.ts'

export interface ShardTask {
  readonly store: Store
  readonly queue: JobQueue
  readonly coder: ReportCoder
  /** Name of this worker, unlike that of any other. */
  readonly worker: string
  /** All inputs of a shard, in order. */
  readonly read: (shard: StoredShard) => AsyncGenerator<Input>
  readonly stop: AbortSignal
  /** Told of the beginning and the end of each. */
  readonly onShard: (
    shard: StoredShard,
    became: 'begun' | 'done' | 'given back' | 'lost' | 'failed',
    why?: string
  ) => void
  readonly onItem?: (item: Item) => void
}

/** So many at the start of an attempt may be what the last one died of: those in memory at once. */
const suspects = 2 * chunkSize
/** Attempts that ended at one input, read alone, until it is blamed. */
const deadly = 2

export async function workShard(job: ShardJob, task: ShardTask): Promise<void> {
  const {store, queue, stop, onShard} = task
  const isAgain = job.retryCount > 0
  const shard = await store.shards.begin(job.shard, task.worker, isAgain)
  if (shard === null) return
  onShard(shard, 'begun')
  const settle = async (tx: Parameters<JobQueue['complete']>[1]) => {
    if (!(await queue.complete(job, tx)))
      throw new LostShard(`The job of the shard ${shard.id} is another worker's`)
  }
  try {
    const ended = AbortSignal.any([stop, job.signal])
    await takeAll(shard, isAgain, ended, task)
    if (ended.aborted) {
      await store.shards.giveBack(shard, async tx => {
        await settle(tx)
        await queue.publish([shard.id], tx)
      })
      onShard(shard, 'given back')
    } else {
      await store.shards.finish(shard, settle)
      onShard(shard, 'done')
    }
  } catch (error) {
    if (error instanceof LostShard) return onShard(shard, 'lost')
    const {message} = error as Error
    await store.shards.fail(shard, message).catch(() => {})
    onShard(shard, 'failed', message)
    throw error
  }
}

/** Takes in what is left of it, or what can be until `ended`. */
async function takeAll(
  shard: StoredShard,
  carefully: boolean,
  ended: AbortSignal,
  task: ShardTask
): Promise<void> {
  const {coder, read, onItem} = task
  const inputs = read(shard)
  const taking = {coder, store: keepingOf(shard, task.store), ...(onItem && {onItem})}
  try {
    const taken = shard.done + shard.failed + shard.skipped
    for (let skipped = 0; skipped < taken; skipped++) await inputs.next()
    if (carefully) {
      if (shard.tries >= deadly) await takeIn(next(blamed(inputs), 1, ended), {...taking, oneByOne: true})
      await takeIn(next(inputs, suspects, ended), {...taking, oneByOne: true})
    }
    await takeIn(next(inputs, Number.POSITIVE_INFINITY, ended), taking)
  } finally {
    await inputs.return(undefined)
  }
}

/** What is kept of it carries its progress along. */
function keepingOf(shard: StoredShard, store: Store): Keeping {
  return {
    heldReports: ids => store.heldReports(ids),
    saveOriginals: originals => store.saveOriginals(originals),
    saveArrivals: arrivals =>
      store.inTransaction(async within => {
        await within.shards.hold(shard)
        const items = await within.saveArrivals(arrivals)
        await within.shards.advance(shard, items)
        return items
      })
  }
}

/** So many more, fewer where work ends; the rest stays to be read. */
async function* next(inputs: AsyncGenerator<Input>, most: number, ended: AbortSignal): AsyncGenerator<Input> {
  for (let count = 0; count < most && !ended.aborted; count++) {
    const {done, value} = await inputs.next()
    if (done) return
    yield value
  }
}

/** As they are, but none is coded. */
async function* blamed(inputs: AsyncGenerator<Input>): AsyncGenerator<Input> {
  const {done, value} = await inputs.next()
  if (done) return
  const {origin} = value
  yield {
    kind: 'failed',
    origin,
    reason: `ended ${deadly} workers that read it, so it was left out; "dateline retry" tries it again`,
    retryable: true
  }
}
