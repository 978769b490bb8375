/** Words that many people choose, one a line in common-passwords.txt. */
import {readFileSync} from 'node:fs'

/** The package holds it where the source has it: a compiler copies no texts. */
const list = new URL('../../../src/api/access/common-passwords.txt', import.meta.url)

let words: ReadonlySet<string> | null = null

export function commonPasswords(): ReadonlySet<string> {
  words ??= new Set(
    readFileSync(list, 'utf8')
      .split('\n')
      .map(line => line.trim().normalize('NFKC').toLowerCase())
      .filter(line => line && !line.startsWith('#'))
  )
  return words
}
