/**
 * Sums of the best rows of labels and of the best trees, two doubles at a time; AssemblyScript, compiled with `matrix.ts`.
 *
 * Only sums are kept: which choice made a sum is found again on the way back, for the few that the best row or tree
 * consists of (src/annotate/label-decoder.ts, tree-decoder.ts).
 */

/** What a sum is where there is none. */
const none: f64 = -1e30

/**
 * For each word, the sum of the best row of labels that ends with each label (Viterbi 1967). `scores`: n rows of floats,
 * `scoreRow` apart. `steps`: a row of `labels` doubles for each label before; `start`: for the first word; `sums`: n rows of
 * `labels` doubles, the result. `labels` is an even number.
 */
export function labelSums(
  scores: usize,
  scoreRow: usize,
  n: i32,
  labels: i32,
  steps: usize,
  start: usize,
  sums: usize
): void {
  const row = (<usize>labels) << 3
  scoreRow <<= 2
  for (let p: usize = 0; p < row; p += 16)
    v128.store(sums + p, f64x2.add(v128.load(start + p), two(scores + (p >> 1))))
  for (let i = 1; i < n; i++) {
    const before = sums
    sums += row
    scores += scoreRow
    for (let p: usize = 0; p < row; p += 16) {
      let step = steps + p
      let most = f64x2.add(v128.load_splat<f64>(before), v128.load(step))
      for (let b: usize = 8; b < row; b += 8) {
        step += row
        most = f64x2.pmax(most, f64x2.add(v128.load_splat<f64>(before + b), v128.load(step)))
      }
      v128.store(sums + p, f64x2.add(most, two(scores + (p >> 1))))
    }
  }
}

/** Two floats as doubles. */
function two(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load_zero<f64>(at))
}

/**
 * Sums of the best stretches of a projective tree over `n` words with one root (Eisner 1996). `scores`: of words (rows, `columns`
 * floats) with heads; 0 is the root. `left`, `right`: stretches with the head at the right and the left end, each under both
 * of its pairs of ends, so that what is added lies together. `open`: those that lack the dependents of their dependent end;
 * with the head at the right end by last and first word, at the left end by first and last. Each is n + 1 rows of n + 1 doubles.
 */
export function treeSums(scores: usize, columns: i32, n: i32, left: usize, right: usize, open: usize): void {
  const row = (<usize>(n + 1)) << 3
  for (let i: usize = 0; i <= <usize>n; i++) {
    store<f64>(left + i * (row + 8), 0)
    store<f64>(right + i * (row + 8), 0)
  }
  for (let width = 1; width <= n; width++) {
    for (let s = 0; s + width <= n; s++) {
      const t = s + width
      const toS = (<usize>s) << 3
      const toT = (<usize>t) << 3
      const rowS = row * <usize>s
      const rowT = row * <usize>t
      // The root has one dependent: nothing may hang on it before.
      let best = bestSum(right + rowS + toS, left + rowT + toS + 8, s === 0 ? 1 : width)
      const back = best + <f64>load<f32>(scores + ((<usize>(s * columns + t)) << 2))
      store<f64>(open + rowT + toS, s === 0 ? none : back)
      store<f64>(open + rowS + toT, best + <f64>load<f32>(scores + ((<usize>(t * columns + s)) << 2)))
      best = bestSum(left + rowS + toS, open + rowT + toS, width)
      store<f64>(left + rowT + toS, best)
      store<f64>(left + rowS + toT, best)
      best = bestSum(open + rowS + toS + 8, right + rowT + toS + 8, width)
      store<f64>(right + rowT + toS, best)
      store<f64>(right + rowS + toT, best)
    }
  }
}

/** The largest sum of two numbers in the same place, of `count`. */
function bestSum(a: usize, b: usize, count: i32): f64 {
  let best = none
  let most = f64x2.splat(none)
  for (; count > 1; count -= 2) {
    most = f64x2.pmax(most, f64x2.add(v128.load(a), v128.load(b)))
    a += 16
    b += 16
  }
  best = max<f64>(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1))
  return count > 0 ? max<f64>(best, load<f64>(a) + load<f64>(b)) : best
}

/** Of each of `n` rows of floats, `row` floats apart, the place of the first of its largest numbers, among `size` (4 or more); `to`: 32-bit integers. */
export function placesOfLargest(a: usize, row: usize, n: i32, size: i32, to: usize): void {
  const end = (<usize>size) << 2
  for (let i = 0; i < n; i++) {
    let most = v128.load(a)
    for (let p: usize = 16; p + 16 <= end; p += 16) most = f32x4.pmax(most, v128.load(a + p))
    // The last four, some of them again.
    most = f32x4.pmax(most, v128.load(a + end - 16))
    most = f32x4.pmax(most, v128.shuffle<i32>(most, most, 2, 3, 0, 1))
    most = f32x4.pmax(most, v128.shuffle<i32>(most, most, 1, 0, 3, 2))
    let p: usize = 0
    let found = i32x4.bitmask(f32x4.eq(v128.load(a), most))
    while (found === 0 && p + 16 < end) {
      p += 16
      found = i32x4.bitmask(f32x4.eq(v128.load(a + p), most))
    }
    store<i32>(to, found === 0 ? 0 : <i32>(p >> 2) + ctz(found))
    a += row << 2
    to += 4
  }
}
