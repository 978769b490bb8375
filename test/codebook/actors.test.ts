import assert from 'node:assert/strict'
import test from 'node:test'
import {actorKinds} from '../../src/codebook/actor-kinds.ts'
import {actorRegistry} from '../../src/codebook/actors.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {firstDay, isPartialDate, lastDay} from '../../src/codebook/partial-date.ts'
import {withActors} from './actor-files.ts'

const front = 'a-front,A Front,rebel-group,ML,AF,2012,,'

test('a body that every state has is made for one country when it is asked for', () => {
  const registry = actorRegistry(withActors([front]))
  const police = registry.get('police-iq')
  assert.equal(police?.name, 'Iraqi Police')
  assert.equal(police.country, 'IQ')
  assert.equal(police.isStateBody, true)
  assert.equal(registry.get('police-qq'), null)
  assert.equal(registry.get('nothing-iq'), null)
})

test('a pattern for some countries gives no body of another', () => {
  const registry = actorRegistry(withActors([front]))
  assert.notEqual(registry.get('gendarmerie-fr'), null)
  assert.equal(registry.get('gendarmerie-iq'), null)
})

test("a row with the id of one country's body gives it a name of its own", () => {
  const registry = actorRegistry(withActors(['forces-il,Israel Defense Forces,state-forces,IL,IDF,,,']))
  assert.deepEqual(registry.get('forces-il')?.names, ['Israel Defense Forces', 'IDF'])
  assert.equal(registry.get('forces-il')?.isStateBody, true)
})

test('affiliations of every state are told for one', () => {
  const registry = actorRegistry(withActors([front]))
  const above = registry.affiliationsOf('police-iq').map(({actor, relation, to}) => [actor, relation, to])
  assert.deepEqual(above, [['police-iq', 'part-of', 'interior-ministry-iq']])
})

for (const [what, row, said] of [
  ['kind', 'a,A,rebels,ML,,,,', /test\.csv:2: kind "rebels"; write one of /],
  ['country', 'a,A,party,Mali,,,,', /test\.csv:2: country "Mali"; write a code of ISO 3166-1/],
  ['date', 'a,A,party,ML,,May 2012,,', /test\.csv:2: founded "May 2012"; write a year, month or day/],
  ['reversed dates', 'a,A,party,ML,,2014,2012-05,', /founded 2014 is after dissolved 2012-05/],
  ['id', 'A Front,A,party,ML,,,,', /id "A Front"; write small letters/],
  ['page', 'a,A,party,ML,,,,seen', /checked "seen"; write the address/],
  ['pattern without countries', 'a-{xx},A,party,,,,,', /no country; write \* for every country/]
] as const) {
  test(`a mistake in ${what} names file, line and remedy`, () => {
    assert.throws(() => actorRegistry(withActors([row])), said)
  })
}

test('an id that stands twice, and a relation that there is none, are refused', () => {
  assert.throws(
    () => actorRegistry(withActors([front, front])),
    /test\.csv:3: "a-front" stands at .*test\.csv:2 too/
  )
  assert.throws(
    () => actorRegistry(withActors([front, 'b,B,party,ML,,,,'], ['a-front,belongs,b,,,'])),
    /affiliations\/test\.csv:2: relation "belongs"; write one of part-of, allied/
  )
})

test('a date may be a year, a month or a day', () => {
  assert.deepEqual(['2014', '2014-12', '2014-02-03', '2014-13', '14'].map(isPartialDate), [
    true,
    true,
    true,
    false,
    false
  ])
  assert.deepEqual(
    [firstDay('2014'), lastDay('2014'), lastDay('2014-12'), lastDay('2016-02')],
    ['2014-01-01', '2014-12-31', '2014-12-31', '2016-02-29']
  )
})

test('a rebel group is an armed group; ACLED and UCDP class it', () => {
  const kinds = actorKinds(loadKnowledge().codebook)
  assert.equal(kinds.isA('rebel-group', 'armed-group'), true)
  assert.equal(kinds.isA('party', 'armed-group'), false)
  assert.deepEqual(
    [kinds.interOf('rebel-group'), kinds.interOf('communal-militia'), kinds.interOf('office')],
    ['2', '4', '1']
  )
  assert.deepEqual(
    [kinds.sideOf('rebel-group'), kinds.sideOf('medium'), kinds.sideOf('none')],
    ['organised-group', 'none', 'none']
  )
})

test('news agencies without an entry of their own are in the registry', () => {
  assert.equal(actorRegistry(withActors([front])).get('agency-afp')?.kind, 'agency')
  const withOwn = actorRegistry(withActors(['afp,Agence France-Presse,agency,FR,AFP,,,']))
  assert.equal(withOwn.get('agency-afp'), null)
})
