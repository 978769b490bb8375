/** The example of docs/library.md, and what the page says that it prints. */
import {readFileSync} from 'node:fs'

export function example(): {readonly code: string; readonly prints: string} {
  const page = readFileSync('docs/library.md', 'utf8')
  const [, code, prints] = /```js\n(.*?)```\n\nprints\n\n```text\n(.*?)```/s.exec(page)!
  return {code: code!, prints: prints!}
}
