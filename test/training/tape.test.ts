import assert from 'node:assert/strict'
import test from 'node:test'
import {matrices} from '../../src/codebook/models.ts'
import {rowLoss} from '../../training/label-rows.ts'
import {seeded} from '../../training/random.ts'
import {type Lesson, SyntaxLearner} from '../../training/syntax-learner.ts'
import {crossEntropy, type Node, Tape} from '../../training/tape.ts'

const memory = matrices(new URL('../../', import.meta.url).pathname, 64)
const nothingDropped = {word: 0, embedded: 0, state: 0}

/** Every look at the loss adds to the gradients: what they are now. */
const copies = (nodes: Readonly<Record<string, Node>>) =>
  Object.entries(nodes).map(
    ([name, {value, gradient}]) =>
      [name, {value, gradient: {...gradient, data: gradient.data.slice()}}] as const
  )

/** Whether the gradient is the slope of the loss, for some numbers of a parameter. */
function checkSlope(name: string, {value, gradient}: Node, loss: () => number, scale: number): void {
  // Small, for many values begin near the bend of a leaky unit.
  const nudge = 2e-4
  for (let i = 0; i < value.data.length; i += Math.ceil(value.data.length / 5)) {
    const before = value.data[i]!
    value.data[i] = before + nudge
    const above = loss()
    value.data[i] = before - nudge
    const below = loss()
    value.data[i] = before
    const slope = (above - below) / (2 * nudge)
    const found = gradient.data[i]! * scale
    const most = 0.02 + 0.05 * Math.abs(slope)
    assert.ok(Math.abs(found - slope) < most, `${name} ${i}: ${found} where the loss has the slope ${slope}`)
  }
}

test('the gradients of the network are the slopes of its loss', () => {
  const sizes = {keys: 6, tags: 3, relations: 4, embedded: 16, state: 16, arc: 16, relation: 16, layers: 2}
  const learner = new SyntaxLearner(memory, sizes, seeded(2), nothingDropped)
  const lesson: Lesson = {
    rows: [Int32Array.of(0), Int32Array.of(2, 3), Int32Array.of(4), Int32Array.of(5, 2)],
    tags: Int32Array.of(-1, 0, 2, 1),
    heads: Int32Array.of(-1, 2, 0, 2),
    relations: Int32Array.of(-1, 1, 0, 3)
  }
  const loss = () => {
    const {tags, arcs, relations} = learner.learn([lesson])
    return tags + arcs + relations
  }
  loss()
  for (const [name, node] of copies(learner.parameters)) checkSlope(name, node, loss, 3)
})

test('the gradients of a row of labels are the slopes of its loss', () => {
  const random = seeded(4)
  const tape = new Tape(memory, random, true)
  const [scores, transitions] = [tape.node(5, 16), tape.node(4, 16)]
  for (const {value} of [scores, transitions])
    for (let i = 0; i < value.data.length; i++) value.data[i] = random() * 2 - 1
  const barred = new Float32Array(12)
  const gold = [0, 1, 2, 2, 0]
  const loss = () => rowLoss(scores, transitions, barred, gold, 3, 1)
  loss()
  for (const [name, node] of copies({scores, transitions})) checkSlope(name, node, loss, 1)
})

test('a row that does not count has no loss', () => {
  const node = new Tape(memory, seeded(1), true).node(2, 16)
  assert.equal(crossEntropy(node, 4, Int32Array.of(-1, -1), 1), 0)
  assert.ok(node.gradient.data.every(value => value === 0))
})

test('means and largest values of a stretch hand their gradients to its rows', () => {
  const tape = new Tape(memory, seeded(6), true)
  const rows = tape.node(3, 2)
  rows.value.data.set([1, 5, 3, 1, 9, 9])
  const pooled = tape.pool(rows, [
    {first: 0, end: 2},
    {first: 2, end: 3}
  ])
  assert.deepEqual([...pooled.value.data], [2, 3, 3, 5, 9, 9, 9, 9])
  pooled.gradient.data.set([2, 4, 1, 10, 0, 0, 0, 7])
  tape.back()
  // Half of each mean, and to the largest what it gets.
  assert.deepEqual([...rows.gradient.data], [1, 12, 2, 2, 0, 7])
})
