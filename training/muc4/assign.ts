/** One-to-one pairs of rows and columns with the highest sum (Hungarian method with potentials); pairs of weight 0 are left out. */
export function assign(weights: readonly (readonly number[])[]): [number, number][] {
  const rows = weights.length
  const columns = weights[0]?.length ?? 0
  const size = Math.max(rows, columns)
  if (!rows || !columns) return []
  const cost = (row: number, column: number) => (row < rows && column < columns ? -weights[row]![column]! : 0)
  const u = new Float64Array(size + 1)
  const v = new Float64Array(size + 1)
  const taken = new Int32Array(size + 1)
  const way = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    taken[0] = row
    let at = 0
    const least = new Float64Array(size + 1).fill(Infinity)
    const used = new Uint8Array(size + 1)
    do {
      used[at] = 1
      const from = taken[at]!
      let step = Infinity
      let next = 0
      for (let column = 1; column <= size; column++) {
        if (used[column]) continue
        const value = cost(from - 1, column - 1) - u[from]! - v[column]!
        if (value < least[column]!) {
          least[column] = value
          way[column] = at
        }
        if (least[column]! < step) {
          step = least[column]!
          next = column
        }
      }
      for (let column = 0; column <= size; column++) {
        if (used[column]) {
          u[taken[column]!]! += step
          v[column]! -= step
        } else least[column]! -= step
      }
      at = next
    } while (taken[at] !== 0)
    do {
      const before = way[at]!
      taken[at] = taken[before]!
      at = before
    } while (at)
  }
  const pairs: [number, number][] = []
  for (let column = 1; column <= columns; column++) {
    const row = taken[column]!
    if (row && row <= rows && weights[row - 1]![column - 1]! > 0) pairs.push([row - 1, column - 1])
  }
  return pairs
}
