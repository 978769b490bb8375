/** A packed export on somebody else's machine: it says by itself whether it is as it was written. */
import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {copyFileSync, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {after, before, test} from 'node:test'
import {fromBufferPromise} from 'yauzl'
import {ZipFile} from 'yazl'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {createExporter, type Manifest} from '../../src/workflows/export.ts'
import type {TextLine} from '../../src/workflows/packed/text-lines.ts'
import {mode, noDate} from '../../src/workflows/packed/zip-files.ts'
import {verifyExport} from '../../src/workflows/verify-export.ts'
import {sampleDesk, type TestDesk} from '../api/sample-desk.ts'

const exporter = createExporter(loadOwnCodebook())
const folder = mkdtempSync(join(tmpdir(), 'dateline-packed-'))
const packed = join(folder, 'march.zip')
let desk: TestDesk
let manifest: Manifest

before(async () => {
  desk = await sampleDesk()
  const wish = {format: exporter.formatOf('geojson'), filter: {}, redacted: false, packed: true}
  const watching = {now: () => new Date('2024-03-08T12:00:00Z')}
  manifest = await exporter.exportTo(desk.store, packed, wish, watching)
})
after(async () => {
  await desk.store.close()
  rmSync(folder, {recursive: true})
})

async function looked(file: string) {
  const all = verifyExport(file)
  const faults: {item: string; what: string}[] = []
  while (true) {
    const {done, value} = await all.next()
    if (done) return {faults, ...value}
    faults.push(value)
  }
}

let files = 0
async function faultsIn(bytes: Uint8Array) {
  const file = join(folder, `${files++}.zip`)
  writeFileSync(file, bytes)
  const {faults} = await looked(file)
  rmSync(file)
  return faults
}

type Members = Record<string, Buffer>

async function membersOf(bytes: Buffer): Promise<Members> {
  const zip = await fromBufferPromise(bytes, {lazyEntries: true})
  const members: Members = {}
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    members[entry.fileName] = Buffer.concat(pieces)
  }
  return members
}

/** As an export is packed, whatever is in it. */
async function packedOf(members: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile()
  const options = {mtime: noDate, mode, forceDosTimestamp: true}
  for (const [name, bytes] of members)
    zip.addReadStreamLazy(name, options, give => give(null, Readable.from([bytes])))
  zip.end()
  const path = join(folder, 'made.zip')
  await pipeline(zip.outputStream, createWriteStream(path))
  return readFileSync(path)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** With a manifest that fits what was changed, as somebody would make it who wants it believed. */
async function forged(change: (members: Members) => void): Promise<Buffer> {
  const members = await membersOf(readFileSync(packed))
  change(members)
  const told = JSON.parse(`${members['manifest.json']}`)
  const sizeOf = (bytes: Buffer) => ({bytes: bytes.length, sha256: sha256(bytes)})
  Object.assign(told, sizeOf(members[told.file]!))
  Object.assign(told.texts, sizeOf(members['texts.jsonl']!))
  members['manifest.json'] = Buffer.from(JSON.stringify(told))
  return packedOf(Object.entries(members))
}

test('it holds the data, the manifest, and every text that a claim quotes', async () => {
  const members = await membersOf(readFileSync(packed))
  assert.deepEqual(Object.keys(members), ['incidents.geojson', 'texts.jsonl', 'manifest.json'])
  const told = JSON.parse(`${members['manifest.json']}`) as Manifest
  assert.equal(told.sha256, sha256(members['incidents.geojson']!))
  assert.equal(told.auditHead, await desk.store.auditHead())
  const lines = `${members['texts.jsonl']}`
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as TextLine)
  const held = await desk.store.incidents()
  assert.deepEqual(
    lines.flatMap(({claims}) => claims.map(({claim}) => claim)).sort(),
    held.flatMap(({claims}) => claims.map(({key}) => key)).sort()
  )
  assert.deepEqual(told.texts && [told.texts.reports, told.texts.claims], [
    held.flatMap(({reports}) => reports).length,
    held.flatMap(({claims}) => claims).length
  ])
})

test('what is as it was written is found so, on its own and beside its manifest', async () => {
  const {faults, manifest: told, sha256: hash} = await looked(packed)
  assert.deepEqual(faults, [])
  assert.deepEqual([told!.format, hash], ['geojson', manifest.sha256])
  const alone = join(folder, 'alone.zip')
  copyFileSync(packed, alone)
  assert.deepEqual((await looked(alone)).faults, [])
})

test('the same store gives the same bytes', async () => {
  const file = join(folder, 'again.zip')
  const wish = {format: exporter.formatOf('geojson'), filter: {}, redacted: false, packed: true}
  const again = await exporter.exportTo(desk.store, file, wish, {now: () => new Date('2024-03-08T12:00:00Z')})
  assert.equal(again.sha256, manifest.sha256)
})

test('one altered byte is found, wherever it is', async () => {
  const bytes = readFileSync(packed)
  const zip = await fromBufferPromise(bytes, {lazyEntries: true})
  for await (const entry of zip.eachEntry()) {
    const {fileDataStart: from} = await zip.readLocalFileHeaderPromise(entry)
    const to = from + entry.compressedSize
    for (const at of [from, from + 7, (from + to) >> 1, to - 1]) {
      const faults = await faultsIn(flipped(bytes, at))
      assert.ok(
        faults.some(({item}) => item.startsWith(entry.fileName)),
        `byte ${at} of ${entry.fileName}: ${JSON.stringify(faults)}`
      )
    }
  }
  // Local headers, the directory, its end: all that is no member's data, and a sample of what is.
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  for (let at = 0; at < bytes.length; at += at < 60 || at >= directory ? 1 : 97)
    assert.ok((await faultsIn(flipped(bytes, at)).catch(refused)).length > 0, `byte ${at} of ${bytes.length}`)
})

/** Of what is no ZIP any more. */
const refused = (error: Error) => {
  assert.match(error.message, /is no packed export/)
  return [error.message]
}

function flipped(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes)
  other[at]! ^= 0xff
  return other
}

test('what is cut, or goes on behind its end, is found', async () => {
  const bytes = readFileSync(packed)
  for (const other of [
    bytes.subarray(0, -1),
    bytes.subarray(0, bytes.length >> 1),
    Buffer.concat([bytes, bytes])
  ])
    assert.ok((await faultsIn(other)).length > 0)
})

test('a quote that is not in its text is named, though every hash fits', async () => {
  const bytes = await forged(members => {
    const lines = `${members['texts.jsonl']}`.split('\n')
    const line = JSON.parse(lines[0]!) as TextLine
    const [first] = line.claims
    const [quote] = first!.quotes
    Object.assign(quote!, {text: `${quote!.text.slice(0, -1)}?`})
    lines[0] = JSON.stringify(line)
    members['texts.jsonl'] = Buffer.from(lines.join('\n'))
  })
  const [fault, ...others] = await faultsIn(bytes)
  assert.match(fault!.item, /^claim [0-9a-f]{16}\/\w+ of incident [0-9a-f]{12}$/)
  assert.match(fault!.what, /are not ".*\?"$/)
  assert.deepEqual(others, [])
})

test('a text that is not of its hash, a line that is none, and a claim that is left out are named', async () => {
  const faults = await faultsIn(
    await forged(members => {
      const [first, second, ...lines] = `${members['texts.jsonl']}`.split('\n')
      const text = {...(JSON.parse(first!) as TextLine), claims: []}
      members['texts.jsonl'] = Buffer.from(
        [JSON.stringify({...text, text: `${text.text} `}), second!.slice(1), ...lines].join('\n')
      )
    })
  )
  assert.deepEqual(
    faults.map(({item}) => item),
    ['texts.jsonl, line 1', 'texts.jsonl, line 2', 'texts.jsonl']
  )
})

test('members that are missing, that are too many, or named like a path are refused', async () => {
  const members = Object.entries(await membersOf(readFileSync(packed)))
  for (const [others, what] of [
    [members.slice(0, 2), /manifest\.json.*is missing/],
    [members.slice(1), /incidents\.geojson.*is missing/],
    [[...members, ['more.txt', Buffer.from('more')]], /holds 4 members/],
    [
      [members[0], ['other.txt', Buffer.from('x')], members[2]],
      /other\.txt.*is no part.*texts\.jsonl.*missing/
    ],
    [[members[0], members[0], members[2]], /incidents\.geojson.*is no part of an export/]
  ] as const) {
    const faults = await faultsIn(await packedOf(others as never))
    assert.match(JSON.stringify(faults), what)
  }
  for (const name of ['../texts.json', '/x/texts.json', 'c:/texts.jso', 'a\\\\texts.js']) {
    const bytes = await packedOf(members)
    const renamed = Buffer.from(
      bytes.toString('latin1').replaceAll('texts.jsonl', name.slice(0, 11).padEnd(11, 'x')),
      'latin1'
    )
    assert.match(
      JSON.stringify(await faultsIn(renamed)),
      /the ZIP.*(?:path|characters)|is no part of an export/
    )
  }
})

test('nothing is read that is longer than the manifest says, nor a manifest as long as a book', async () => {
  const zeros = Buffer.alloc(32 * 2 ** 20)
  const members = Object.entries(await membersOf(readFileSync(packed)))
  const [data, texts, told] = members as [[string, Buffer], [string, Buffer], [string, Buffer]]
  const long = await packedOf([[data[0], zeros], texts, told])
  assert.ok(long.length < 200_000)
  assert.match(JSON.stringify(await faultsIn(long)), /has 33554432 bytes, the manifest says/)
  const book = await packedOf([data, texts, [told[0], zeros]])
  assert.match(JSON.stringify(await faultsIn(book)), /manifest\.json.*is longer than any manifest/)
})

test('members that lie about how long they are, or overlap, are refused', async () => {
  const bytes = readFileSync(packed)
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const shorter = Buffer.from(bytes)
  shorter.writeUInt32LE(10, directory + 24)
  assert.match(JSON.stringify(await faultsIn(shorter)), /in two ways/)
  const second = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), directory + 4)
  const overlapping = Buffer.from(bytes)
  overlapping.writeUInt32LE(0, second + 42)
  assert.match(JSON.stringify(await faultsIn(overlapping)), /does not begin where/)
})

test('any other export is looked at by the manifest beside it, and refused without one', async () => {
  const file = join(folder, 'march.csv')
  const wish = {format: exporter.formatOf('claims-csv'), filter: {}, redacted: false}
  await exporter.exportTo(desk.store, file, wish, {now: () => new Date()})
  assert.deepEqual((await looked(file)).faults, [])
  writeFileSync(file, flipped(readFileSync(file), 100))
  assert.match((await looked(file)).faults[0]!.what, /its SHA-256 differs/)
  writeFileSync(`${file}.manifest.json`, '{}')
  assert.match((await looked(file)).faults[0]!.what, /is none of an export: file/)
  rmSync(`${file}.manifest.json`)
  await assert.rejects(looked(file), /is no packed export, and no march\.csv\.manifest\.json is beside it/)
  await assert.rejects(looked(join(folder, 'none.zip')), /Cannot read .*none\.zip/)
})

test('over HTTP: a ZIP with its manifest', async () => {
  const answer = await desk.api.request('/api/exports/claims-csv?packed=true&type=blockade')
  assert.equal(answer.headers.get('content-type'), 'application/zip')
  assert.match(answer.headers.get('content-disposition')!, /filename="incidents\.zip"/)
  const bytes = Buffer.from(await answer.arrayBuffer())
  assert.deepEqual(await faultsIn(bytes), [])
  const told = JSON.parse(decodeURIComponent(answer.headers.get('x-manifest')!)) as Manifest
  assert.deepEqual([told.sha256, told.incidents], [sha256(bytes), 1])
})
