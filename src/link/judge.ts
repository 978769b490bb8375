/**
 * From signs to how likely two incidents are one: logistic regression with the weights of codebook/link-weights.csv.
 *
 * A sign whose id has no row counts nothing: it explains and does not decide.
 */
import type {Evidence} from '../model/link-profile.ts'

export interface Judgement {
  readonly probability: number
  /** Of weights times values; the row "threshold" is the sum of even odds. */
  readonly sum: number
}

export function judge(evidence: readonly Evidence[], weights: ReadonlyMap<string, number>): Judgement {
  const sum = evidence.reduce((total, {id, value}) => total + (weights.get(id) ?? 0) * value, 0)
  return {probability: 1 / (1 + Math.exp(weights.get('threshold')! - sum)), sum}
}
