/**
 * Matrices in one block of memory, and what `kernels/matrix.ts` computes over them.
 *
 * Room is handed out in a row and taken back in a row: `mark` remembers how much
 * is in use, `release` gives back all that was taken since. Learning multiplies
 * floats; reading multiplies short numbers, which is twice as fast.
 */

export interface Matrix {
  /** Byte at which it begins. */
  readonly at: number
  readonly rows: number
  readonly columns: number
  readonly data: Float32Array
}

/** Rows of numbers of twelve bits, each with the float that one stands for. */
export interface ShortMatrix {
  readonly at: number
  readonly rows: number
  readonly columns: number
  /** Byte at which the scales begin, one a row. */
  readonly scales: number
}

/** Rows of bytes, each with the float that one stands for. */
export interface ByteTable {
  readonly at: number
  readonly columns: number
  readonly scales: Float32Array
}

/** What the compiled kernels export; see there for the parameters. */
type Kernel = (...parameters: number[]) => void
interface Kernels {
  readonly multiply: Kernel
  readonly multiplyShort: Kernel
  readonly shorten: Kernel
  readonly recur: Kernel
  readonly recurBack: Kernel
  readonly add: Kernel
  readonly addBytes: Kernel
  readonly leaky: Kernel
}

const pagesPerMegabyte = 16
/** Cache lines are 64 bytes long. */
const alignment = 64
/** The kernel packs sixteen columns of at most so many rows. */
const deepest = 4096
export const largestShort = 2047

export class Matrices {
  readonly kernels: Kernels
  readonly #memory: WebAssembly.Memory
  readonly #scratch: number
  readonly #nothing: number
  #used = alignment

  /** `module`: the compiled kernels. Memory that is never used costs nothing. */
  constructor(module: WebAssembly.Module, megabytes: number) {
    const pages = megabytes * pagesPerMegabyte
    this.#memory = new WebAssembly.Memory({initial: pages, maximum: pages})
    const {exports} = new WebAssembly.Instance(module, {env: {memory: this.#memory}})
    this.kernels = exports as unknown as Kernels
    this.#scratch = this.#take(16 * 4 * deepest)
    this.#nothing = this.#take(4 * deepest)
  }

  zeros(rows: number, columns: number): Matrix {
    const matrix = this.raw(rows, columns)
    matrix.data.fill(0)
    return matrix
  }

  /** A matrix of whatever stood there. */
  raw(rows: number, columns: number): Matrix {
    const at = this.#take(4 * rows * columns)
    return {at, rows, columns, data: new Float32Array(this.#memory.buffer, at, rows * columns)}
  }

  mark(): number {
    return this.#used
  }
  release(mark: number): void {
    this.#used = mark
  }

  /** c += a·b; columns of b are a multiple of sixteen. */
  addProduct(a: Matrix, b: Matrix, c: Matrix): void {
    this.#multiply(a, a.columns, 1, b, c, a.rows, a.columns)
  }

  /** c += aᵀ·b */
  addProductOfTransposed(a: Matrix, b: Matrix, c: Matrix): void {
    this.#multiply(a, 1, a.columns, b, c, a.columns, a.rows)
  }

  #multiply(a: Matrix, aRow: number, aColumn: number, b: Matrix, c: Matrix, m: number, k: number): void {
    if (k > deepest) throw new Error(`Cannot multiply over ${k} rows; ${deepest} are the most`)
    const {at, columns} = b
    this.kernels.multiply(a.at, aRow, aColumn, at, columns, c.at, c.columns, m, columns, k, this.#scratch)
  }

  transposed(a: Matrix): Matrix {
    const turned = this.raw(a.columns, a.rows)
    for (let i = 0; i < a.rows; i++)
      for (let j = 0; j < a.columns; j++) turned.data[j * a.rows + i] = a.data[i * a.columns + j]!
    return turned
  }

  /** Keeps short numbers as they were stored. */
  short(values: Int16Array, scales: Float32Array): ShortMatrix {
    const rows = scales.length
    const at = this.#take(2 * values.length)
    new Int16Array(this.#memory.buffer, at, values.length).set(values)
    const kept = this.raw(1, rows)
    kept.data.set(scales)
    return {at, rows, columns: values.length / rows, scales: kept.at}
  }

  /** Keeps rows of bytes as they were stored. */
  table(values: Int8Array, scales: Float32Array): ByteTable {
    const at = this.#take(values.length)
    new Int8Array(this.#memory.buffer, at, values.length).set(values)
    return {at, columns: values.length / scales.length, scales}
  }

  /** Adds some rows of a table, one after another, to row `row` of `to`; numbers below zero are no rows. */
  addRows({at, columns, scales}: ByteTable, rows: ArrayLike<number>, to: Matrix, row: number): void {
    const into = to.at + 4 * row * to.columns
    for (let i = 0; i < rows.length; i++) {
      const from = rows[i]!
      if (from >= 0) this.kernels.addBytes(into, at + from * columns, columns, scales[from]!)
    }
  }

  /** Rows as short numbers; columns are a multiple of eight. */
  shorten(a: Matrix): ShortMatrix {
    const even = a.rows + (a.rows & 1)
    const at = this.#take(2 * even * a.columns)
    const scales = this.raw(1, even)
    this.kernels.shorten(a.at, at, scales.at, a.rows, a.columns)
    return {at, rows: a.rows, columns: a.columns, scales: scales.at}
  }

  /** Some rows; to multiply by them, fill up their number to a multiple of four. */
  shortRows({at, columns, scales}: ShortMatrix, first: number, rows: number): ShortMatrix {
    return {at: at + 2 * first * columns, rows, columns, scales: scales + 4 * first}
  }

  /** a·wᵀ + bias; rows of w are a multiple of four. */
  product(a: ShortMatrix, w: ShortMatrix, bias?: Matrix): Matrix {
    // The kernel reads two rows at once; the last may be one of rubbish, which is not shown.
    const even = a.rows + (a.rows & 1)
    const {at, data} = this.raw(even, w.rows)
    const start = bias?.at ?? this.#nothing
    this.kernels.multiplyShort(a.at, a.scales, w.at, w.scales, start, at, even, w.rows, a.columns)
    return {at, rows: a.rows, columns: w.rows, data: data.subarray(0, a.rows * w.rows)}
  }

  #take(bytes: number): number {
    const at = this.#used
    this.#used = (at + bytes + alignment - 1) & -alignment
    if (this.#used > this.#memory.buffer.byteLength)
      throw new Error(
        `${this.#memory.buffer.byteLength} bytes of matrices are too few; ask for more megabytes`
      )
    return at
  }
}
