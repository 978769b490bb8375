/**
 * Logistic regression over sparse features that keeps few of them: follow the proximally regularised leader (McMahan et al. 2013).
 *
 * Several questions over the same rows are learnt in one pass, each with weights of its own.
 */
import type {LinearWeights} from '../../src/muc4/linear-model.ts'
import {seeded, shuffle} from '../random.ts'

export interface LearningOptions {
  readonly rounds: number
  /** How fast a weight moves. */
  readonly rate: number
  /** How much a feature must tell to be kept. */
  readonly least: number
  /** How dear large weights are. */
  readonly penalty: number
  /** Rows that a feature must stand in. */
  readonly rows: number
}

const usual: LearningOptions = {rounds: 5, rate: 0.1, least: 0.4, penalty: 1, rows: 3}

/** `truths[q][row]`: the answer to a question, from 0 to 1; below 0 where the row says nothing about it. */
export function learnAll(
  rows: readonly Int32Array[],
  truths: readonly Float32Array[],
  options: Partial<LearningOptions> = {}
): LinearWeights[] {
  const {rounds, rate, least, penalty, rows: fewest} = {...usual, ...options}
  const counts = new Map<number, number>()
  for (const features of rows)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const keys = Int32Array.from([...counts].filter(([, count]) => count >= fewest).map(([key]) => key)).sort()
  const numbers = new Map<number, number>()
  for (const [number, key] of keys.entries()) numbers.set(key, number)
  const indexed = rows.map(features =>
    Int32Array.from(
      features.filter(feature => numbers.has(feature)),
      feature => numbers.get(feature)!
    )
  )
  const width = truths.length
  const z = new Float32Array(keys.length * width)
  const n = new Float32Array(keys.length * width)
  const sums = new Float64Array(width)
  const pulls = new Float64Array(width)
  // Kept beside what it is computed from, for it is read far more often than it changes.
  const weights = new Float32Array(keys.length * width)
  const weightAt = (at: number) => {
    const reach = z[at]!
    const over = Math.abs(reach) - least
    return over <= 0 ? 0 : (reach < 0 ? over : -over) / ((1 + Math.sqrt(n[at]!)) / rate + penalty)
  }
  const order = shuffle([...rows.keys()], seeded(7))
  for (let round = 0; round < rounds; round++) {
    for (const i of order) {
      const features = indexed[i]!
      sums.fill(0)
      for (const feature of features) {
        for (let q = 0, at = feature * width; q < width; q++, at++) sums[q]! += weights[at]!
      }
      let moves = false
      for (let q = 0; q < width; q++) {
        const truth = truths[q]![i]!
        const pull = truth < 0 ? 0 : 1 / (1 + Math.exp(-sums[q]!)) - truth
        pulls[q] = Math.abs(pull) < 2e-3 ? 0 : pull
        if (pulls[q] !== 0) moves = true
      }
      if (!moves) continue
      for (const feature of features) {
        for (let q = 0, at = feature * width; q < width; q++, at++) {
          const pull = pulls[q]!
          if (pull === 0) continue
          const before = n[at]!
          const next = before + pull * pull
          z[at]! += pull - ((Math.sqrt(next) - Math.sqrt(before)) / rate) * weights[at]!
          n[at] = next
          weights[at] = weightAt(at)
        }
      }
    }
  }
  return truths.map((_, q) => {
    const kept = [...keys.keys()].filter(number => weights[number * width + q] !== 0)
    return {
      keys: Int32Array.from(kept, number => keys[number]!),
      weights: Float32Array.from(kept, number => weights[number * width + q]!)
    }
  })
}
