/** Makes trained weights small: numbers of twelve or eight bits, each row with a scale of its own. */
import {largestShort, type Matrix} from '../src/algorithms/matrices.ts'

export interface Shortened<Values> {
  readonly values: Values
  readonly scales: Float32Array
}

/** The columns of a matrix become rows of short numbers. */
export function shortColumns({rows, columns, data}: Matrix): Shortened<Int16Array> {
  const values = new Int16Array(rows * columns)
  const scales = new Float32Array(columns)
  for (let j = 0; j < columns; j++) {
    let most = 0
    for (let i = 0; i < rows; i++) most = Math.max(most, Math.abs(data[i * columns + j]!))
    scales[j] = most / largestShort
    if (most > 0)
      for (let i = 0; i < rows; i++) values[j * rows + i] = Math.round(data[i * columns + j]! / scales[j]!)
  }
  return {values, scales}
}

const largestByte = 127

/** Rows stay rows. */
export function byteRows({rows, columns, data}: Matrix): Shortened<Int8Array> {
  const values = new Int8Array(rows * columns)
  const scales = new Float32Array(rows)
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns)
    const most = row.reduce((found, value) => Math.max(found, Math.abs(value)), 0)
    scales[i] = most / largestByte
    if (most > 0)
      for (const [k, value] of row.entries()) values[i * columns + k] = Math.round(value / scales[i]!)
  }
  return {values, scales}
}
