/** Splits what is to be ingested into jobs for workers, and keeps the bytes for them. */
import {createReadStream, createWriteStream} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {setTimeout as later} from 'node:timers/promises'
import {promisify} from 'node:util'
import {gzip} from 'node:zlib'
import {type ShardSizes, type SplitPath, shardSizes, splitPaths} from '../fetch/split.ts'
import type {Shard} from '../model/shard.ts'
import {type JobQueue, openJobQueue} from '../store/job-queue.ts'
import type {ShardPiece, ShardSums} from '../store/shards.ts'
import type {Store} from '../store/store.ts'

export {shardSizes}

export interface Distributed {
  readonly shards: number
  /** The same bytes were distributed before. */
  readonly known: number
  /** Given up before, and waiting again now. */
  readonly revived: number
  readonly ids: readonly string[]
}

export interface DistributeOptions {
  readonly regions?: readonly string[]
  /** Whether workers read the files where they lie; their bytes go into the store otherwise. */
  readonly inPlace?: boolean
  readonly sizes?: ShardSizes
  readonly onShard?: (shard: Shard) => void
}

/** A row of uploaded bytes, before it is compressed. */
const pieceBytes = 2 ** 20

/** Each shard and its job are kept in one transaction. */
export async function distribute(
  paths: readonly SplitPath[],
  store: Store,
  queue: JobQueue,
  {regions = [], inPlace = false, sizes, onShard}: DistributeOptions = {}
): Promise<Distributed> {
  const counts = {new: 0, known: 0, revived: 0}
  const ids: string[] = []
  for await (const shard of splitPaths(paths, regions, sizes)) {
    const kept = inPlace ? shard : {...shard, parts: shard.parts.map(part => ({...part, path: null}))}
    const bytes = inPlace ? none() : piecesOf(shard)
    counts[await store.shards.add(kept, bytes, tx => queue.publish([shard.id], tx))]++
    ids.push(shard.id)
    onShard?.(shard)
  }
  return {shards: ids.length, known: counts.known, revived: counts.revived, ids}
}

export interface DistributePathsOptions extends DistributeOptions {
  /** Absolute, or "-". */
  readonly paths: readonly string[]
  readonly stdin: AsyncIterable<Uint8Array>
}

/** As the command does it. `target`: URL of the server. What comes in by "-" is uploaded. */
export async function distributePaths(
  target: string,
  store: Store,
  {paths, stdin, ...options}: DistributePathsOptions
): Promise<Distributed> {
  if (options.inPlace && paths.includes('-'))
    throw new Error('Standard input lies in no folder that workers see; give a file, or leave out --in-place')
  const queue = await openJobQueue(target)
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'))
  try {
    const spool = join(folder, 'standard input')
    if (paths.includes('-')) await pipeline(stdin, createWriteStream(spool))
    return await distribute(
      paths.map(path => (path === '-' ? {path: spool, origin: 'standard input'} : {path, origin: path})),
      store,
      queue,
      options
    )
  } finally {
    await rm(folder, {recursive: true})
    await queue.close()
  }
}

const pauseMs = 500

/** Until none of these waits or runs, and nothing is left to link. */
export async function waitForJobs(
  store: Store,
  ids: readonly string[],
  onLook: (sums: ShardSums) => void
): Promise<ShardSums> {
  while (true) {
    const sums = await store.shards.sums(ids)
    onLook(sums)
    const {waiting, running} = sums.shards
    if (waiting + running === 0 && (await store.countUnlinked(1)) === 0) return sums
    await later(pauseMs)
  }
}

async function* none(): AsyncGenerator<ShardPiece> {}

const compress = promisify(gzip)

async function* piecesOf({parts}: Shard): AsyncGenerator<ShardPiece> {
  for (const [part, {path, from, to}] of parts.entries()) {
    if (path === null || from === to) continue
    let piece = 0
    const stream = createReadStream(path, {start: from, end: to - 1, highWaterMark: pieceBytes})
    for await (const bytes of stream)
      yield {part, piece: piece++, bytes: await compress(bytes as Buffer, {level: 1})}
  }
}
