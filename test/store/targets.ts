/**
 * The stores that a test runs on: always the embedded one; a PostgreSQL server too where
 * DATABASE_URL names one, or Debian's binaries are installed.
 *
 * The server of the test's own listens on a socket in its own folder, runs as an ordinary
 * user, and ends with the test. Each `make()` gives an empty store.
 */
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import pg from 'pg'
import {openStore} from '../../src/store/store.ts'
import {startServer} from './own-server.ts'

export interface Target {
  readonly name: string
  make(): Promise<string>
  stop(): void
}

const made: string[] = []
let prepared: string | null = null

/** Making the first one takes seconds, as every file of a new database is synced; the others are copies of it. */
export const embedded: Target = {
  name: 'embedded',
  async make() {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
    made.push(folder)
    if (prepared) cpSync(prepared, folder, {recursive: true})
    else {
      const copied = mkdtempSync(join(tmpdir(), 'dateline-'))
      made.push(copied)
      await (await openStore(copied)).close()
      cpSync(copied, folder, {recursive: true})
      prepared = copied
    }
    return folder
  },
  stop: () => {
    for (const folder of made) rmSync(folder, {recursive: true, force: true})
  }
}

/** A sentence instead of a server says why there is none. */
export async function server(): Promise<Target | string> {
  if (process.env.DATABASE_URL) return onServer(process.env.DATABASE_URL, () => {})
  const own = await startServer()
  return typeof own === 'string' ? own : onServer(own.url, own.stop)
}

/** A database of its own for each. */
export function onServer(url: string, stop: () => void): Target {
  let count = 0
  return {
    name: 'PostgreSQL',
    async make() {
      const name = `dateline_test_${process.pid}_${++count}`
      const client = new pg.Client(url)
      await client.connect()
      await client.query(`create database ${name} encoding 'UTF8' template template0`)
      await client.end()
      const own = new URL(url)
      own.pathname = `/${name}`
      return own.href
    },
    stop
  }
}
