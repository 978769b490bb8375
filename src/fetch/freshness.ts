/** How long an answer says that it stays as it is (RFC 9111, section 5.2.2.1). */
import type {Capture} from '../model/document.ts'

/** Milliseconds; null where it says nothing. */
export function freshMs({headers}: Capture): number | null {
  const directives = headers.flatMap(([name, value]) => (name === 'cache-control' ? value.split(',') : []))
  for (const directive of directives) {
    const [, seconds] = /^\s*max-age\s*=\s*"?(\d{1,9})"?\s*$/i.exec(directive) ?? []
    if (seconds !== undefined) return Number(seconds) * 1000
  }
  return null
}
