/** Boosted trees of one depth: at each node the value of a column goes left up to the limit, right above it. */
export interface Trees {
  readonly depth: number
  /** Sum before the first tree. */
  readonly base: number
  /** By tree and node; -1 where all go left. */
  readonly columns: Int16Array
  readonly limits: Float32Array
  /** By tree and leaf. */
  readonly leaves: Float32Array
}

/** The probability that the trees give to a row of values; `begun`: odds (their logarithm) that the trees only correct. */
export function grown({depth, base, columns, limits, leaves}: Trees, row: Float32Array, begun = 0): number {
  const nodes = (1 << depth) - 1
  let sum = base + begun
  for (let tree = 0; tree * nodes < columns.length; tree++) {
    let node = 0
    for (let level = 0; level < depth; level++) {
      const at = tree * nodes + node
      const column = columns[at]!
      node = 2 * node + 1 + (column >= 0 && row[column]! > limits[at]! ? 1 : 0)
    }
    sum += leaves[tree * (nodes + 1) + node - nodes]!
  }
  return 1 / (1 + Math.exp(-sum))
}
