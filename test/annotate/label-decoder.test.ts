import assert from 'node:assert/strict'
import test from 'node:test'
import {allowed, bestRow, stepsOf} from '../../src/annotate/label-decoder.ts'
import {matrices} from '../../src/codebook/models.ts'
import {seeded} from '../../training/random.ts'

const memory = matrices(new URL('../../', import.meta.url).pathname, 16)
const labels = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC']
const random = seeded(5)
const transitions = allowed(labels).map(score => score + random() * 2)
const steps = stepsOf(memory, labels, transitions)

/** The best sum of all rows of labels that end with a label, tried one by one. */
function bestOfAll(scores: (word: number, label: number) => number, n: number): number {
  let best = Number.NEGATIVE_INFINITY
  const fill = (word: number, before: number, sum: number) => {
    if (word === n) best = Math.max(best, sum)
    else
      for (const label of labels.keys())
        fill(word + 1, label, sum + transitions[before * labels.length + label]! + scores(word, label))
  }
  fill(0, labels.length, 0)
  return best
}

test('the row of labels is the best of all', () => {
  for (let n = 1; n <= 5; n++)
    for (let round = 0; round < 20; round++) {
      const matrix = memory.raw(n, 16)
      for (let i = 0; i < matrix.data.length; i++) matrix.data[i] = random() * 6
      const score = (word: number, label: number) => matrix.data[word * 16 + label]!
      let sum = 0
      let before = labels.length
      for (const [word, label] of bestRow(memory, matrix, steps).entries()) {
        sum += transitions[before * labels.length + label]! + score(word, label)
        before = label
      }
      assert.ok(Math.abs(sum - bestOfAll(score, n)) < 1e-6)
    }
})
