import assert from 'node:assert/strict'
import test from 'node:test'
import {bcubed} from '../../evaluation/bcubed.ts'

const items = (...pairs: string[]) => pairs.map(pair => ({gold: pair[0]!, found: pair[1]!}))

test('is whole where the groups are those of the key', () => {
  assert.deepEqual(bcubed(items('ax', 'ax', 'by')), {precision: 100, recall: 100, f1: 100})
})

test('a false merge costs precision, a split recall', () => {
  assert.deepEqual(bcubed(items('ax', 'bx')), {precision: 50, recall: 100, f1: 66.67})
  assert.deepEqual(bcubed(items('ax', 'ay')), {precision: 100, recall: 50, f1: 66.67})
})
