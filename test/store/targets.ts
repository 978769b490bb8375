/**
 * The stores that a test runs on: always the embedded one; a PostgreSQL server too where
 * DATABASE_URL names one, or Debian's binaries are installed.
 *
 * The server of the test's own listens on a socket in its own folder, runs as an ordinary
 * user, and ends with the test. Each `make()` gives an empty store.
 */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import pg from 'pg'
import {openStore} from '../../src/store/store.ts'

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
  const binaries = newest('/usr/lib/postgresql')
  if (!binaries) return 'no PostgreSQL: neither DATABASE_URL nor /usr/lib/postgresql'
  const folder = mkdtempSync(join(tmpdir(), 'dateline-server-'))
  const user = process.getuid?.() === 0 ? ordinaryUser() : null
  if (user) chownSync(folder, user.uid, user.gid)
  const options = {...user, cwd: folder, stdio: 'ignore'} as const
  const data = join(folder, 'data')
  const settings = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(binaries, 'initdb'), ['-D', data, ...settings], options)
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses='],
    options
  )
  const url = `postgres://postgres@localhost/postgres?host=${folder}`
  await answering(url, child)
  return onServer(url, () => {
    child.once('exit', () => rmSync(folder, {recursive: true, force: true}))
    child.kill('SIGINT')
  })
}

function onServer(url: string, stop: () => void): Target {
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

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt++) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise(later => setTimeout(later, 100))
    }
  }
  throw new Error('The PostgreSQL server of the test did not start')
}

function newest(folder: string): string | null {
  if (!existsSync(folder)) return null
  const versions = readdirSync(folder).filter(
    name => Number(name) >= 15 && existsSync(join(folder, name, 'bin/initdb'))
  )
  const last = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  return last ? join(folder, last, 'bin') : null
}

/** PostgreSQL refuses to run as root. */
function ordinaryUser() {
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], {encoding: 'utf8'}))
  return {uid: idOf('-u'), gid: idOf('-g')}
}
