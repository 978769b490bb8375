/**
 * The best projective tree with one root, given a score for every pair of dependent and head (Eisner 1996).
 *
 * Mostly the best head of each word makes a tree already; only else is the
 * table of all stretches filled, whose cost is the cube of the length.
 */
import type {Matrix} from '../algorithms/matrices.ts'

/** Scores of the `n` words of a sentence with each other: rows are dependents, columns heads; 0 is the root. */
export function bestTree({data, columns}: Matrix, n: number): Int32Array {
  const heads = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    let best = i === 1 && n > 1 ? 2 : 0
    for (let head = 0; head <= n; head++)
      if (head !== i && data[i * columns + head]! > data[i * columns + best]!) best = head
    heads[i] = best
  }
  return isProjectiveTree(heads, n) ? heads : eisner(data, columns, n)
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

const impossible = -1e30

/** Stretches from `s` to `t` with the head at the left or right end; open ones lack the dependents of their dependent end. */
function eisner(scores: Float32Array, columns: number, n: number): Int32Array {
  const size = n + 1
  const table = () => new Float64Array(size * size)
  const split = () => new Int16Array(size * size)
  const [openLeft, openRight, left, right] = [table(), table(), table(), table()]
  const [openSplit, leftSplit, rightSplit] = [split(), split(), split()]
  for (let width = 1; width < size; width++) {
    for (let s = 0; s + width < size; s++) {
      const t = s + width
      const cell = s * size + t
      let best = impossible
      let at = s
      // The root has one dependent: nothing may hang on it before.
      for (let r = s; r < (s === 0 ? 1 : t); r++) {
        const sum = right[s * size + r]! + left[(r + 1) * size + t]!
        if (sum > best) {
          best = sum
          at = r
        }
      }
      openSplit[cell] = at
      openLeft[cell] = s === 0 ? impossible : best + scores[s * columns + t]!
      openRight[cell] = best + scores[t * columns + s]!
      best = impossible
      for (let r = s; r < t; r++) {
        const sum = left[s * size + r]! + openLeft[r * size + t]!
        if (sum > best) {
          best = sum
          at = r
        }
      }
      left[cell] = best
      leftSplit[cell] = at
      best = impossible
      for (let r = s + 1; r <= t; r++) {
        const sum = openRight[s * size + r]! + right[r * size + t]!
        if (sum > best) {
          best = sum
          at = r
        }
      }
      right[cell] = best
      rightSplit[cell] = at
    }
  }
  const heads = new Int32Array(size)
  const waiting: (readonly ['left' | 'right' | 'openLeft' | 'openRight', number, number])[] = [
    ['right', 0, n]
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [kind, s, t] = next
    if (s === t) continue
    const cell = s * size + t
    if (kind === 'right') waiting.push(['openRight', s, rightSplit[cell]!], ['right', rightSplit[cell]!, t])
    else if (kind === 'left') waiting.push(['left', s, leftSplit[cell]!], ['openLeft', leftSplit[cell]!, t])
    else {
      if (kind === 'openRight') heads[t] = s
      else heads[s] = t
      waiting.push(['right', s, openSplit[cell]!], ['left', openSplit[cell]! + 1, t])
    }
  }
  return heads
}
