/** MUC, B-cubed and CEAF-e of the CoNLL shared tasks on coreference, summed over texts before dividing. */

import {type Score, score} from './measures.ts'

/** Chains of keys of mentions. */
export type Chains = readonly (readonly string[])[]

export interface ChainScores {
  readonly muc: Score
  readonly bCubed: Score
  readonly ceafE: Score
  /** Mean of the three. */
  readonly conll: Score
}

interface Pair {
  readonly gold: Chains
  readonly found: Chains
}

export function chainScores(texts: readonly Pair[]): ChainScores {
  const muc = rated(texts, mucOf)
  const bCubed = rated(texts, bCubedOf)
  const ceafE = rated(texts, ceafOf)
  const mean = (key: keyof Score) => Number(((muc[key] + bCubed[key] + ceafE[key]) / 3).toFixed(2))
  return {muc, bCubed, ceafE, conll: {precision: mean('precision'), recall: mean('recall'), f1: mean('f1')}}
}

/** Part and whole of what one side has right, seen from its chains. */
type Measure = (chains: Chains, others: Chains) => {part: number; whole: number}

function rated(texts: readonly Pair[], measure: Measure): Score {
  const sums = {right: 0, found: 0, met: 0, gold: 0}
  for (const {gold, found} of texts) {
    const precision = measure(found, gold)
    const recall = measure(gold, found)
    sums.right += precision.part
    sums.found += precision.whole
    sums.met += recall.part
    sums.gold += recall.whole
  }
  return score(sums.right, sums.found, sums.gold, sums.met)
}

function homes(chains: Chains): Map<string, number> {
  return new Map(chains.flatMap((chain, c) => chain.map(key => [key, c] as const)))
}

/** Links of a chain that the others hold too: its size less the pieces they cut it into. */
const mucOf: Measure = (chains, others) => {
  const home = homes(others)
  let part = 0
  let whole = 0
  for (const chain of chains) {
    const pieces = new Set(chain.map(key => home.get(key) ?? key))
    part += chain.length - pieces.size
    whole += chain.length - 1
  }
  return {part, whole}
}

const bCubedOf: Measure = (chains, others) => {
  const home = homes(others)
  let part = 0
  let whole = 0
  for (const chain of chains) {
    const shared = new Map<number, number>()
    for (const key of chain) {
      const at = home.get(key)
      if (at !== undefined) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    for (const count of shared.values()) part += (count * count) / chain.length
    whole += chain.length
  }
  return {part, whole}
}

/** Chains are paired one to one so that the sum of their likeness (2 shared / sizes) is greatest. */
const ceafOf: Measure = (chains, others) => {
  const home = homes(others)
  const likeness = chains.map(chain => {
    const row = new Float64Array(others.length)
    for (const key of chain) {
      const at = home.get(key)
      if (at !== undefined) row[at]! += 2 / (chain.length + others[at]!.length)
    }
    return row
  })
  return {part: bestPairing(likeness, others.length), whole: chains.length}
}

/** The greatest sum of one cell a row and column (Kuhn 1955, by shortest augmenting paths). */
export function bestPairing(cells: readonly Float64Array[], width: number): number {
  const rows = cells.length
  const size = Math.max(rows, width)
  const cost = (r: number, c: number) => -(r < rows && c < width ? cells[r]![c]! : 0)
  const ofRow = new Float64Array(size + 1)
  const ofColumn = new Float64Array(size + 1)
  const taken = new Int32Array(size + 1)
  for (let r = 1; r <= size; r++) {
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const isDone = new Uint8Array(size + 1)
    const from = new Int32Array(size + 1)
    taken[0] = r
    let column = 0
    do {
      isDone[column] = 1
      const row = taken[column]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let c = 1; c <= size; c++) {
        if (isDone[c]) continue
        const reduced = cost(row - 1, c - 1) - ofRow[row]! - ofColumn[c]!
        if (reduced < least[c]!) {
          least[c] = reduced
          from[c] = column
        }
        if (least[c]! < delta) {
          delta = least[c]!
          next = c
        }
      }
      for (let c = 0; c <= size; c++) {
        if (isDone[c]) {
          ofRow[taken[c]!]! += delta
          ofColumn[c]! -= delta
        } else least[c]! -= delta
      }
      column = next
    } while (taken[column] !== 0)
    for (; column !== 0; column = from[column]!) taken[column] = taken[from[column]!]!
  }
  let sum = 0
  for (let c = 1; c <= size; c++) sum -= cost(taken[c]! - 1, c - 1)
  return sum
}
