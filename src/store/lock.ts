/**
 * An exclusive lock on the folder of an embedded store.
 *
 * PGlite takes none, and two processes on one folder lose rows silently. Each
 * process writes a file that is named for it, then looks for those of others:
 * of two that come at once at least one sees the other. A file's name says whose
 * it is, so taking away that of a dead process can never take a live one's.
 */
import {closeSync, openSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'

const attempts = 5
const pauseMs = 20

/** Throws when a live process holds the folder. The function it returns gives the lock back. */
export function lock(folder: string): () => void {
  const own = `lock.${process.pid}.${startOf(process.pid) ?? 0}`
  const path = join(folder, own)
  for (let attempt = 1; ; attempt++) {
    create(folder, path)
    const holder = readdirSync(folder).find(name => name !== own && isHeld(folder, name))
    if (holder === undefined) return () => rmSync(path, {force: true})
    rmSync(path, {force: true})
    if (attempt === attempts) throw inUse(folder, holder)
    // Two that came at once both stepped back; they try again after pauses of different length.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs + (process.pid % 7) * pauseMs)
  }
}

function create(folder: string, path: string): void {
  try {
    closeSync(openSync(path, 'wx'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw inUse(folder, path.slice(folder.length + 1))
    throw error
  }
}

function inUse(folder: string, name: string): Error {
  const pid = name.split('.')[1]
  return new Error(
    `The store ${folder} is in use by process ${pid}; end it, use its page, or give another --store. If ${pid} is no Dateline, delete ${join(folder, name)}`
  )
}

/** Whether the file is the lock of a live process; that of a dead one is taken away. */
function isHeld(folder: string, name: string): boolean {
  const [, pid, startedAt] = /^lock\.(\d+)\.(\d+)$/.exec(name) ?? []
  if (pid === undefined) return false
  if (isAlive(Number(pid), startedAt!)) return true
  rmSync(join(folder, name), {force: true})
  return false
}

function isAlive(pid: number, startedAt: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // A reused pid has another start; where starts are not told, the pid alone decides.
  return startedAt === '0' || (startOf(pid) ?? startedAt) === startedAt
}

/** Start of the process in ticks since boot, field 22 of /proc/PID/stat; null where there is no such file. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
