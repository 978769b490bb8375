/** A worker with this installation's knowledge, as the command runs it. */
import {hostname} from 'node:os'
import {loadOwnCodebook, type OwnKnowledge} from '../codebook/load.ts'
import {readShard} from '../fetch/read-shard.ts'
import {openJobQueue} from '../store/job-queue.ts'
import type {StoredShard} from '../store/shards.ts'
import type {Store} from '../store/store.ts'
import {openCodingPool} from './coding-pool.ts'
import {openExtractionPool} from './extraction-pool.ts'
import {createLinker} from './link.ts'
import {readDocuments} from './read-documents.ts'
import {toolVersion} from './version.ts'
import {type WorkTask, work} from './work.ts'

export interface WorkerOptions extends Pick<WorkTask, 'stop' | 'onShard' | 'onTrouble'> {
  readonly own: OwnKnowledge
  /** Threads that code. */
  readonly threads: number
}

/** `target`: URL of the server. Ends when `stop` says so. */
export async function runWorker(
  target: string,
  store: Store,
  {own, threads, ...told}: WorkerOptions
): Promise<void> {
  const onTrouble = notTooOften(told.onTrouble)
  const queue = await openJobQueue(target, {
    supervise: true,
    onError: ({message}) => onTrouble(`Jobs wait: ${message.replace(/ \(Queue: .*\)$/, '')}`)
  })
  const coder = openCodingPool(own, threads)
  const extraction = openExtractionPool({threads})
  const read = (shard: StoredShard) =>
    readDocuments(
      readShard(shard, part => store.shards.bytesOf(shard.id, part)),
      {
        extract: extraction.extract,
        keep: documents => store.captures.keep(documents, toolVersion()),
        regions: shard.regions
      }
    )
  try {
    await work({
      ...told,
      onTrouble,
      store,
      queue,
      coder,
      link: createLinker(loadOwnCodebook(own.registry)),
      worker: `${hostname()}:${process.pid}`,
      read,
      atOnce: shardsAtOnce(threads)
    })
  } finally {
    await Promise.all([coder.close(), extraction.close()])
  }
}

/** Threads that one shard keeps busy: it has two chunks in work, in batches of sixteen. */
const threadsPerShard = 4

function shardsAtOnce(threads: number): number {
  return Math.ceil(threads / threadsPerShard)
}

/** Trouble with a server comes many times a second. */
const troublePauseMs = 60_000

function notTooOften(tell: (words: string) => void): (words: string) => void {
  let toldAt = Number.NEGATIVE_INFINITY
  return words => {
    if (performance.now() - toldAt < troublePauseMs) return
    toldAt = performance.now()
    tell(words)
  }
}
