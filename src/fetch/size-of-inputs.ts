/** How many bytes a person's files have, packed as they are. For a line of progress. */
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

/** `null` where nobody knows before the end: standard input, URLs. */
export async function sizeOfInputs(paths: readonly string[]): Promise<number | null> {
  if (paths.some(path => path === '-' || /^https?:/i.test(path))) return null
  let bytes = 0
  for (const path of paths) bytes += await sizeOf(path)
  return bytes
}

async function sizeOf(path: string): Promise<number> {
  const info = await stat(path).catch(() => null)
  if (!info?.isDirectory()) return info?.size ?? 0
  let bytes = 0
  for (const name of await readdir(path)) if (!name.startsWith('.')) bytes += await sizeOf(join(path, name))
  return bytes
}
