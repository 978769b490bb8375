/**
 * One logistic regression a class over named features; kept as a table of weights that a person can read.
 *
 * Fitted by Newton's steps with a ridge, so the same rows give the same weights. No chance in it.
 */
import {readCsv} from '../src/codebook/csv.ts'

export type Features = Readonly<Record<string, number>>
/** Weight by class and feature; `bias` is a feature that is always 1. */
export type Weights = ReadonlyMap<string, ReadonlyMap<string, number>>

const steps = 8

export function probability(weights: ReadonlyMap<string, number> | undefined, features: Features): number {
  if (!weights) return 0
  let sum = weights.get('bias') ?? 0
  for (const [name, value] of Object.entries(features)) sum += value * (weights.get(name) ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** `rows`: the features of each row; `isOne`: whether it is of the class. */
export function fitted(
  rows: readonly Features[],
  isOne: readonly boolean[],
  ridge: number
): Map<string, number> {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))].sort()
  const points = rows.map(row => [...names.map(name => row[name] ?? 0), 1])
  const size = names.length + 1
  const penalty = (i: number) => (i < names.length ? ridge : 0.01)
  const weights = new Array<number>(size).fill(0)
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, i) => penalty(i) * weight)
    const curve = weights.map((_, i) => weights.map((_, j) => (i === j ? penalty(i) : 0)))
    for (const [r, point] of points.entries()) {
      const odds = 1 / (1 + Math.exp(-point.reduce((sum, value, i) => sum + value * weights[i]!, 0)))
      const error = odds - (isOne[r] ? 1 : 0)
      const bend = odds * (1 - odds)
      for (let i = 0; i < size; i++) {
        if (point[i] === 0) continue
        slope[i]! += error * point[i]!
        for (let j = 0; j < size; j++) curve[i]![j]! += bend * point[i]! * point[j]!
      }
    }
    const move = solved(curve, slope)
    for (let i = 0; i < size; i++) weights[i]! -= move[i]!
  }
  return new Map([...names, 'bias'].map((name, i) => [name, weights[i]!]))
}

/** Gauss, with pivots: the matrix is positive definite. */
function solved(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  const size = rows.length
  for (let i = 0; i < size; i++) {
    const pivot = rows[i]!
    for (let k = i + 1; k < size; k++) {
      const factor = rows[k]![i]! / pivot[i]!
      if (factor !== 0) for (let j = i; j <= size; j++) rows[k]![j]! -= factor * pivot[j]!
    }
  }
  const found = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i]![size]!
    for (let j = i + 1; j < size; j++) sum -= rows[i]![j]! * found[j]!
    found[i] = sum / rows[i]![i]!
  }
  return found
}

/** "class,feature,weight", weights in hundredths. */
export function rowsOf(weights: Weights): string[] {
  return [...weights].flatMap(([name, own]) =>
    [...own]
      .map(([feature, weight]) => [feature, Math.round(100 * weight)] as const)
      .filter(([, weight]) => weight !== 0)
      .map(([feature, weight]) => `${name},${feature},${weight}`)
  )
}

export function readWeights(text: string, path: string): Weights {
  const weights = new Map<string, Map<string, number>>()
  for (const {class: name, feature, weight} of readCsv(text, path, ['class', 'feature', 'weight'])) {
    const own = weights.get(name) ?? new Map<string, number>()
    weights.set(name, own.set(feature, Number(weight) / 100))
  }
  return weights
}
