import assert from 'node:assert/strict'
import test from 'node:test'
import {joinStateBodies} from '../../src/annotate/state-body-groups.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {createPipeline} from '../../src/pipeline.ts'

const annotate = createPipeline(loadKnowledge())
const knownIn = (text: string) =>
  annotate({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text}).actors.map(
    ({known}) => known
  )

test('police of a country are the body of that country, with other words between', () => {
  assert.deepEqual(knownIn('Heavily armed Sudanese riot police closed the road.'), ['police-sd'])
  assert.deepEqual(knownIn("Nigeria's electoral commission closed the road."), ['election-commission-ng'])
})

test('the police of a province or a city are not', () => {
  assert.deepEqual(knownIn('Provincial police in Sudan closed the road.'), [null])
  assert.deepEqual(knownIn('West Virginia police closed the road, the United States said.'), [null])
})

test('a group that is a body named elsewhere becomes one with it', () => {
  const group = (key: string, text: string, known: string | null) => ({
    key,
    name: text,
    kind: 'state-forces',
    country: 'SD',
    known,
    mentions: [{text}]
  })
  const police = {id: 'police-sd', country: 'SD'} as ReturnType<
    Parameters<typeof joinStateBodies>[1]['stateBody']
  >
  const names = {in: () => [], stateBody: () => police, likelyCountry: () => null, isVerified: () => null}
  const groups = [
    group('known:police-sd', 'Sudan Police', 'police-sd'),
    group('group:police', 'the police', null)
  ]
  assert.deepEqual(joinStateBodies(groups, names), [['known:police-sd', 'group:police']])
  assert.equal(groups[1]!.known, 'police-sd')
})
