import assert from 'node:assert/strict'
import test from 'node:test'
import {logistic} from '../../training/logistic.ts'

test('finds the weights that made the answers, and no weight for what says nothing', () => {
  const examples = [-2, -1, 0, 1, 2].flatMap(a =>
    [0, 1].flatMap(b => {
      const likely = 1 / (1 + Math.exp(0.5 - 2 * a))
      return [
        {values: [a, b], isOne: true, weight: 1000 * likely},
        {values: [a, b], isOne: false, weight: 1000 * (1 - likely)}
      ]
    })
  )
  const {weights, intercept} = logistic(examples, 0.01)
  assert.ok(Math.abs(weights[0]! - 2) < 0.01)
  assert.ok(Math.abs(weights[1]!) < 0.01)
  assert.ok(Math.abs(intercept + 0.5) < 0.01)
})

test('a penalty keeps weights small where the answers are certain', () => {
  const certain = [0, 1].map(a => ({values: [a], isOne: a === 1, weight: 1}))
  assert.ok(logistic(certain, 1).weights[0]! < 2)
})
