import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import test from 'node:test'
import {loadGazetteer} from '../../../src/codebook/gazetteer.ts'
import {Spool} from '../../../src/codebook/packs/spool.ts'
import {GazetteerWriter, writeGazetteer} from '../../../src/codebook/packs/writer.ts'
import {fileOf, placeMadeUp, temporaryFolder} from '../places-made-up.ts'

test('a spool gives back what was appended, whether it fits in memory or not', () => {
  const content = Buffer.from(Array.from({length: 1000}, (_, i) => i % 251))
  for (const heldBytes of [16, 300, 4096]) {
    const spool = new Spool(join(temporaryFolder(), 'spool'), heldBytes)
    for (let at = 0; at < content.length; at += 37) spool.append(content.subarray(at, at + 37))
    assert.equal(spool.length, content.length)
    assert.deepEqual(Buffer.concat([...spool.pieces(64)]), content)
    spool.close()
  }
})

test('the same records give the same bytes, and no temporary file stays', () => {
  const records = Array.from({length: 300}, (_, i) => placeMadeUp(`x:${i}`, `Kel${i % 40}`))
  const [one, other] = [fileOf('a', records), fileOf('a', records)]
  assert.deepEqual(readFileSync(one), readFileSync(other))
  assert.deepEqual(readdirSync(dirname(one)), ['a.bin'])
})

test('a name that is given twice leads to its place once', () => {
  const path = join(temporaryFolder(), 'a.bin')
  const writer = new GazetteerWriter(path)
  const row = writer.add(placeMadeUp('x:1', 'Zorvan', {aliases: ['zorvan', 'ZORVAN']}))
  writer.addName(row, 'Zorvan')
  writer.addName(row, 'Kelia')
  writer.finish({version: '1', sources: []})
  writer.close()
  const gazetteer = loadGazetteer(path)
  assert.equal(gazetteer.named('Zorvan').length, 1)
  assert.equal(gazetteer.named('Kelia').length, 1)
})

test('names of units that were written as codes are given at the end, and a code without a name is none', () => {
  const path = join(temporaryFolder(), 'a.bin')
  const records = [placeMadeUp('x:1', 'Zorvan', {admin1: 'XA.01', admin2: 'XA.01.7'})]
  const names = new Map([['XA.01', 'Upper Kelia']])
  writeGazetteer(path, records, {version: '1', sources: [], unitName: code => names.get(code) ?? null})
  const [place] = loadGazetteer(path).named('Zorvan')
  assert.deepEqual([place!.admin1, place!.admin2], ['Upper Kelia', null])
})

test('a record off the Earth is refused, and what was there stays', () => {
  const path = fileOf('a', [placeMadeUp('x:1', 'Zorvan')])
  const before = readFileSync(path)
  assert.throws(
    () => writeGazetteer(path, [placeMadeUp('x:2', 'Nowhere', {lat: 91})], {version: '2', sources: []}),
    /x:2 lies at 91, 0; write degrees/
  )
  assert.throws(
    () => writeGazetteer(path, [placeMadeUp('x:2', 'Nowhere', {country: ''})], {version: '2', sources: []}),
    /two capital letters/
  )
  assert.deepEqual(readFileSync(path), before)
  assert.deepEqual(readdirSync(dirname(path)), ['a.bin'])
})
