/**
 * Which texts are copies of earlier ones, found by an index of their rows of words, not by pairs.
 *
 * Each row of words belongs to the text that had it first. A text of which half of the rows (of the
 * shorter of the two) belong to one earlier text is a copy of it, cut or lengthened as it may be; a
 * copy of a copy is one of the first. The cost grows with the words, not with the pairs of texts.
 * Broder (1997), "On the resemblance and containment of documents".
 */
import {type Row, rowsOf} from '../algorithms/shingles.ts'
import type {Span} from '../model/span.ts'

export interface Copy {
  /** Index of the text it has its words from: the first of its line. */
  readonly original: number
  /** Share of the shorter text's rows that both have; 0 to 1. */
  readonly share: number
  /** The longest passage that both have: where it stands in the copy, and in the text it was taken from. */
  readonly passage: {readonly here: Span; readonly there: Span; readonly from: number}
}

const copied = 0.5
/** Bulletins of a line say the same by themselves. */
const fewestRows = 8

/**
 * For each text, in the order of publication, what it copies; null where it is its own.
 * `isCut`: whether two of them are told to be independent, whatever they share.
 */
export function copiesAmong(
  texts: readonly string[],
  isCut: (text: number, other: number) => boolean = () => false
): (Copy | null)[] {
  const first = new Map<number, {readonly text: number; readonly row: number}>()
  const rows: Row[][] = []
  const found: (Copy | null)[] = []
  for (const [index, text] of texts.entries()) {
    const own = rowsOf(text)
    rows.push(own)
    const shared = new Map<number, number>()
    for (const {hash} of own) {
      const owner = first.get(hash)
      if (owner && !isCut(index, owner.text)) shared.set(owner.text, (shared.get(owner.text) ?? 0) + 1)
    }
    // Of equals the earliest: a map keeps the order in which its keys came, which is that of the words.
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
    const shorter = best ? Math.min(own.length, rows[best[0]]!.length) : 0
    const share = best && shorter >= fewestRows ? Math.min(1, best[1] / shorter) : 0
    found.push(
      share < copied
        ? null
        : {
            original: found[best![0]]?.original ?? best![0],
            share,
            passage: longestPassage(own, rows[best![0]]!, best![0], first)
          }
    )
    for (const [row, {hash}] of own.entries()) if (!first.has(hash)) first.set(hash, {text: index, row})
  }
  return found
}

function longestPassage(
  own: readonly Row[],
  others: readonly Row[],
  other: number,
  first: ReadonlyMap<number, {readonly text: number; readonly row: number}>
): Copy['passage'] {
  let best = {at: 0, row: 0, length: 0}
  let run = {at: 0, row: 0, length: 0}
  for (const [at, {hash}] of own.entries()) {
    const owner = first.get(hash)
    if (owner?.text !== other) run = {at: 0, row: 0, length: 0}
    else if (run.length && owner.row === run.row + run.length) run = {...run, length: run.length + 1}
    else run = {at, row: owner.row, length: 1}
    if (run.length > best.length) best = run
  }
  const span = (rows: readonly Row[], start: number) => ({
    from: rows[start]!.from,
    to: rows[start + best.length - 1]!.to
  })
  return {here: span(own, best.at), there: span(others, best.row), from: other}
}
