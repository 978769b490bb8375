/** Distances on the ground, and how far a place may lie from its point by its precision. */
import type {Place} from '../../model/contract.ts'

export type Precision = Place['precision']

/** How wide a place is drawn around its point, in km. */
export const radiusKm: Readonly<Record<Precision, number>> = {
  site: 3,
  town: 8,
  area: 60,
  admin1: 90,
  country: 300
}

interface Point {
  readonly lat: number
  readonly lon: number
}

/** Between two points given in degrees (haversine on a sphere). */
export function kmBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [lat, lon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)]
  const chord =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)))
}
