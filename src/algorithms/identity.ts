/** A short name made from content: the same parts, the same name. 48 bits in hexadecimal. */
import {hashString} from './hash.ts'

export function createIdentity(parts: readonly string[]): string {
  const text = parts.join('\u0000')
  const hex = (seed: number, digits: number) =>
    (hashString(text, seed) >>> 0).toString(16).padStart(8, '0').slice(0, digits)
  return hex(0x811c9dc5, 8) + hex(0x9e3779b9, 4)
}
