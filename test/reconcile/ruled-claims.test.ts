/** What people's rulings about claims do to figures; the claims stay as they were read. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {ClaimRulings} from '../../src/model/ruling.ts'
import {reconciler} from '../../src/reconcile/reconcile.ts'
import {membersOf} from './told-rows.ts'

const reconcile = reconciler(loadKnowledge().codebook)
const members = membersOf(
  [
    {account: 'the regional hospital', kind: 'medical', interest: 'independent', number: '5'},
    {account: 'the Oru Front', kind: 'armed-group', interest: 'party', side: 'b', number: '30'}
  ],
  {a: 'the army, state-forces', b: 'the Oru Front, rebel-group'}
)
const [hospital, front] = ['r001/c1', 'r002/c2']
const none: ClaimRulings = {
  rejected: new Map(),
  accepted: new Set(),
  preferred: new Set(),
  corrected: new Map()
}
const killed = (rulings: Partial<ClaimRulings>, rule = 'dateline') =>
  reconcile(members, {rulings: {...none, ...rulings}}).assessments[rule]!.killed!

test('a rejected claim is set aside with the reason, in every rule', () => {
  for (const rule of ['dateline', 'acled', 'ucdp', 'gtd']) {
    const {high, setAside} = killed({rejected: new Map([[front, 'an old photo']])}, rule)
    assert.equal(high, 5)
    assert.ok(
      setAside.some(({claim, why}) => claim === front && why === 'rejected by a person: an old photo')
    )
  }
})

test('an accepted claim counts though a side says it', () => {
  assert.equal(killed({}).best, 5)
  const {best, accounts} = killed({accepted: new Set([front])})
  assert.equal(best, null)
  assert.equal(accounts.find(({claims}) => claims.includes(front))?.weight, 'accepted')
})

test('a preferred claim gives the chosen value of every rule, and ranges stay', () => {
  for (const rule of ['dateline', 'acled', 'ucdp', 'ibc', 'gtd']) {
    const {low, best, high} = killed({preferred: new Set([front])}, rule)
    assert.equal(best, 30, rule)
    assert.equal(low, rule === 'acled' || rule === 'gtd' ? 30 : 5, rule)
    assert.equal(high, 30, rule)
  }
})

test('a corrected claim counts with the new values, says both, and stays as it was read', () => {
  const rulings = {...none, corrected: new Map([[hospital, {min: 7, max: null, group: 'civilians'}]])}
  const {assessments, claims} = reconcile(members, {rulings})
  const {low, byGroup, accounts} = assessments.dateline!.killed!
  assert.equal(low, 7)
  assert.equal(byGroup.civilians?.low, 7)
  assert.deepEqual(accounts.find(({claims: own}) => own.includes(hospital))?.corrected, [
    {
      claim: hospital,
      was: 'killed 5, people, affirmed, happened',
      now: 'killed at least 7, civilians, affirmed, happened'
    }
  ])
  assert.equal(claims.find(({key}) => key === hospital)?.casualties?.count?.min, 5)
})

test('a claim corrected to another outcome leaves the first', () => {
  const rulings = {...none, corrected: new Map([[front, {outcome: 'injured' as const}]])}
  const {killed: dead, injured} = reconcile(members, {rulings}).assessments.dateline!
  assert.deepEqual([dead!.high, injured!.high], [5, 30])
})

test('without rulings nothing is ruled', () => {
  assert.deepEqual(reconcile(members, {rulings: none}), reconcile(members))
})
