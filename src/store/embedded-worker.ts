/**
 * PGlite in a thread of its own: a query blocks the thread it runs in.
 *
 * PGlite ships with fsync off, and its file system has none; here the WAL is
 * synced by the real call before a commit is acknowledged.
 */
import {fsyncSync} from 'node:fs'
import {parentPort, workerData} from 'node:worker_threads'
import {PGlite} from '@electric-sql/pglite'
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

export interface Request {
  readonly id: number
  readonly sql: string | null
  readonly parameters: unknown[]
}

const {folder} = workerData as {folder: string}
const database = await PGlite.create({
  fs: new DurableFS(folder),
  startParams: [
    ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync'
  ]
})

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
    const {rows, affectedRows} = await database.query(sql, parameters)
    parentPort!.postMessage({id, rows, affectedRows})
  } catch (error) {
    const {message, code} = error as Error & {code?: string}
    parentPort!.postMessage({id, error: {message, code}})
  }
}
