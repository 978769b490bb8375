import assert from 'node:assert/strict'
import {test} from 'node:test'
import {ploverJsonl} from '../../src/export/plover-json-lines.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {eachOf, figureOf, madeUpIncident, settingOf} from './made-up-incident.ts'

async function eventsOf(...incidents: readonly LinkedIncident[]) {
  const pieces = ploverJsonl.write(eachOf(incidents), settingOf('acled'))
  let text = ''
  while (true) {
    const {done, value} = await pieces.next()
    if (done)
      return {
        counts: value,
        events: text
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line))
      }
    text += value
  }
}
const {codings} = madeUpIncident()

test('an event with its fields, null where no claim fills one', async () => {
  const {events} = await eventsOf(
    madeUpIncident({assessments: {acled: {killed: figureOf(7, 7, 7), injured: figureOf(2, null, 4)}}})
  )
  const {comment, ...event} = events[0]
  assert.match(comment, /^Armed clash, in Tambura/)
  assert.deepEqual(event, {
    ...{id: '00000000abcd', has_event: true, date: '2024-05-06', time: null},
    ...{enddate: '2024-05-06', endtime: null},
    actor: [{code: null, sector: null, entity_text: 'soldiers'}],
    recipient: [{code: null, sector: 'REB', entity_text: 'River Front'}],
    event: 'ASSAULT',
    event_loc: {
      ...{name: 'Tambura', admin1: 'Western Equatoria', country: 'SS', precision: 'town'},
      ...{latitude: 5.6015432, longitude: 27.4754321, geonames_id: null}
    },
    ...{event_text: null, quad_code: 'material conflict', event_scale: null},
    size: {dead: 7, injured: null, arrested: null},
    ...{mode: 'firearms', context: ['military'], link: ['https://outlet.example/1'], text: ''},
    text_info: {languages: ['en']},
    cite_info: [
      {
        ...{publisher: 'The River; Post', agency: null, date: '2024-05-07'},
        ...{headline: 'Clash at "the bridge"', url: 'https://outlet.example/1'}
      }
    ],
    ...{coder: 'dateline', coded_date: null, coded_time: null}
  })
})

test('who is told to have done it goes before the sides of the incident', async () => {
  const value = (name: string) => ({value: name, accounts: ['a1'], claims: []})
  const {events} = await eventsOf(
    madeUpIncident({
      facts: [
        {fact: 'who', values: [value('River Front')], contested: false},
        {fact: 'against', values: [value('soldiers')], contested: false}
      ]
    })
  )
  const names = (field: 'actor' | 'recipient') =>
    events[0][field].map(({entity_text}: {entity_text: string}) => entity_text)
  assert.deepEqual([names('actor'), names('recipient')], [['River Front'], ['soldiers']])
})

test('what PLOVER has no type for is counted and left out', async () => {
  const {counts, events} = await eventsOf(madeUpIncident({codings: {...codings, plover: null}}))
  assert.deepEqual(events, [])
  assert.deepEqual(counts, {rows: 0, incidents: 0, leftOut: {'PLOVER has no type for it': 1}})
})
