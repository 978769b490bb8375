/**
 * An exclusive lock on the folder of an embedded store.
 *
 * PGlite takes none, and two processes on one folder lose rows silently. The
 * lock names its holder; that of a process that is gone is taken over.
 */
import {closeSync, openSync, readFileSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'

interface Holder {
  readonly pid: number
  /** Start of the process in ticks since boot, so that a reused pid is not taken for the holder. */
  readonly startedAt: string | null
}

/** Throws when a live process holds the folder. The function it returns gives the lock back. */
export function lock(folder: string): () => void {
  const path = join(folder, 'lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, JSON.stringify({pid: process.pid, startedAt: startOf(process.pid)} satisfies Holder))
      closeSync(file)
      return () => rmSync(path, {force: true})
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = holderOf(path)
      if (holder && isAlive(holder)) {
        throw new Error(
          `The store ${folder} is in use by process ${holder.pid}; end it, use its page, or give another --store`
        )
      }
      rmSync(path, {force: true})
    }
  }
  throw new Error(`The store ${folder} is being opened by others; try again`)
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

function isAlive({pid, startedAt}: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startedAt === null || startOf(pid) === startedAt
}

/** Field 22 of /proc/PID/stat; null where there is no such file. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
