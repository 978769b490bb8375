import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {RowIndex} from '../../src/algorithms/row-index.ts'

test('every key has its row and no other key has one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1})),
      fc.integer(),
      (keys, other) => {
        const index = new RowIndex(Int32Array.from(keys))
        for (const [row, key] of keys.entries()) assert.equal(index.rowOf(key), row)
        if (!keys.includes(other | 0)) assert.equal(index.rowOf(other | 0), -1)
      }
    )
  )
})
