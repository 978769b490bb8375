/** How many inputs a person's files hold, roughly and fast: files, and lines of JSON Lines. For a line of progress. */
import {createReadStream} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

const newline = 10

/** `null` where nobody knows before the end: standard input. */
export async function countInputs(paths: readonly string[]): Promise<number | null> {
  if (paths.includes('-')) return null
  let count = 0
  for (const path of paths) count += await countIn(path)
  return count
}

async function countIn(path: string): Promise<number> {
  const info = await stat(path).catch(() => null)
  if (info?.isDirectory()) {
    let count = 0
    for (const name of await readdir(path))
      if (!name.startsWith('.')) count += await countIn(join(path, name))
    return count
  }
  return info && /\.(?:jsonl|ndjson)$/i.test(path) ? countLines(path) : 1
}

async function countLines(path: string): Promise<number> {
  let count = 0
  let last = newline
  for await (const bytes of createReadStream(path, {highWaterMark: 2 ** 20}) as AsyncIterable<Buffer>) {
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++
    last = bytes.at(-1) ?? last
  }
  return last === newline ? count : count + 1
}
