/**
 * Whether two places can be that of one happening: one holds the other, or they are as near as they are exact.
 *
 *     a square, and the town around it       yes
 *     a town, and its province or country    yes
 *     two towns 40 km apart                  no
 */
import {distanceKm} from '../algorithms/great-circle.ts'
import {sameName} from '../algorithms/same-name.ts'
import type {Place} from '../model/contract.ts'

/** How far from its point a place may be told, in kilometres. */
const reachKm: Readonly<Record<Place['precision'], number>> = {
  site: 12,
  town: 15,
  area: 80,
  admin1: 150,
  country: 0
}

export function placesAgree(a: Place, b: Place): boolean {
  if (sameName(a.name, b.name) || (a.gazetteerId !== null && a.gazetteerId === b.gazetteerId)) return true
  if (a.precision === 'country' || b.precision === 'country')
    return a.country === null || b.country === null || a.country === b.country
  if (a.country !== null && b.country !== null && a.country !== b.country) return false
  if ((a.precision === 'admin1' || b.precision === 'admin1') && a.admin1 !== null && a.admin1 === b.admin1)
    return true
  if (a.lat === null || b.lat === null) return true
  const reach = Math.max(reachKm[a.precision], reachKm[b.precision])
  return distanceKm({lat: a.lat, lon: a.lon!}, {lat: b.lat, lon: b.lon!}) <= reach
}
