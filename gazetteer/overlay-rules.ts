/**
 * The rules for gazetteer/overlay.csv: a place lies in its country and near its parent, ids are in order,
 * and no name would catch something else.
 */
import {distanceKm, type LatLon} from '../src/algorithms/great-circle.ts'
import {DataFileError} from '../src/codebook/data-file-error.ts'
import type {Gazetteer, KnownPlace} from '../src/codebook/gazetteer.ts'
import type {PlaceRecord} from '../src/codebook/gazetteer-file.ts'
import {normaliseName} from '../src/codebook/place-names.ts'
import type {CountryLand} from './country-land.ts'
import {isSite, type OverlayPlace, readOverlay} from './overlay-file.ts'

/** What a check compares places with. */
export interface Reference {
  readonly gazetteer: Pick<Gazetteer, 'named'>
  /** By country. */
  readonly towns: ReadonlyMap<string, readonly PlaceRecord[]>
  readonly land: Pick<CountryLand, 'countryAt' | 'distanceKm'>
  /** Whether texts usually write the word small. */
  readonly isOrdinaryWord: (word: string) => boolean
}

/**
 * How far from its country's land a point may lie, in km. Sites: coasts, borders, bridges and crossings, and
 * what outlines of 1:10 million leave out. Areas: rivers and ranges on a border. At sea an area has room: straits, gulfs.
 */
const offLandKm = {site: 5, town: 5, area: 30, admin1: 30, areaAtSea: 200}

/**
 * How far from its parent a place may lie, in km: from the town; for a province, how much farther its nearest
 * town is than the nearest of any: towns lie densely on the Nile and 300 km apart in the Sahara.
 */
const fromParentKm = {site: 50, town: 100, area: 200, admin1: 500}
/** An area or province is wide: added where it is measured from its middle. */
const wideParentKm = 300

/** From here on two records do not mean the same spot, in km. */
export const differsKm = 25
/** A place of this many people is what most reports mean by its name. */
const bigPopulation = 100_000

export function checkOverlay(source: string, path: string, reference: Reference): DataFileError[] {
  const {places, errors} = readOverlay(source, path)
  const rules = [outOfOrder, sharesName, outsideCountry, farFromParent, catchesOthers]
  const found = rules.flatMap(rule =>
    places.flatMap((place, i) => {
      const message = rule(place, places, reference, i)
      return message === null ? [] : new DataFileError(path, place.line, `${place.id}: ${message}`)
    })
  )
  return [...errors, ...found].toSorted((a, b) => a.line - b.line)
}

type Rule = (
  place: OverlayPlace,
  places: readonly OverlayPlace[],
  reference: Reference,
  index: number
) => string | null

const outOfOrder: Rule = ({id}, places, _, i) => {
  const before = places[i - 1]
  if (!before || before.id < id) return null
  return before.id === id
    ? 'this id is there twice; join the two lines, or rename one'
    : `stands behind "${before.id}"; sort the lines by id`
}

const sharesName: Rule = (place, places, _, i) => {
  const names = new Set(place.names.map(normaliseName))
  const twin = places
    .slice(0, i)
    .find(
      other => other.country === place.country && other.names.some(name => names.has(normaliseName(name)))
    )
  const shared = twin?.names.find(name => names.has(normaliseName(name)))
  return twin ? `the name "${shared}" is that of "${twin.id}" too; keep it for one of them` : null
}

const outsideCountry: Rule = ({lat, lon, country, precision}, _places, {land}) => {
  const actual = land.countryAt({lat, lon})
  if (actual === country) return null
  const allowed = actual === null && precision === 'area' ? offLandKm.areaAtSea : offLandKm[precision]
  const searched = 1000
  const km = land.distanceKm(country, {lat, lon}, searched)
  if (km <= allowed) return null
  const away = km === Number.POSITIVE_INFINITY ? `more than ${searched}` : Math.round(km)
  return (
    `${lat}, ${lon} lies ${actual ? `in ${actual}` : 'at sea'}, ${away} km from ${country} ` +
    `(a ${precision} may lie ${allowed} km off); correct lat and lon, or country`
  )
}

const farFromParent: Rule = (place, places, {gazetteer, towns}) => {
  const {parent, country, precision} = place
  if (parent === null) return null
  const wanted = normaliseName(parent)
  const inOverlay = places.filter(
    other =>
      other !== place && other.country === country && other.names.some(name => normaliseName(name) === wanted)
  )
  const known = gazetteer
    .named(parent)
    .filter(candidate => candidate.country === country && isTownOrProvince(candidate))
  const reach = fromParentKm[precision]
  const inCountry = towns.get(country) ?? []
  const excess = [
    ...inOverlay.map(other => distanceKm(other, place) - (isSite(other.precision) ? 0 : wideParentKm)),
    ...known.map(candidate =>
      candidate.precision === 'admin1'
        ? nearestKm(place, inCountry, candidate.admin1!) - nearestKm(place, inCountry)
        : distanceKm(candidate, place)
    )
  ].map(km => km - reach)
  if (excess.length === 0)
    return `no town or province "${parent}" in ${country}; write the name as the gazetteer has it, or leave the cell empty`
  const least = Math.min(...excess)
  if (least <= 0) return null
  return (
    `lies ${Math.round(least)} km too far from its parent "${parent}" (a ${precision} may lie ${reach} km off); ` +
    'correct lat and lon, or parent'
  )
}

const catchesOthers: Rule = ({names, lat, lon, country}, _, {gazetteer, isOrdinaryWord}) => {
  for (const name of names) {
    if (/^\p{L}+$/u.test(name) && isOrdinaryWord(name.toLowerCase()))
      return `"${name}" is an ordinary word; write a fuller name`
    const bigger = gazetteer
      .named(name)
      .find(
        place =>
          place.precision === 'country' ||
          (isTownOrProvince(place) &&
            place.country === country &&
            place.population >= bigPopulation &&
            distanceKm(place, {lat, lon}) > (place.precision === 'town' ? differsKm : wideParentKm))
      )
    if (bigger) {
      const {precision, country: where} = bigger
      return `"${name}" is the name of a much bigger ${precision} in ${where}; write a fuller name`
    }
  }
  return null
}

/** From GeoNames: the compiled entries of the overlay prove nothing about themselves. */
function isTownOrProvince({id, precision}: KnownPlace): boolean {
  return !id.startsWith('overlay:') && (precision === 'town' || precision === 'admin1')
}

/** To the nearest of the towns, or of those of one province. */
function nearestKm(point: LatLon, towns: readonly PlaceRecord[], admin1?: string): number {
  return towns.reduce(
    (least, town) =>
      admin1 === undefined || town.admin1 === admin1 ? Math.min(least, distanceKm(town, point)) : least,
    Number.POSITIVE_INFINITY
  )
}
