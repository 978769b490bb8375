/** Whether what two claims tell can be one happening, by place and by day. */
import {distanceKm} from '../algorithms/great-circle.ts'
import type {When} from '../model/date.ts'
import type {LocatedPlace} from '../model/layers.ts'

export function isWithin(inner: string, outer: string, places: readonly LocatedPlace[]): boolean {
  const byId = new Map(places.map(place => [place.id, place]))
  if (isOfRegion(byId.get(inner), byId.get(outer))) return true
  // A name without an entry borrows the precision of what holds it, and holds nothing itself.
  const known = byId.get(outer)
  const region = known?.gazetteerId ? known : undefined
  let at = byId.get(inner)
  for (let steps = 0; at && steps < 5; steps++) {
    if (at.within === outer) return true
    if (region?.precision === 'country' && at.country === region.country && at.id !== outer) return true
    if (
      region?.precision === 'admin1' &&
      at.admin1 !== null &&
      at.admin1 === region.admin1 &&
      at.id !== outer
    )
      return true
    at = at.within === null ? undefined : byId.get(at.within)
  }
  return false
}

/** "Darfur", "northern Nigeria": a region of no one province holds what is near it in its country. */
function isOfRegion(inner: LocatedPlace | undefined, outer: LocatedPlace | undefined): boolean {
  if (inner?.lat == null || outer?.lat == null || inner === outer || inner.precision === 'area') return false
  const isRegion = outer.precision === 'area' && outer.gazetteerId !== null && outer.admin1 === null
  const km = distanceKm({lat: inner.lat, lon: inner.lon!}, {lat: outer.lat, lon: outer.lon!})
  return isRegion && inner.country === outer.country && inner.precision !== 'country' && km <= regionKm
}

/** How far from the middle of a region its towns may be, in kilometres. */
const regionKm = 350

/** A place that is not named contradicts none. */
export function samePlace(a: string | null, b: string | null, places: readonly LocatedPlace[]): boolean {
  if (a === null || b === null || a === b) return true
  if (isLine(a, places) || isLine(b, places)) return true
  if (isWithin(a, b, places) || isWithin(b, a, places)) return true
  const town = (id: string) => places.find(place => place.id === id)?.within ?? null
  return town(a) !== null && town(a) === town(b)
}

/** "On the Turkish border": a line without a point, along which many places lie. */
function isLine(id: string, places: readonly LocatedPlace[]): boolean {
  const place = places.find(other => other.id === id)
  return place !== undefined && place.lat === null && place.country === null && place.precision === 'area'
}

/** A headline says the town that readers know; the text may name a village near it, or one that no gazetteer has. */
export function isRoughly(
  headline: string | null,
  told: string | null,
  places: readonly LocatedPlace[]
): boolean {
  const [a, b] = [headline, told].map(id => places.find(place => place.id === id))
  if (a?.lat == null || !b) return false
  return b.lat === null || distanceKm({lat: a.lat, lon: a.lon!}, {lat: b.lat, lon: b.lon!}) <= headlineKm
}

/** How far from the place of the headline what the text tells may be, in kilometres. */
const headlineKm = 60

/** A day that is not told contradicts none. */
export function sameDays(a: When | null, b: When | null): boolean {
  return (
    a === null ||
    b === null ||
    (a.from.slice(0, 10) <= b.to.slice(0, 10) && b.from.slice(0, 10) <= a.to.slice(0, 10))
  )
}

export function isFiner(a: When, b: When): boolean {
  const span = ({from, to}: When) => Date.parse(to) - Date.parse(from)
  return span(a) < span(b)
}
