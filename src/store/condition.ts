/** How a store is, asked without changing it: also of one that an older or newer version wrote. */
import {closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {isUrl, openDatabase} from './open-database.ts'
import {type Condition, conditionIn} from './upkeep/condition-in.ts'

export type {Condition} from './upkeep/condition-in.ts'

/** Whether there is a store in the folder, or whether it names a server. */
export function isThere(target: string): boolean {
  return isUrl(target) || existsSync(join(target, 'pg', 'PG_VERSION'))
}

/** Throws where it does not open, with the reason. */
export async function conditionOf(target: string): Promise<Condition> {
  const database = await openDatabase(target, {}, async () => {})
  try {
    return await conditionIn(database)
  } finally {
    await database.destroy()
  }
}

/** Milliseconds that a write to a file in the folder takes to the disk: the middle one of nine. */
export function syncMs(folder: string): number {
  const path = join(folder, `.sync.${process.pid}`)
  const file = openSync(path, 'w')
  try {
    const taken = Array.from({length: 9}, () => {
      const from = performance.now()
      writeSync(file, 'x'.repeat(8192))
      fsyncSync(file)
      return performance.now() - from
    })
    return taken.sort((a, b) => a - b)[4]!
  } finally {
    closeSync(file)
    rmSync(path)
  }
}
