/** What contests a place, a day, a kind of happening, and who did it; and what does not. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {Fact} from '../../src/model/assessment.ts'
import type {Claim, Place} from '../../src/model/contract.ts'
import {type Member, reconciler} from '../../src/reconcile/reconcile.ts'
import {membersOf, type Stage} from './told-rows.ts'

const reconcile = reconciler(loadKnowledge().codebook)
const stage: Stage = {
  type: 'bombing',
  a: 'the Oru Front, rebel-group',
  b: 'the army, state-forces',
  doer: 'a'
}
const [one, other] = membersOf([{account: 'the police'}, {account: 'the mayor'}], stage) as [Member, Member]

const fact = (name: Fact['fact'], ...members: Member[]) =>
  reconcile(members).facts.find(each => each.fact === name)!
const at = (member: Member, place: Partial<Place>): Member => ({
  ...member,
  report: {...member.report, places: member.report.places.map(each => ({...each, ...place}))}
})
const withEvent = (member: Member, change: (claim: Claim) => Claim): Member => ({
  ...member,
  report: {...member.report, claims: member.report.claims.map(claim => (claim.event ? change(claim) : claim))}
})
const on = (member: Member, from: string, to: string): Member => ({
  ...member,
  incident: {...member.incident, when: {from, to, precision: from === to ? 'day' : 'week', known: 'stated'}}
})

test('a square does not contest the town around it, nor a town its province or country', () => {
  const square: Partial<Place> = {
    name: 'Station Square',
    precision: 'site',
    gazetteerId: 'square',
    lat: -17.97
  }
  const province: Partial<Place> = {
    name: 'Oruro Department',
    precision: 'admin1',
    gazetteerId: 'dep',
    lat: -18.7
  }
  const country: Partial<Place> = {
    name: 'Bolivia',
    precision: 'country',
    gazetteerId: 'bo',
    lat: -17,
    lon: -65
  }
  for (const place of [square, province, country])
    assert.equal(fact('where', one, at(other, place)).contested, false)
})

test('two towns far apart contest each other', () => {
  const town: Partial<Place> = {
    name: 'Potosí',
    gazetteerId: 'potosi',
    lat: -19.58,
    lon: -65.75,
    admin1: 'Potosí'
  }
  const {contested, because} = fact('where', one, at(other, town))
  assert.ok(contested)
  assert.equal(because, 'Oruro and Potosí cannot both be true')
})

test('a day does not contest its week, another day does', () => {
  assert.equal(fact('when', one, on(other, '2024-03-04', '2024-03-10')).contested, false)
  assert.equal(fact('when', one, on(other, '2024-03-06', '2024-03-06')).contested, true)
})

test('a bombing and an attack are kin, a bombing and a strike of workers are not', () => {
  const as = (type: string): Member => ({
    ...withEvent(other, claim => ({...claim, event: {...claim.event!, type}})),
    incident: {...other.incident, type}
  })
  assert.equal(fact('what', one, as('attack')).contested, false)
  assert.equal(fact('what', one, as('hunger-strike')).contested, true)
})

test('who did it is contested where the group denies it', () => {
  const front = {
    source: 'the Oru Front',
    kind: 'armed-group',
    actor: 'a',
    cue: 'denied',
    quote: null
  } as const
  const denial = withEvent(other, ({event, ...claim}) => ({
    ...claim,
    about: 'denial',
    polarity: 'denied',
    attribution: [claim.attribution[0]!, front]
  }))
  const {contested, values} = fact('who', one, denial)
  assert.ok(contested)
  assert.deepEqual(
    values.map(({value, denied}) => [value, denied]),
    [['the Oru Front', ['r002/e1']]]
  )
})

test('who did it is contested where two camps are named, and not where one is only "gunmen"', () => {
  const byArmy = withEvent(other, claim => ({...claim, event: {...claim.event!, agent: ['b']}}))
  assert.equal(fact('who', one, byArmy).because, 'some say the Oru Front did it, some the army')
  const gunmen: Member = {
    ...other,
    report: {
      ...other.report,
      actors: other.report.actors.map(actor =>
        actor.id === 'a' ? {...actor, name: 'gunmen', kind: 'armed-group', known: null} : actor
      )
    }
  }
  assert.equal(fact('who', one, gunmen).contested, false)
})
