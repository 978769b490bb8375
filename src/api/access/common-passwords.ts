/** Words that many people choose, one a line in common-passwords.txt. */
import {readFileSync} from 'node:fs'

let words: ReadonlySet<string> | null = null

export function commonPasswords(): ReadonlySet<string> {
  words ??= new Set(
    readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
      .split('\n')
      .map(line => line.trim().normalize('NFKC').toLowerCase())
      .filter(line => line && !line.startsWith('#'))
  )
  return words
}
