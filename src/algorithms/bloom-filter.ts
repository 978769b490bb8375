/**
 * A set that says "surely not" or "very likely", in few bits for each item (Bloom 1970), as a string of letters.
 *
 * Three of a hundred things that were never put in are said to be there, while it has eight bits for an item.
 */
const probes = 4
const bitsForEach = 8
const bitsOfLetter = 6
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const valueOfLetter = new Uint8Array(128)
for (let i = 0; i < letters.length; i++) valueOfLetter[letters.charCodeAt(i)] = i

/** `longest`: letters it may have, six bits each; a fuller one errs more. */
export function bloomFilter(hashes: readonly number[], longest: number): string {
  const length = Math.max(1, Math.min(longest, Math.ceil((hashes.length * bitsForEach) / bitsOfLetter)))
  const values = new Uint8Array(length)
  for (const hash of hashes)
    for (let probe = 0; probe < probes; probe++) {
      const at = probeOf(hash, probe)
      values[letterOf(at, length)]! |= 1 << bitOf(at)
    }
  return Array.from(values, value => letters[value]).join('')
}

export function mayHold(filter: string, hash: number): boolean {
  for (let probe = 0; probe < probes; probe++) {
    const at = probeOf(hash, probe)
    const value = valueOfLetter[filter.charCodeAt(letterOf(at, filter.length))]!
    if (((value >>> bitOf(at)) & 1) === 0) return false
  }
  return true
}

/** A hash of its own for each probe: the upper half chooses the letter, the lower the bit. */
function probeOf(hash: number, probe: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d + 2 * probe * 0x9e3779b1)
  return mixed ^ (mixed >>> 13)
}

const letterOf = (at: number, length: number) => Math.imul(at >>> 16, length) >>> 16
const bitOf = (at: number) => (at & 0xffff) % bitsOfLetter
