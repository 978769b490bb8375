/** How much of two texts is the same wording: shared rows of words (Broder 1997). */
import {hashString} from './hash.ts'

const rowLength = 5

/** Hashes of all rows of five words, case and punctuation left out. */
export function shingles(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const found = new Set<number>()
  for (let i = 0; i + rowLength <= words.length; i++)
    found.add(hashString(words.slice(i, i + rowLength).join(' ')))
  return found
}

/** Share of the shorter text's rows that the other has too; 0 to 1. A cut copy is a whole copy. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const hash of small) if (large.has(hash)) shared++
  return shared / small.size
}
