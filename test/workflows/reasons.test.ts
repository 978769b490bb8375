import assert from 'node:assert/strict'
import test from 'node:test'
import type {Item} from '../../src/store/store.ts'
import {Reasons} from '../../src/workflows/reasons.ts'

const item = (state: Item['state'], reason: string | null) =>
  ({origin: 'a', state, reason, reportId: null}) as Item

test('like reasons are counted together, whatever words, brackets and long numbers are in them', () => {
  const reasons = new Reasons()
  for (const each of [
    item('done', null),
    item('skipped', 'is an answer 404, no page'),
    item('skipped', 'is an answer 301, no page'),
    item('skipped', 'is an answer 404, no page'),
    item('failed', 'is damaged, at byte 95829 of the file: "abc" begins no record'),
    item('failed', 'is damaged, at byte 114 of the file: "d" begins no record'),
    item('failed', 'is damaged, at byte 1140 of the file: "e" begins no record'),
    item('failed', 'is not JSON (Unexpected token x); write one object a line')
  ])
    reasons.add(each)
  assert.deepEqual(
    reasons.list().map(({state, reason, count}) => `${count} ${state}: ${reason}`),
    [
      '3 failed: is damaged, at byte N of the file: "..." begins no record',
      '2 skipped: is an answer 404, no page',
      '1 skipped: is an answer 301, no page',
      '1 failed: is not JSON (...); write one object a line'
    ]
  )
})

test('of endless different reasons some are told apart', () => {
  const reasons = new Reasons()
  for (let i = 0; i < 2000; i++) reasons.add(item('failed', `is the odd one ${i.toString(26)}`))
  const list = reasons.list()
  assert.equal(
    list.reduce((sum, {count}) => sum + count, 0),
    2000
  )
  assert.equal(list[0]!.reason, 'other reasons')
  assert.ok(list.length <= 501)
})
