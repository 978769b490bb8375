/**
 * Chances of the phrases of a report by a small network: what is seen of a phrase and what the network of trees knows of it
 * make one layer; simple recurrent units over the phrases of the report tell what is told before and behind.
 *
 * Errs otherwise than the linear models over the same features, so that the two together err less.
 */
import type {Matrices, Matrix} from '../algorithms/matrices.ts'
import {RowIndex} from '../algorithms/row-index.ts'
import {likely} from './linear-model.ts'
import {roles} from './model.ts'

export interface PhraseWeights {
  /** Features with a row in the table. */
  readonly keys: Int32Array
  /** Rows of bytes, each with a scale. */
  readonly table: Int8Array
  readonly tableScales: Float32Array
  /** Matrices, row by row. */
  readonly state: Float32Array
  readonly stateBias: Float32Array
  readonly gates: Float32Array
  readonly gatesBias: Float32Array
  readonly memory: Float32Array
  readonly around: Float32Array
  readonly out: Float32Array
  readonly outBias: Float32Array
  /** From the means and the largest values of the units over a report: whether it has any template, and what the phrases get of that. */
  readonly report: Float32Array
  readonly reportBias: Float32Array
  readonly hidden: Float32Array
  readonly hiddenBias: Float32Array
  readonly shared: Float32Array
}

export interface PhraseChances {
  /** By role, one chance a phrase. */
  readonly phrases: readonly Float64Array[]
  /** That the report has a template. */
  readonly report: number
}

export type PhraseReader = (features: readonly Int32Array[], states: Float32Array) => PhraseChances

/** Columns of what is asked of a report; the first is whether it has a template. */
export const reportColumns = 16
/** Columns of what phrases get of it. */
export const hiddenColumns = 32

/** Reads with the weights; `memory`: room for them and for the longest report. */
export function phraseReader(weights: PhraseWeights, memory: Matrices): PhraseReader {
  const rows = new RowIndex(weights.keys)
  const table = memory.table(weights.table, weights.tableScales)
  const width = table.columns
  const size = weights.memory.length / 4
  const matrix = (values: Float32Array, rows: number): Matrix => {
    const made = memory.raw(rows, values.length / rows)
    made.data.set(values)
    return made
  }
  const state = matrix(weights.state, weights.state.length / width)
  const gateWeights = matrix(weights.gates, width)
  const recurrent = matrix(weights.memory, 1)
  const aroundWeights = matrix(weights.around, 2 * size)
  const outWeights = matrix(weights.out, width)
  const reportWeights = matrix(weights.report, 4 * size)
  const hiddenWeights = matrix(weights.hidden, 4 * size)
  const sharedWeights = matrix(weights.shared, hiddenColumns)
  const filled = (bias: Float32Array, rows: number) => {
    const made = memory.raw(rows, bias.length)
    for (let i = 0; i < rows; i++) made.data.set(bias, i * bias.length)
    return made
  }

  return (features, states) => {
    const count = features.length
    if (!count) return {phrases: roles.map(() => new Float64Array()), report: 0}
    const mark = memory.mark()
    const layer = filled(weights.stateBias, count)
    memory.addProduct(matrix(states, count), state, layer)
    memory.addRows(
      table,
      features.map(row => Int32Array.from(row, feature => rows.rowOf(feature))),
      layer
    )
    memory.kernels.leaky(layer.at, layer.data.length)
    const gates = filled(weights.gatesBias, count)
    memory.addProduct(layer, gateWeights, gates)
    const out = filled(weights.outBias, count)
    memory.addProduct(layer, outWeights, out)
    const told = recur(gates)
    memory.addProduct(told, aroundWeights, out)
    const whole = pooled(told)
    const report = filled(weights.reportBias, 1)
    memory.addProduct(whole, reportWeights, report)
    const hidden = filled(weights.hiddenBias, 1)
    memory.addProduct(whole, hiddenWeights, hidden)
    memory.kernels.leaky(hidden.at, hidden.data.length)
    const shared = memory.zeros(1, out.columns)
    memory.addProduct(hidden, sharedWeights, shared)
    const chances = {
      phrases: roles.map((_, q) =>
        Float64Array.from(features, (_, i) => likely(out.data[i * out.columns + q]! + shared.data[q]!))
      ),
      report: likely(report.data[0]!)
    }
    memory.release(mark)
    return chances
  }

  /** The means of all rows, then their largest values. */
  function pooled({rows, columns, data}: Matrix): Matrix {
    const row = memory.zeros(1, 2 * columns)
    for (let k = 0; k < columns; k++) {
      let most = data[k]!
      for (let i = 0; i < rows; i++) {
        row.data[k]! += data[i * columns + k]! / rows
        most = Math.max(most, data[i * columns + k]!)
      }
      row.data[columns + k] = most
    }
    return row
  }

  /** Both ways over the phrases. */
  function recur(gates: Matrix): Matrix {
    const count = gates.rows
    const [found, kept, keep, show] = [0, 1, 2, 3].map(() => memory.raw(count, 2 * size)) as [
      Matrix,
      Matrix,
      Matrix,
      Matrix
    ]
    const cell = ({at}: Matrix, column: number) => at + 4 * column
    for (const direction of [0, 1] as const) {
      const column = direction * size
      memory.kernels.recur(
        cell(gates, 4 * column),
        gates.columns,
        cell(gates, 4 * column + 3 * size),
        gates.columns,
        cell(recurrent, 2 * column),
        cell(found, column),
        cell(kept, column),
        cell(keep, column),
        cell(show, column),
        2 * size,
        count,
        size,
        direction ? -1 : 1
      )
    }
    return found
  }
}
