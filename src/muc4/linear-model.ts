/** A linear model over hashed features: what is likely, of two. */
import {RowIndex} from '../algorithms/row-index.ts'

export interface LinearWeights {
  readonly keys: Int32Array
  readonly weights: Float32Array
}

export type Scorer = (features: Int32Array) => number

/** The sum of the weights; `likely` makes a probability of it. */
export function scorer({keys, weights}: LinearWeights): Scorer {
  const rows = new RowIndex(keys)
  return features => {
    let sum = 0
    for (const feature of features) {
      const row = rows.rowOf(feature)
      if (row >= 0) sum += weights[row]!
    }
    return sum
  }
}

export const likely = (sum: number) => 1 / (1 + Math.exp(-sum))
