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

/** Largest size of a short number: twelve bits, so that sums of 512 products fit 32 bits. */
const largest: f32 = 2047

/**
 * Rows of floats as short numbers: each row is scaled so that its largest is 2047. `scales`: what one short stands for,
 * a float a row. `columns` is a multiple of 8.
 */
export function shorten(a: usize, to: usize, scales: usize, rows: i32, columns: i32): void {
  const bytes = (<usize>columns) << 2
  for (let i = 0; i < rows; i++) {
    let most = f32x4.splat(0)
    for (let p: usize = 0; p < bytes; p += 16) most = f32x4.max(most, f32x4.abs(v128.load(a + p)))
    const m = max<f32>(
      max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3))
    )
    const scale = f32x4.splat(m > 0 ? largest / m : 0)
    store<f32>(scales, m / largest)
    for (let p: usize = 0; p < bytes; p += 32) {
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(a + p), scale)))
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(a + p, 16), scale)))
      v128.store(to + (p >> 1), i16x8.narrow_i32x4_s(low, high))
    }
    a += bytes
    to += bytes >> 1
    scales += 4
  }
}

/**
 * C = A·Wᵀ + bias over short numbers: A has `m` rows (an even number) of `k`, W has `n` rows of `k` (multiples of 4 and 16).
 * `aScales` and `wScales`: what one short of each row stands for. `bias`: n floats.
 */
export function multiplyShort(
  a: usize,
  aScales: usize,
  w: usize,
  wScales: usize,
  bias: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32
): void {
  // A few rows of A at a time, so that they stay in the nearest cache while all of W goes by.
  for (let i = 0; i < m; i += block) {
    const rows = min<i32>(block, m - i)
    const done = <usize>i * <usize>k * 2
    multiplyBlock(a + done, aScales + 4 * i, w, wScales, bias, c + <usize>i * <usize>n * 4, rows, n, k)
  }
}

const block = 32

function multiplyBlock(
  a: usize,
  aScales: usize,
  w: usize,
  wScales: usize,
  bias: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32
): void {
  const row = (<usize>k) << 1
  const cRow = (<usize>n) << 2
  for (let j = 0; j < n; j += 4) {
    const at = (<usize>j) << 2
    const w0 = w + row * j
    const w1 = w0 + row
    const w2 = w1 + row
    const w3 = w2 + row
    const scale = v128.load(wScales + at)
    const start = v128.load(bias + at)
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
      // Two steps at once: the loop itself costs a tenth.
      for (let p: usize = 0; p < row; p += 32) {
        const xa = v128.load(from + p)
        const ya = v128.load(from + row + p)
        let va = v128.load(w0 + p)
        x0 = i32x4.add(x0, i32x4.dot_i16x8_s(xa, va))
        y0 = i32x4.add(y0, i32x4.dot_i16x8_s(ya, va))
        va = v128.load(w1 + p)
        x1 = i32x4.add(x1, i32x4.dot_i16x8_s(xa, va))
        y1 = i32x4.add(y1, i32x4.dot_i16x8_s(ya, va))
        va = v128.load(w2 + p)
        x2 = i32x4.add(x2, i32x4.dot_i16x8_s(xa, va))
        y2 = i32x4.add(y2, i32x4.dot_i16x8_s(ya, va))
        va = v128.load(w3 + p)
        x3 = i32x4.add(x3, i32x4.dot_i16x8_s(xa, va))
        y3 = i32x4.add(y3, i32x4.dot_i16x8_s(ya, va))
        const xb = v128.load(from + p, 16)
        const yb = v128.load(from + row + p, 16)
        let vb = v128.load(w0 + p, 16)
        x0 = i32x4.add(x0, i32x4.dot_i16x8_s(xb, vb))
        y0 = i32x4.add(y0, i32x4.dot_i16x8_s(yb, vb))
        vb = v128.load(w1 + p, 16)
        x1 = i32x4.add(x1, i32x4.dot_i16x8_s(xb, vb))
        y1 = i32x4.add(y1, i32x4.dot_i16x8_s(yb, vb))
        vb = v128.load(w2 + p, 16)
        x2 = i32x4.add(x2, i32x4.dot_i16x8_s(xb, vb))
        y2 = i32x4.add(y2, i32x4.dot_i16x8_s(yb, vb))
        vb = v128.load(w3 + p, 16)
        x3 = i32x4.add(x3, i32x4.dot_i16x8_s(xb, vb))
        y3 = i32x4.add(y3, i32x4.dot_i16x8_s(yb, vb))
      }
      const x = f32x4.convert_i32x4_s(sums(x0, x1, x2, x3))
      const y = f32x4.convert_i32x4_s(sums(y0, y1, y2, y3))
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

/** The sums of the four lanes of each. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7))
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7))
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7))
}

/** to += from, `n` floats (a multiple of 4). */
export function add(to: usize, from: usize, n: i32): void {
  const bytes = (<usize>n) << 2
  for (let p: usize = 0; p < bytes; p += 16)
    v128.store(to + p, f32x4.add(v128.load(to + p), v128.load(from + p)))
}

/** to += scale · from, where `from` holds `n` bytes (a multiple of 16) with a sign. */
export function addBytes(to: usize, from: usize, n: i32, scale: f32): void {
  const scales = f32x4.splat(scale)
  for (let p: usize = 0; p < <usize>n; p += 8) {
    const shorts = v128.load_ext<i8>(from + p)
    const at = to + (p << 2)
    const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(shorts))
    const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(shorts))
    v128.store(at, f32x4.add(v128.load(at), f32x4.mul(scales, low)))
    v128.store(at, f32x4.add(v128.load(at, 16), f32x4.mul(scales, high)), 16)
  }
}

/** Negative values count a tenth; `n` floats (a multiple of 4), in place. */
export function leaky(a: usize, n: i32): void {
  const bytes = (<usize>n) << 2
  const tenth = f32x4.splat(0.1)
  for (let p: usize = 0; p < bytes; p += 16) {
    const x = v128.load(a + p)
    v128.store(a + p, f32x4.max(x, f32x4.mul(x, tenth)))
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
      const ka = sigmoid(f32x4.add(v128.load(at + bytes), f32x4.mul(v1, a)))
      const kb = sigmoid(f32x4.add(v128.load(at + bytes, 16), f32x4.mul(w1, b)))
      const sa = sigmoid(f32x4.add(v128.load(at + 2 * bytes), f32x4.mul(v2, a)))
      const sb = sigmoid(f32x4.add(v128.load(at + 2 * bytes, 16), f32x4.mul(w2, b)))
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
function sigmoid(x: v128): v128 {
  const half = f32x4.splat(0.5)
  const y = f32x4.max(f32x4.min(f32x4.mul(x, half), f32x4.splat(4.5)), f32x4.splat(-4.5))
  const z = f32x4.mul(y, y)
  const p = f32x4.add(
    f32x4.mul(f32x4.add(f32x4.mul(f32x4.splat(21), z), f32x4.splat(1260)), z),
    f32x4.splat(10395)
  )
  const q = f32x4.add(
    f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(z, f32x4.splat(210)), z), f32x4.splat(4725)), z),
    f32x4.splat(10395)
  )
  return f32x4.add(half, f32x4.mul(half, f32x4.div(f32x4.mul(p, y), q)))
}
