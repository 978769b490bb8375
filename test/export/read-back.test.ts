/** What other people's tools make of the files: DuckDB reads each table with its rows, columns and types. */
import assert from 'node:assert/strict'
import {mkdtempSync, rmSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {DuckDBConnection} from '@duckdb/node-api'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {Counts} from '../../src/export/format.ts'
import {createFormats} from '../../src/export/formats.ts'
import type {ReportedClaim} from '../../src/model/assessment.ts'
import {eachOf, figureOf, madeUpIncident, settingOf} from './made-up-incident.ts'

const formats = createFormats(loadOwnCodebook())
const folder = mkdtempSync(join(tmpdir(), 'dateline-read-back-'))
after(() => rmSync(folder, {recursive: true}))
const duck = await DuckDBConnection.create()

const hard = 'Two lines\nof "words", a; semicolon,\ta tab\tand اشتباك'
const {place} = madeUpIncident()
const claim: ReportedClaim = {
  id: 'c1',
  key: 'r1/c1',
  report: 'r1',
  about: 'casualties',
  refersTo: null,
  quote: {from: 0, to: hard.length, text: hard},
  evidence: [],
  attribution: [{source: 'the governor', kind: 'official', actor: null, cue: null, quote: null}],
  interest: 'unknown',
  certainty: 'certain',
  polarity: 'affirmed',
  realis: 'happened',
  hedges: [],
  casualties: {of: 'seven', outcome: 'killed', group: 'people', count: {min: 7, max: null, stated: '7'}}
}
const incidents = [
  madeUpIncident({headline: hard, claims: [claim]}),
  madeUpIncident({id: '00000000abce', place: {...place!, lat: null, lon: null}}),
  madeUpIncident({id: 'ffffffffffff', assessments: {dateline: {killed: figureOf(0, null, 3)}}}),
  madeUpIncident({
    id: '00000000abcf',
    when: {from: '2024-05-06', to: '2024-05-08', precision: 'day', known: 'stated'}
  })
]

interface ReadBack {
  readonly counts: Counts
  readonly types: Readonly<Record<string, string>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

async function readBack(id: string, reader: string): Promise<ReadBack> {
  const format = formats.find(known => known.id === id)!
  const file = join(folder, `${id}.${format.extension}`)
  const pieces = format.write(eachOf(incidents), settingOf(format.rule))
  const written: Uint8Array[] = []
  while (true) {
    const {done, value} = await pieces.next()
    if (done) {
      await writeFile(file, Buffer.concat(written))
      const all = await duck.runAndReadAll(`SELECT * FROM ${reader.replace('FILE', `'${file}'`)}`)
      const types = Object.fromEntries(all.columnNames().map((name, i) => [name, `${all.columnType(i)}`]))
      return {counts: value, types, rows: all.getRowObjectsJS()}
    }
    written.push(Buffer.from(value))
  }
}

function assertTypes({types}: ReadBack, expected: Readonly<Record<string, string>>): void {
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map(name => [name, types[name]])), expected)
}

test('incidents as Parquet', async () => {
  const read = await readBack('incidents-parquet', 'read_parquet(FILE)')
  assert.equal(read.rows.length, read.counts.rows)
  assertTypes(read, {
    ...{id: 'VARCHAR', date_from: 'DATE', latitude: 'DOUBLE', killed_low: 'INTEGER', killed_open: 'BOOLEAN'}
  })
  const [first, unplaced, third] = read.rows
  assert.deepEqual([first!.headline, unplaced!.latitude], [hard, null])
  assert.deepEqual([third!.killed_low, third!.killed_best, third!.killed_high], [0, null, 3])
})

test('claims as Parquet and as CSV', async () => {
  for (const [id, reader] of [
    ['parquet', 'read_parquet(FILE)'],
    ['claims-csv', 'read_csv(FILE)']
  ] as const) {
    const read = await readBack(id, reader)
    assert.equal(read.rows.length, read.counts.rows, id)
    assertTypes(read, {published: 'DATE', count_min: id === 'parquet' ? 'INTEGER' : 'BIGINT'})
    assert.deepEqual([read.rows[0]!.quote, read.rows[0]!.count_max], [hard, null], id)
  }
})

test('incidents as CSV', async () => {
  const read = await readBack('incidents-csv', 'read_csv(FILE)')
  assert.equal(read.rows.length, read.counts.rows)
  assertTypes(read, {date_from: 'DATE', latitude: 'DOUBLE', killed_high: 'BIGINT', killed_open: 'BOOLEAN'})
  assert.equal(read.rows[0]!.headline, hard)
})

test('rows of the shape of ACLED', async () => {
  const read = await readBack('acled-csv', 'read_csv(FILE)')
  assert.deepEqual([read.rows.length, read.counts.rows, read.counts.incidents], [6, 6, 4])
  assertTypes(read, {
    ...{event_date: 'DATE', year: 'BIGINT', time_precision: 'BIGINT', iso: 'BIGINT', latitude: 'DOUBLE'},
    ...{geo_precision: 'BIGINT', fatalities: 'BIGINT', notes: 'VARCHAR', actor1: 'VARCHAR'}
  })
  const dead = read.rows.reduce((sum, {fatalities}) => sum + Number(fatalities), 0)
  assert.equal(dead, 7 + 7 + 0 + 7)
})

test('rows of the shape of UCDP GED', async () => {
  const read = await readBack('ucdp-ged-csv', 'read_csv(FILE)')
  assert.deepEqual([read.rows.length, read.counts.rows, read.counts.incidents], [3, 3, 3])
  assertTypes(read, {
    ...{id: 'BIGINT', date_start: 'DATE', date_end: 'DATE', best: 'BIGINT', low: 'BIGINT', high: 'BIGINT'},
    ...{priogrid_gid: 'BIGINT', country_id: 'BIGINT', longitude: 'DOUBLE', geom_wkt: 'VARCHAR'}
  })
})

test('rows of the shape of Phoenix and GDELT: no names, no quotes, and every row has all cells', async () => {
  for (const [id, width, code] of [
    ['phoenix-tsv', 26, 13],
    ['gdelt-tsv', 61, 26]
  ] as const) {
    const read = await readBack(
      id,
      "read_csv(FILE, delim = '\t', header = false, quote = '', all_varchar = true)"
    )
    assert.deepEqual([read.rows.length, read.counts.rows, Object.keys(read.types).length], [4, 4, width], id)
    assert.deepEqual(
      read.rows.map(row => Object.values(row)[code]),
      ['193', '193', '193', '193'],
      id
    )
  }
})

test('GeoJSON and events of PLOVER as JSON', async () => {
  const plover = await readBack('plover-jsonl', "read_json(FILE, format = 'newline_delimited')")
  assert.equal(plover.rows.length, plover.counts.rows)
  const features = await readBack('geojson', '(SELECT unnest(features) AS feature FROM read_json(FILE))')
  assert.equal(features.rows.length, features.counts.rows)
})

test('HXL: every hashtag is of the core of 1.1, every attribute well written', async () => {
  const read = await readBack('hxl-csv', "read_csv(FILE, all_varchar = true, header = true, comment = '')")
  assert.equal(read.rows.length, read.counts.rows + 1)
  const tags = Object.values(read.rows[0]!).flatMap(tag => (tag === null ? [] : `${tag}`))
  assert.ok(tags.length > 20)
  for (const tag of tags) {
    const [hashtag, ...attributes] = tag.split('+')
    assert.ok(core.includes(hashtag!.slice(1)) && hashtag!.startsWith('#'), tag)
    for (const attribute of attributes) assert.match(attribute, /^[a-z][a-z0-9_]*$/, tag)
  }
  assert.equal(new Set(tags).size, tags.length, 'each tag stands for one column')
})

const core =
  `access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis currency date
delivery description event frequency geo group impact indicator inneed item loc meta modality need operations org output
population reached region respondee sector service severity status subsector targeted value`.split(/\s/)
