import assert from 'node:assert/strict'
import test from 'node:test'
import type {Matrix} from '../../src/algorithms/matrices.ts'
import {bestTree} from '../../src/annotate/tree-decoder.ts'
import {matrices} from '../../src/codebook/models.ts'
import {seeded} from '../../training/random.ts'

const memory = matrices(new URL('../../', import.meta.url).pathname, 16)

/** Scores of n words: rows are dependents, columns heads. */
function scores(n: number, random: () => number): Matrix {
  const matrix = memory.raw(n + 1, n + 1)
  for (let i = 0; i < matrix.data.length; i++) matrix.data[i] = Math.floor(random() * 1000) / 100
  return matrix
}
const sumOf = ({data, columns}: Matrix, heads: ArrayLike<number>) =>
  Array.from(heads).reduce((sum, head, i) => (i === 0 ? 0 : sum + data[i * columns + head]!), 0)

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head, i) => i > 0 && head === 0).length !== 1) return false
  for (let i = 1; i < heads.length; i++) {
    let at = i
    for (let steps = 0; at !== 0; steps++, at = heads[at]!) if (steps > heads.length) return false
    const [low, high] = [Math.min(i, heads[i]!), Math.max(i, heads[i]!)]
    for (let k = low + 1; k < high; k++) if (heads[k]! < low || heads[k]! > high) return false
  }
  return true
}

/** Every row of heads, tried one by one. */
function bestOfAll(matrix: Matrix, n: number): number {
  let best = Number.NEGATIVE_INFINITY
  const heads = new Array<number>(n + 1).fill(0)
  const fill = (i: number) => {
    if (i > n) {
      if (isTree(heads)) best = Math.max(best, sumOf(matrix, heads))
      return
    }
    for (let head = 0; head <= n; head++) {
      if (head === i) continue
      heads[i] = head
      fill(i + 1)
    }
  }
  fill(1)
  return best
}

test('the tree is the best of all projective trees with one root', () => {
  const random = seeded(7)
  for (let n = 1; n <= 5; n++)
    for (let round = 0; round < 40; round++) {
      const matrix = scores(n, random)
      const heads = bestTree(memory, matrix, n)
      assert.ok(isTree([...heads]), `${heads} is no tree`)
      assert.ok(Math.abs(sumOf(matrix, heads) - bestOfAll(matrix, n)) < 1e-4)
    }
})

test('long sentences get a tree, too', () => {
  const heads = bestTree(memory, scores(250, seeded(3)), 250)
  assert.ok(isTree([...heads]))
})
