/** Countries, provinces, districts and parts of the world, with a point in the middle of each. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {listed, readCsv} from '../src/codebook/csv.ts'
import type {PlaceRecord} from '../src/codebook/gazetteer-file.ts'

const source = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
/** Languages in which countries are found. Sorani and Kurmanji share what names the CLDR has. */
const languages = ['en', 'ar', 'fa', 'ckb', 'ku', 'fr', 'es', 'ru', 'uk', 'tr']
/** Side of the squares, in degrees, by which settled land is measured. */
const cell = 0.5

const provinceWords =
  / (?:Governorate|Province|Region|State|Oblast['’]?|Oblasts?ka Oblast['’]?|Krai|Kray|District|Department|Prefecture|County|Wilaya|Division|Municipality|Voivodeship|Autonomous Republic|Republic|Territory)$/i
const provinceOpenings =
  /^(?:Muhafazat|Mu[ḩh]āfaz̧at|Wilayat|Ost[āa]n-e|Departamento (?:de|del)|Provincia de|Estado de|Province of|Region of|State of|Republic of) /i
const districtWords = / (?:County|Parish|District|Municipality|Department|Province|Borough|Raion|Tehsil)$/i

export function countries(towns: readonly PlaceRecord[]): PlaceRecord[] {
  const names = languages.map(
    language => new Intl.DisplayNames([language], {type: 'region', fallback: 'none'})
  )
  const byCountry = Map.groupBy(towns, ({country}) => country)
  return readCsv(source('countries.csv'), 'gazetteer/countries.csv', ['country', 'lat', 'lon', 'names']).map(
    row => {
      const known = names.map(language => language.of(row.country)).filter(name => name !== undefined)
      return {
        id: `country:${row.country}`,
        name: known[0] ?? row.country,
        aliases: [...known.map(withoutBrackets), ...listed(row.names)],
        lat: Number(row.lat),
        lon: Number(row.lon),
        precision: 'country',
        kind: 'country',
        country: row.country,
        admin1: null,
        admin2: null,
        population: population(byCountry.get(row.country) ?? []),
        parent: null
      }
    }
  )
}

/** "Myanmar (Burma)" is nobody's way to write it. */
function withoutBrackets(name: string): string {
  return name.replace(/ \(.*\)$/, '')
}

export function regions(): PlaceRecord[] {
  return readCsv(source('regions.csv'), 'gazetteer/regions.csv', ['id', 'name', 'aliases', 'lat', 'lon']).map(
    row => ({
      id: `region:${row.id}`,
      name: row.name,
      aliases: listed(row.aliases),
      lat: Number(row.lat),
      lon: Number(row.lon),
      precision: 'area',
      kind: 'region',
      country: null,
      admin1: null,
      admin2: null,
      population: 0,
      parent: null
    })
  )
}

export function provinces(towns: readonly PlaceRecord[]): PlaceRecord[] {
  const path = 'gazetteer/province-points.csv'
  const points = new Map(
    readCsv(source('province-points.csv'), path, ['country', 'province', 'lat', 'lon']).map(row => [
      `${row.country}/${row.province}`,
      {lat: Number(row.lat), lon: Number(row.lon)}
    ])
  )
  const groups = Map.groupBy(
    towns.filter(({admin1}) => admin1 !== null),
    ({country, admin1}) => `${country}/${admin1}`
  )
  return [...groups].map(([key, members]) => {
    const name = members[0]!.admin1!
    const short = name.replace(provinceWords, '').replace(provinceOpenings, '')
    return {
      ...members[0]!,
      ...(points.get(key) ?? middle(members)),
      id: `admin1:${key}`,
      name,
      aliases: short === name ? [] : [short],
      precision: 'admin1',
      kind: 'admin1',
      admin2: null,
      population: population(members)
    }
  })
}

export function districts(towns: readonly PlaceRecord[]): PlaceRecord[] {
  const groups = Map.groupBy(
    towns.filter(({admin2}) => admin2 !== null),
    ({country, admin1, admin2}) => `${country}/${admin1}/${admin2}`
  )
  return [...groups].map(([key, members]) => {
    const name = members[0]!.admin2!
    const short = name.replace(districtWords, '')
    return {
      ...members[0]!,
      ...middle(members),
      id: `admin2:${key}`,
      name,
      aliases: short === name ? [] : [short],
      precision: 'area',
      kind: 'admin2',
      population: population(members)
    }
  })
}

/** Parts of a country by compass: the middle of the settled land in its outer thirds. */
export function countryParts(
  towns: readonly PlaceRecord[],
  countryRecords: readonly PlaceRecord[]
): PlaceRecord[] {
  const byCountry = Map.groupBy(towns, ({country}) => country)
  return countryRecords.flatMap(country => {
    const members = byCountry.get(country.country) ?? []
    if (members.length < fewestTowns) return []
    const third = (key: 'lat' | 'lon') => {
      const values = members.map(member => member[key])
      const [low, high] = [Math.min(...values), Math.max(...values)]
      return (value: number) => Math.floor((2.999 * (value - low)) / (high - low))
    }
    const [row, column] = [third('lat'), third('lon')]
    const names = [country.name, ...country.aliases].filter(name => /^[\p{Script=Latin} .'’-]+$/u.test(name))
    return compass.flatMap(([direction, inLat, inLon]): PlaceRecord[] => {
      const inside = members.filter(
        ({lat, lon}) => (inLat === null || row(lat) === inLat) && (inLon === null || column(lon) === inLon)
      )
      if (inside.length === 0) return []
      const written = names.flatMap(name => [`${direction}ern ${name}`, `${direction} ${name}`])
      return [
        {
          ...country,
          ...middle(inside),
          id: `part:${country.country}/${direction}`,
          name: direction === 'central' ? `central ${country.name}` : `${direction}ern ${country.name}`,
          aliases: direction === 'central' ? names.map(name => `central ${name}`) : written,
          precision: 'area',
          kind: 'area',
          population: 0,
          parent: country.name
        }
      ]
    })
  })
}

/** Below this a country is too small, or too little known, to have parts. */
const fewestTowns = 12
/** Compass words with the third of the country from south to north and from west to east. */
const compass: readonly (readonly [string, number | null, number | null])[] = [
  ['north', 2, null],
  ['south', 0, null],
  ['east', null, 2],
  ['west', null, 0],
  ['northeast', 2, 2],
  ['northwest', 2, 0],
  ['southeast', 0, 2],
  ['southwest', 0, 0],
  ['central', 1, 1]
]

/** The middle of settled land: each square with a town counts once, so that a large town does not draw the point to itself. */
function middle(members: readonly PlaceRecord[]): Pick<PlaceRecord, 'lat' | 'lon'> {
  const squares = new Map(
    members.map(({lat, lon}) => [`${Math.floor(lat / cell)}/${Math.floor(lon / cell)}`, {lat, lon}])
  )
  const points = squares.size < 3 ? [...members] : [...squares.values()]
  const mean = (key: 'lat' | 'lon') => points.reduce((sum, point) => sum + point[key], 0) / points.length
  return {lat: mean('lat'), lon: mean('lon')}
}

function population(members: readonly PlaceRecord[]): number {
  return Math.min(
    0xffff_ffff,
    members.reduce((sum, {population: people}) => sum + people, 0)
  )
}
