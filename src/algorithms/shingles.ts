/** How much of two texts is the same wording: shared rows of words (Broder 1997). */
import {hashString} from './hash.ts'

const rowLength = 5

/** Five words in a row: their hash, and where they stand. */
export interface Row {
  readonly hash: number
  readonly from: number
  readonly to: number
}

/** All rows of five words, case and punctuation left out; as many as words, less four. */
export function rowsOf(text: string): Row[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({0: word, index}) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length
  }))
  const rows: Row[] = []
  for (let i = 0; i + rowLength <= words.length; i++) {
    const own = words.slice(i, i + rowLength)
    rows.push({
      hash: hashString(own.map(({word}) => word).join(' ')),
      from: own[0]!.from,
      to: own.at(-1)!.to
    })
  }
  return rows
}

export function shingles(text: string): Set<number> {
  return new Set(rowsOf(text).map(({hash}) => hash))
}
