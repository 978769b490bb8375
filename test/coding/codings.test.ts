import assert from 'node:assert/strict'
import test from 'node:test'
import {codingTables, type Mark} from '../../src/codebook/codings.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {type Coded, codingsOf} from '../../src/coding/codings.ts'
import {marksOf} from '../../src/coding/marks.ts'
import type {LocatedPlace, NamedActor} from '../../src/model/layers.ts'

const tables = codingTables(loadKnowledge().codebook)
const actor = (id: string, kind: string, country: string | null): NamedActor => ({
  id,
  name: id,
  kind,
  country,
  aliases: [],
  known: null,
  verified: null,
  affiliations: [],
  mentions: []
})
const actors = [
  actor('troops', 'state-forces', 'TR'),
  actor('front', 'rebel-group', 'SY'),
  actor('guard', 'communal-militia', 'SY'),
  actor('crowd', 'protesters', null),
  actor('mission', 'external-forces', null),
  actor('villagers', 'civilians', null)
]
const sides = (a: string, b: string) => ({a: [a], b: [b]})
const acled = (country: string, a: string, b: string, marks: readonly Mark[] = [], type = 'clash') => {
  const coded = {
    when: {from: '2024-03-05', to: '2024-03-05', precision: 'day', known: 'stated'},
    place: {name: 'x', country, precision: 'town', lat: 0, lon: 0} as LocatedPlace,
    sides: sides(a, b),
    types: [type],
    marks: new Set(marks),
    words: '',
    claims: []
  } satisfies Coded
  return codingsOf(coded, tables, actors).acled as {inter1: string; inter2: string; interaction: string}
}

test('forces of a state are state forces at home and external forces abroad', () => {
  assert.equal(acled('TR', 'troops', 'front').inter1, 'State forces')
  assert.equal(acled('SY', 'troops', 'front').inter1, 'External/Other forces')
  assert.equal(acled('SY', 'troops', 'front').interaction, 'Rebel group-External/Other forces')
})

test('armed groups are classed by their kind, peacekeepers as external', () => {
  assert.equal(acled('SY', 'mission', 'guard').inter1, 'External/Other forces')
  assert.equal(acled('SY', 'mission', 'guard').inter2, 'Identity militia')
})

test('protesters are rioters where the crowd itself is violent', () => {
  assert.equal(acled('TR', 'troops', 'crowd', [], 'protest').inter2, 'Protesters')
  assert.equal(acled('TR', 'troops', 'crowd', ['crowd', 'riotous'], 'protest').inter2, 'Rioters')
})

test('a rebel group marks an incident as armed, forces abroad mark the state', () => {
  const marks = marksOf([], sides('mission', 'front'), ['clash'], {
    types: new Map(),
    actors,
    kinds: tables.kinds
  })
  assert.deepEqual([...marks].sort(), ['armed', 'opposed', 'state'])
})

test('a pair names the lower class first, but external forces before civilians', () => {
  assert.equal(
    acled('SY', 'mission', 'villagers', [], 'shelling').interaction,
    'External/Other forces-Civilians'
  )
})
