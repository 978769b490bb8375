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
}

export type PhraseReader = (features: readonly Int32Array[], states: Float32Array) => Float64Array[]

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
  const filled = (bias: Float32Array, rows: number) => {
    const made = memory.raw(rows, bias.length)
    for (let i = 0; i < rows; i++) made.data.set(bias, i * bias.length)
    return made
  }

  return (features, states) => {
    const count = features.length
    if (!count) return roles.map(() => new Float64Array())
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
    memory.addProduct(recur(gates), aroundWeights, out)
    const chances = roles.map((_, q) =>
      Float64Array.from(features, (_, i) => likely(out.data[i * out.columns + q]!))
    )
    memory.release(mark)
    return chances
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
