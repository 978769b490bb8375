/** Which messages the source of a screen names: in its own files, in those it imports, and among its keys. */
import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {en} from '../../web/src/messages/en.ts'

const keys = Object.keys(en)

/** `file` and all that it imports, types and messages aside. */
export function filesFrom(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const source = readFileSync(file, 'utf8').replace(/^import type [^'"]*? from '[^']*'$/gm, '')
  for (const [, specifier] of source.matchAll(/(?:from|import\() ?'(\.[^']+\.tsx?)'/g)) {
    const path = join(dirname(file), specifier!)
    if (path.startsWith('web/src/') && !/^web\/src\/(messages|app\/keys\.ts|app\/router)/.test(path))
      filesFrom(path, found)
  }
  return found
}

/** Those written whole, and all that begin as one that is put together: `${kind}.${id}` behind `inbox.queue.`. */
export function messagesNamed(source: string): string[] {
  const whole = [...source.matchAll(/['"]([\w-]+(?:\.[\w-]+)+)['"]/g)].map(([, key]) => key!)
  const beginnings = [...source.matchAll(/`([\w-]+\.(?:[\w-]+\.)*[\w-]*)\$\{/g)].map(([, key]) => key!)
  return keys.filter(key => whole.includes(key) || beginnings.some(beginning => key.startsWith(beginning)))
}
