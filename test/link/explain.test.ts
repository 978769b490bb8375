import assert from 'node:assert/strict'
import test from 'node:test'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {explain, type HeldTelling} from '../../src/link/explain.ts'
import {createLinking} from '../../src/link/linking.ts'
import type {Telling} from '../../src/model/telling.ts'
import {madeUpTelling} from './made-up-tellings.ts'

const linking = createLinking(loadOwnCodebook())
const none = {together: [], apart: []}
const held = (key: string, incident: string, over: Partial<Telling> = {}): HeldTelling => ({
  telling: madeUpTelling(key, over),
  incident
})
const why = (a: HeldTelling, b: HeldTelling, others: readonly HeldTelling[] = [], rulings = none) =>
  explain(
    linking,
    [a],
    [b],
    Map.groupBy([a, b, ...others], ({incident}) => incident!),
    rulings
  )
const on = (day: string): Partial<Telling> => ({
  when: {from: day, to: day, precision: 'day', known: 'stated'}
})

test('two that are one: every sign with its weight, and a sum over the threshold', () => {
  const found = why(held('a/i1', 'x'), held('b/i1', 'x'))
  assert.ok(found.isOne)
  const [pair] = found.pairs
  assert.ok(pair!.sum >= found.threshold && pair!.probability > 0.5 && pair!.meets)
  const sum = pair!.signs.reduce((total, {value, weight}) => total + value * weight, 0)
  assert.ok(Math.abs(sum - pair!.sum) < 1e-9)
})

test('two that are apart: what contradicts is said', () => {
  const found = why(held('a/i1', 'x'), held('b/i1', 'y', {...on('2024-03-09'), publishedOn: '2024-03-09'}))
  assert.ok(!found.isOne)
  assert.match(found.because, /kept apart/)
})

test('two that are one by way of another: the path is given', () => {
  const unplaced = held('c/i1', 'x', {
    place: null,
    family: 'riot',
    type: 'riot',
    families: ['riot'],
    figures: ['killed 9']
  })
  const between = held('b/i1', 'x', {figures: ['killed 9'], families: ['clash', 'riot']})
  const found = why(held('a/i1', 'x'), unplaced, [between])
  assert.ok(found.isOne)
  assert.deepEqual(
    found.path.map(({a, b}) => [a.key, b.key]),
    [
      ['a/i1', 'b/i1'],
      ['b/i1', 'c/i1']
    ]
  )
})

test('two that are alike but kept apart by a member of the one: it is named', () => {
  const other = held('c/i1', 'y', on('2024-03-07'))
  const found = why(held('a/i1', 'x'), held('b/i1', 'y'), [other])
  assert.match(found.because, /a\/i1 and c\/i1 of their incidents are kept apart/)
})

test('what a person ruled is said first', () => {
  const [a, b] = [held('a/i1', 'x'), held('b/i1', 'x', on('2024-03-09'))]
  assert.equal(
    why(a, b, [], {...none, together: [['a/i1', 'b/i1']] as never}).because,
    'A person put them together'
  )
})
