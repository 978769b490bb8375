/**
 * The best projective tree with one root, given a score for every pair of dependent and head (Eisner 1996).
 *
 * Mostly the best head of each word makes a tree already; only else is the
 * table of all stretches filled, whose cost is the cube of the length.
 */
import type {Doubles, Matrices, Matrix} from '../algorithms/matrices.ts'

/** `scores` (of `memory`): of the `n` words of a sentence with each other: rows are dependents, columns heads; 0 is the root. */
export function bestTree(memory: Matrices, scores: Matrix, n: number): Int32Array {
  const {data, columns} = scores
  const heads = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    let best = i === 1 && n > 1 ? 2 : 0
    for (let head = 0; head <= n; head++)
      if (head !== i && data[i * columns + head]! > data[i * columns + best]!) best = head
    heads[i] = best
  }
  return isProjectiveTree(heads, n) ? heads : eisner(memory, scores, n)
}

/** Whether every word hangs on the root, one of them directly, and no two arcs cross. */
function isProjectiveTree(heads: Int32Array, n: number): boolean {
  let roots = 0
  for (let i = 1; i <= n; i++) {
    if (heads[i] === 0 && ++roots > 1) return false
    const low = Math.min(i, heads[i]!)
    const high = Math.max(i, heads[i]!)
    for (let k = low + 1; k < high; k++) if (heads[k]! < low || heads[k]! > high) return false
  }
  if (roots !== 1) return false
  // Without crossing arcs, only a circle can keep a word from the root.
  const reached = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    for (let at = i; at > 0 && reached[at] !== i; at = heads[at]!) {
      if (reached[at]! > 0) break
      reached[at] = i
      if (reached[heads[at]!] === i && heads[at]! > 0) return false
    }
  }
  return true
}

/** What a sum is where there is none, as the kernel has it. */
const none = -1e30

/** The table of all stretches of words (kernel `treeSums`), and the way back through it. */
function eisner(memory: Matrices, {at, columns}: Matrix, n: number): Int32Array {
  const mark = memory.mark()
  const size = n + 1
  const [left, right, open] = [1, 2, 3].map(() => memory.doubles(size, size)) as [Doubles, Doubles, Doubles]
  memory.kernels.treeSums(at, columns, n, left.at, right.at, open.at)
  const heads = new Int32Array(size)
  // From `s` to `t`; open stretches lack the dependents of their dependent end.
  const waiting: (readonly ['left' | 'right' | 'openLeft' | 'openRight', number, number])[] = [
    ['right', 0, n]
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [kind, s, t] = next
    if (s === t) continue
    if (kind === 'right') {
      const split = s + 1 + bestSum(open.data, s * size + s + 1, right.data, t * size + s + 1, t - s)
      waiting.push(['openRight', s, split], ['right', split, t])
    } else if (kind === 'left') {
      const split = s + bestSum(left.data, s * size + s, open.data, t * size + s, t - s)
      waiting.push(['left', s, split], ['openLeft', split, t])
    } else {
      if (kind === 'openRight') heads[t] = s
      else heads[s] = t
      const split = s === 0 ? 0 : s + bestSum(right.data, s * size + s, left.data, t * size + s + 1, t - s)
      waiting.push(['right', s, split], ['left', split + 1, t])
    }
  }
  memory.release(mark)
  return heads
}

/** The first place of the largest sum of `count` numbers of `a` from `i` on and of `b` from `k` on. */
function bestSum(a: Float64Array, i: number, b: Float64Array, k: number, count: number): number {
  let best = none
  let place = 0
  for (let r = 0; r < count; r++) {
    const sum = a[i + r]! + b[k + r]!
    if (sum > best) {
      best = sum
      place = r
    }
  }
  return place
}
