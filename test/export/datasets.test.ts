/** Tables of the shape of ACLED and UCDP GED. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {parse} from 'csv-parse/sync'
import {prioGridCell} from '../../src/algorithms/prio-grid.ts'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {Counts} from '../../src/export/format.ts'
import {createFormats} from '../../src/export/formats.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {eachOf, figureOf, madeUpIncident, settingOf} from './made-up-incident.ts'

const formats = createFormats(loadOwnCodebook())

async function tableOf(id: string, ...incidents: readonly LinkedIncident[]) {
  const format = formats.find(known => known.id === id)!
  const pieces = format.write(eachOf(incidents), settingOf(format.rule))
  let text = ''
  while (true) {
    const {done, value} = await pieces.next()
    if (done) return {text, counts: value as Counts, rows: parse(text, {columns: true}) as Cells[]}
    text += value
  }
}
type Cells = Record<string, string>

const {place, codings} = madeUpIncident()

test('ACLED: the 31 columns in their order', async () => {
  const {text} = await tableOf('acled-csv')
  assert.equal(
    text,
    `event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,\
assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,\
geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n`
  )
})

test('ACLED: one incident of one day', async () => {
  const [row] = (await tableOf('acled-csv', madeUpIncident())).rows
  const {notes, ...cells} = Object.fromEntries(Object.entries(row!).filter(([, cell]) => cell !== ''))
  assert.match(notes!, /^Armed clash, in Tambura, 2024-05-06\. Killed: 7/)
  assert.deepEqual(cells, {
    ...{event_id_cnty: 'SS-00000000abcd', event_date: '2024-05-06', year: '2024', time_precision: '1'},
    ...{disorder_type: 'Political violence', event_type: 'Battles', sub_event_type: 'Armed clash'},
    ...{actor1: 'soldiers', inter1: 'State forces', actor2: 'River Front', inter2: 'Rebel group'},
    ...{interaction: 'State forces-Rebel group', iso: '728', region: 'Eastern Africa'},
    ...{country: 'South Sudan', admin1: 'Western Equatoria', location: 'Tambura'},
    ...{latitude: '5.6015', longitude: '27.4754', geo_precision: '2', source: 'The River, Post'},
    fatalities: '7'
  })
})

test('ACLED: a row for each day, and the days add up to the figure', async () => {
  const when = {from: '2024-02-28', to: '2024-03-01', precision: 'day', known: 'stated'} as const
  const {rows, counts} = await tableOf('acled-csv', madeUpIncident({when}))
  assert.deepEqual(
    rows.map(row => [row.event_id_cnty, row.event_date, row.time_precision, row.fatalities]),
    [
      ['SS-00000000abcd-20240228', '2024-02-28', '1', '3'],
      ['SS-00000000abcd-20240229', '2024-02-29', '1', '2'],
      ['SS-00000000abcd-20240301', '2024-03-01', '1', '2']
    ]
  )
  assert.match(rows[1]!.notes!, /^Day 2 of 3; the figure of the dead is of all days/)
  assert.deepEqual(counts, {rows: 3, incidents: 1, leftOut: {}})
})

test('ACLED: of a week or a month the middle day, of more than a month nothing', async () => {
  const within = (to: string, precision: 'week' | 'month' | 'year') =>
    madeUpIncident({when: {from: '2024-05-01', to, precision, known: 'stated'}})
  const {rows, counts} = await tableOf(
    'acled-csv',
    ...[within('2024-05-07', 'week'), within('2024-05-31', 'month'), within('2024-12-31', 'year')]
  )
  assert.deepEqual(
    rows.map(row => [row.event_date, row.time_precision]),
    [
      ['2024-05-04', '2'],
      ['2024-05-16', '3']
    ]
  )
  assert.deepEqual(counts.leftOut, {'its time is known no closer than a month': 1})
})

test('ACLED: what it would not record is left out, and why is counted', async () => {
  const {rows, counts} = await tableOf(
    'acled-csv',
    madeUpIncident({codings: {...codings, acled: null}}),
    madeUpIncident({place: null}),
    madeUpIncident({place: {...place!, precision: 'country'}}),
    madeUpIncident({assessments: {}})
  )
  assert.deepEqual(
    rows.map(row => row.fatalities),
    ['0']
  )
  assert.deepEqual(counts, {
    rows: 1,
    incidents: 1,
    leftOut: {
      'ACLED would not record it': 1,
      'no place is known': 1,
      'its place is known only to the country': 1
    }
  })
})

test('UCDP: the 49 columns in their order', async () => {
  const {text} = await tableOf('ucdp-ged-csv')
  assert.equal(
    text,
    `id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,\
dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,\
source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,\
longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,\
deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob\n`
  )
})

test('UCDP: one incident', async () => {
  const [row] = (await tableOf('ucdp-ged-csv', madeUpIncident())).rows
  assert.deepEqual(Object.fromEntries(Object.entries(row!).filter(([, cell]) => cell !== '')), {
    ...{id: '43981', relid: 'SS-2024-1-00000000abcd', year: '2024', type_of_violence: '1'},
    ...{dyad_name: 'soldiers - River Front', side_a: 'soldiers', side_b: 'River Front'},
    number_of_sources: '1',
    source_article: `"The River, Post,2024-05-07,Clash at 'the bridge'"`,
    ...{
      source_office: 'The River, Post',
      source_date: '2024-05-07',
      source_headline: 'Clash at "the bridge"'
    },
    ...{source_original: 'the governor', where_prec: '2', where_coordinates: 'Tambura'},
    ...{adm_1: 'Western Equatoria', latitude: '5.6015432', longitude: '27.4754321'},
    ...{geom_wkt: 'POINT (27.4754321 5.6015432)', priogrid_gid: '137935'},
    ...{country: 'South Sudan', country_id: '626', region: 'Africa', event_clarity: '1', date_prec: '1'},
    ...{date_start: '2024-05-06', date_end: '2024-05-06'},
    ...{deaths_a: '0', deaths_b: '0', deaths_civilians: '0', deaths_unknown: '7'},
    ...{best: '7', high: '9', low: '5'}
  })
})

test('UCDP: whose the dead are adds up to the best figure; no single figure leaves the cells empty', async () => {
  const sides = {a: 2, b: 4, civilians: 0, unknown: 1}
  const {rows} = await tableOf(
    'ucdp-ged-csv',
    madeUpIncident({assessments: {ucdp: {killed: {...figureOf(5, 7, 9), sides}}}}),
    madeUpIncident({assessments: {ucdp: {killed: {...figureOf(5, null, 9), open: true}}}})
  )
  const deaths = rows.map(row =>
    ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high'].map(name => row[name])
  )
  assert.deepEqual(deaths, [
    ['2', '4', '0', '1', '7', '9'],
    ['', '', '', '', '', '']
  ])
})

test('UCDP: nothing where nobody was killed or no figure holds', async () => {
  const {counts} = await tableOf(
    'ucdp-ged-csv',
    madeUpIncident({codings: {...codings, ucdp: null}}),
    madeUpIncident({assessments: {ucdp: {killed: figureOf(null, null, null)}}}),
    madeUpIncident({assessments: {ucdp: {killed: figureOf(0, 0, 0)}}})
  )
  assert.deepEqual([counts.rows, Object.values(counts.leftOut)], [0, [1, 1, 1]])
})

test('cells of PRIO-GRID count from the south-west, and its last is in the north-east', () => {
  assert.deepEqual(
    [prioGridCell(-90, -180), prioGridCell(-90, 179.9), prioGridCell(-89.5, -180), prioGridCell(90, 180)],
    [1, 720, 721, 259_200]
  )
  assert.equal(prioGridCell(10.51, 2.29), 145_085)
})
