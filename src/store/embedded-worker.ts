/**
 * PGlite in a thread of its own: a query blocks the thread it runs in.
 *
 * PGlite ships with fsync off, and its file system has none; here the WAL is
 * synced by the real call before a commit is acknowledged, as are folders in
 * which files come and go. Nor does it ever make a checkpoint while it is open:
 * one is made here whenever so much was written, or the log would grow for ever.
 */
import {fsyncSync} from 'node:fs'
import {parentPort, workerData} from 'node:worker_threads'
import {PGlite, types} from '@electric-sql/pglite'
import {NodeFS} from '@electric-sql/pglite/nodefs'

interface Emscripten {
  readonly FS: {filesystems: {NODEFS: {stream_ops: {fsync?: (stream: {nfd: number}) => number}}}}
}

/** The version is pinned: this reaches into the file system of the WASM build. */
class DurableFS extends NodeFS {
  override async init(...parameters: Parameters<NodeFS['init']>) {
    const made = await super.init(...parameters)
    const durable = (module: Emscripten) => {
      module.FS.filesystems.NODEFS.stream_ops.fsync = ({nfd}) => {
        fsyncSync(nfd)
        return 0
      }
    }
    made.emscriptenOpts.preRun = [...((made.emscriptenOpts.preRun as []) ?? []), durable as never]
    return made
  }
}

export interface Opening {
  readonly folder: string
  /** Of pages; as PostgreSQL writes it: "16MB". */
  readonly sharedBuffers: string
}

export interface Request {
  readonly id: number
  readonly sql: string | null
  readonly parameters: unknown[]
}

/** Log between two checkpoints, and kept after one. Less would write more pages in full. */
const walMegabytes = 128
/** Commits between two looks at how long the log is. */
const commitsPerLook = 16

const {folder, sharedBuffers} = workerData as Opening
const database = await PGlite.create({
  fs: new DurableFS(folder),
  startParams: [
    ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
    '-c',
    `max_wal_size=${walMegabytes}MB`,
    '-c',
    'min_wal_size=32MB',
    '-c',
    `shared_buffers=${sharedBuffers}`
  ]
})

/** JSON goes to the other thread as text: to clone what it says costs more than to read it there, in time and in memory. */
const asText = {[types.JSON]: (text: string) => text, [types.JSONB]: (text: string) => text}

let commits = 0
let checkpointAt = 0

/** Only between transactions. */
async function keepLogShort(): Promise<void> {
  if (++commits % commitsPerLook) return
  const {rows} = await database.query<{at: number}>(
    `select (pg_current_wal_insert_lsn() - '0/0')::float8 as at`
  )
  const {at} = rows[0]!
  if (checkpointAt && at - checkpointAt < walMegabytes * 2 ** 20) return
  if (checkpointAt) await database.exec('checkpoint')
  checkpointAt = at
}

// One after the other: PGlite is a single session.
let last: Promise<void> = Promise.resolve()
parentPort!.on('message', (request: Request) => {
  last = last.then(() => answer(request))
})
parentPort!.postMessage({id: 0})

async function answer({id, sql, parameters}: Request): Promise<void> {
  try {
    if (sql === null) {
      await database.close()
      parentPort!.postMessage({id})
      return
    }
    const {rows, affectedRows, fields} = await database.query(sql, parameters, {parsers: asText})
    const documents = fields.filter(({dataTypeID}) => dataTypeID in asText).map(({name}) => name)
    parentPort!.postMessage({id, rows, affectedRows, documents})
    if (sql === 'commit') await keepLogShort()
  } catch (error) {
    const {message, code} = error as Error & {code?: string}
    parentPort!.postMessage({id, error: {message, code}})
  }
}
