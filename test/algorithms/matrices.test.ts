import assert from 'node:assert/strict'
import test from 'node:test'
import {largestShort, type Matrix} from '../../src/algorithms/matrices.ts'
import {matrices} from '../../src/codebook/models.ts'
import {seeded} from '../../training/random.ts'

const root = new URL('../../', import.meta.url).pathname
const memory = matrices(root, 8)
const random = seeded(1)

function filled(rows: number, columns: number): Matrix {
  const matrix = memory.zeros(rows, columns)
  for (let i = 0; i < matrix.data.length; i++) matrix.data[i] = random() * 2 - 1
  return matrix
}
const at = ({data, columns}: Matrix, i: number, j: number) => data[i * columns + j]!
function near(found: number, wanted: number, most: number): void {
  assert.ok(Math.abs(found - wanted) <= most, `${found} is not within ${most} of ${wanted}`)
}

for (const rows of [1, 2, 7, 8, 33]) {
  test(`a product over ${rows} rows is the sum of products`, () => {
    const [a, b] = [filled(rows, 32), filled(32, 32)]
    const c = memory.zeros(rows, 32)
    memory.addProduct(a, b, c)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < 32; j++) {
        let sum = 0
        for (let k = 0; k < 32; k++) sum += at(a, i, k) * at(b, k, j)
        near(at(c, i, j), sum, 1e-5)
      }
  })

  test(`a product of levels and bytes over ${rows} rows is near that of floats`, () => {
    const [a, w] = [filled(rows, 32), filled(8, 32)]
    const scale = 1 / largestShort
    const short = memory.short(
      Int16Array.from(w.data, value => Math.round(value / scale)),
      new Float32Array(8).fill(scale)
    )
    const bias = filled(1, 8)
    const found = memory.product(memory.levels(a), short, bias)
    assert.equal(found.rows, rows)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < 8; j++) {
        let sum = bias.data[j]!
        for (let k = 0; k < 32; k++) sum += at(a, i, k) * at(w, j, k)
        near(at(found, i, j), sum, 0.12)
      }
  })
}

test('a product of the transposed is the sum over rows', () => {
  const [a, b] = [filled(9, 5), filled(9, 16)]
  const c = memory.zeros(5, 16)
  memory.addProductOfTransposed(a, b, c)
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 16; j++) {
      let sum = 0
      for (let k = 0; k < 9; k++) sum += at(a, k, i) * at(b, k, j)
      near(at(c, i, j), sum, 1e-5)
    }
})

test('a recurrent unit keeps and shows as its gates say, in both directions', () => {
  const [n, size] = [5, 8]
  const gates = filled(n, 3 * size)
  const past = filled(n, size)
  const v = filled(1, 2 * size)
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
  for (const step of [1, -1]) {
    const [h, c, keep, show] = [1, 2, 3, 4].map(() => memory.zeros(n, size)) as [
      Matrix,
      Matrix,
      Matrix,
      Matrix
    ]
    memory.kernels.recur(
      gates.at,
      3 * size,
      past.at,
      size,
      v.at,
      h.at,
      c.at,
      keep.at,
      show.at,
      size,
      n,
      size,
      step
    )
    for (let lane = 0; lane < size; lane++) {
      let state = 0
      for (let t = 0; t < n; t++) {
        const i = step === 1 ? t : n - 1 - t
        const k = sigmoid(at(gates, i, size + lane) + v.data[lane]! * state)
        const s = sigmoid(at(gates, i, 2 * size + lane) + v.data[size + lane]! * state)
        state = k * state + (1 - k) * at(gates, i, lane)
        // The gates are exact to three digits.
        near(at(h, i, lane), s * state + (1 - s) * at(past, i, lane), 1e-3)
      }
    }
  }
})

test('rows of bytes are added with their scales', () => {
  const table = memory.table(
    Int8Array.from({length: 48}, (_, i) => i - 24),
    Float32Array.of(0.5, 1, 2)
  )
  const sum = memory.zeros(2, 16)
  memory.addRows(table, [[0, -1, 2]], sum, 1)
  for (let k = 0; k < 16; k++) {
    assert.equal(at(sum, 0, k), 0)
    assert.equal(at(sum, 1, k), 0.5 * (k - 24) + 2 * (k + 8))
  }
})

test('a row gathers what its neighbours and itself give', () => {
  const given = filled(3 * 3, 16)
  const sums = memory.zeros(4, 16)
  memory.gather(given, Int32Array.of(2, 0, 1), 1, sums, 1)
  for (let k = 0; k < 16; k++) {
    assert.equal(at(sums, 0, k), 0)
    near(at(sums, 1, k), at(given, 7, k) + at(given, 0, k), 1e-6)
    near(at(sums, 2, k), at(given, 3, k) + at(given, 1, k) + at(given, 8, k), 1e-6)
    near(at(sums, 3, k), at(given, 4, k) + at(given, 2, k), 1e-6)
  }
})

test('memory that is too small says so', () => {
  assert.throws(() => memory.raw(10_000, 10_000), /bytes of matrices are too few; ask for more megabytes/)
})
