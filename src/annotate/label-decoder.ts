/** The row of labels with the highest sum, given scores of each word's labels and of the steps between labels (Viterbi 1967). */
import type {Doubles, Matrices, Matrix} from '../algorithms/matrices.ts'

/** Where a label may not stand. */
const impossible = -1e9
/** What the kernel counts as no step at all. */
const none = -1e30

/** Scores of a label (column) behind another (row); the last row is for the start of a sentence. */
export type Transitions = Float32Array

/** Transitions that forbid what cannot be: an I- label without its own B- or I- before it. */
export function allowed(labels: readonly string[]): Transitions {
  return Float32Array.from(
    [...labels, 'O'].flatMap(before =>
      labels.map(label =>
        label.startsWith('I-') && (before === 'O' || before.slice(2) !== label.slice(2)) ? impossible : 0
      )
    )
  )
}

/** Steps as the kernel wants them, in the memory they were made in; `size` labels, and one that never stands where that is odd. */
export interface Steps {
  readonly size: number
  readonly start: Doubles
  /** A row for each label before. */
  readonly steps: Doubles
}

/** Takes room of the memory for good. */
export function stepsOf(memory: Matrices, labels: readonly string[], transitions: Transitions): Steps {
  const size = labels.length
  const even = size + (size & 1)
  const [start, steps] = [memory.doubles(1, even), memory.doubles(even, even)]
  start.data.fill(none)
  steps.data.fill(none)
  for (let label = 0; label < size; label++) {
    start.data[label] = transitions[size * size + label]!
    for (let before = 0; before < size; before++) {
      const score = transitions[before * size + label]!
      if (score > impossible / 2) steps.data[before * even + label] = score
    }
  }
  return {size, start, steps}
}

/** `scores`: of `memory`, a row a word. */
export function bestRow(
  memory: Matrices,
  {at, rows: n, columns}: Matrix,
  {size, start, steps}: Steps
): Int32Array {
  const mark = memory.mark()
  const even = steps.columns
  const {at: sumsAt, data: sums} = memory.doubles(n, even)
  memory.kernels.labelSums(at, columns, n, even, steps.at, start.at, sumsAt)
  const row = new Int32Array(n)
  let label = 0
  for (let other = 1; other < size; other++)
    if (sums[(n - 1) * even + other]! > sums[(n - 1) * even + label]!) label = other
  row[n - 1] = label
  for (let i = n - 2; i >= 0; i--) {
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (let before = 0; before < size; before++) {
      const sum = sums[i * even + before]! + steps.data[before * even + label]!
      if (sum > most) {
        most = sum
        best = before
      }
    }
    row[i] = label = best
  }
  memory.release(mark)
  return row
}
