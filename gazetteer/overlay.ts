/** What analysts add to the open data: places of their own, and further names of towns. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {listed, readCsv} from '../src/codebook/csv.ts'
import {DataFileError} from '../src/codebook/data-file-error.ts'
import type {PlaceRecord} from '../src/codebook/gazetteer-file.ts'
import {normaliseName} from '../src/codebook/place-names.ts'
import {readOverlay} from './overlay-file.ts'

const source = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')

export function overlay(towns: readonly PlaceRecord[]): PlaceRecord[] {
  const {places, errors} = readOverlay(source('overlay.csv'), 'gazetteer/overlay.csv')
  if (errors[0]) throw errors[0]
  const biggest = biggestByName(towns)
  return places.map(({id, names, lat, lon, precision, parent, country}) => ({
    id: `overlay:${id}`,
    name: names[0]!,
    aliases: names.slice(1),
    lat,
    lon,
    precision,
    kind: precision,
    country,
    admin1: (parent && biggest.get(`${country}/${normaliseName(parent)}`)?.admin1) ?? null,
    admin2: null,
    population: 0,
    parent
  }))
}

/** The places, with the names of names.csv added to the biggest place of that name and kind in the country. */
export function withFurtherNames(places: readonly PlaceRecord[]): PlaceRecord[] {
  const path = 'gazetteer/names.csv'
  const key = (precision: string, country: string | null, name: string) =>
    `${precision}/${country}/${normaliseName(name)}`
  const biggest = new Map<string, PlaceRecord>()
  for (const place of places) {
    for (const name of [place.name, ...place.aliases]) {
      const own = key(place.precision, place.country, name)
      if (place.population >= (biggest.get(own)?.population ?? 0)) biggest.set(own, place)
    }
  }
  const added = new Map<string, string[]>()
  for (const row of readCsv(source('names.csv'), path, ['place', 'precision', 'country', 'names'])) {
    const place = biggest.get(key(row.precision, row.country, row.place))
    if (!place)
      throw new DataFileError(
        path,
        row.line,
        `no ${row.precision} "${row.place}" in ${row.country}; write its name as the gazetteer has it`
      )
    added.set(place.id, [...(added.get(place.id) ?? []), ...listed(row.names)])
  }
  return places.map(place =>
    added.has(place.id) ? {...place, aliases: [...place.aliases, ...added.get(place.id)!]} : place
  )
}

/** Which province a name of a town or province lies in: of the biggest of that name. */
function biggestByName(towns: readonly PlaceRecord[]): ReadonlyMap<string, PlaceRecord> {
  const biggest = new Map<string, PlaceRecord>()
  for (const town of towns) {
    for (const name of [town.name, town.admin1]) {
      if (name === null) continue
      const key = `${town.country}/${normaliseName(name)}`
      const known = biggest.get(key)
      if (!known || (name === town.name && town.population > known.population)) biggest.set(key, town)
    }
  }
  return biggest
}
