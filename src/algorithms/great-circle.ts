/** Distances and points on the Earth's surface, taken for a sphere; within 0.6 % of the ellipsoid. */
const earthRadiusKm = 6371.0088

export interface LatLon {
  readonly lat: number // degrees, north positive
  readonly lon: number // degrees, east positive
}

export function distanceKm(a: LatLon, b: LatLon): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2
  const cosLat = (p: LatLon) => Math.cos((p.lat * Math.PI) / 180)
  return (
    2 *
    earthRadiusKm *
    Math.asin(Math.sqrt(half(b.lat - a.lat) + cosLat(a) * cosLat(b) * half(b.lon - a.lon)))
  )
}

/** The point so far from another in a compass direction (degrees, 0 north, clockwise). */
export function pointAt({lat, lon}: LatLon, km: number, bearing: number): LatLon {
  const [phi, lambda, theta] = [lat, lon, bearing].map(degrees => (degrees * Math.PI) / 180) as [
    number,
    number,
    number
  ]
  const angle = km / earthRadiusKm
  const to = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta))
  const across = Math.atan2(
    Math.sin(theta) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * Math.sin(to)
  )
  return {lat: (to * 180) / Math.PI, lon: ((((lambda + across) * 180) / Math.PI + 540) % 360) - 180}
}
