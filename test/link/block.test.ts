import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {anchorsPerBlock, blocksOf} from '../../src/link/block.ts'
import {candidatePairs} from '../../src/link/candidate-pairs.ts'
import type {Telling} from '../../src/model/telling.ts'
import {madeUpTelling, noWords, someTellings} from './made-up-tellings.ts'

const kindOf = (family: string) => (family === 'riot' ? 'clash' : family)
const meets = (a: Telling, b: Telling) => {
  const filed = new Set(blocksOf(b, kindOf).filed)
  return blocksOf(a, kindOf).asked.some(block => filed.has(block))
}
const keysOf = (tellings: readonly Telling[]) =>
  candidatePairs(tellings, telling => blocksOf(telling, kindOf))
    .map(([a, b]) => [tellings[a]!.key, tellings[b]!.key].sort().join(' '))
    .sort()
const at = (from: string, to = from): Partial<Telling> => ({
  when: {from, to, precision: from === to ? 'day' : 'week', known: 'stated'}
})

test('asking is mutual', () => {
  fc.assert(
    fc.property(someTellings(12), tellings => {
      for (const a of tellings) for (const b of tellings) assert.equal(meets(a, b), meets(b, a))
    }),
    {seed: 5, numRuns: 60}
  )
})

test('which pairs are compared does not depend on the order of the tellings', () => {
  fc.assert(
    fc.property(
      someTellings(40).chain(tellings =>
        fc.tuple(fc.constant(tellings), fc.shuffledSubarray(tellings, {minLength: tellings.length}))
      ),
      ([tellings, shuffled]) => assert.deepEqual(keysOf(shuffled), keysOf(tellings))
    ),
    {seed: 6, numRuns: 60}
  )
})

test('near places and days meet; far places, far days and other kinds do not', () => {
  const place = madeUpTelling('x/i1').place!
  const a = madeUpTelling('a/i1')
  assert.ok(meets(a, madeUpTelling('b/i1', at('2024-03-06'))))
  assert.ok(
    meets(a, madeUpTelling('b/i1', {family: 'riot', place: {...place, lat: -17.95, gazetteerId: 'suburb'}}))
  )
  assert.ok(meets(a, madeUpTelling('b/i1', {place: {...place, precision: 'admin1', lat: -18.6, lon: -67.6}})))
  assert.ok(
    meets(a, madeUpTelling('b/i1', {place: {...place, precision: 'country', gazetteerId: 'bolivia'}}))
  )
  assert.ok(meets(a, madeUpTelling('b/i1', at('2024-03-04', '2024-03-10'))), 'a week')
  assert.ok(!meets(a, madeUpTelling('b/i1', at('2024-03-08'))))
  assert.ok(!meets(a, madeUpTelling('b/i1', {place: {...place, lat: -16.5, lon: -68.15}})))
  assert.ok(!meets(a, madeUpTelling('b/i1', {family: 'abduction'})))
})

test('a text without place meets by a rare name or its wording', () => {
  const words = {...noWords, names: [[77, 1] as const]}
  const copied = {...words, names: [], wording: Array.from({length: 32}, (_, i) => i), rows: 90}
  const unplaced = {place: null, family: 'abduction'}
  assert.ok(meets(madeUpTelling('a/i1', {words}), madeUpTelling('b/i1', {...unplaced, words})))
  assert.ok(
    meets(
      madeUpTelling('a/i1', {words: copied}),
      madeUpTelling('b/i1', {...unplaced, ...at('0001-01-01'), words: copied})
    )
  )
  assert.ok(!meets(madeUpTelling('a/i1'), madeUpTelling('b/i1', unplaced)))
})

test('pairs of a crowded block grow with its size, not with its square', () => {
  const crowd = (size: number) => Array.from({length: size}, (_, i) => madeUpTelling(`r${i}/i1`))
  assert.equal(candidatePairs(crowd(20), telling => blocksOf(telling, kindOf)).length, (20 * 19) / 2)
  const busy = candidatePairs(crowd(600), telling => blocksOf(telling, kindOf)).length
  assert.ok(busy <= 600 * anchorsPerBlock * 2, `${busy} pairs`)
})
