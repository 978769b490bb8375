/**
 * Whether two tellings can be of one place, by what each knows of it.
 *
 *     Oruro, Oruro                              one place
 *     Green Zone (site), Baghdad (town)         one inside the other
 *     a town, its province                      inside
 *     a town; "the south", 60 km away           around: it may lie there
 *     a town, its country                       says little
 *     two towns 9 km apart                      beside: neighbours have their own incidents
 *     two towns 90 km apart                     far
 *     a town, "northern Bolivia"                around, from some way short of that part's middle to the border
 *     "Station Square", no point known          unknown, unless the names or the countries tell, or one puts it in its town
 */
import {distanceKm} from '../algorithms/great-circle.ts'
import {sameName} from '../algorithms/same-name.ts'
import type {Place} from '../model/contract.ts'
import type {Evidence} from '../model/link-profile.ts'
import type {Telling, TellingPlace} from '../model/telling.ts'

/** How far apart the points of two places may lie, by the coarser precision; in kilometres. */
const reachKm: Readonly<Record<Place['precision'], number>> = {
  site: 12,
  town: 15,
  area: 80,
  admin1: 150,
  country: 1500
}
/** Points of two towns so near are one town in two gazetteers, or a quarter of it. */
const sameTownKm = 4
/** A city that has the name of its province reaches so far. */
const cityReachKm = 40

type PlaceSign =
  | 'place-same'
  | 'place-within'
  | 'place-near'
  | 'place-around'
  | 'place-beside'
  | 'place-country'
  | 'place-unknown'
  | 'place-far'

export function placeSign(one: Telling, other: Telling): Evidence {
  const {place: a} = one
  const {place: b} = other
  const found = signOf(a, b)
  const id = found === 'place-unknown' && (names(one, other) || names(other, one)) ? 'place-within' : found
  return {id, value: 1, because: sentences[id](a, b)}
}

/** Whether one puts at its place what the other names and no gazetteer has. */
function names({place: around, sites}: Telling, {place}: Telling): boolean {
  return (
    around !== null &&
    place !== null &&
    place.gazetteerId === null &&
    sites.includes(place.name.toLowerCase())
  )
}

/** Nothing outweighs it: they cannot be of one place. */
export function placesContradict(a: TellingPlace | null, b: TellingPlace | null): boolean {
  return signOf(a, b) === 'place-far'
}

function signOf(a: TellingPlace | null, b: TellingPlace | null): PlaceSign {
  if (a === null || b === null) return 'place-unknown'
  const isWide = a.precision === 'country' || b.precision === 'country'
  if (a.country !== null && b.country !== null && a.country !== b.country && isWide) return 'place-far'
  if (isWide) return a.country !== null && a.country === b.country ? 'place-country' : 'place-unknown'
  if (
    a.gazetteerId === null && b.gazetteerId === null
      ? sameName(a.name, b.name)
      : a.gazetteerId === b.gazetteerId
  )
    return 'place-same'
  if (isSameTown(a, b)) return 'place-same'
  if (contains(a, b) || contains(b, a)) return 'place-within'
  if (a.lat === null || b.lat === null) {
    const isOtherCountry = a.country !== null && b.country !== null && a.country !== b.country
    return isOtherCountry ? 'place-far' : sameName(a.name, b.name) ? 'place-same' : 'place-unknown'
  }
  const inPart = signInPart(a, b) ?? signInPart(b, a)
  if (inPart !== null) return inPart
  const km = kmBetween(a, b)
  if (km > Math.max(reachKm[a.precision], reachKm[b.precision])) return 'place-far'
  if (isRegion(a) || isRegion(b)) return 'place-around'
  return a.precision === 'town' && b.precision === 'town' && km > sameTownKm ? 'place-beside' : 'place-near'
}

/** One of them is of no gazetteer, as in a row of a dataset: name and point tell. */
function isSameTown(a: TellingPlace, b: TellingPlace): boolean {
  if (a.gazetteerId !== null && b.gazetteerId !== null) return false
  if (a.precision !== 'town' || b.precision !== 'town' || !sameName(a.name, b.name)) return false
  return a.lat !== null && b.lat !== null && kmBetween(a, b) <= sameTownKm
}

const isRegion = ({precision}: TellingPlace) => precision === 'area' || precision === 'admin1'

/** Whether `a` is the province of `b`, or a city that is a province of its own ("Kinshasa" and a place in its admin1 "Kinshasa"). */
function contains(a: TellingPlace, b: TellingPlace): boolean {
  if (b.admin1 === null || a.country !== b.country || !sameName(a.name, b.admin1)) return false
  if (a.precision === 'admin1') return true
  return a.precision === 'town' && a.lat !== null && b.lat !== null && kmBetween(a, b) <= cityReachKm
}

function kmBetween(a: TellingPlace, b: TellingPlace): number {
  return distanceKm({lat: a.lat!, lon: a.lon!}, {lat: b.lat!, lon: b.lon!})
}

const countryPart = /^part:.*\/(.+)$/

/** "Northern Bolivia": a part of a country by the compass. */
export function isCountryPart({gazetteerId}: TellingPlace): boolean {
  return countryPart.test(gazetteerId ?? '')
}

/** How far a part of a country reaches back from its middle, in kilometres. */
const partReachKm = 150
const kmPerDegree = 111.2
/** Which way each part of a country lies: to the north and to the east. */
const directions: Readonly<Record<string, readonly [north: number, east: number]>> = {
  north: [1, 0],
  south: [-1, 0],
  east: [0, 1],
  west: [0, -1],
  northeast: [1, 1],
  northwest: [1, -1],
  southeast: [-1, 1],
  southwest: [-1, -1]
}

/** `b` as a part of its country by the compass; null where it is none. A province may lie in it though its middle does not. */
function signInPart(a: TellingPlace, b: TellingPlace): PlaceSign | null {
  const [north, east] = directions[countryPart.exec(b.gazetteerId ?? '')?.[1] ?? ''] ?? [0, 0]
  if ((north === 0 && east === 0) || a.country !== b.country || a.lat === null || b.lat === null) return null
  const up = north * (a.lat - b.lat) * kmPerDegree
  const right = east * (a.lon! - b.lon!) * kmPerDegree * Math.cos((b.lat * Math.PI) / 180)
  const short = -Math.min(up, right) - partReachKm
  if (short <= 0) return 'place-around'
  return isRegion(a) && short <= reachKm[a.precision] ? 'place-country' : 'place-far'
}

type Sentence = (a: TellingPlace | null, b: TellingPlace | null) => string
const apart: Sentence = (a, b) =>
  a!.lat === null || b!.lat === null || a!.precision === 'country' || b!.precision === 'country'
    ? `one is in ${a!.country}, the other in ${b!.country}`
    : `${a!.name} and ${b!.name} are ${Math.round(kmBetween(a!, b!))} km apart`
const sentences: Readonly<Record<PlaceSign, Sentence>> = {
  'place-same': a => `both are placed at ${a!.name}`,
  'place-within': (a, b) => `one of ${a!.name} and ${b!.name} lies in the other`,
  'place-near': apart,
  'place-around': apart,
  'place-beside': (a, b) =>
    `${a!.name} and ${b!.name} are neighbours, ${Math.round(kmBetween(a!, b!))} km apart`,
  'place-country': a => `both are in ${a!.country}; one of them says no more of the place`,
  'place-unknown': () => 'one of them names no place that is known',
  'place-far': apart
}
