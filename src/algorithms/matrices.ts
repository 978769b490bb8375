/**
 * Matrices in one block of memory, and what `kernels/` computes over them.
 *
 * Room is handed out in a row and taken back in a row: `mark` remembers how much
 * is in use, `release` gives back all that was taken since. Learning multiplies
 * floats; reading multiplies bytes, which is four times as fast.
 */

export interface Matrix {
  /** Byte at which it begins. */
  readonly at: number
  readonly rows: number
  readonly columns: number
  readonly data: Float32Array
}

/** Rows of numbers of 64 bits. */
export interface Doubles {
  readonly at: number
  readonly columns: number
  readonly data: Float64Array
}

/** Rows of numbers of seven bits, each with the float that one stands for: the left side of a product. */
export interface LevelMatrix {
  readonly at: number
  readonly rows: number
  readonly columns: number
  /** Byte at which the scales begin, one a row. */
  readonly scales: number
}

/** Rows of numbers of eight bits: the right side of a product. */
export interface ByteMatrix extends LevelMatrix {
  /** Byte at which the sums begin, one a row, as the kernel wants them. */
  readonly sums: number
}

/** Rows of bytes, each with the float that one stands for. */
export interface ByteTable {
  readonly at: number
  readonly columns: number
  /** Byte at which the scales begin. */
  readonly scales: number
}

/** What the compiled kernels export; see `kernels/` for the parameters. */
type Kernel = (...parameters: number[]) => void
interface Kernels {
  readonly multiply: Kernel
  readonly multiplyBytes: Kernel
  readonly levels: Kernel
  readonly signedBytes: Kernel
  readonly recur: Kernel
  readonly recurBack: Kernel
  readonly add: Kernel
  readonly addRows: Kernel
  readonly gather: Kernel
  readonly leaky: Kernel
  readonly labelSums: Kernel
  readonly treeSums: Kernel
  readonly placesOfLargest: Kernel
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
  /** All of the memory. */
  readonly #ints: Int32Array
  readonly #scratch: number
  readonly #nothing: number
  #used = alignment

  /** `module`: the compiled kernels. Memory that is never used costs nothing. */
  constructor(module: WebAssembly.Module, megabytes: number) {
    const pages = megabytes * pagesPerMegabyte
    this.#memory = new WebAssembly.Memory({initial: pages, maximum: pages})
    this.#ints = new Int32Array(this.#memory.buffer)
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

  /** The same of doubles. */
  doubles(rows: number, columns: number): Doubles {
    const at = this.#take(8 * rows * columns)
    return {at, columns, data: new Float64Array(this.#memory.buffer, at, rows * columns)}
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

  /** Keeps short numbers that were stored, as bytes. */
  short(values: Int16Array, scales: Float32Array): ByteMatrix {
    const rows = scales.length
    const columns = values.length / rows
    const kept = this.#bytes(rows, columns)
    const mark = this.mark()
    const floats = this.raw(rows, columns)
    for (let i = 0; i < values.length; i++) floats.data[i] = values[i]! * scales[Math.floor(i / columns)]!
    this.kernels.signedBytes(floats.at, kept.at, kept.scales, kept.sums, rows, columns)
    this.release(mark)
    return kept
  }

  /** Keeps rows of bytes as they were stored. */
  table(values: Int8Array, scales: Float32Array): ByteTable {
    const at = this.#take(values.length)
    new Int8Array(this.#memory.buffer, at, values.length).set(values)
    const kept = this.raw(1, scales.length)
    kept.data.set(scales)
    return {at, columns: values.length / scales.length, scales: kept.at}
  }

  /**
   * Adds rows of a table to each row of `to`, from its row `first` on: one list of keys a row. `rowOf`: the number of a key's
   * row, below zero for none; left out: keys are numbers of rows.
   */
  addRows(
    {at, columns, scales}: ByteTable,
    lists: readonly ArrayLike<number>[],
    to: Matrix,
    first = 0,
    rowOf: ((key: number) => number) | null = null
  ): void {
    const mark = this.mark()
    const count = lists.length
    let all = 0
    for (const {length} of lists) all += length
    const starts = this.#take(4 * (count + 1))
    const rows = this.#take(4 * all)
    const ints = this.#ints
    let next = rows >> 2
    for (let i = 0; i < count; i++) {
      const list = lists[i]!
      ints[(starts >> 2) + i] = next - (rows >> 2)
      for (let k = 0; k < list.length; k++) ints[next++] = rowOf ? rowOf(list[k]!) : list[k]!
    }
    ints[(starts >> 2) + count] = all
    this.kernels.addRows(to.at + 4 * first * columns, at, scales, rows, starts, count, columns)
    this.release(mark)
  }

  /** Adds to each row of `to`, from its row `first` on, what the words under `numbers` give it: its own and those up to `reach` away (kernel `gather`). */
  gather(given: Matrix, numbers: Int32Array, reach: number, to: Matrix, first = 0): void {
    const mark = this.mark()
    const into = to.at + 4 * first * to.columns
    const at = this.#take(numbers.byteLength)
    this.#ints.set(numbers, at >> 2)
    this.kernels.gather(into, given.at, at, numbers.length, reach, to.columns)
    this.release(mark)
  }

  /** Rows as levels; columns are a multiple of sixteen. */
  levels(a: Matrix): LevelMatrix {
    const even = a.rows + (a.rows & 1)
    const at = this.#take(even * a.columns)
    const scales = this.raw(1, even)
    this.kernels.levels(a.at, at, scales.at, a.rows, a.columns)
    return {at, rows: a.rows, columns: a.columns, scales: scales.at}
  }

  /** Rows as bytes; columns are a multiple of sixteen. */
  bytes(a: Matrix): ByteMatrix {
    const kept = this.#bytes(a.rows, a.columns)
    this.kernels.signedBytes(a.at, kept.at, kept.scales, kept.sums, a.rows, a.columns)
    return kept
  }

  #bytes(rows: number, columns: number): ByteMatrix {
    // A product reads four rows at once; what stands behind the last is not shown.
    const room = (rows + 3) & ~3
    const at = this.#take(room * columns)
    return {at, rows, columns, scales: this.raw(1, room).at, sums: this.raw(1, room).at}
  }

  /** Of `n` rows, the column of the largest of the first `size` numbers, the first of several. */
  placesOfLargest({at, columns}: Matrix, n: number, size: number): Int32Array {
    const mark = this.mark()
    const to = this.#take(4 * n)
    this.kernels.placesOfLargest(at, columns, n, size, to)
    const found = this.#ints.slice(to >> 2, (to >> 2) + n)
    this.release(mark)
    return found
  }

  /** Some rows. */
  levelRows({at, columns, scales}: LevelMatrix, first: number, rows: number): LevelMatrix {
    return {at: at + first * columns, rows, columns, scales: scales + 4 * first}
  }

  /** Copies of some rows, by their numbers. */
  pickedLevels({at, columns, scales}: LevelMatrix, numbers: readonly number[]): LevelMatrix {
    const rows = numbers.length
    const even = rows + (rows & 1)
    const to = this.#take(even * columns)
    const toScales = this.raw(1, even)
    const bytes = new Uint8Array(this.#memory.buffer)
    for (const [i, number] of numbers.entries()) {
      bytes.copyWithin(to + i * columns, at + number * columns, at + (number + 1) * columns)
      this.#ints[(toScales.at >> 2) + i] = this.#ints[(scales >> 2) + number]!
    }
    return {at: to, rows, columns, scales: toScales.at}
  }

  /** Some rows; to multiply by them, fill up their number to a multiple of four. */
  byteRows({at, columns, scales, sums}: ByteMatrix, first: number, rows: number): ByteMatrix {
    return {at: at + first * columns, rows, columns, scales: scales + 4 * first, sums: sums + 4 * first}
  }

  /** a·wᵀ + bias; rows of w are a multiple of four. */
  product(a: LevelMatrix, w: ByteMatrix, bias?: Matrix): Matrix {
    // The kernel reads two rows at once; the last may be one of rubbish, which is not shown.
    const even = a.rows + (a.rows & 1)
    const {at, data} = this.raw(even, w.rows)
    const start = bias?.at ?? this.#nothing
    this.kernels.multiplyBytes(a.at, a.scales, w.at, w.scales, w.sums, start, at, even, w.rows, a.columns)
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
