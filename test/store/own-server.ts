/** A PostgreSQL server of a test's own: on a socket in its own folder, as an ordinary user; it may be killed and started again. */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import pg from 'pg'

export interface OwnServer {
  readonly url: string
  /** Ends postmaster and backends at once (SIGKILL), as a loss of power would, but for what the disk forgets. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends it and takes its folder away. */
  stop(): void
}

/** A sentence instead of a server says why there is none. `settings`: of the server, "fsync=on". */
export async function startServer(settings: readonly string[] = []): Promise<OwnServer | string> {
  const binaries = newest('/usr/lib/postgresql')
  if (!binaries) return 'no PostgreSQL: neither DATABASE_URL nor /usr/lib/postgresql'
  const folder = mkdtempSync(join(tmpdir(), 'dateline-server-'))
  const user = process.getuid?.() === 0 ? ordinaryUser() : null
  if (user) chownSync(folder, user.uid, user.gid)
  const options = {...user, cwd: folder, stdio: 'ignore'} as const
  const data = join(folder, 'data')
  const made = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(binaries, 'initdb'), ['-D', data, ...made], options)
  const url = `postgres://postgres@localhost/postgres?host=${folder}`
  let child: ChildProcess
  const start = async () => {
    const flags = ['listen_addresses=', ...settings].flatMap(setting => ['-c', setting])
    for (let attempt = 0; attempt < 50; attempt++) {
      child = spawn(join(binaries, 'postgres'), ['-D', data, '-k', folder, ...flags], options)
      if (await isAnswering(url, child)) return
      if (child.exitCode === null) break
      // The memory that killed backends share may be there for a moment after they are gone, and then it ends at once.
      await new Promise(later => setTimeout(later, 100))
    }
    throw new Error('The PostgreSQL server of the test did not start')
  }
  await start()
  return {
    url,
    start,
    async kill() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      // So that it starts none between the look at them and the end.
      process.kill(child.pid!, 'SIGSTOP')
      const all = [child.pid!, ...childrenOf(child.pid!)]
      for (const pid of all) endNow(pid)
      await ended
      // Until its last backend is gone no other may start.
      while (all.some(pid => existsSync(`/proc/${pid}/exe`)))
        await new Promise(later => setTimeout(later, 20))
    },
    stop() {
      child.once('exit', () => rmSync(folder, {recursive: true, force: true}))
      child.kill('SIGINT')
    }
  }
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
      } catch {
        return false
      }
    })
    .map(Number)
}

/** False: it ended, or is not heard within two minutes. */
async function isAnswering(url: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 1200 && child.exitCode === null; attempt++) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await new Promise(later => setTimeout(later, 100))
    }
  }
  return false
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
