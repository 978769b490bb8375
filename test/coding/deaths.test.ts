import assert from 'node:assert/strict'
import test from 'node:test'
import {deathsOf} from '../../src/coding/deaths.ts'
import type {Claim} from '../../src/model/contract.ts'

const killed = (group: string, min: number, max: number | null = min, hedges: readonly string[] = []) =>
  ({
    realis: 'happened',
    hedges,
    quote: {from: 0, to: group.length, text: group},
    casualties: {outcome: 'killed', of: group, group, count: {min, max, stated: String(min)}}
  }) as unknown as Claim
const range = (...claims: Claim[]) => {
  const deaths = deathsOf(claims)
  return deaths && [deaths.low, deaths.best, deaths.high]
}

test('figures of several groups add up', () => {
  assert.deepEqual(range(killed('security-forces', 2), killed('militants', 3)), [5, 5, 5])
})

test('figures of one group are alternatives, and the first told is the best', () => {
  assert.deepEqual(range(killed('civilians', 4), killed('civilians', 2), killed('civilians', 7)), [2, 4, 7])
})

test('a figure of people is a total of the groups', () => {
  assert.deepEqual(range(killed('people', 9), killed('civilians', 4), killed('militants', 3)), [9, 9, 9])
})

test('a total told before its parts had grown gives way to them', () => {
  assert.deepEqual(range(killed('people', 5), killed('civilians', 4), killed('militants', 3)), [5, 7, 7])
})

test('an open figure counts as what is certain of it', () => {
  assert.deepEqual(range(killed('civilians', 10, null)), [10, 10, 10])
})

test('older tolls do not count, and no figure is null', () => {
  assert.equal(
    range(killed('civilians', 40, 40, ['cumulative']), killed('civilians', 5, 5, ['background'])),
    null
  )
  assert.equal(range(), null)
})
