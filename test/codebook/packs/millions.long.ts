import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import test from 'node:test'
import {type Gazetteer, loadGazetteer} from '../../../src/codebook/gazetteer.ts'
import {loadOwnGazetteer} from '../../../src/codebook/load.ts'
import {temporaryFolder} from '../places-made-up.ts'
import {writeAlternateNames, writeDump} from './synthetic-dump.ts'

const seed = 7

test('the embedded gazetteer opens in 60 ms, and a name takes some microseconds', t => {
  const start = performance.now()
  const gazetteer = loadOwnGazetteer()
  const openMs = performance.now() - start
  lookUp(gazetteer, namesOf(gazetteer, 20_000))
  const us = lookUp(gazetteer, namesOf(gazetteer, 200_000))
  t.diagnostic(`opened in ${openMs.toFixed(1)} ms; ${us.toFixed(2)} µs a name`)
  assert.ok(openMs < 60)
  assert.ok(us < 20)
})

test('12 million places and 16 million alternate names are imported below 1.5 GB, and looked up by position', t => {
  const folder = temporaryFolder()
  const [dump, alternates] = [join(folder, 'allCountries.txt'), join(folder, 'alternateNamesV2.txt')]
  try {
    writeDump(dump, 12_000_000, seed)
    writeAlternateNames(alternates, 16_000_000, 12_000_000, seed + 1)
    // In a process of its own, whose memory can be measured.
    const {stdout, stderr} = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', importing, dump, alternates, folder],
      {encoding: 'utf8', cwd: process.cwd()}
    )
    assert.equal(stderr, '')
    const {places, names, bytes, seconds, maxRssMB} = JSON.parse(stdout)
    assert.equal(places, 12_000_000)
    const gazetteer = loadGazetteer(join(folder, 'millions.bin'))
    const us = lookUp(gazetteer, namesOf(gazetteer, 5000))
    t.diagnostic(
      `${names} names, ${bytes / 1e6} MB, ${seconds.toFixed(0)} s, ${maxRssMB.toFixed(0)} MB at most; ${us.toFixed(0)} µs a name`
    )
    assert.ok(maxRssMB < 1500)
  } finally {
    rmSync(folder, {recursive: true})
  }
})

const importing = `
const [dump, alternates, folder] = process.argv.slice(1)
const {importPlaces} = await import(process.cwd() + '/src/workflows/import-places.ts')
const start = performance.now()
const {places, names, bytes} = await importPlaces([dump, alternates], {folder, name: 'millions'})
const seconds = (performance.now() - start) / 1000
console.log(JSON.stringify({places, names, bytes, seconds, maxRssMB: process.resourceUsage().maxRSS / 1000}))`

/** Names of places drawn from the file, a third of them misspelt: the same each time. */
function namesOf({files: [file]}: Gazetteer, count: number): string[] {
  let state = seed
  return Array.from({length: count}, (_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const {name} = file!.place(Math.floor((state / 2 ** 32) * file!.header.places))
    return i % 3 === 0 ? `${name}zq` : name
  })
}

/** Microseconds a name. */
function lookUp(gazetteer: Gazetteer, names: readonly string[]): number {
  const start = performance.now()
  for (const name of names) gazetteer.named(name)
  return ((performance.now() - start) * 1000) / names.length
}
