import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import test from 'node:test'
import {crc32, deflateRawSync, gzipSync} from 'node:zlib'
import {type KnownPlace, loadGazetteer} from '../../src/codebook/gazetteer.ts'
import {loadOwnGazetteer} from '../../src/codebook/load.ts'
import {importPlaces} from '../../src/workflows/import-places.ts'
import {temporaryFolder} from '../codebook/places-made-up.ts'

type Cells = Readonly<Record<number, string | number>>

/** A line of a GeoNames dump: cells by number, as readme.txt of GeoNames counts them from 0. */
function dumpLine(id: number, name: string, feature: string, country: string, cells: Cells = {}): string {
  const [featureClass, code] = feature.split('.')
  const all: Cells = {
    0: id,
    1: name,
    4: '10.5',
    5: '20.25',
    6: featureClass!,
    7: code!,
    8: country,
    14: 0,
    ...cells
  }
  return Array.from({length: 19}, (_, i) => all[i] ?? '').join('\t')
}

const inFolder = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return {folder, paths: Object.keys(files).map(name => join(folder, name))}
}

/** Imports the files, and gives their pack alone. */
async function imported(files: Readonly<Record<string, string | Uint8Array>>) {
  const {folder, paths} = inFolder(files)
  const summary = await importPlaces(paths, {folder: join(folder, 'packs'), name: 'pack'})
  return {summary, pack: loadGazetteer(summary.path), packs: join(folder, 'packs')}
}

const ids = (places: readonly KnownPlace[]) => places.map(({id}) => id)

const dump = [
  dumpLine(9_000_001, 'Zorvania City', 'P.PPLC', 'IQ', {3: 'Zorvan,ZRV,زورفان', 10: '77', 11: '5', 14: 1200}),
  dumpLine(9_000_002, 'Zorvan Dam', 'S.DAM', 'IQ', {10: '77'}),
  dumpLine(9_000_003, 'Zorvan School', 'S.SCH', 'IQ'),
  dumpLine(9_000_004, 'Sea of Zorvan', 'H.SEA', ''),
  dumpLine(9_000_005, 'Zorvania', 'A.ADM1', 'IQ', {10: '77'}),
  dumpLine(9_000_006, 'Kelia District', 'A.ADM2', 'IQ', {10: '77', 11: '5'})
].join('\n')

test('a dump of GeoNames keeps towns, dams, seas and units, and leaves schools out', async () => {
  const {summary, pack} = await imported({'XX.txt': `${dump}\n`})
  const [file] = summary.files
  assert.deepEqual([file!.rows, file!.kept, file!.leftOut, file!.refused], [6, 5, 1, 0])
  const [city] = pack.named('زورفان')
  assert.deepEqual(city, {
    id: 'geonames:9000001',
    name: 'Zorvania City',
    country: 'IQ',
    admin1: 'Zorvania',
    admin2: 'Kelia District',
    parent: null,
    lat: 10.5,
    lon: 20.25,
    population: 1200,
    precision: 'town',
    kind: 'capital'
  })
  assert.deepEqual(
    pack.named('Zorvan Dam').map(({kind, precision, admin1}) => [kind, precision, admin1]),
    [['site', 'site', 'Zorvania']]
  )
  assert.equal(pack.named('Sea of Zorvan')[0]!.country, null)
  assert.deepEqual(pack.named('Zorvan School'), [])
})

test('a territory with the name and code of a country is that country', async () => {
  const {pack} = await imported({
    'EH.txt': [
      dumpLine(9_000_007, 'Western Sahara', 'A.TERR', 'EH', {3: 'Zorsahara'}),
      dumpLine(9_000_008, 'Zorterritory', 'A.TERR', 'EH')
    ].join('\n')
  })
  assert.deepEqual(ids(pack.named('Zorsahara')), ['country:EH'])
  assert.deepEqual(ids(pack.named('Zorterritory')), ['geonames:9000008'])
})

test('a code of three capitals is no name of a town', async () => {
  const {pack} = await imported({'XX.txt': dump})
  assert.deepEqual(pack.named('ZRV'), [])
})

test('tables give names to codes, and alternate names come to their places, in whatever order the files are given', async () => {
  const {pack} = await imported({
    'alternateNamesV2.txt': [
      '1\t9000001\tckb\tزۆرڤان\t\t\t\t\t\t',
      '2\t9000001\tlink\thttps://zorvan.example\t\t\t\t\t\t',
      '3\t9000001\ticao\tORZV\t\t\t\t\t\t',
      '4\t9000005\tfr\tZorvanie\t\t\t\t\t\t',
      '5\t123\ten\tElsewhere\t\t\t\t\t\t'
    ].join('\n'),
    'cities500.txt': [dump.split('\n')[0], dump.split('\n')[4]].join('\n'),
    'admin2Codes.txt': 'IQ.77.5\tKelia Ríos\tKelia Rios\t9000006'
  })
  assert.deepEqual(ids(pack.named('زۆرڤان')), ['geonames:9000001'])
  assert.deepEqual(ids(pack.named('Zorvanie')), ['geonames:9000005'])
  assert.deepEqual(pack.named('ORZV'), [])
  assert.equal(pack.named('Zorvan')[0]!.admin2, 'Kelia Ríos')
})

test('a country and a province take the ids they have in the embedded gazetteer, and stand there once', async () => {
  const own = loadOwnGazetteer()
  const mosul = own.named('Mosul').find(({precision}) => precision === 'town')!
  const {packs} = await imported({
    'IQ.txt': [
      dumpLine(99_237, 'Republic of Iraq', 'A.PCLI', 'IQ', {3: 'Irakvania', 14: 1}),
      dumpLine(9_000_010, 'Zorninawa', 'A.ADM1', 'IQ', {10: '15'}),
      dumpLine(Number(mosul.id.split(':')[1]), 'Mosul', 'P.PPLA', 'IQ', {3: 'Zormosul', 10: '15', 14: 1000})
    ].join('\n')
  })
  const gazetteer = loadGazetteer(own.files[0]!.path, packs)
  const [country] = gazetteer.named('Irakvania')
  assert.equal(country!.id, 'country:IQ')
  assert.equal(country!.name, 'Iraq')
  // No name is shared: the town that lies in it tells which province it is.
  assert.deepEqual(ids(gazetteer.named('Zorninawa')), [`admin1:IQ/${mosul.admin1}`])
  assert.deepEqual(gazetteer.named('Zormosul'), [gazetteer.withId(mosul.id)])
  assert.equal(gazetteer.named('Zormosul')[0]!.population, mosul.population)
})

const record = (wofId: number, name: string, placetype: string, rest: object = {}) =>
  JSON.stringify({wofId, name, placetype, lat: 33, lon: 44, gnId: null, population: null, names: {}, ...rest})

test("Who's On First gives names by language, the units a place lies in, and the place a neighbourhood is part of", async () => {
  const {pack, summary} = await imported({
    'wof.jsonl': [
      record(5, 'Zorside', 'neighbourhood', {names: {ara: ['زورسايد']}, region: 2, county: 3, locality: 4}),
      record(4, 'Zortown', 'locality', {gnId: 9_000_020, region: 2, county: 3, locality: 4, population: 70}),
      record(3, 'Zorcounty', 'county', {region: 2, county: 3}),
      record(2, 'Zorregion', 'region', {region: 2, locality: -1}),
      record(1, 'Iraq', 'country', {names: {eng: ['Irakvania']}}),
      record(6, 'Zorbuilding', 'venue', {region: 2})
    ].join('\n')
  })
  assert.deepEqual([summary.files[0]!.kept, summary.files[0]!.leftOut], [5, 1])
  const [part] = pack.named('زورسايد')
  assert.deepEqual(
    [part!.id, part!.kind, part!.country, part!.admin1, part!.admin2, part!.parent],
    ['whosonfirst:5', 'suburb', 'IQ', 'Zorregion', 'Zorcounty', 'geonames:9000020']
  )
  assert.equal(pack.named('Zortown')[0]!.population, 70)
  assert.deepEqual(ids(pack.named('Irakvania')), ['country:IQ'])
})

test("a feature of Who's On First as the project publishes it is read too", async () => {
  const {pack} = await imported({
    'features.jsonl': JSON.stringify({
      type: 'Feature',
      properties: {
        'wof:id': 7,
        'wof:name': 'Zorfeature',
        'wof:placetype': 'locality',
        'wof:country': 'IQ',
        'geom:latitude': 33.5,
        'geom:longitude': 44.5,
        'wof:concordances': {'gn:id': 9_000_030},
        'wof:population': 12,
        'name:ara_x_preferred': ['زورفيتشر'],
        'name:ara_x_variant': ['زورفتشر']
      }
    })
  })
  const [place] = pack.named('زورفتشر')
  assert.deepEqual([place!.id, place!.country, place!.lat], ['geonames:9000030', 'IQ', 33.5])
})

test('a record that names a GeoNames twin far away is a place of its own', async () => {
  const mosul = loadOwnGazetteer()
    .named('Mosul')
    .find(({precision}) => precision === 'town')!
  const gnId = Number(mosul.id.split(':')[1])
  const {pack} = await imported({
    'wof-iq.jsonl': [
      record(8, 'Zorfar', 'locality', {gnId, lat: mosul.lat + 3, lon: mosul.lon}),
      record(9, 'Zornear', 'locality', {gnId, lat: mosul.lat + 0.1, lon: mosul.lon})
    ].join('\n')
  })
  assert.deepEqual(ids(pack.named('Zorfar')), ['whosonfirst:8'])
  assert.deepEqual(ids(pack.named('Zornear')), [mosul.id])
})

test('a bad line is counted and named with the reason, and the others go on', async () => {
  const {summary, pack} = await imported({
    'XX.txt': [
      dump.split('\n')[0],
      'cut',
      dumpLine(9_000_040, 'Off', 'P.PPL', 'IQ', {4: '95'}),
      dumpLine(9_000_041, 'No code', 'P.PPL', 'iq'),
      dumpLine(9_000_042, '...', 'P.PPL', 'IQ'),
      dumpLine(9_000_043, 'Many', 'P.PPL', 'IQ', {14: 'many'}),
      dumpLine(999_999_999_999, 'Far', 'P.PPL', 'IQ'),
      '',
      dumpLine(9_000_044, 'Zorlast', 'P.PPL', 'IQ')
    ].join('\n'),
    'wof-iq.jsonl': [
      record(1, 'Zorpoint', 'locality', {lat: 0, lon: 0}),
      '{"wofId": 2, "name"',
      record(3, 'Zoroff', 'locality', {lat: 95})
    ].join('\n')
  })
  const [dumped, records] = summary.files
  assert.deepEqual([dumped!.rows, dumped!.kept, dumped!.refused], [8, 2, 6])
  assert.deepEqual(dumped!.firstRefused, [
    {line: 2, reason: '1 columns where a dump has 19'},
    {line: 3, reason: '"95, 20.25" is no point'},
    {line: 4, reason: '"iq" is no country code'},
    {line: 5, reason: '"..." is no name'},
    {line: 6, reason: '"many" is no population'}
  ])
  assert.deepEqual(
    records!.firstRefused.map(({line}) => line),
    [1, 2, 3]
  )
  assert.equal(pack.named('Zorlast').length, 1)
})

test('a file is told by its bytes: plain, gzip and ZIP give the same places', async () => {
  const content = Buffer.from(`${dump}\n`)
  const counts = []
  for (const bytes of [
    content,
    gzipSync(content),
    zipOf('readme.txt', Buffer.from('-'), 'XX.txt', content)
  ]) {
    const {summary, pack} = await imported({XX: bytes})
    counts.push([summary.places, summary.names, ids(pack.named('Zorvan'))])
  }
  assert.deepEqual(counts, [counts[0], counts[0], counts[0]])
})

test('an archive that is cut short leaves the older pack as it was', async () => {
  const {packs} = await imported({'XX.txt': dump})
  const before = readFileSync(join(packs, 'pack.bin'))
  const whole = gzipSync(Buffer.from(`${dump}\n`.repeat(2000)))
  const {paths} = inFolder({'XX.txt.gz': whole.subarray(0, -40)})
  await assert.rejects(
    importPlaces(paths, {folder: packs, name: 'pack'}),
    /Cannot read .*XX\.txt\.gz beyond line/
  )
  assert.deepEqual(readFileSync(join(packs, 'pack.bin')), before)
  assert.deepEqual(readdirSync(packs), ['pack.bin'])
})

test('a file of another form is refused with what may be given', async () => {
  const refused = async (files: Record<string, string>, reason: RegExp) => {
    const {folder, paths} = inFolder(files)
    await assert.rejects(importPlaces(paths, {folder}), reason)
  }
  await refused({'a.csv': 'id,name\n1,x\n'}, /begins with "id,name"; give a dump of GeoNames/)
  await refused({'a.json': '{"name": "x"}\n'}, /give a dump of GeoNames/)
  await refused({'a.txt': '\n'}, /is empty/)
  await refused(
    {'admin1CodesASCII.txt': 'IQ.77\tZor\tZor\t1\n'},
    /only add names; give the dump of places too/
  )
  await refused({'a.txt': dump, 'b.txt': dump}, /give it a name with --name/)
  await assert.rejects(importPlaces(['/nowhere.txt'], {folder: '/tmp'}), /nowhere\.txt does not exist/)
})

test('a dry run counts and keeps nothing, and the sources are recorded with their hashes', async () => {
  const {folder, paths} = inFolder({'XX.txt': dump})
  const packs = join(folder, 'packs')
  const dry = await importPlaces(paths, {folder: packs, dryRun: true})
  assert.equal(existsSync(packs), false)
  const kept = await importPlaces(paths, {folder: packs})
  assert.deepEqual(kept, dry)
  const [source] = loadGazetteer(kept.path).files[0]!.header.sources
  assert.equal(source!.licence, 'CC BY 4.0')
  assert.deepEqual([source!.file!.name, source!.file!.bytes], ['XX.txt', Buffer.byteLength(dump)])
  assert.match(source!.file!.sha256, /^[0-9a-f]{64}$/)
})

/** A ZIP archive of two files, the second deflated, in the form of PKWARE's APPNOTE. */
function zipOf(firstName: string, first: Buffer, secondName: string, second: Buffer): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content, method] of [
    [firstName, first, 0],
    [secondName, second, 8]
  ] as const) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(2, 4)
  end.writeUInt16LE(2, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end])
}
