/**
 * What is exported for anybody (SAFETY D1 to D3, A5): no format, of those there are and those to come, has a private person's
 * name, a restricted one, a way to reach somebody, or an exact place. Plain and packed.
 */
import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {parquetReadObjects} from 'hyparquet'
import {fromBufferPromise} from 'yauzl'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {createExporter} from '../../src/workflows/export.ts'
import {verifyExport} from '../../src/workflows/verify-export.ts'
import {sampleDesk, type TestDesk} from '../api/sample-desk.ts'
import {privateNames, privateReports} from './private-reports.ts'

/** Of people whom nobody listed; invented. */
const more = ['Zsófia', 'Szentmiklosi', 'Mushonganyika', 'الزعارير', 'قتيبة', 'Kattupalli']
const reports = [
  ...privateReports,
  {
    url: `https://example.org/${encodeURIComponent('قتيبة-الزعارير')}/szentmiklosi-mourned`,
    outlet: 'The Plateau Daily',
    publishedOn: '2024-05-09',
    title: 'Widow of Tendai Mushonganyika asks for answers',
    text: `ORURO (The Plateau Daily) – Gunmen killed three people in Oruro on Wednesday, said Zsófia Szentmiklosi, a nurse (zsofia@example.org, tel. 555 123 456).

Tendai Mushonganyika, a driver, and his neighbour قتيبة الزعارير were among the dead, Szentmiklosi said. Police said that four people were killed, and that they sought a man called Arun Kattupalli.`
  }
]
const listed = ['The Plateau Daily', 'regional hospital']
const contacts = ['zsofia@', '555 123 456', '5551234', 'c.copacondo']

const {codebook, gazetteer} = loadKnowledge()
const exporter = createExporter(codebook, () => gazetteer)
const folder = mkdtempSync(join(tmpdir(), 'dateline-redacted-'))
let desk: TestDesk

before(async () => {
  const file = join(folder, 'reports.jsonl')
  writeFileSync(file, reports.map(report => `${JSON.stringify(report)}\n`).join(''))
  desk = await sampleDesk(undefined, {paths: [file]})
  const latitudes = (await desk.store.incidents()).flatMap(({place}) => place?.lat ?? [])
  hidden = [...named, ...new Set(latitudes.map(degrees => degrees.toFixed(3)))]
  for (const name of listed) await desk.store.access.restrictedNames.add(name, 'they asked for it', 'ada')
})
after(async () => {
  await desk.store.close()
  rmSync(folder, {recursive: true})
})

let files = 0
async function exported(id: string, {redacted = true, packed = false} = {}) {
  const file = join(folder, `${files++}`)
  const wish = {format: exporter.formatOf(id), filter: {}, redacted, packed}
  const manifest = await exporter.exportTo(desk.store, file, wish, {now: () => new Date()})
  return {file, manifest, words: await wordsIn(readFileSync(file))}
}

/** All that a file says, unpacked, and once more as addresses are read. */
async function wordsIn(bytes: Buffer): Promise<string> {
  const start = bytes.subarray(0, 4).toString('latin1')
  if (start.startsWith('PK')) {
    const zip = await fromBufferPromise(bytes, {lazyEntries: true})
    const all: string[] = []
    for await (const entry of zip.eachEntry()) {
      const pieces: Buffer[] = []
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
      all.push(entry.fileName, await wordsIn(Buffer.concat(pieces)))
    }
    return all.join('\n')
  }
  const text =
    start === 'PAR1'
      ? JSON.stringify(await parquetReadObjects({file: new Uint8Array(bytes).buffer}), (_, value) =>
          typeof value === 'bigint' ? `${value}` : value
        )
      : bytes.toString('utf8')
  const asRead = text.replaceAll(/(?:%[0-9a-f]{2})+/gi, own =>
    Buffer.from(own.replaceAll('%', ''), 'hex').toString()
  )
  return `${text}\n${asRead}`.toLowerCase()
}

const named = [...privateNames, ...more, ...listed, ...contacts]
/** With the latitudes of incidents, as exactly as any format writes them; the longitude is by chance the middle of its cell. */
let hidden: readonly string[] = named
const heldIn = (words: string) => hidden.filter(own => words.includes(own.toLowerCase()))

test('unredacted, the formats have them: what follows would find them', async () => {
  const found = new Set<string>()
  for (const id of ['incidents-jsonl', 'claims-csv', 'geojson'])
    for (const own of heldIn((await exported(id, {redacted: false, packed: true})).words)) found.add(own)
  assert.deepEqual(
    hidden.filter(own => !found.has(own)),
    []
  )
})

for (const {id} of exporter.formats) {
  test(`${id}: nothing that is to be withheld is in it`, async () => {
    const {words, manifest} = await exported(id)
    assert.ok(manifest.incidents > 0 || Object.keys(manifest.leftOut).length > 0)
    assert.deepEqual(heldIn(words), [])
  })

  test(`${id}, packed: nothing that is to be withheld is in it, and every quote stands in its text`, async () => {
    const {words, file} = await exported(id, {packed: true})
    assert.deepEqual(heldIn(words), [])
    assert.ok(words.includes('[name]') && words.includes('[contact]'))
    for await (const fault of verifyExport(file)) assert.fail(JSON.stringify(fault))
  })
}

test('what is of the happening stays: what, when, where about, how many, and who is no private person', async () => {
  const {words} = await exported('claims-csv')
  for (const own of ['police', 'gunmen', 'killed', 'global morning post', '2024-05-09'])
    assert.ok(words.includes(own), own)
  assert.ok((await exported('incidents-csv')).words.includes('oruro'))
})

test('a name that somebody cleared stays, on that incident alone', async () => {
  const held = await desk.store.incidents()
  const told = held.find(({claims}) =>
    claims.some(({attribution}) => attribution.some(({source}) => /Szentmiklosi/.test(source)))
  )
  assert.ok(told)
  const {clearedNames} = desk.store.access
  const {id} = await clearedNames.add('Zsófia Szentmiklosi', told.id, 'she speaks for the nurses', 'ada')
  const {words} = await exported('claims-csv')
  await clearedNames.remove(id)
  assert.ok(words.includes('szentmiklosi'))
  assert.ok(!words.includes('mushonganyika'))
})

test('neither the hash of an original nor a link leads back to what was taken out', async () => {
  const {file} = await exported('claims-csv', {packed: true})
  const lines = await membersOf(file)
  for (const line of lines.filter(({text}) => /\[(?:name|contact)\]/.test(text)))
    assert.equal(line.original, null)
  assert.ok(lines.some(({url}) => url === null))
})

async function membersOf(
  file: string
): Promise<{original: string | null; url: string | null; text: string}[]> {
  const zip = await fromBufferPromise(readFileSync(file), {lazyEntries: true})
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'texts.jsonl') continue
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    return `${Buffer.concat(pieces)}`
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
  }
  return assert.fail('no texts')
}
