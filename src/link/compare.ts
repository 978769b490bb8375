/**
 * What speaks for and against two incidents of two reports being one: one sign each, with its sentence.
 *
 * The weights stand in codebook/link-weights.csv.
 */
import {distanceKm} from '../algorithms/great-circle.ts'
import {sameName} from '../algorithms/same-name.ts'
import type {Place} from '../model/contract.ts'
import type {Evidence, WordProfile} from '../model/link-profile.ts'
import type {Telling} from '../model/telling.ts'
import type {KinFamilies} from './kinds.ts'

/** How far apart two places may be told, by the coarser precision; in kilometres. */
const reachKm: Readonly<Record<Place['precision'], number>> = {
  site: 12,
  town: 15,
  area: 80,
  admin1: 150,
  country: 1500
}
const sameWording = 0.5

export function signs(a: Telling, b: Telling, kin: KinFamilies): Evidence[] {
  return [
    placeSign(a, b),
    daySign(a, b),
    familySign(a, b, kin),
    ...sidesSign(a, b),
    ...figureSign(a, b),
    ...wordingSign(a, b)
  ]
}

function placeSign({place: a}: Telling, {place: b}: Telling): Evidence {
  if (!a || !b || a.lat === null || b.lat === null)
    return {id: 'place-unknown', value: 1, because: 'one of them names no place'}
  const isSame =
    a.gazetteerId === null && b.gazetteerId === null
      ? sameName(a.name, b.name)
      : a.gazetteerId === b.gazetteerId
  if (isSame) return {id: 'place-same', value: 1, because: `both are placed at ${a.name}`}
  const km = distanceKm({lat: a.lat, lon: a.lon!}, {lat: b.lat, lon: b.lon!})
  const reach = Math.max(reachKm[a.precision], reachKm[b.precision])
  const words = `${a.name} and ${b.name} are ${Math.round(km)} km apart`
  return km <= reach
    ? {id: 'place-near', value: 1, because: words}
    : {id: 'place-far', value: 1, because: words}
}

function daySign(a: Telling, b: Telling): Evidence {
  const [from, to] = [a.when.from, b.when.from].map(day => Date.parse(day.slice(0, 10)))
  const overlap =
    a.when.from.slice(0, 10) <= b.when.to.slice(0, 10) && b.when.from.slice(0, 10) <= a.when.to.slice(0, 10)
  if (overlap) return {id: 'day-same', value: 1, because: `both are of ${a.when.from.slice(0, 10)}`}
  const days = Math.abs(from! - to!) / 86_400_000
  const inferred = a.when.known === 'inferred' || b.when.known === 'inferred'
  return days <= 1 && inferred
    ? {id: 'day-next', value: 1, because: 'they are a day apart, and one day is only inferred'}
    : {id: 'day-apart', value: 1, because: `they are ${days} days apart`}
}

function familySign(a: Telling, b: Telling, kin: KinFamilies): Evidence {
  if (a.family === b.family) return {id: 'family-same', value: 1, because: `both are told as ${a.family}`}
  const isKin = kin.has(`${a.family}/${b.family}`) || kin.has(`${b.family}/${a.family}`)
  return {
    id: isKin ? 'family-kin' : 'family-other',
    value: 1,
    because: `one is told as ${a.family}, the other as ${b.family}`
  }
}

function sidesSign({sides: a}: Telling, {sides: b}: Telling): Evidence[] {
  const shared = a.filter(word => b.includes(word))
  return shared.length
    ? [{id: 'sides-shared', value: 1, because: `both name ${shared.slice(0, 3).join(', ')}`}]
    : []
}

function figureSign({figures: a}: Telling, {figures: b}: Telling): Evidence[] {
  const shared = a.filter(figure => b.includes(figure))
  return shared.length ? [{id: 'figure-shared', value: 1, because: `both give ${shared[0]}`}] : []
}

function wordingSign({words: a}: Telling, {words: b}: Telling): Evidence[] {
  return containment(a, b) >= sameWording
    ? [{id: 'wording-shared', value: 1, because: 'they share their wording'}]
    : []
}

/** Share of the shorter text's rows of words that the other has too, estimated from the smallest hashes. */
function containment(a: WordProfile, b: WordProfile): number {
  const shorter = Math.min(a.rows, b.rows)
  if (shorter === 0) return 0
  const same = a.wording.filter((hash, i) => hash === b.wording[i]).length / a.wording.length
  return Math.min(1, (same * (a.rows + b.rows)) / (1 + same) / shorter)
}
