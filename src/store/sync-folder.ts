/** Brings files and folders to the disk, so that a loss of power finds them. */
import {closeSync, fsyncSync, openSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

/** A folder with all that is in it. */
export function syncFolder(folder: string): void {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncFolder(path)
    else if (entry.isFile()) sync(path)
  }
  sync(folder)
}

/** A file, or the names in a folder. */
export function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch (error) {
    // Some systems sync no folders; their files carry their names with them.
    if (!['EISDIR', 'EINVAL', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    closeSync(file)
  }
}
