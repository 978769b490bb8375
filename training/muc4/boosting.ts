/** Boosted trees for a yes or no over few, dense values (Friedman 2001), with values sorted into bins. The same rows give the same trees. */
import type {Trees} from '../../src/muc4/trees.ts'
import {seeded} from '../random.ts'

export interface BoostingOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Rows that a leaf must hold. */
  readonly leaf: number
  /** How dear large leaves are. */
  readonly penalty: number
  /** Share of the rows and of the columns that a tree sees; below 1 the trees err in different ways. */
  readonly rows: number
  readonly columns: number
  /** How often trees are grown anew, over other shares; the mean counts. */
  readonly bags: number
}

const usual: BoostingOptions = {
  trees: 120,
  depth: 4,
  rate: 0.08,
  leaf: 20,
  penalty: 2,
  rows: 1,
  columns: 1,
  bags: 1
}
const bins = 48

/** `begun`: by row, odds (their logarithm) to begin from; the trees then only correct them. */
export function boost(
  rows: readonly Float32Array[],
  truths: Float32Array,
  options: Partial<BoostingOptions> = {},
  begun: Float64Array | null = null
): Trees {
  const {bags} = {...usual, ...options}
  const grown = Array.from({length: bags}, (_, bag) => growth(rows, truths, options, begun, bag))
  const {depth, base} = grown[0]!
  return {
    depth,
    base,
    columns: Int16Array.from(grown.flatMap(({columns}) => [...columns])),
    limits: Float32Array.from(grown.flatMap(({limits}) => [...limits])),
    leaves: Float32Array.from(
      grown.flatMap(({leaves}) => [...leaves]),
      leaf => leaf / bags
    )
  }
}

function growth(
  rows: readonly Float32Array[],
  truths: Float32Array,
  options: Partial<BoostingOptions>,
  begun: Float64Array | null,
  bag: number
): Trees {
  const {trees, depth, rate, leaf, penalty, rows: rowShare, columns: columnShare} = {...usual, ...options}
  const size = rows.length
  const width = rows[0]!.length
  const edges = Array.from({length: width}, (_, column) => edgesOf(rows, column))
  const binned = edges.map((limits, column) => Uint8Array.from(rows, row => binOf(limits, row[column]!)))
  const mean = truths.reduce((sum, truth) => sum + truth, 0) / size
  const base = begun ? 0 : Math.log(Math.max(1e-6, mean) / Math.max(1e-6, 1 - mean))
  const sums = begun ? begun.slice() : new Float64Array(size).fill(base)
  const pulls = new Float64Array(size)
  const bends = new Float64Array(size)
  const columns: number[] = []
  const limits: number[] = []
  const leaves: number[] = []
  const nodes = (1 << depth) - 1
  const random = seeded(11 + bag)
  for (let tree = 0; tree < trees; tree++) {
    const isSeen = Uint8Array.from(truths, () => (rowShare < 1 && random() >= rowShare ? 0 : 1))
    const looksAt = edges.map(() => columnShare >= 1 || random() < columnShare)
    for (let i = 0; i < size; i++) {
      const chance = 1 / (1 + Math.exp(-sums[i]!))
      pulls[i] = truths[i]! - chance
      bends[i] = Math.max(1e-6, chance * (1 - chance))
    }
    const at = new Uint16Array(size)
    const treeColumns = new Int16Array(nodes).fill(-1)
    const treeLimits = new Float32Array(nodes)
    const treeBins = new Uint8Array(nodes)
    for (let level = 0; level < depth; level++) {
      const from = (1 << level) - 1
      const count = 1 << level
      const best = Array.from({length: count}, () => ({gain: 1e-6, column: -1, bin: 0}))
      for (let column = 0; column < width; column++) {
        if (!looksAt[column]) continue
        const pull = new Float64Array(count * bins)
        const bend = new Float64Array(count * bins)
        const held = new Int32Array(count * bins)
        const bin = binned[column]!
        for (let i = 0; i < size; i++) {
          const node = at[i]! - from
          if (node < 0 || !isSeen[i]) continue
          const cell = node * bins + bin[i]!
          pull[cell]! += pulls[i]!
          bend[cell]! += bends[i]!
          held[cell]!++
        }
        for (let node = 0; node < count; node++) {
          let [p, b, h] = [0, 0, 0]
          for (let k = 0; k < bins; k++) {
            p += pull[node * bins + k]!
            b += bend[node * bins + k]!
            h += held[node * bins + k]!
          }
          if (h < 2 * leaf) continue
          const whole = (p * p) / (b + penalty)
          let [lp, lb, lh] = [0, 0, 0]
          for (let k = 0; k < bins - 1; k++) {
            lp += pull[node * bins + k]!
            lb += bend[node * bins + k]!
            lh += held[node * bins + k]!
            if (lh < leaf || h - lh < leaf) continue
            const gain = (lp * lp) / (lb + penalty) + ((p - lp) * (p - lp)) / (b - lb + penalty) - whole
            if (gain > best[node]!.gain + 1e-9) best[node] = {gain, column, bin: k}
          }
        }
      }
      for (const [node, {column, bin}] of best.entries()) {
        treeColumns[from + node] = column
        treeBins[from + node] = bin
        treeLimits[from + node] = column < 0 ? 0 : (edges[column]![bin] ?? Infinity)
      }
      for (let i = 0; i < size; i++) {
        const node = at[i]!
        const column = treeColumns[node]!
        // Where nothing splits, all go left.
        at[i] = 2 * node + 1 + (column >= 0 && binned[column]![i]! > treeBins[node]! ? 1 : 0)
      }
    }
    const pull = new Float64Array(nodes + 1)
    const bend = new Float64Array(nodes + 1)
    for (let i = 0; i < size; i++) {
      if (!isSeen[i]) continue
      pull[at[i]! - nodes]! += pulls[i]!
      bend[at[i]! - nodes]! += bends[i]!
    }
    const values = pull.map((sum, k) => (rate * sum) / (bend[k]! + penalty))
    for (let i = 0; i < size; i++) sums[i]! += values[at[i]! - nodes]!
    columns.push(...treeColumns)
    limits.push(...treeLimits)
    leaves.push(...values)
  }
  return {
    depth,
    base,
    columns: Int16Array.from(columns),
    limits: Float32Array.from(limits),
    leaves: Float32Array.from(leaves)
  }
}

function edgesOf(rows: readonly Float32Array[], column: number): Float32Array {
  const values = Float32Array.from(rows, row => row[column]!).sort()
  const distinct = values.filter((value, i) => i === 0 || value !== values[i - 1])
  if (distinct.length <= bins) return distinct.slice(0, -1)
  const edges = Float32Array.from(
    {length: bins - 1},
    (_, k) => values[Math.floor(((k + 1) * values.length) / bins)]!
  )
  return edges.filter((value, i) => i === 0 || value !== edges[i - 1])
}

/** How many edges lie below the value. */
function binOf(edges: Float32Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
