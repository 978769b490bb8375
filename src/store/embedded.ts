/** The embedded store as Kysely sees it: queries are sent to the thread that holds PGlite. */
import {existsSync, mkdirSync} from 'node:fs'
import {dirname, extname, join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Opening} from './embedded-worker.ts'
import {isLean} from './lean.ts'
import {lock} from './lock.ts'
import {sync, syncFolder} from './sync-folder.ts'

interface Answer {
  readonly id: number
  readonly rows?: Record<string, unknown>[]
  /** Columns of JSON, which stands there as text. */
  readonly documents?: readonly string[]
  readonly affectedRows?: number
  readonly error?: {message: string; code?: string}
}

type Waiting = {resolve: (answer: Answer) => void; reject: (error: Error) => void}

/** As this file: `.ts` in a checkout, `.js` in the package. */
const holding = new URL(`./embedded-worker${extname(import.meta.url)}`, import.meta.url)

export async function openEmbedded(folder: string) {
  mkdirSync(folder, {recursive: true})
  const unlock = lock(folder)
  const data = join(folder, 'pg')
  const isNew = !existsSync(join(data, 'PG_VERSION'))
  const opening: Opening = {folder: data, sharedBuffers: isLean() ? '16MB' : '128MB'}
  const worker = new Worker(holding, {workerData: opening})
  const waiting = new Map<number, Waiting>()
  let stopped: Error | null = null
  const stop = (error: Error) => {
    if (!stopped) unlock()
    stopped ??= error
    for (const {reject} of waiting.values()) reject(stopped)
    waiting.clear()
  }
  let next = 1
  const ready = new Promise<void>((resolve, reject) => waiting.set(0, {resolve: () => resolve(), reject}))
  worker.on('message', (answer: Answer) => {
    const own = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error) own?.reject(Object.assign(new Error(answer.error.message), {code: answer.error.code}))
    else own?.resolve(answer)
    // An idle database must not keep the process alive.
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', error =>
    stop(new Error(`The store ${folder} stopped: ${error.message}`, {cause: error}))
  )
  worker.on('exit', () => stop(new Error(`The store ${folder} is closed`)))
  const ask = (sql: string | null, parameters: unknown[] = []) =>
    new Promise<Answer>((resolve, reject) => {
      // A thread that is gone would never answer.
      if (stopped) return reject(stopped)
      const id = next++
      waiting.set(id, {resolve, reject})
      worker.ref()
      worker.postMessage({id, sql, parameters})
    })
  await ready
  // The files of a new database are written without a sync.
  if (isNew) {
    syncFolder(data)
    for (const outer of [folder, dirname(folder)]) sync(outer)
  }

  const query = async <T>(sql: string, parameters: unknown[] = []) => {
    const {rows = [], affectedRows, documents = []} = await ask(sql, parameters)
    for (const row of rows)
      for (const name of documents) if (row[name] !== null) row[name] = JSON.parse(row[name] as string)
    return {rows: rows as T[], fields: [], ...(affectedRows === undefined ? {} : {affectedRows})}
  }
  return {
    closed: false,
    ready: true,
    waitReady: Promise.resolve(),
    query,
    async transaction<T>(work: (tx: never) => Promise<T>): Promise<T> {
      await query('begin')
      try {
        const result = await work({query} as never)
        // Where a statement failed and the failure was caught, "commit" takes all back without a word; this does not.
        await query('select 1')
        await query('commit')
        return result
      } catch (error) {
        await query('rollback')
        throw error
      }
    },
    async close() {
      this.closed = true
      if (!stopped) await ask(null)
      await worker.terminate()
    }
  }
}
