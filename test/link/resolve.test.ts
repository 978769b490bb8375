import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {bloomFilter} from '../../src/algorithms/bloom-filter.ts'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {candidatePairs} from '../../src/link/candidate-pairs.ts'
import {contradicts} from '../../src/link/compare.ts'
import {createLinking} from '../../src/link/linking.ts'
import {type LinkRulings, resolve, type ScoredPair} from '../../src/link/resolve.ts'
import type {Telling} from '../../src/model/telling.ts'
import {madeUpTelling, someTellings} from './made-up-tellings.ts'

const linking = createLinking(loadOwnCodebook())
const threshold = linking.weights.get('threshold')!
const pairsOf = (tellings: readonly Telling[]): ScoredPair[] =>
  candidatePairs(tellings, linking.blocksOf).flatMap(([i, j]) => {
    const [a, b] = [tellings[i]!, tellings[j]!]
    const sum = linking.score(a, b)
    return sum === null ? [] : [{a: a.key, b: b.key, sum}]
  })
const keysOf = (groups: readonly (readonly Telling[])[]) => groups.map(group => group.map(({key}) => key))
const groupsOf = (tellings: readonly Telling[], rulings?: LinkRulings) =>
  keysOf(linking.resolve(tellings, pairsOf(tellings), rulings))
const together = (groups: string[][], a: string, b: string) =>
  groups.some(group => group.includes(a) && group.includes(b))
const shuffled = (max: number) =>
  someTellings(max).chain(tellings =>
    fc.tuple(fc.constant(tellings), fc.shuffledSubarray(tellings, {minLength: tellings.length}))
  )

test('the same tellings in any order give the same groups', () => {
  fc.assert(
    fc.property(shuffled(60), ([tellings, others]) => assert.deepEqual(groupsOf(others), groupsOf(tellings))),
    {seed: 7, numRuns: 80}
  )
})

test('every telling is in one group; none of a group contradicts another or is of the same report', () => {
  fc.assert(
    fc.property(someTellings(60), tellings => {
      const groups = linking.resolve(tellings, pairsOf(tellings))
      assert.equal(groups.flat().length, tellings.length)
      for (const group of groups)
        for (const [i, a] of group.entries())
          for (const b of group.slice(i + 1)) {
            assert.ok(!contradicts(a, b), `${a.key} ${b.key}`)
            assert.notEqual(a.report, b.report)
          }
    }),
    {seed: 8, numRuns: 60}
  )
})

test('a component resolved alone gives what resolving the whole gives', () => {
  fc.assert(
    fc.property(someTellings(60), tellings => {
      const pairs = pairsOf(tellings)
      const whole = keysOf(linking.resolve(tellings, pairs))
      const part = [...whole[0]!]
      // All that hang together with the first group by pairs over the threshold.
      for (let size = 0; size < part.length; ) {
        size = part.length
        for (const {a, b, sum} of pairs)
          if (sum >= threshold && part.includes(a) !== part.includes(b)) part.push(part.includes(a) ? b : a)
      }
      const alone = linking.resolve(
        tellings.filter(({key}) => part.includes(key)),
        pairs
      )
      assert.deepEqual(
        keysOf(alone),
        whole.filter(([key]) => part.includes(key!))
      )
    }),
    {seed: 9, numRuns: 60}
  )
})

test('a copy joins its original and changes no other group', () => {
  fc.assert(
    fc.property(someTellings(30), fc.nat(29), (tellings, at) => {
      const original = tellings[at % tellings.length]!
      const pairs = Array.from({length: 64}, (_, i) => i)
      const words = {
        ...original.words,
        length: 80,
        pairs,
        holds: bloomFilter(pairs, 4096),
        wording: pairs.slice(0, 32),
        rows: 80
      }
      const own = tellings.map(telling => (telling === original ? {...telling, words} : telling))
      const copy = {
        ...own[at % own.length]!,
        key: 'copy/i1',
        report: 'copy',
        incident: 'i1',
        publishedOn: '2024-06-01'
      }
      const before = groupsOf(own)
      const after = groupsOf([...own, copy])
      assert.ok(together(after, original.key, copy.key))
      assert.deepEqual(
        after.map(group => group.filter(key => key !== copy.key)),
        before
      )
    }),
    {seed: 10, numRuns: 80}
  )
})

test('rulings outrank every sign', () => {
  fc.assert(
    fc.property(someTellings(20), fc.nat(19), fc.nat(19), (tellings, i, j) => {
      const [a, b] = [tellings[i % tellings.length]!.key, tellings[j % tellings.length]!.key]
      fc.pre(a !== b)
      assert.ok(together(groupsOf(tellings, {together: [[a, b]], apart: []}), a, b))
      assert.ok(!together(groupsOf(tellings, {together: [], apart: [[a, b]]}), a, b))
    }),
    {seed: 11, numRuns: 80}
  )
})

test('one strong pair joins no two groups that another pair speaks against', () => {
  const tellings = ['a/1', 'b/1', 'c/1', 'd/1'].map(key => madeUpTelling(key))
  const pair = (a: string, b: string, sum: number) => ({a, b, sum})
  const within = [pair('a/1', 'b/1', 9), pair('c/1', 'd/1', 9)]
  const across = [pair('b/1', 'c/1', 5), pair('a/1', 'd/1', -2)]
  assert.deepEqual(keysOf(resolve(tellings, [...within, ...across], {threshold: 4.5, against: 1.5})), [
    ['a/1', 'b/1'],
    ['c/1', 'd/1']
  ])
  assert.equal(
    resolve(tellings, [...within, pair('b/1', 'c/1', 5)], {threshold: 4.5, against: 1.5}).length,
    1
  )
})

test('a crowd of 5,000 on one day in one town is resolved in near-linear time', () => {
  const crowd = Array.from({length: 5000}, (_, i) =>
    madeUpTelling(`r${i}/i1`, {figures: [`killed ${i % 4}`]})
  )
  const started = performance.now()
  const groups = linking.resolve(crowd, pairsOf(crowd))
  assert.equal(groups.flat().length, 5000)
  assert.ok(performance.now() - started < 30_000)
})
