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

/** Room for the tables, kept from sentence to sentence. */
interface Tables {
  readonly size: number
  /** By first and last word. */
  readonly openRight: Float64Array
  readonly right: Float64Array
  /** By last and first word, so that what is read together lies together. */
  readonly openLeft: Float64Array
  readonly left: Float64Array
  readonly openSplit: Int16Array
  readonly leftSplit: Int16Array
  readonly rightSplit: Int16Array
}

let kept: Tables | null = null

function tablesFor(size: number): Tables {
  if (kept && kept.size >= size) return kept
  const floats = () => new Float64Array(size * size)
  const shorts = () => new Int16Array(size * size)
  kept = {
    size,
    openRight: floats(),
    right: floats(),
    openLeft: floats(),
    left: floats(),
    openSplit: shorts(),
    leftSplit: shorts(),
    rightSplit: shorts()
  }
  return kept
}

/** Stretches from `s` to `t` with the head at the left or right end; open ones lack the dependents of their dependent end. */
function eisner(scores: Float32Array, columns: number, n: number): Int32Array {
  const {size, openLeft, openRight, left, right, openSplit, leftSplit, rightSplit} = tablesFor(n + 1)
  for (let i = 0; i <= n; i++) left[i * size + i] = right[i * size + i] = 0
  for (let width = 1; width <= n; width++) {
    for (let s = 0; s + width <= n; s++) {
      const t = s + width
      const rowS = s * size
      const rowT = t * size
      const there = rowS + t
      const back = rowT + s
      let best = impossible
      let at = s
      // The root has one dependent: nothing may hang on it before.
      const end = s === 0 ? 1 : t
      for (let r = s; r < end; r++) {
        const sum = right[rowS + r]! + left[rowT + r + 1]!
        if (sum > best) {
          best = sum
          at = r
        }
      }
      openSplit[there] = at
      openLeft[back] = s === 0 ? impossible : best + scores[s * columns + t]!
      openRight[there] = best + scores[t * columns + s]!
      best = impossible
      for (let r = s; r < t; r++) {
        const sum = left[r * size + s]! + openLeft[rowT + r]!
        if (sum > best) {
          best = sum
          at = r
        }
      }
      left[back] = best
      leftSplit[there] = at
      best = impossible
      for (let r = s + 1; r <= t; r++) {
        const sum = openRight[rowS + r]! + right[r * size + t]!
        if (sum > best) {
          best = sum
          at = r
        }
      }
      right[there] = best
      rightSplit[there] = at
    }
  }
  const heads = new Int32Array(n + 1)
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
