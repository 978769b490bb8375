import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import test from 'node:test'
import {Gazetteer, loadGazetteer} from '../../src/codebook/gazetteer.ts'
import {PlaceFile} from '../../src/codebook/place-file.ts'
import {fileOf, placeMadeUp, temporaryFolder} from './places-made-up.ts'

const zorvan = placeMadeUp('geonames:1', 'Zorvan', {
  aliases: ['Al-Zorvan', 'زورفان'],
  lat: -12.345678,
  lon: 179.999999,
  population: 4_000_000_000,
  kind: 'capital',
  admin1: 'Upper Kelia',
  admin2: 'Kelia Ríos',
  parent: 'geonames:9'
})
const lesser = placeMadeUp('geonames:2', 'Zorvan', {population: 12, country: null})

test('a place comes back as it was written, under each of its names, its id and its country', () => {
  const gazetteer = loadGazetteer(fileOf('a', [lesser, zorvan]))
  const {aliases: _aliases, ...known} = zorvan
  assert.deepEqual(gazetteer.named('زورفان'), [known])
  assert.deepEqual(gazetteer.withId('geonames:1'), known)
  assert.deepEqual(gazetteer.capitalOf('XA'), known)
  assert.equal(gazetteer.capitalOf('XB'), null)
  assert.deepEqual(gazetteer.named('geonames:1'), [])
  assert.deepEqual(gazetteer.named(''), [])
})

test('places of one name come the most populous first, then by id', () => {
  const third = placeMadeUp('geonames:10', 'zorvan', {population: 12})
  const gazetteer = loadGazetteer(fileOf('a', [lesser, third, zorvan]))
  assert.deepEqual(
    gazetteer.named('Zorvan').map(({id}) => id),
    ['geonames:1', 'geonames:10', 'geonames:2']
  )
})

test('a file read by position gives what a file held in memory gives', () => {
  const records = Array.from({length: 5000}, (_, i) =>
    placeMadeUp(`geonames:${i}`, `Kel${i % 700}ia`, {
      aliases: [`Dor${i}`],
      population: i,
      admin1: `P${i % 9}`
    })
  )
  const path = fileOf('a', records)
  const held = new Gazetteer([new PlaceFile(path, 'no remedy')])
  const paged = new Gazetteer([new PlaceFile(path, 'no remedy', 0)])
  for (let i = 0; i < 800; i++) {
    assert.deepEqual(paged.named(`Kel${i}ia`), held.named(`Kel${i}ia`))
    assert.deepEqual(paged.named(`Dor${7 * i}`), held.named(`Dor${7 * i}`))
  }
  assert.equal(held.named('Kel3ia').length, 8)
})

test('a file that is cut short, damaged or something else is refused with path and remedy', () => {
  const folder = temporaryFolder()
  const bytes = readFileSync(fileOf('a', [zorvan, lesser]))
  const refused = (name: string, content: Uint8Array, reason: RegExp) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    assert.throws(
      () => new PlaceFile(path, 'import it anew'),
      (error: Error) => {
        assert.ok(error.message.includes(`${path}; import it anew`))
        assert.match((error.cause as Error).message, reason)
        return true
      }
    )
  }
  refused('short', bytes.subarray(0, -40), /cut short/)
  refused('empty', new Uint8Array(), /no gazetteer/)
  refused('foreign', Buffer.from('{"version":"1"}\n'.repeat(9)), /no gazetteer/)
  const damaged = Buffer.from(bytes)
  damaged[20]! ^= 1
  refused('damaged', damaged, /checksum/)
})

test('packs add names to the places they share, and the larger population counts', () => {
  const folder = temporaryFolder()
  const embedded = fileOf('embedded', [
    placeMadeUp('geonames:1', 'Zorvan', {population: 50, admin1: 'Kelia'}),
    placeMadeUp('country:XA', 'Zoria', {kind: 'country', precision: 'country'})
  ])
  fileOf('b', [placeMadeUp('geonames:1', 'Zorwan', {population: 70, admin2: 'Ríos'})], folder)
  fileOf('c', [placeMadeUp('country:XA', 'Republic of Zoria'), placeMadeUp('geonames:3', 'Zorwan')], folder)
  const gazetteer = loadGazetteer(embedded, folder)
  assert.equal(gazetteer.version, '1+b@1+c@1')
  const [merged, other] = gazetteer.named('Zorwan')
  assert.deepEqual(gazetteer.named('Zorvan'), [merged])
  assert.deepEqual(
    [merged!.name, merged!.population, merged!.admin1, merged!.admin2],
    ['Zorvan', 70, 'Kelia', 'Ríos']
  )
  assert.equal(other!.id, 'geonames:3')
  assert.equal(gazetteer.country('XA')!.name, 'Zoria')
  assert.deepEqual(
    gazetteer.named('Republic of Zoria').map(({id, name, kind}) => [id, name, kind]),
    [['country:XA', 'Zoria', 'country']]
  )
})
