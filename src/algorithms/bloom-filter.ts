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
      const bit = bitOf(hash, probe, length)
      values[Math.floor(bit / bitsOfLetter)]! |= 1 << (bit % bitsOfLetter)
    }
  return Array.from(values, value => letters[value]).join('')
}

export function mayHold(filter: string, hash: number): boolean {
  for (let probe = 0; probe < probes; probe++) {
    const bit = bitOf(hash, probe, filter.length)
    const value = valueOfLetter[filter.charCodeAt(Math.floor(bit / bitsOfLetter))]!
    if (((value >>> (bit % bitsOfLetter)) & 1) === 0) return false
  }
  return true
}

/** Two halves of the hash make as many as are needed (Kirsch & Mitzenmacher 2006). */
function bitOf(hash: number, probe: number, length: number): number {
  const step = (Math.imul(hash, 0x9e3779b1) >>> 15) | 1
  return ((hash + Math.imul(probe, step)) >>> 0) % (length * bitsOfLetter)
}
