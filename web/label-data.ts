/**
 * Names for the map, made of the gazetteer when the page is built: `import data from 'virtual:map-labels'`.
 *
 * The map has no tiles and asks nobody: names come with the page.
 */
import {readFileSync} from 'node:fs'
import {towns} from '../gazetteer/towns.ts'
import {listed, readCsv} from '../src/codebook/csv.ts'

const name = 'virtual:map-labels'
/** Smaller towns are named where something happened in them. */
const leastPopulation = 100_000

/** Times its people: seats are looked for, and what is no seat may be a part of another town. */
const weights: Readonly<Record<string, number>> = {capital: 3, seat: 1}

export interface LabelData {
  /** ISO code, lat, lon, zoom from which it is named. */
  readonly countries: readonly (readonly [string, number, number, number])[]
  /** Name, lat, lon, weight, and the name in Arabic letters where we have one; the weightiest first. */
  readonly towns: readonly (readonly [string, number, number, number, string?])[]
}

export function mapLabelData() {
  return {
    name: 'map-labels',
    resolveId: (id: string) => (id === name ? `\0${name}` : null),
    load: (id: string) =>
      id === `\0${name}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(labelData()))})` : null
  }
}

export function labelData(): LabelData {
  const known = towns()
    .filter(({kind, population}) => kind !== 'suburb' && population >= leastPopulation)
    .map(town => ({...town, weight: town.population * (weights[town.kind] ?? 0.3)}))
  const arabic = arabicNames()
  const people = new Map<string, number>()
  for (const {country, population} of known) people.set(country!, (people.get(country!) ?? 0) + population)
  return {
    countries: rows('countries.csv', ['country', 'lat', 'lon', 'names'])
      .map(
        ({country, lat, lon}) =>
          [country, Number(lat), Number(lon), zoomOf(people.get(country) ?? 0)] as const
      )
      .toSorted(([, , , a], [, , , b]) => a - b),
    towns: known
      .toSorted((a, b) => b.weight - a.weight)
      .map(({name: own, lat, lon, weight, country}) => {
        const local = arabic.get(`${own} ${country}`)
        const place = [own, round(lat), round(lon), Math.round(weight)] as const
        return local ? [...place, local] : place
      })
  }
}

/** The largest countries are named on a map of the world, small ones nearer. */
const zoomOf = (townspeople: number) =>
  townspeople > 20e6 ? 1 : townspeople > 3e6 ? 2.4 : townspeople > 4e5 ? 3.4 : 4.4

const round = (degrees: number) => Math.round(degrees * 1000) / 1000

/** By name and country; letters that Arabic lacks belong to Persian, Kurdish or Urdu. */
function arabicNames(): Map<string, string> {
  const found = new Map<string, string>()
  for (const {place, precision, country, names} of rows('names.csv', [
    'place',
    'precision',
    'country',
    'names'
  ])) {
    const written = listed(names).filter(one => /^[\u0600-\u06ff ]+$/.test(one))
    const best = written.find(one => !/[پچژگکیڤۆێەڵڕ]/.test(one)) ?? written[0]
    if (precision === 'town' && best) found.set(`${place} ${country}`, best)
  }
  return found
}

function rows<const Column extends string>(file: string, columns: readonly Column[]) {
  return readCsv(readFileSync(new URL(`../gazetteer/${file}`, import.meta.url), 'utf8'), file, columns)
}
