/** Logistic regression by Newton's method (iteratively reweighted least squares), with a penalty on the weights. */
export interface Example {
  readonly values: readonly number[]
  readonly isOne: boolean
  /** How much it counts. */
  readonly weight: number
}

export interface Fit {
  readonly weights: readonly number[]
  readonly intercept: number
}

const rounds = 30

/** `penalty`: how dear large weights are; the intercept is free. */
export function logistic(examples: readonly Example[], penalty: number): Fit {
  const size = examples[0]!.values.length + 1
  let weights = new Array<number>(size).fill(0)
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, i) => (i < size - 1 ? penalty * weight : 0))
    const curvature = weights.map((_, i) =>
      weights.map((_, j) => (i === j ? (i < size - 1 ? penalty : 1e-9) : 0))
    )
    for (const {values, isOne, weight} of examples) {
      const row = [...values, 1]
      const sum = row.reduce((total, value, i) => total + value * weights[i]!, 0)
      const likely = 1 / (1 + Math.exp(-sum))
      const pull = weight * (likely - (isOne ? 1 : 0))
      const bend = weight * likely * (1 - likely)
      for (let i = 0; i < size; i++) {
        gradient[i]! += pull * row[i]!
        const scaled = bend * row[i]!
        for (let j = 0; j <= i; j++) curvature[i]![j]! += scaled * row[j]!
      }
    }
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) curvature[i]![j] = curvature[j]![i]!
    const step = solved(curvature, gradient)
    weights = weights.map((weight, i) => weight - step[i]!)
    if (Math.hypot(...step) < 1e-9) break
  }
  return {weights: weights.slice(0, -1), intercept: weights.at(-1)!}
}

/** Solves matrix * x = right by elimination; the matrix is symmetric and positive. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  const size = rows.length
  for (let at = 0; at < size; at++) {
    const pivot = rows[at]!
    for (const row of rows.slice(at + 1)) {
      const factor = row[at]! / pivot[at]!
      for (let j = at; j <= size; j++) row[j]! -= factor * pivot[j]!
    }
  }
  const x = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let rest = rows[i]![size]!
    for (let j = i + 1; j < size; j++) rest -= rows[i]![j]! * x[j]!
    x[i] = rest / rows[i]![i]!
  }
  return x
}
