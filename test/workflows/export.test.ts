import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {parse} from 'csv-parse/sync'
import {parquetMetadata, parquetReadObjects} from 'hyparquet'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {Format} from '../../src/export/format.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {createExporter, type Manifest} from '../../src/workflows/export.ts'
import {sampleDesk, type TestDesk} from '../api/sample-desk.ts'

const exporter = createExporter(loadOwnCodebook())
const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'))
const watching = {now: () => new Date('2024-03-08T12:00:00Z')}
let desk: TestDesk

before(async () => {
  desk = await sampleDesk()
})
after(() => desk.store.close())

let files = 0
async function exported(format: string, {filter = {}, redacted = false} = {}) {
  const file = join(folder, `${files++}`)
  const wish = {format: exporter.formatOf(format), filter, redacted}
  const manifest = await exporter.exportTo(desk.store, file, wish, watching)
  return {file, manifest, bytes: readFileSync(file)}
}

for (const {id} of exporter.formats) {
  test(`${id}: the manifest says what is in the file, and where the audit stood`, async () => {
    const {file, manifest, bytes} = await exported(id)
    const kept = JSON.parse(readFileSync(`${file}.manifest.json`, 'utf8')) as Manifest
    assert.deepEqual(kept, JSON.parse(JSON.stringify(manifest)))
    assert.equal(kept.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.equal(kept.bytes, bytes.length)
    assert.equal(kept.auditHead, await desk.store.auditHead())
    const written = Object.values(kept.leftOut).reduce((sum, own) => sum + own, kept.incidents)
    assert.equal(written, (await desk.store.incidents()).length)
  })

  test(`${id}: the same store gives the same bytes`, async () => {
    const [one, other] = [await exported(id), await exported(id)]
    assert.equal(one.manifest.sha256, other.manifest.sha256)
  })
}

test('claims as CSV: one row a claim, with its words as they stand in the report', async () => {
  const {manifest, bytes} = await exported('claims-csv')
  const rows = parse(bytes, {columns: true}) as Record<string, string>[]
  const claims = (await desk.store.incidents()).flatMap(incident => incident.claims)
  assert.deepEqual([rows.length, manifest.rows], [claims.length, claims.length])
  for (const claim of claims) assert.equal(rows.find(row => row.claim === claim.key)!.quote, claim.quote.text)
})

test('claims as Parquet: numbers are numbers, days are days, what is not known is null', async () => {
  const {bytes, manifest} = await exported('parquet')
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  assert.equal(Number(parquetMetadata(file).num_rows), manifest.rows)
  const rows = await parquetReadObjects({file})
  const row = rows.find(({outcome}) => outcome === 'killed')!
  assert.equal(typeof row.count_min, 'number')
  assert.ok(row.published instanceof Date)
  assert.equal(row.event_type, null)
})

test('HXL: the second row names the columns for machines', async () => {
  const {bytes} = await exported('hxl-csv')
  const [names, tags] = parse(bytes) as string[][]
  assert.equal(tags![names!.indexOf('killed_low')], '#affected+killed+min')
  assert.equal(tags![names!.indexOf('latitude')], '#geo+lat')
})

test('lines of JSON are the incidents whole, the oldest first', async () => {
  const {bytes} = await exported('incidents-jsonl')
  const lines = `${bytes}`.trimEnd().split('\n')
  const held = await desk.store.incidents()
  assert.deepEqual(
    lines.map(line => JSON.parse(line) as LinkedIncident),
    held.toSorted((a, b) => (`${a.when.from} ${a.id}` < `${b.when.from} ${b.id}` ? -1 : 1))
  )
})

test('a filter takes some, and the manifest names it', async () => {
  const {manifest} = await exported('incidents-csv', {filter: {type: 'blockade'}})
  assert.deepEqual([manifest.incidents, manifest.filter], [1, {type: 'blockade'}])
})

test('what a spreadsheet would take for a formula stands behind an apostrophe', async () => {
  const own = await sampleDesk(undefined, {paths: [formulaReport()]})
  const file = join(folder, 'formula.csv')
  const wish = {format: exporter.formatOf('incidents-csv'), filter: {}, redacted: false}
  await exporter.exportTo(own.store, file, wish, watching)
  await own.store.close()
  const [row] = parse(readFileSync(file), {columns: true}) as Record<string, string>[]
  assert.equal(row!.sources, "'=HYPERLINK(1)")
  assert.match(row!.latitude!, /^-?\d/)
})

function formulaReport(): string {
  const path = join(folder, 'formula.jsonl')
  const text = 'Three people were killed when gunmen opened fire in Oruro, Bolivia, on Tuesday, police said.'
  writeFileSync(path, `${JSON.stringify({text, outlet: '=HYPERLINK(1)', publishedOn: '2024-03-06'})}\n`)
  return path
}

test('readers are given neither restricted names nor exact coordinates', async () => {
  const restricted = ['Radio Frente Minero', '-17.983']
  const {bytes: whole} = await exported('incidents-csv')
  for (const words of restricted) assert.ok(`${whole}`.includes(words), words)
  await desk.store.access.restrictedNames.add('Radio Frente Minero', 'so they asked', 'ada')
  // Parquet is packed: what would be found in it is found in the CSV of the same table.
  for (const {id} of exporter.formats.filter(({extension}) => extension !== 'parquet')) {
    const {bytes, manifest} = await exported(id, {redacted: true})
    for (const words of restricted) assert.ok(!`${bytes}`.includes(words), `${id}: ${words}`)
    assert.equal(manifest.redacted, true)
  }
})

test('a file that is there is refused, and a failure leaves nothing behind', async () => {
  const {file} = await exported('incidents-csv')
  const wish = {format: exporter.formatOf('incidents-csv'), filter: {}, redacted: false}
  await assert.rejects(exporter.exportTo(desk.store, file, wish, watching), /is there already/)
  const failing = {
    ...wish.format,
    async *write() {
      yield 'half'
      throw new Error('the disk is full')
    }
  }
  const nowhere = join(folder, 'nowhere', 'file')
  await assert.rejects(exporter.exportTo(desk.store, nowhere, wish, watching), /no folder .*nowhere; make it/)
  const other = join(folder, 'failing')
  await assert.rejects(
    exporter.exportTo(desk.store, other, {...wish, format: failing as never}, watching),
    /Cannot write .*failing: the disk is full; there is no export/
  )
  assert.ok(!existsSync(other) && !readdirSync(folder).some(name => name.startsWith('failing')))
})

test('others are answered while it is written, and what is changed meanwhile is in the file', async () => {
  const csv = exporter.formatOf('incidents-csv')
  const heads: string[] = []
  const format: Format = {
    ...csv,
    async *write(incidents, setting) {
      heads.push(setting.state.auditHead)
      if (heads.length === 1) {
        assert.equal((await desk.store.incidents()).length, 2)
        await desk.store.access.clearedNames.add('Ministry of the Interior', null, 'an office', 'ada')
      }
      return yield* csv.write(incidents, setting)
    }
  }
  const file = join(folder, 'meanwhile')
  const manifest = await exporter.exportTo(desk.store, file, {format, filter: {}, redacted: false}, watching)
  assert.equal(heads.length, 2)
  assert.deepEqual([heads[1], manifest.auditHead], [manifest.auditHead, await desk.store.auditHead()])
  assert.equal(manifest.sha256, createHash('sha256').update(readFileSync(file)).digest('hex'))
})

test('over HTTP: the whole file with its manifest, or a problem', async () => {
  const answer = await desk.api.request('/api/exports/claims-csv?type=blockade&rule=acled')
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-disposition')!, /attachment; filename="incidents\.csv"/)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const manifest = JSON.parse(decodeURIComponent(answer.headers.get('x-manifest')!)) as Manifest
  assert.equal(manifest.sha256, createHash('sha256').update(bytes).digest('hex'))
  assert.deepEqual([manifest.rule, manifest.filter], ['acled', {type: 'blockade'}])
  assert.equal(answer.headers.get('content-length'), `${bytes.length}`)
  assert.equal((await desk.api.request('/api/exports/word')).status, 404)
})
