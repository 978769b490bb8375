/** The loss of a row of labels: how much likelier the gold row could be among all rows (conditional random field, Lafferty et al. 2001). */
import type {Node} from './tape.ts'

/**
 * Adds gradients to the scores (a row a word) and transitions (row: label before, the last one at the start), times
 * `weight`; returns the loss. `barred`: transitions that no row may take hold a very low number there.
 */
export function rowLoss(
  {value, gradient}: Node,
  transitions: Node,
  barred: Float32Array,
  gold: readonly number[],
  size: number,
  weight: number
): number {
  const n = gold.length
  const scores = value.data
  const {columns} = value
  const width = transitions.value.columns
  const step = (before: number, label: number) =>
    transitions.value.data[before * width + label]! + barred[before * size + label]!
  const ahead = new Float64Array(n * size)
  const behind = new Float64Array(n * size)
  const terms = new Float64Array(size)
  for (let label = 0; label < size; label++) ahead[label] = scores[label]! + step(size, label)
  for (let i = 1; i < n; i++)
    for (let label = 0; label < size; label++) {
      for (let before = 0; before < size; before++)
        terms[before] = ahead[(i - 1) * size + before]! + step(before, label)
      ahead[i * size + label] = logSum(terms) + scores[i * columns + label]!
    }
  for (let i = n - 2; i >= 0; i--)
    for (let before = 0; before < size; before++) {
      for (let label = 0; label < size; label++)
        terms[label] =
          behind[(i + 1) * size + label]! + step(before, label) + scores[(i + 1) * columns + label]!
      behind[i * size + before] = logSum(terms)
    }
  const all = logSum(ahead.subarray((n - 1) * size))
  let right = 0
  for (let i = 0; i < n; i++) {
    const before = i === 0 ? size : gold[i - 1]!
    right += scores[i * columns + gold[i]!]! + step(before, gold[i]!)
    gradient.data[i * columns + gold[i]!]! -= weight
    transitions.gradient.data[before * width + gold[i]!]! -= weight
    for (let label = 0; label < size; label++) {
      const share = Math.exp(ahead[i * size + label]! + behind[i * size + label]! - all)
      if (share > leastShare) gradient.data[i * columns + label]! += weight * share
      if (i === 0) transitions.gradient.data[size * width + label]! += weight * share
      else {
        const rest = behind[i * size + label]! + scores[i * columns + label]! - all
        for (let b = 0; b < size; b++) {
          const both = Math.exp(ahead[(i - 1) * size + b]! + step(b, label) + rest)
          if (both > leastShare) transitions.gradient.data[b * width + label]! += weight * both
        }
      }
    }
  }
  return all - right
}

const leastShare = 1e-9

function logSum(terms: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (const term of terms) if (term > most) most = term
  let sum = 0
  for (const term of terms) sum += Math.exp(term - most)
  return most + Math.log(sum)
}
