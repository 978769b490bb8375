import assert from 'node:assert/strict'
import test from 'node:test'
import type {Ruling} from '../../src/model/ruling.ts'
import {nextSteps} from '../../src/review/last-ruling.ts'

/** "r1" is ada's, "u1<r1" undoes r1, "b1@ben" is ben's. */
function made(...written: readonly string[]): Ruling[] {
  return written.map(text => {
    const [, id, undoes, by = 'ada'] = /^(\w+)(?:<(\w+))?(?:@(\w+))?$/.exec(text)!
    return {id, undoes: undoes ?? null, by, kind: undoes ? 'undo' : 'reject'} as Ruling
  })
}

function steps(...written: readonly string[]) {
  const {undo, redo} = nextSteps(made(...written), 'ada')
  return [undo?.id ?? null, redo ? `${redo.by.id} for ${redo.ruling.id}` : null]
}

test('the last that holds is undone, then the one before it', () => {
  assert.deepEqual(steps(), [null, null])
  assert.deepEqual(steps('r1', 'r2'), ['r2', null])
  assert.deepEqual(steps('r1', 'r2', 'u2<r2'), ['r1', 'u2 for r2'])
  assert.deepEqual(steps('r1', 'r2', 'u2<r2', 'u1<r1'), [null, 'u1 for r1'])
})

test('redo brings back what was undone last, and can be undone again', () => {
  assert.deepEqual(steps('r1', 'u1<r1', 'v1<u1'), ['r1', null])
  assert.deepEqual(steps('r1', 'r2', 'u2<r2', 'u1<r1', 'v1<u1'), ['r1', 'u2 for r2'])
  assert.deepEqual(steps('r1', 'u1<r1', 'v1<u1', 'w1<r1'), [null, 'w1 for r1'])
})

test('a new ruling ends redo, and what others do is theirs', () => {
  assert.deepEqual(steps('r1', 'u1<r1', 'r2'), ['r2', null])
  assert.deepEqual(steps('r1', 'b1@ben'), ['r1', null])
  assert.deepEqual(steps('r1', 'u1<r1@ben'), [null, null])
})
