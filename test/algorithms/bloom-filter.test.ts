import assert from 'node:assert/strict'
import test from 'node:test'
import {bloomFilter, mayHold} from '../../src/algorithms/bloom-filter.ts'
import {hashString} from '../../src/algorithms/hash.ts'

const hashes = (name: string, count: number) =>
  Array.from({length: count}, (_, i) => hashString(`${name} ${i}`))

test('holds all that was put in, and few of what was not', () => {
  const inside = hashes('inside', 500)
  const filter = bloomFilter(inside, 4096)
  assert.ok(inside.every(hash => mayHold(filter, hash)))
  assert.ok(hashes('outside', 5000).filter(hash => mayHold(filter, hash)).length < 5000 * 0.035)
})

test('grows with what it holds, up to its longest', () => {
  assert.ok(bloomFilter(hashes('a', 10), 4096).length < 20)
  assert.equal(bloomFilter(hashes('a', 9000), 4096).length, 4096)
})

test('an empty one holds nothing', () => {
  assert.ok(!mayHold(bloomFilter([], 4096), 7))
})
