/** Reads a file of one JSON value a line. */
import {readFileSync} from 'node:fs'

export function linesOf<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as T)
}
