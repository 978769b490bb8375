/**
 * Multiplies matrices of 32-bit floats and reads recurrent gates, four numbers at a time; AssemblyScript, compiled to WebAssembly.
 *
 * Only additions, multiplications, divisions and comparisons of IEEE numbers in
 * a fixed order: the same bits on every machine. Sizes count floats, pointers
 * count bytes; numbers of columns are multiples of 16.
 */

/**
 * C += A·B. A has `m` rows and `k` columns, element (i, p) at `a + 4 (i aRow + p aColumn)`, so that it may lie transposed;
 * rows of B and C are `bRow` and `cRow` floats apart. `scratch`: room for 16 k floats.
 */
export function multiply(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  m: i32,
  n: i32,
  k: i32,
  scratch: usize
): void {
  aRow <<= 2
  aColumn <<= 2
  bRow <<= 2
  cRow <<= 2
  for (let j = 0; j < n; j += 16) {
    let panel = b + ((<usize>j) << 2)
    let step = bRow
    if (m > 6) {
      // Sixteen columns side by side, so that every row of A finds them in the nearest cache.
      let to = scratch
      for (let p = 0; p < k; p++) {
        v128.store(to, v128.load(panel))
        v128.store(to, v128.load(panel, 16), 16)
        v128.store(to, v128.load(panel, 32), 32)
        v128.store(to, v128.load(panel, 48), 48)
        panel += bRow
        to += 64
      }
      panel = scratch
      step = 64
    }
    let from = a
    let into = c + ((<usize>j) << 2)
    let i = 0
    for (; i + 2 <= m; i += 2) {
      const under = into + cRow
      let x0 = v128.load(into)
      let x1 = v128.load(into, 16)
      let x2 = v128.load(into, 32)
      let x3 = v128.load(into, 48)
      let y0 = v128.load(under)
      let y1 = v128.load(under, 16)
      let y2 = v128.load(under, 32)
      let y3 = v128.load(under, 48)
      let q = from
      let row = panel
      for (let p = 0; p < k; p++) {
        const b0 = v128.load(row)
        const b1 = v128.load(row, 16)
        const b2 = v128.load(row, 32)
        const b3 = v128.load(row, 48)
        const x = v128.load_splat<f32>(q)
        x0 = f32x4.add(x0, f32x4.mul(x, b0))
        x1 = f32x4.add(x1, f32x4.mul(x, b1))
        x2 = f32x4.add(x2, f32x4.mul(x, b2))
        x3 = f32x4.add(x3, f32x4.mul(x, b3))
        const y = v128.load_splat<f32>(q + aRow)
        y0 = f32x4.add(y0, f32x4.mul(y, b0))
        y1 = f32x4.add(y1, f32x4.mul(y, b1))
        y2 = f32x4.add(y2, f32x4.mul(y, b2))
        y3 = f32x4.add(y3, f32x4.mul(y, b3))
        q += aColumn
        row += step
      }
      v128.store(into, x0)
      v128.store(into, x1, 16)
      v128.store(into, x2, 32)
      v128.store(into, x3, 48)
      v128.store(under, y0)
      v128.store(under, y1, 16)
      v128.store(under, y2, 32)
      v128.store(under, y3, 48)
      from += aRow << 1
      into = under + cRow
    }
    if (i < m) {
      let x0 = v128.load(into)
      let x1 = v128.load(into, 16)
      let x2 = v128.load(into, 32)
      let x3 = v128.load(into, 48)
      let q = from
      let row = panel
      for (let p = 0; p < k; p++) {
        const x = v128.load_splat<f32>(q)
        x0 = f32x4.add(x0, f32x4.mul(x, v128.load(row)))
        x1 = f32x4.add(x1, f32x4.mul(x, v128.load(row, 16)))
        x2 = f32x4.add(x2, f32x4.mul(x, v128.load(row, 32)))
        x3 = f32x4.add(x3, f32x4.mul(x, v128.load(row, 48)))
        q += aColumn
        row += step
      }
      v128.store(into, x0)
      v128.store(into, x1, 16)
      v128.store(into, x2, 32)
      v128.store(into, x3, 48)
    }
  }
}

/** Largest size of the numbers that are multiplied; on the left they are shown as 1 to 127 around `naught`. */
const largest: f32 = 63
const naught = 64
/** Rows whose largest is no larger count as zeros: what they would be multiplied by is no finite number. */
const nothing: f32 = 1e-30

/** Rows of floats as levels: each row is scaled so that its largest is 63. `scales`: what one level stands for, a float a row. `columns` is a multiple of 16. */
export function levels(a: usize, to: usize, scales: usize, rows: i32, columns: i32): void {
  const bytes = (<usize>columns) << 2
  const middle = i8x16.splat(<i8>naught)
  for (let i = 0; i < rows; i++) {
    const scale = f32x4.splat(scaled(a, bytes, scales))
    for (let p: usize = 0; p < bytes; p += 64)
      v128.store(to + (p >> 2), i8x16.add(sixteen(a + p, scale), middle))
    a += bytes
    to += bytes >> 2
    scales += 4
  }
}

/** Rows of floats as bytes with a sign, the largest 63. `sums`: of each row, `naught` times the sum of its bytes, a 32-bit integer. */
export function signedBytes(a: usize, to: usize, scales: usize, sums: usize, rows: i32, columns: i32): void {
  const bytes = (<usize>columns) << 2
  for (let i = 0; i < rows; i++) {
    const scale = f32x4.splat(scaled(a, bytes, scales))
    let sum = i32x4.splat(0)
    for (let p: usize = 0; p < bytes; p += 64) {
      const row = sixteen(a + p, scale)
      v128.store(to + (p >> 2), row)
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_s(row)))
    }
    store<i32>(
      sums,
      naught *
        (i32x4.extract_lane(sum, 0) +
          i32x4.extract_lane(sum, 1) +
          i32x4.extract_lane(sum, 2) +
          i32x4.extract_lane(sum, 3))
    )
    a += bytes
    to += bytes >> 2
    scales += 4
    sums += 4
  }
}

/** What a row is multiplied by, so that its largest is 63, or 0 for a row of nothing; stores what one then stands for. */
function scaled(row: usize, bytes: usize, scale: usize): f32 {
  let most = f32x4.splat(0)
  for (let p: usize = 0; p < bytes; p += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(row + p)))
  const m = max<f32>(
    max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3))
  )
  store<f32>(scale, m / largest)
  return m > nothing ? largest / m : 0
}

/** Sixteen floats, multiplied and rounded to bytes. */
function sixteen(at: usize, scale: v128): v128 {
  return i8x16.narrow_i16x8_s(
    i16x8.narrow_i32x4_s(whole(v128.load(at), scale), whole(v128.load(at, 16), scale)),
    i16x8.narrow_i32x4_s(whole(v128.load(at, 32), scale), whole(v128.load(at, 48), scale))
  )
}

/** None is out of range, so that the relaxed kind gives the same everywhere. */
function whole(floats: v128, scale: v128): v128 {
  return i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(floats, scale)))
}

/**
 * C = A·Wᵀ + bias: A has `m` rows (an even number) of `k` levels, W has `n` rows of `k` signed bytes (multiples of 4 and 16).
 * `aScales` and `wScales`: what one of each row stands for; `wSums` as `signedBytes` makes them. `bias`: n floats.
 *
 * The relaxed product leaves open what becomes of sums beyond sixteen bits and of left numbers beyond seven. Neither
 * occurs: four times 63 · 127 fits, so that every machine computes the same.
 */
export function multiplyBytes(
  a: usize,
  aScales: usize,
  w: usize,
  wScales: usize,
  wSums: usize,
  bias: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32
): void {
  // A few rows of A at a time, so that they stay in the nearest cache while all of W goes by.
  for (let i = 0; i < m; i += block) {
    const rows = min<i32>(block, m - i)
    const done = <usize>i * <usize>k
    multiplyBlock(a + done, aScales + 4 * i, w, wScales, wSums, bias, c + <usize>i * <usize>n * 4, rows, n, k)
  }
}

const block = 64

function multiplyBlock(
  a: usize,
  aScales: usize,
  w: usize,
  wScales: usize,
  wSums: usize,
  bias: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32
): void {
  const row = <usize>k
  // Not a constant to the engine's compiler, which would make it anew for every use.
  const ones = i16x8.splat(<i16>(k > 0 ? 1 : 0))
  const cRow = (<usize>n) << 2
  for (let j = 0; j < n; j += 4) {
    const at = (<usize>j) << 2
    const w0 = w + row * j
    const w1 = w0 + row
    const w2 = w1 + row
    const w3 = w2 + row
    const scale = v128.load(wScales + at)
    const start = v128.load(bias + at)
    const beyond = v128.load(wSums + at)
    let from = a
    let to = c + at
    for (let i = 0; i < m; i += 2) {
      let x0 = i32x4.splat(0)
      let x1 = i32x4.splat(0)
      let x2 = i32x4.splat(0)
      let x3 = i32x4.splat(0)
      let y0 = i32x4.splat(0)
      let y1 = i32x4.splat(0)
      let y2 = i32x4.splat(0)
      let y3 = i32x4.splat(0)
      let p: usize = 0
      for (; p + 32 <= row; p += 32) {
        const xa = v128.load(from + p)
        const xb = v128.load(from + p, 16)
        const ya = v128.load(from + row + p)
        const yb = v128.load(from + row + p, 16)
        let va = v128.load(w0 + p)
        let vb = v128.load(w0 + p, 16)
        x0 = i32x4.add(x0, pairs(ones, i16x8.add(dot(va, xa), dot(vb, xb))))
        y0 = i32x4.add(y0, pairs(ones, i16x8.add(dot(va, ya), dot(vb, yb))))
        va = v128.load(w1 + p)
        vb = v128.load(w1 + p, 16)
        x1 = i32x4.add(x1, pairs(ones, i16x8.add(dot(va, xa), dot(vb, xb))))
        y1 = i32x4.add(y1, pairs(ones, i16x8.add(dot(va, ya), dot(vb, yb))))
        va = v128.load(w2 + p)
        vb = v128.load(w2 + p, 16)
        x2 = i32x4.add(x2, pairs(ones, i16x8.add(dot(va, xa), dot(vb, xb))))
        y2 = i32x4.add(y2, pairs(ones, i16x8.add(dot(va, ya), dot(vb, yb))))
        va = v128.load(w3 + p)
        vb = v128.load(w3 + p, 16)
        x3 = i32x4.add(x3, pairs(ones, i16x8.add(dot(va, xa), dot(vb, xb))))
        y3 = i32x4.add(y3, pairs(ones, i16x8.add(dot(va, ya), dot(vb, yb))))
      }
      if (p < row) {
        const xa = v128.load(from + p)
        const ya = v128.load(from + row + p)
        let va = v128.load(w0 + p)
        x0 = i32x4.add(x0, pairs(ones, dot(va, xa)))
        y0 = i32x4.add(y0, pairs(ones, dot(va, ya)))
        va = v128.load(w1 + p)
        x1 = i32x4.add(x1, pairs(ones, dot(va, xa)))
        y1 = i32x4.add(y1, pairs(ones, dot(va, ya)))
        va = v128.load(w2 + p)
        x2 = i32x4.add(x2, pairs(ones, dot(va, xa)))
        y2 = i32x4.add(y2, pairs(ones, dot(va, ya)))
        va = v128.load(w3 + p)
        x3 = i32x4.add(x3, pairs(ones, dot(va, xa)))
        y3 = i32x4.add(y3, pairs(ones, dot(va, ya)))
      }
      const x = f32x4.convert_i32x4_s(i32x4.sub(sums(x0, x1, x2, x3), beyond))
      const y = f32x4.convert_i32x4_s(i32x4.sub(sums(y0, y1, y2, y3), beyond))
      v128.store(to, f32x4.add(start, f32x4.mul(f32x4.mul(x, scale), v128.load_splat<f32>(aScales + 4 * i))))
      v128.store(
        to + cRow,
        f32x4.add(start, f32x4.mul(f32x4.mul(y, scale), v128.load_splat<f32>(aScales + 4 * i + 4)))
      )
      from += row << 1
      to += cRow << 1
    }
  }
}

/** Sums of two products of neighbours each. */
function dot(w: v128, a: v128): v128 {
  return i16x8.relaxed_dot_i8x16_i7x16_s(w, a)
}

function pairs(ones: v128, shorts: v128): v128 {
  return i32x4.dot_i16x8_s(shorts, ones)
}

/** The sums of the four lanes of each. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7))
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7))
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7))
}

/**
 * Rows that are sums over neighbours: row i of `to` += part p of what stands under `numbers[i + reach - p]`, p from 0 to
 * 2 reach, as far as there are such rows. `given`: under each number 2 reach + 1 parts of `columns` floats; `numbers`: n 32-bit integers.
 */
export function gather(to: usize, given: usize, numbers: usize, n: i32, reach: i32, columns: i32): void {
  const bytes = (<usize>columns) << 2
  const parts = 2 * reach + 1
  for (let i = 0; i < n; i++) {
    const first = max<i32>(0, i + reach - n + 1)
    const last = min<i32>(parts - 1, i + reach)
    // Sixteen columns of all parts, then the next, so that a sum is stored once.
    for (let lane: usize = 0; lane < bytes; lane += 64) {
      let a = v128.load(to + lane)
      let b = v128.load(to + lane, 16)
      let c = v128.load(to + lane, 32)
      let d = v128.load(to + lane, 48)
      for (let p = first; p <= last; p++) {
        const from = given + bytes * <usize>(load<i32>(numbers + 4 * (i + reach - p)) * parts + p) + lane
        a = f32x4.add(a, v128.load(from))
        b = f32x4.add(b, v128.load(from, 16))
        c = f32x4.add(c, v128.load(from, 32))
        d = f32x4.add(d, v128.load(from, 48))
      }
      v128.store(to + lane, a)
      v128.store(to + lane, b, 16)
      v128.store(to + lane, c, 32)
      v128.store(to + lane, d, 48)
    }
    to += bytes
  }
}

/** Row i of `to` += the rows of bytes that `rows` has from `starts[i]` to before `starts[i + 1]`; numbers below zero are no rows. */
export function addRows(
  to: usize,
  table: usize,
  scales: usize,
  rows: usize,
  starts: usize,
  n: i32,
  columns: i32
): void {
  for (let i = 0; i < n; i++) {
    const first = load<i32>(starts + 4 * i)
    const end = load<i32>(starts + 4 * i + 4)
    // Sixteen columns of all rows, then the next, so that a sum is stored once.
    for (let column: usize = 0; column < <usize>columns; column += 16) {
      const at = to + (column << 2)
      let a = v128.load(at)
      let b = v128.load(at, 16)
      let c = v128.load(at, 32)
      let d = v128.load(at, 48)
      for (let k = first; k < end; k++) {
        const row = load<i32>(rows + 4 * k)
        if (row < 0) continue
        const scale = v128.load_splat<f32>(scales + 4 * row)
        const from = table + <usize>row * <usize>columns + column
        const low = v128.load_ext<i8>(from)
        const high = v128.load_ext<i8>(from, 8)
        a = f32x4.add(a, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low))))
        b = f32x4.add(b, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low))))
        c = f32x4.add(c, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high))))
        d = f32x4.add(d, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high))))
      }
      v128.store(at, a)
      v128.store(at, b, 16)
      v128.store(at, c, 32)
      v128.store(at, d, 48)
    }
    to += (<usize>columns) << 2
  }
}

/** to += from, `n` floats (a multiple of 4). */
export function add(to: usize, from: usize, n: i32): void {
  const bytes = (<usize>n) << 2
  for (let p: usize = 0; p < bytes; p += 16)
    v128.store(to + p, f32x4.add(v128.load(to + p), v128.load(from + p)))
}

/** Negative values count a tenth; `n` floats (a multiple of 4), in place. */
export function leaky(a: usize, n: i32): void {
  const bytes = (<usize>n) << 2
  // Not a constant to the engine's compiler; see `recur`.
  const tenth = f32x4.mul(f32x4.splat(n > 0 ? 1 : 0), f32x4.splat(0.1))
  for (let p: usize = 0; p < bytes; p += 16) {
    const x = v128.load(a + p)
    v128.store(a + p, f32x4.pmax(x, f32x4.mul(x, tenth)))
  }
}

/**
 * A simple recurrent unit (Lei et al. 2018) over `n` rows, in one direction; `size` is a multiple of 8.
 *
 *     keep = s(u1 + v1 c')   c = keep c' + (1 - keep) u0
 *     show = s(u2 + v2 c')   h = show c + (1 - show) past
 *
 * `u`: rows of u0, u1, u2 (`size` floats each), `uRow` apart. `past`: what is shown where the memory is not, rows
 * `pastRow` apart. `v`: v1, v2. `h`, `c`, `keep`, `show`: results, rows `row` floats apart. `step`: 1, or -1 to
 * read from the last row to the first; all pointers are to the first row.
 */
export function recur(
  u: usize,
  uRow: isize,
  past: usize,
  pastRow: isize,
  v: usize,
  h: usize,
  c: usize,
  keep: usize,
  show: usize,
  row: isize,
  n: i32,
  size: i32,
  step: i32
): void {
  const bytes = (<usize>size) << 2
  uRow <<= 2
  pastRow <<= 2
  row <<= 2
  const start = step > 0 ? 0 : n - 1
  // Constants of `sigmoid`, but not to the engine's compiler, which would make each anew for every use: twice as fast.
  const one = f32x4.splat(n > 0 ? 1 : 0)
  const half = f32x4.mul(one, f32x4.splat(0.5))
  const most = f32x4.mul(one, f32x4.splat(4.5))
  const least = f32x4.mul(one, f32x4.splat(-4.5))
  const p0 = f32x4.mul(one, f32x4.splat(10395))
  const p1 = f32x4.mul(one, f32x4.splat(1260))
  const p2 = f32x4.mul(one, f32x4.splat(21))
  const q1 = f32x4.mul(one, f32x4.splat(4725))
  const q2 = f32x4.mul(one, f32x4.splat(210))
  // Eight numbers at once: each waits for its own past, so that two rows of work fill the time.
  for (let lane: usize = 0; lane < bytes; lane += 32) {
    const v1 = v128.load(v + lane)
    const v2 = v128.load(v + bytes + lane)
    const w1 = v128.load(v + lane, 16)
    const w2 = v128.load(v + bytes + lane, 16)
    let a = f32x4.splat(0)
    let b = f32x4.splat(0)
    let i: isize = start
    for (let t = 0; t < n; t++) {
      const at = u + i * uRow + lane
      const keepA = f32x4.add(v128.load(at + bytes), f32x4.mul(v1, a))
      const keepB = f32x4.add(v128.load(at + bytes, 16), f32x4.mul(w1, b))
      const showA = f32x4.add(v128.load(at + 2 * bytes), f32x4.mul(v2, a))
      const showB = f32x4.add(v128.load(at + 2 * bytes, 16), f32x4.mul(w2, b))
      const ka = sigmoid(keepA, half, most, least, p0, p1, p2, q1, q2)
      const kb = sigmoid(keepB, half, most, least, p0, p1, p2, q1, q2)
      const sa = sigmoid(showA, half, most, least, p0, p1, p2, q1, q2)
      const sb = sigmoid(showB, half, most, least, p0, p1, p2, q1, q2)
      const freshA = v128.load(at)
      const freshB = v128.load(at, 16)
      a = f32x4.add(freshA, f32x4.mul(ka, f32x4.sub(a, freshA)))
      b = f32x4.add(freshB, f32x4.mul(kb, f32x4.sub(b, freshB)))
      const from = past + i * pastRow + lane
      const otherA = v128.load(from)
      const otherB = v128.load(from, 16)
      const to = i * row + lane
      v128.store(h + to, f32x4.add(otherA, f32x4.mul(sa, f32x4.sub(a, otherA))))
      v128.store(h + to, f32x4.add(otherB, f32x4.mul(sb, f32x4.sub(b, otherB))), 16)
      v128.store(c + to, a)
      v128.store(c + to, b, 16)
      v128.store(keep + to, ka)
      v128.store(keep + to, kb, 16)
      v128.store(show + to, sa)
      v128.store(show + to, sb, 16)
      i += step
    }
  }
}

/** Gradients of `recur`: from `dh` to `du`, `dPast` (added) and `dv` (added). */
export function recurBack(
  u: usize,
  uRow: isize,
  past: usize,
  pastRow: isize,
  v: usize,
  dh: usize,
  c: usize,
  keep: usize,
  show: usize,
  row: isize,
  n: i32,
  size: i32,
  step: i32,
  du: usize,
  dPast: usize,
  dv: usize
): void {
  const bytes = (<usize>size) << 2
  uRow <<= 2
  pastRow <<= 2
  row <<= 2
  const one = f32x4.splat(1)
  const least = f32x4.splat(1e-15)
  const last = step > 0 ? n - 1 : 0
  for (let lane: usize = 0; lane < bytes; lane += 16) {
    const v1 = v128.load(v + lane)
    const v2 = v128.load(v + bytes + lane)
    let dv1 = v128.load(dv + lane)
    let dv2 = v128.load(dv + bytes + lane)
    let dc = f32x4.splat(0)
    let i: isize = last
    for (let t = n - 1; t >= 0; t--) {
      const to = i * row + lane
      const at = i * uRow + lane
      const before = t > 0 ? v128.load(c + (i - step) * row + lane) : f32x4.splat(0)
      const g = v128.load(dh + to)
      const k = v128.load(keep + to)
      const s = v128.load(show + to)
      const other = v128.load(past + i * pastRow + lane)
      const ds = f32x4.mul(f32x4.mul(g, f32x4.sub(v128.load(c + to), other)), f32x4.mul(s, f32x4.sub(one, s)))
      const dOther = dPast + i * pastRow + lane
      v128.store(dOther, f32x4.add(v128.load(dOther), f32x4.mul(g, f32x4.sub(one, s))))
      dc = f32x4.add(dc, f32x4.mul(g, s))
      const open = f32x4.sub(one, k)
      const dk = f32x4.mul(f32x4.mul(dc, f32x4.sub(before, v128.load(u + at))), f32x4.mul(k, open))
      v128.store(du + at, f32x4.mul(dc, open))
      v128.store(du + at + bytes, dk)
      v128.store(du + at + 2 * bytes, ds)
      dv1 = f32x4.add(dv1, f32x4.mul(dk, before))
      dv2 = f32x4.add(dv2, f32x4.mul(ds, before))
      dc = f32x4.add(f32x4.mul(dc, k), f32x4.add(f32x4.mul(dk, v1), f32x4.mul(ds, v2)))
      // Gradients fade along the sentence; numbers near zero take the processor a hundred times as long.
      dc = v128.and(dc, f32x4.gt(f32x4.abs(dc), least))
      i -= step
    }
    v128.store(dv + lane, dv1)
    v128.store(dv + bytes + lane, dv2)
  }
}

/** 1 / (1 + exp(-x)) to three digits: a quotient of polynomials for the hyperbolic tangent (Padé), never outside 0 to 1. */
function sigmoid(
  x: v128,
  half: v128,
  most: v128,
  least: v128,
  p0: v128,
  p1: v128,
  p2: v128,
  q1: v128,
  q2: v128
): v128 {
  const y = f32x4.pmax(f32x4.pmin(f32x4.mul(x, half), most), least)
  const z = f32x4.mul(y, y)
  const p = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(p2, z), p1), z), p0)
  const q = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(z, q2), z), q1), z), p0)
  return f32x4.add(half, f32x4.mul(half, f32x4.div(f32x4.mul(p, y), q)))
}
