/**
 * A worker: takes jobs from the queue, codes and keeps what their shards hold, and links what is new.
 *
 * Any number of them share one PostgreSQL. What a shard has got to is kept with its reports, in one transaction, so
 * that whoever takes it up goes on from there.
 */
import {setTimeout as later} from 'node:timers/promises'
import type {ShardJob} from '../store/job-queue.ts'
import type {Store} from '../store/store.ts'
import type {LinkReports} from './link.ts'
import {linkedTogether, linkTurn} from './link-reports.ts'
import {type ShardTask, workShard} from './work-shard.ts'

export interface WorkTask extends Omit<ShardTask, 'stop'> {
  readonly link: LinkReports
  /** Shards worked on at once: enough that no thread waits for the end of one. */
  readonly atOnce: number
  /** Ends the worker: what is being coded is kept, the jobs are given back. */
  readonly stop: AbortSignal
  /** Of trouble that is not a shard's, such as a server that went away. */
  readonly onTrouble: (words: string) => void
}

/** Between looks for reports to link. */
const pauseMs = 2000

/** Ends when `stop` says so. */
export async function work(task: WorkTask): Promise<void> {
  const {store, queue} = task
  // A queue that was lost, or a store that was restored without one, has its jobs again.
  await queue.publish(await store.shards.unfinished())
  await queue.work((job: ShardJob) => workShard(job, task), task.atOnce)
  await queue.bury((shard, reason) => store.shards.bury(shard, reason, async () => {}))
  await linkMeanwhile(task)
  await queue.close()
}

/** Links when much is new, or nothing else is left to do; of several workers one at a time. */
async function linkMeanwhile({store, link, stop, onTrouble}: WorkTask): Promise<void> {
  while (!stop.aborted) {
    let linked = false
    try {
      const pending = await store.countUnlinked(linkedTogether)
      if (pending === linkedTogether || (pending > 0 && (await isIdle(store))))
        linked = await linkTurn(store, link)
    } catch (error) {
      onTrouble(`Linking waits: ${(error as Error).message}`)
    }
    if (!linked) await later(pauseMs, undefined, {signal: stop}).catch(() => {})
  }
}

async function isIdle(store: Store): Promise<boolean> {
  const {shards} = await store.shards.sums()
  return shards.waiting + shards.running === 0
}
