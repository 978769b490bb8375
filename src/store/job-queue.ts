/**
 * Jobs for workers, handed out by pg-boss in the schema `jobs` of the same PostgreSQL: one for each shard.
 *
 * A job is no more than a claim on its shard, with a heartbeat: what the shard holds and how far it is stands in
 * `shards`. So nothing is lost with the schema; `publish` makes what is missing.
 */
import type {Transaction} from 'kysely'
import {fromKysely, type JobWithMetadata, PgBoss} from 'pg-boss'
import {isUrl} from './open-database.ts'
import type {Tables} from './tables.ts'

type Tx = Transaction<Tables>

const shards = 'shards'
const dead = 'dead-shards'
/** A worker that is not heard of for so long has died. Twice as long as the longest that linking blocks a worker. */
const heartbeatSeconds = 30
/** Between attempts, sooner at first. */
const retries = {retryBackoff: true, retryDelay: 1, retryDelayMax: 60}
/** A shard takes minutes; the heartbeat tells a dead worker. */
const expireInSeconds = 23 * 60 * 60

export interface ShardJob {
  readonly id: string
  readonly retryCount: number
  readonly shard: string
  /** Aborted when the job is another worker's. */
  readonly signal: AbortSignal
}

export interface QueueOptions {
  /** Of errors that are not a job's, such as a server that went away: work goes on when it is back. */
  readonly onError?: (error: Error) => void
  /** Whether this process looks for jobs of dead workers. */
  readonly supervise?: boolean
  /** Between looks for them, and for new jobs. Seconds; other than the default in tests. */
  readonly monitorSeconds?: number
  readonly pollSeconds?: number
  /** How often a shard is begun again after its worker died or failed, before it is dead. */
  readonly retryLimit?: number
}

/** Throws for a folder: an embedded store is one process's alone. */
export function refuseEmbedded(target: string): void {
  if (!isUrl(target))
    throw new Error(
      `Workers share a PostgreSQL server, and the embedded store ${target} is one process's alone; give --store postgres://USER@HOST/DATABASE, or let "dateline ingest --threads N" use all cores of this machine`
    )
}

/** `target`: URL of the server. Makes its schema where it is absent. */
export async function openJobQueue(
  target: string,
  {onError, supervise = false, monitorSeconds = 5, pollSeconds = 1, retryLimit = 10}: QueueOptions = {}
): Promise<JobQueue> {
  refuseEmbedded(target)
  const boss = new PgBoss({
    connectionString: target,
    schema: 'jobs',
    application_name: 'dateline jobs',
    max: 3,
    schedule: false,
    supervise,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
    openTelemetry: {enabled: false}
  })
  boss.on('error', error => onError?.(error))
  await boss.start()
  await boss.createQueue(dead, {retryLimit: 100, retryDelay: 5, deleteAfterSeconds: 3600})
  await boss.createQueue(shards, {
    policy: 'exclusive',
    deadLetter: dead,
    heartbeatSeconds,
    expireInSeconds,
    deleteAfterSeconds: 3600,
    retentionSeconds: 365 * 86_400,
    retryLimit,
    ...retries
  })
  return new JobQueue(boss, pollSeconds)
}

export class JobQueue {
  readonly #boss: PgBoss
  readonly #polling: {readonly batchSize: 1; readonly pollingIntervalSeconds: number}

  constructor(boss: PgBoss, pollSeconds: number) {
    this.#boss = boss
    this.#polling = {batchSize: 1, pollingIntervalSeconds: pollSeconds}
  }

  /** A job for each of these shards that has none. */
  async publish(ids: readonly string[], tx?: Tx): Promise<void> {
    const jobs = ids.map(shard => ({data: {shard}, singletonKey: shard}))
    for (let from = 0; from < jobs.length; from += 1000)
      await this.#boss.insert(shards, jobs.slice(from, from + 1000), tx && {db: fromKysely(tx)})
  }

  /** Whether the job was still this worker's. */
  async complete({id, retryCount}: ShardJob, tx: Tx): Promise<boolean> {
    // The library gives the number, and leaves it out of its types.
    const {affected} = (await this.#boss.complete(shards, {id, retryCount}, null, {
      db: fromKysely(tx)
    })) as {affected: number}
    return affected > 0
  }

  /** Works on so many at once. A job whose handler rejects is tried again later, and goes to the dead in the end. */
  async work(handle: (job: ShardJob) => Promise<void>, atOnce: number): Promise<void> {
    await this.#boss.work<{shard: string}>(
      shards,
      {...this.#polling, localConcurrency: atOnce},
      async ([job]) =>
        handle({id: job!.id, retryCount: job!.retryCount, shard: job!.data.shard, signal: job!.signal})
    )
  }

  /** Called for each shard that was tried too often, with the words of its last failure; its job is done afterwards. */
  async bury(handle: (shard: string, reason: string) => Promise<void>): Promise<void> {
    await this.#boss.work(
      dead,
      {...this.#polling, includeMetadata: true},
      async ([job]: JobWithMetadata<{shard: string}>[]) => handle(job!.data.shard, wordsOf(job!.sourceOutput))
    )
  }

  /** When the workers of these shards were last heard of: instants, UTC. */
  async heartbeats(ids: readonly string[]): Promise<Map<string, string>> {
    const heard = new Map<string, string>()
    for (const key of ids) {
      const jobs = await this.#boss.findJobs(shards, {key})
      const at = jobs.find(({state}) => state === 'active')?.heartbeatOn
      if (at) heard.set(key, at.toISOString())
    }
    return heard
  }

  /** Takes no more jobs, and waits for those in work. */
  async close(): Promise<void> {
    await this.#boss.stop({graceful: true, timeout: 600_000})
  }
}

function wordsOf(output: object | null): string {
  const {message, value} = (output ?? {}) as {message?: string; value?: {message?: string}}
  const words = message ?? value?.message ?? 'no reason was left'
  return /heartbeat/.test(words)
    ? 'each worker that had it ended without a word; look at their logs and memory'
    : words
}
