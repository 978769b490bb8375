/**
 * Checks gazetteer/overlay.csv: `npm run check:gazetteer -- [--file FILE] [--data DIR]`.
 *
 * With --data, a folder of GeoNames dumps or Who's On First packs, it also lists the places that lie far
 * from their namesakes there. Exit code 1 when a rule is broken; a difference to open data is only shown.
 */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {DataFileError} from '../src/codebook/data-file-error.ts'
import {loadGazetteer} from '../src/codebook/gazetteer.ts'
import {wordGroupsOf} from '../src/codebook/models.ts'
import {decodeWeights} from '../src/codebook/weights-file.ts'
import {CountryLand} from './country-land.ts'
import {readOverlay} from './overlay-file.ts'
import {checkOverlay, differsKm, type Reference} from './overlay-rules.ts'
import {compare, readDumps} from './same-named.ts'
import {towns} from './towns.ts'

/** `root`: folder that holds `gazetteer/` and `models/`. */
export function loadReference(root: string): Reference {
  // The young list holds places of disputed islands under either state.
  const inhabited = towns().filter(({id}) => id.startsWith('geonames:'))
  const {numbers, cases} = wordGroupsOf(decodeWeights(readFileSync(`${root}models/clusters.bin`)))
  return {
    gazetteer: loadGazetteer(`${root}gazetteer/gazetteer.bin`),
    towns: Map.groupBy(inhabited, ({country}) => country!),
    land: new CountryLand(inhabited),
    isOrdinaryWord: word => [1, 2].includes(cases[numbers.get(word) ?? 0]!)
  }
}

async function main(): Promise<void> {
  const {values} = parseArgs({options: {file: {type: 'string'}, data: {type: 'string'}}})
  const root = fileURLToPath(new URL('../', import.meta.url))
  const path = values.file ?? 'gazetteer/overlay.csv'
  const source = readFileSync(values.file ?? `${root}${path}`, 'utf8')
  const errors = checkOverlay(source, path, loadReference(root))
  for (const {message} of errors) console.error(message)
  const {places} = readOverlay(source, path)
  console.log(`${path}: ${places.length} places, ${errors.length} errors`)
  if (values.data) {
    const known = await compare(places, readDumps(values.data))
    const far = known.filter(({km}) => km > differsKm)
    for (const {place, nearest, km} of far) {
      console.log(
        `${path}:${place.line}: ${place.id} at ${place.lat}, ${place.lon}; the nearest "${nearest.names[0]}" of ` +
          `${place.country} is ${Math.round(km)} km off, at ${nearest.lat}, ${nearest.lon}`
      )
    }
    console.log(
      `${values.data}: knows ${known.length}, of which ${far.length} lie more than ${differsKm} km off`
    )
  }
  if (errors.length > 0) process.exitCode = 1
}

if (import.meta.main) {
  await main().catch(error => {
    if (!(error instanceof DataFileError)) throw error
    console.error(error.message)
    process.exitCode = 1
  })
}
