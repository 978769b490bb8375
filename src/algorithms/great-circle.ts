/** Distance over the Earth's surface, on a sphere; within 0.6 % of the ellipsoid. */
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
