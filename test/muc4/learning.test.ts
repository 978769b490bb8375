import assert from 'node:assert/strict'
import test from 'node:test'
import {groupsOf} from '../../src/muc4/groups.ts'
import {likely, scorer} from '../../src/muc4/linear-model.ts'
import {grown} from '../../src/muc4/trees.ts'
import {boost} from '../../training/muc4/boosting.ts'
import {learnAll} from '../../training/muc4/follow-leader.ts'
import {seeded} from '../../training/random.ts'

test('weights learn which feature tells, answer two questions at once, and are the same every time', () => {
  const random = seeded(1)
  const rows = Array.from({length: 400}, () =>
    Int32Array.from([random() < 0.5 ? 1 : 2, random() < 0.5 ? 3 : 4, 5])
  )
  const truths = [1, 3].map(sign => Float32Array.from(rows, row => (row.includes(sign) ? 1 : 0)))
  const [first, second] = learnAll(rows, truths).map(scorer)
  assert.ok(likely(first!(Int32Array.of(1, 4, 5))) > 0.8)
  assert.ok(likely(first!(Int32Array.of(2, 3, 5))) < 0.2)
  assert.ok(likely(second!(Int32Array.of(2, 3, 5))) > 0.8)
  assert.deepEqual(learnAll(rows, truths), learnAll(rows, truths))
})

test('rows that say nothing of a question do not move its weights', () => {
  const rows = Array.from({length: 50}, () => Int32Array.of(1))
  const [weights] = learnAll(rows, [new Float32Array(50).fill(-1)])
  assert.equal(weights!.keys.length, 0)
})

test('trees learn what no single value tells', () => {
  const random = seeded(2)
  const rows = Array.from({length: 800}, () => Float32Array.of(random(), random()))
  const truths = Float32Array.from(rows, ([a, b]) => (a! > 0.5 === b! > 0.5 ? 1 : 0))
  const trees = boost(rows, truths, {trees: 60, depth: 3})
  assert.ok(grown(trees, Float32Array.of(0.9, 0.8)) > 0.8)
  assert.ok(grown(trees, Float32Array.of(0.9, 0.1)) < 0.2)
  assert.deepEqual(boost(rows, truths, {trees: 60, depth: 3}), trees)
})

test('things join while they are near enough, the nearest first', () => {
  const near = (a: number, b: number) => 1 / (1 + Math.abs(a - b))
  assert.deepEqual(groupsOf([1, 2, 10, 11], near, 0.3), [
    [1, 2],
    [10, 11]
  ])
  assert.deepEqual(groupsOf([1, 2], near, 0.9), [[1], [2]])
  assert.deepEqual(groupsOf([], near, 0.5), [])
})
