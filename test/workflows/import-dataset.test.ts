/** Datasets of others as claims credited to them: every figure as it was, over exact words, linked and compared with reports. */
import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {gzipSync} from 'node:zlib'
import {parse} from 'csv-parse/sync'
import {stringify} from 'csv-stringify/sync'
import {loadKnowledge, loadOwnCodebook} from '../../src/codebook/load.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {createExporter} from '../../src/workflows/export.ts'
import {type DatasetFormat, importDataset} from '../../src/workflows/import-dataset.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {relink} from '../../src/workflows/relink.ts'
import {rule, undo} from '../../src/workflows/rulings.ts'
import {verify} from '../../src/workflows/verify.ts'
import {sampleDesk, type TestDesk} from '../api/sample-desk.ts'
import {embedded} from '../store/targets.ts'
import {dossierOf, read} from './dossier-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-dataset-'))
const exporter = createExporter(loadOwnCodebook())
let desk: TestDesk
before(async () => {
  desk = await sampleDesk()
})
after(async () => {
  await desk.store.close()
  embedded.stop()
  rmSync(folder, {recursive: true})
})

let files = 0
const kept = (bytes: string | Uint8Array) => {
  const file = join(folder, `${files++}.csv`)
  writeFileSync(file, bytes)
  return file
}
async function take(store: Store, file: string, format: DatasetFormat, name = 'The Dataset') {
  const reasons: string[] = []
  const summary = await importDataset(store, file, {
    ...{format, name, registry: folder},
    onItem: ({state, origin, reason}) => {
      if (state !== 'done') reasons.push(`${state}: ${origin.replace(/^.*, /, '')} ${reason}`)
    }
  })
  assert.equal(summary.done + summary.failed + summary.skipped, summary.items)
  return {...summary, reasons}
}
async function exported(store: Store, format: DatasetFormat) {
  const file = join(folder, `${files++}.csv`)
  await exporter.exportTo(
    store,
    file,
    {format: exporter.formatOf(format), filter: {}, redacted: false},
    {
      now: () => new Date('2024-06-01')
    }
  )
  return {file, rows: parse(readFileSync(file), {columns: true}) as Record<string, string>[]}
}
const empty = async () => openStore(await embedded.make(), {who: 'ada', now: () => new Date('2024-06-01')})

const acled = {
  event_id_cnty: 'BOL1',
  event_date: '05 March 2024',
  time_precision: '1',
  disorder_type: 'Demonstrations',
  event_type: 'Riots',
  sub_event_type: 'Violent demonstration',
  actor1: 'Rioters (Bolivia)',
  assoc_actor_1: 'Karim Haddad; Students (Bolivia)',
  inter1: 'Rioters',
  actor2: 'Police Forces of Bolivia (2020-)',
  inter2: 'State forces',
  iso: '68',
  country: 'Bolivia',
  admin1: 'Oruro',
  location: 'Oruro',
  latitude: '-17.9833',
  longitude: '-67.15',
  geo_precision: '1',
  source: 'Andes Wire Service; Voz del Altiplano',
  notes:
    'On 5 March 2024, miners and students clashed with riot police in Oruro\nover a levy; nine miners were killed.',
  fatalities: '9',
  timestamp: '1710000000'
}
const ucdp = {
  id: '7',
  type_of_violence: '1',
  dyad_name: 'Government of Nigeria - Band of the Hills',
  side_a: 'Government of Nigeria',
  side_b: 'Band of the Hills',
  source_headline: 'Soldiers and gunmen fight in the hills',
  where_prec: '1',
  where_coordinates: 'Kano town',
  adm_1: 'Kano State',
  latitude: '12',
  longitude: '8.5',
  country: 'Nigeria',
  country_id: '475',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2024-03-05 00:00:00.000',
  date_end: '2024-03-05',
  deaths_a: '2',
  deaths_b: '4',
  deaths_civilians: '1',
  deaths_unknown: '0',
  best: '7',
  high: '11',
  low: '5'
}
const csv = (rows: readonly Record<string, string>[], delimiter = ',') =>
  stringify(rows as Record<string, string>[], {header: true, delimiter})

test('a row is a report whose claims stand in its words, credited to the dataset; no person becomes an actor', async () => {
  const store = await empty()
  const other = {
    ...ucdp,
    id: '8',
    type_of_violence: '3',
    side_b: 'Civilians',
    low: '0',
    best: '0',
    high: '3',
    date_start: '2024-05-01',
    date_end: '2024-05-06',
    date_prec: '2',
    deaths_a: '0',
    deaths_b: '0',
    deaths_civilians: '0'
  }
  await take(store, kept(csv([acled])), 'acled-csv', 'Acled of ours')
  await take(store, kept(csv([ucdp, other])), 'ucdp-ged-csv')
  const incidents = await store.incidents()
  const [oruro] = incidents.filter(({place}) => place?.name === 'Oruro')
  const [coded] = await store.codedReports(oruro!.reports.map(({id}) => id))
  assert.ok(coded!.report.text.startsWith('notes: On 5 March 2024, miners and students clashed'))
  assert.deepEqual(
    coded!.claims.map(({about, quote, attribution}) => [
      about,
      quote.text,
      attribution.map(({source}) => source)
    ]),
    [
      ['event', 'sub_event_type: Violent demonstration', ['Acled of ours']],
      ['casualties', 'fatalities: 9', ['Acled of ours']]
    ]
  )
  assert.deepEqual(
    coded!.actors.map(({name, kind}) => [name, kind]),
    [
      ['Rioters', 'protesters'],
      ['Bolivian Police', 'state-forces']
    ].map(([name, kind]) => [name, kind])
  )
  assert.deepEqual(
    [oruro!.place!.country, oruro!.place!.precision, oruro!.when.from, oruro!.reports[0]!.publishedOn],
    ['BO', 'town', '2024-03-05', '2024-03-09']
  )
  const ged = incidents.filter(({place}) => place?.name === 'Kano town')
  const figures = ged
    .map(({assessments}) => assessments.ucdp!.killed)
    .map(own => own && [own.low, own.best, own.high])
  assert.deepEqual(figures.sort(), [
    [0, 0, 3],
    [5, 7, 11]
  ])
  assert.deepEqual(ged.find(({when}) => when.from === '2024-03-05')!.assessments.ucdp!.killed!.sides, {
    ...{a: 2, b: 4, civilians: 1, unknown: 0}
  })
  for await (const {item, what} of verify(store)) assert.fail(`${item} ${what}`)
  // Read anew it is read by its columns again, as a report is by its words.
  const before = await store.contentHash()
  const coder = createCoder(loadKnowledge())
  const {recoded, failed} = await relink(store, {link: createLinker(loadOwnCodebook()), coder, save: true})
  assert.deepEqual([recoded, failed], [0, []])
  assert.equal(await store.contentHash(), before)
  await store.close()
})

test('what we export in its shape and import again has every figure', async () => {
  for (const format of ['acled-csv', 'ucdp-ged-csv'] as const) {
    const first = await exported(desk.store, format)
    const store = await empty()
    const {done} = await take(store, first.file, format)
    assert.equal(done, first.rows.length)
    const second = await exported(store, format)
    const figures = (rows: readonly Record<string, string>[]) =>
      rows
        .map(row => [
          row.fatalities,
          row.low,
          row.best,
          row.high,
          row.latitude,
          row.event_date ?? row.date_start
        ])
        .sort()
    assert.deepEqual(figures(second.rows), figures(first.rows))
    assert.ok(first.rows.length > 0)
    await store.close()
  }
})

test('linked with our reports it stands beside what they say, and changes none of it until a person accepts it', async () => {
  const [before] = (await desk.store.incidents()).filter(({type}) => type === 'clash')
  const {incidents} = await take(desk.store, kept(csv([acled])), 'acled-csv')
  assert.equal(incidents, 1)
  const after = (await desk.store.incident(before!.id))!
  assert.equal(after.reports.length, before!.reports.length + 1)
  const rows = after.assessments.dateline!.killed!.accounts
  assert.equal(rows.find(({origin}) => origin === 'The Dataset')!.weight, 'interested')
  for (const [rule, assessment] of Object.entries(after.assessments))
    for (const [outcome, {low, best, high}] of Object.entries(assessment)) {
      const was = before!.assessments[rule]![outcome]!
      assert.deepEqual([low, best, high], [was.low, was.best, was.high], `${rule} ${outcome}`)
    }
  assert.deepEqual(after.facts, before!.facts)
  assert.deepEqual(
    [after.place, after.when, after.sides, after.codings],
    [before!.place, before!.when, before!.sides, before!.codings]
  )
  const {all} = read(await dossierOf(desk.store, {ids: [after.id]}))
  const row = all('table.numbers tr').find(text => text.includes('The Dataset'))!
  assert.match(row, /9 dataset, stands beside/)
  const claim = after.claims.find(
    ({casualties, attribution}) => casualties && attribution[0]!.source === 'The Dataset'
  )!
  const link = createLinker(loadOwnCodebook())
  const {ruling} = await rule(desk.store, link, {kind: 'accept', on: [claim.key], reason: 'checked'})
  assert.equal((await desk.store.incident(before!.id))!.assessments.dateline!.killed!.high, 9)
  await undo(desk.store, link, ruling.id)
  const again = await take(desk.store, kept(csv([acled])), 'acled-csv')
  assert.deepEqual([again.done, again.skipped, again.incidents], [0, 1, 0])
})

test('files as they come: older columns, other separators, packed, a mark at the start; two rows are two events', async () => {
  const store = await empty()
  const old = {
    DATA_ID: '1',
    EVENT_DATE: '6-March-2017',
    EVENT_TYPE: 'Battle-No change of territory',
    ACTOR1: 'Military Forces of Mali (2013-)',
    INTER1: '1',
    ACTOR2: 'Unidentified Armed Group (Mali)',
    INTER2: '3',
    COUNTRY: 'Mali',
    LOCATION: 'Gao',
    LATITUDE: '16.27',
    LONGITUDE: '-0.04',
    FATALITIES: '2'
  }
  const rows = [old, {...old, DATA_ID: '2', FATALITIES: '5'}]
  const {done} = await take(store, kept(gzipSync(`\uFEFF${csv(rows, ';')}`)), 'acled-csv')
  assert.equal(done, 2)
  const killed = (await store.incidents()).map(({assessments}) => assessments.dateline!.killed!.best)
  assert.deepEqual(killed.sort(), [2, 5])
  await store.close()
})

test('a row that cannot be taken says why, and the others go on; a file without its columns is refused', async () => {
  const store = await empty()
  const rows = [
    {...acled, event_date: '05/03/2024'},
    {...acled, fatalities: 'many'},
    {...acled, latitude: '95'},
    {...acled, sub_event_type: 'Other', event_type: 'Strategic developments'},
    {...acled, geo_precision: '4'},
    {...acled, location: ''},
    acled
  ]
  const text = `${csv(rows)}too,short\n`
  const {done, failed, reasons} = await take(store, kept(text), 'acled-csv')
  assert.deepEqual([done, failed], [1, 7])
  const expected = [
    /row 1 its day is "event_date: 05\/03\/2024"; write it as year-month-day/,
    /row 2 its fatalities is "many"; write a whole number/,
    /row 3 its latitude is "95"; write degrees, -90 to 90/,
    /row 4 "sub_event_type: Other" is no happening that is known here; add a row to codebook/,
    /row 5 its geo_precision is "4"; write 1, 2 or 3/,
    /row 6 its location is empty/,
    /row 8 has 2 cells where the header has 22/
  ]
  for (const [i, each] of expected.entries()) assert.match(reasons[i]!, each)
  const ged = await take(
    store,
    kept(
      csv([
        {...ucdp, low: '9'},
        {...ucdp, date_end: '2024-03-01'}
      ])
    ),
    'ucdp-ged-csv'
  )
  assert.match(ged.reasons[0]!, /its low 9, best 7 and high 11 are not in order/)
  assert.match(ged.reasons[1]!, /its date_end 2024-03-01 is before its date_start 2024-03-05/)
  const open = await take(store, kept(`${csv([acled])}"never closed,1\n`), 'acled-csv')
  assert.match(open.reasons.at(-1)!, /row 2 cannot be read, nor what follows: .*quote/i)
  const latin = await take(
    store,
    kept(Buffer.from(csv([{...acled, location: 'Potos\u00ed'}]), 'latin1')),
    'acled-csv'
  )
  assert.match(latin.reasons[0]!, /row 1 holds what is not UTF-8; convert the file/)
  await assert.rejects(
    take(store, kept('1,2,3\n4,5,6\n'), 'ucdp-ged-csv'),
    /as ucdp-ged-csv: its header lacks id, type_of_violence, .*it is "1, 2, 3"/
  )
  await assert.rejects(take(store, kept(''), 'acled-csv'), /Cannot import .*: it is empty/)
  await assert.rejects(
    take(store, join(folder, 'none.csv'), 'acled-csv'),
    /Cannot import .*none\.csv: ENOENT/
  )
  await store.close()
})
