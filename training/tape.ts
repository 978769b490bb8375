/**
 * What a network computes, written down so that it can be run backwards.
 *
 * Each operation returns a node, a matrix with its gradient, and writes on the
 * tape how to hand the gradient on. A parameter is a node that outlives the tape.
 */
import type {Matrices, Matrix} from '../src/algorithms/matrices.ts'

export interface Node {
  readonly value: Matrix
  readonly gradient: Matrix
}

/** Rows of one sentence within the rows of a batch. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

const leak = 0.1
const leastGradient = 1e-12

export class Tape {
  readonly #memory: Matrices
  readonly #random: () => number
  /** Without learning, nothing is dropped and nothing written down. */
  readonly #learning: boolean
  #back: (() => void)[] = []

  constructor(memory: Matrices, random: () => number, learning: boolean) {
    this.#memory = memory
    this.#random = random
    this.#learning = learning
  }

  /** Runs the tape backwards, from gradients that the losses have set. */
  back(): void {
    for (const step of this.#back.toReversed()) step()
    this.#back = []
  }

  node(rows: number, columns: number): Node {
    return {value: this.#memory.zeros(rows, columns), gradient: this.#memory.zeros(rows, columns)}
  }

  /** Sums rows of a table: `rows[i]` are those of result row i. */
  sumOfRows(table: Node, rows: readonly Int32Array[]): Node {
    const width = table.value.columns
    const out = this.node(rows.length, width)
    const add = (from: Float32Array, at: number, into: Float32Array, to: number) => {
      for (let k = 0; k < width; k++) into[to + k]! += from[at + k]!
    }
    for (const [i, list] of rows.entries())
      for (const row of list) add(table.value.data, row * width, out.value.data, i * width)
    this.#later(() => {
      for (const [i, list] of rows.entries())
        for (const row of list) add(out.gradient.data, i * width, table.gradient.data, row * width)
    })
    return out
  }

  /** a·w + b */
  linear(a: Node, w: Node, b?: Node): Node {
    const out = this.node(a.value.rows, w.value.columns)
    if (b) for (let i = 0; i < out.value.rows; i++) out.value.data.set(b.value.data, i * out.value.columns)
    this.#memory.addProduct(a.value, w.value, out.value)
    this.#later(() => {
      this.#memory.addProductOfTransposed(a.value, out.gradient, w.gradient)
      this.#memory.addProduct(out.gradient, this.#memory.transposed(w.value), a.gradient)
      if (b) addRows(out.gradient, b.gradient.data)
    })
    return out
  }

  plus(a: Node, b: Node): Node {
    const out = this.node(a.value.rows, a.value.columns)
    for (let i = 0; i < out.value.data.length; i++) out.value.data[i] = a.value.data[i]! + b.value.data[i]!
    this.#later(() => {
      for (let i = 0; i < out.value.data.length; i++) {
        a.gradient.data[i]! += out.gradient.data[i]!
        b.gradient.data[i]! += out.gradient.data[i]!
      }
    })
    return out
  }

  /** Negative values count a tenth. */
  leaky(a: Node): Node {
    const out = this.node(a.value.rows, a.value.columns)
    const from = a.value.data
    for (let i = 0; i < from.length; i++) out.value.data[i] = from[i]! < 0 ? leak * from[i]! : from[i]!
    this.#later(() => {
      for (let i = 0; i < from.length; i++)
        a.gradient.data[i]! += out.gradient.data[i]! * (from[i]! < 0 ? leak : 1)
    })
    return out
  }

  /** While learning, loses values by chance and makes the others larger. */
  drop(a: Node, share: number): Node {
    if (!this.#learning || share === 0) return a
    const out = this.node(a.value.rows, a.value.columns)
    const kept = new Float32Array(a.value.data.length)
    for (let i = 0; i < kept.length; i++) kept[i] = this.#random() < share ? 0 : 1 / (1 - share)
    for (let i = 0; i < kept.length; i++) out.value.data[i] = a.value.data[i]! * kept[i]!
    this.#later(() => {
      for (let i = 0; i < kept.length; i++) a.gradient.data[i]! += out.gradient.data[i]! * kept[i]!
    })
    return out
  }

  /** Each row with the row before and the row behind it in its sentence. */
  window(a: Node, sentences: readonly Stretch[]): Node {
    const width = a.value.columns
    const out = this.node(a.value.rows, 3 * width)
    const copy = (each: (inner: number, outer: number) => void) => {
      for (const {first, end} of sentences)
        for (let i = first; i < end; i++)
          for (let w = 0; w < 3; w++) {
            const j = i + w - 1
            if (j >= first && j < end) each(j * width, (3 * i + w) * width)
          }
    }
    copy((inner, outer) => out.value.data.set(a.value.data.subarray(inner, inner + width), outer))
    this.#later(() =>
      copy((inner, outer) => {
        for (let k = 0; k < width; k++) a.gradient.data[inner + k]! += out.gradient.data[outer + k]!
      })
    )
    return out
  }

  /**
   * Reads each sentence forwards and backwards with simple recurrent units. `gates`: for each direction the
   * three columns of `recur` and, without `past`, a fourth that is shown where the memory is not.
   */
  recur(gates: Node, past: Node | null, v: Node, sentences: readonly Stretch[]): Node {
    const parts = past ? 3 : 4
    const size = gates.value.columns / (2 * parts)
    const out = this.node(gates.value.rows, 2 * size)
    const [memory, keep, show] = [1, 2, 3].map(() => this.#memory.raw(gates.value.rows, 2 * size)) as [
      Matrix,
      Matrix,
      Matrix
    ]
    const width = gates.value.columns
    const cell = (matrix: Matrix, row: number, column: number) =>
      matrix.at + 4 * (row * matrix.columns + column)
    const each = (run: (first: number, n: number, direction: 0 | 1) => void) => {
      for (const {first, end} of sentences)
        for (const direction of [0, 1] as const) run(first, end - first, direction)
    }
    /** Where the past stands, as value or gradient. */
    const pastAt = (part: 'value' | 'gradient', first: number, direction: number) =>
      past
        ? ([cell(past[part], first, direction * size), past.value.columns] as const)
        : ([cell(gates[part], first, (direction * parts + 3) * size), width] as const)
    each((first, n, direction) => {
      const column = direction * size
      this.#memory.kernels.recur(
        cell(gates.value, first, direction * parts * size),
        width,
        ...pastAt('value', first, direction),
        v.value.at + 8 * direction * size,
        cell(out.value, first, column),
        cell(memory, first, column),
        cell(keep, first, column),
        cell(show, first, column),
        2 * size,
        n,
        size,
        direction ? -1 : 1
      )
    })
    this.#later(() =>
      each((first, n, direction) => {
        const column = direction * size
        this.#memory.kernels.recurBack(
          cell(gates.value, first, direction * parts * size),
          width,
          ...pastAt('value', first, direction),
          v.value.at + 8 * direction * size,
          cell(out.gradient, first, column),
          cell(memory, first, column),
          cell(keep, first, column),
          cell(show, first, column),
          2 * size,
          n,
          size,
          direction ? -1 : 1,
          cell(gates.gradient, first, direction * parts * size),
          pastAt('gradient', first, direction)[0],
          v.gradient.at + 8 * direction * size
        )
      })
    )
    return out
  }

  /** For each sentence, scores of every row (dependent) with every row (head): a·bᵀ. */
  pairs(a: Node, b: Node, sentences: readonly Stretch[]): Node[] {
    return sentences.map(({first, end}) => {
      const n = end - first
      const columns = (n + 15) & ~15
      const out = this.node(n, columns)
      const rows = ({at, columns: width, data}: Matrix): Matrix => ({
        at: at + 4 * first * width,
        rows: n,
        columns: width,
        data: data.subarray(first * width, end * width)
      })
      const turned = this.#memory.zeros(b.value.columns, columns)
      const heads = rows(b.value)
      for (let j = 0; j < n; j++)
        for (let k = 0; k < heads.columns; k++)
          turned.data[k * columns + j] = heads.data[j * heads.columns + k]!
      this.#memory.addProduct(rows(a.value), turned, out.value)
      this.#later(() => {
        const gradient = this.#memory.raw(n, n)
        for (let i = 0; i < n; i++)
          gradient.data.set(out.gradient.data.subarray(i * columns, i * columns + n), i * n)
        this.#memory.addProduct(gradient, heads, rows(a.gradient))
        this.#memory.addProductOfTransposed(gradient, rows(a.value), rows(b.gradient))
      })
      return out
    })
  }

  /** Row `i` of the result is row `i` of `a` plus row `others[i]` of `b`; none where that is negative. */
  plusRows(a: Node, b: Node, others: Int32Array): Node {
    const width = a.value.columns
    const out = this.node(a.value.rows, width)
    const each = (run: (own: number, other: number) => void) => {
      for (const [i, other] of others.entries()) if (other >= 0) run(i * width, other * width)
    }
    each((own, other) => {
      for (let k = 0; k < width; k++)
        out.value.data[own + k] = a.value.data[own + k]! + b.value.data[other + k]!
    })
    this.#later(() =>
      each((own, other) => {
        for (let k = 0; k < width; k++) {
          a.gradient.data[own + k]! += out.gradient.data[own + k]!
          b.gradient.data[other + k]! += out.gradient.data[own + k]!
        }
      })
    )
    return out
  }

  /** One row a stretch: the means of its rows, then their largest values. */
  pool(a: Node, stretches: readonly Stretch[]): Node {
    const width = a.value.columns
    const out = this.node(stretches.length, 2 * width)
    const largest = new Int32Array(stretches.length * width)
    for (const [s, {first, end}] of stretches.entries()) {
      for (let k = 0; k < width; k++) {
        let sum = 0
        let at = first
        for (let i = first; i < end; i++) {
          sum += a.value.data[i * width + k]!
          if (a.value.data[i * width + k]! > a.value.data[at * width + k]!) at = i
        }
        out.value.data[s * 2 * width + k] = sum / (end - first)
        out.value.data[(s * 2 + 1) * width + k] = a.value.data[at * width + k]!
        largest[s * width + k] = at
      }
    }
    this.#later(() => {
      for (const [s, {first, end}] of stretches.entries()) {
        for (let k = 0; k < width; k++) {
          const share = out.gradient.data[s * 2 * width + k]! / (end - first)
          for (let i = first; i < end; i++) a.gradient.data[i * width + k]! += share
          a.gradient.data[largest[s * width + k]! * width + k]! += out.gradient.data[(s * 2 + 1) * width + k]!
        }
      }
    })
    return out
  }

  #later(step: () => void): void {
    if (this.#learning) this.#back.push(step)
  }
}

function addRows({rows, columns, data}: Matrix, into: Float32Array): void {
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) into[j]! += data[i * columns + j]!
}

/**
 * Cross entropy of the gold class of each row over its first `classes` columns, times `weight`; adds the gradient,
 * returns the sum. `gold[i]` < 0: the row does not count. `never[i]`: a class that row i cannot have, or -1.
 */
export function crossEntropy(
  {value, gradient}: Node,
  classes: number,
  gold: Int32Array,
  weight: number,
  never: (row: number) => number = () => -1
): number {
  const {columns, data} = value
  const shares = new Float64Array(classes)
  let loss = 0
  for (const [i, right] of gold.entries()) {
    if (right < 0) continue
    const at = i * columns
    const barred = never(i)
    let most = Number.NEGATIVE_INFINITY
    for (let k = 0; k < classes; k++) if (k !== barred && data[at + k]! > most) most = data[at + k]!
    let sum = 0
    for (let k = 0; k < classes; k++) sum += shares[k] = k === barred ? 0 : Math.exp(data[at + k]! - most)
    loss += Math.log(sum) + most - data[at + right]!
    for (let k = 0; k < classes; k++) {
      const g = weight * (shares[k]! / sum - (k === right ? 1 : 0))
      // Numbers near zero are slow to compute with.
      if (Math.abs(g) > leastGradient) gradient.data[at + k]! += g
    }
  }
  return loss
}
