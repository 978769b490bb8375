/** How much of the ground the map of a dossier shows around a place, by how exactly the place is known. */
import type {LinkedIncident} from '../../model/assessment.ts'
import type {Extent} from '../drawing/land.ts'

/** Of the drawing: width by height. */
export const mapSize = {width: 640, height: 340} as const

/** From the middle to the upper edge, in km. */
const halfHeights = {site: 100, town: 100, area: 160, admin1: 260, country: 700} as const

/** null: no coordinates are known. */
export function mapExtent(place: LinkedIncident['place']): Extent | null {
  if (place?.lat == null || place.lon === null) return null
  const halfHeight = halfHeights[place.precision]
  return {
    lat: place.lat,
    lon: place.lon,
    halfHeight,
    halfWidth: (halfHeight * mapSize.width) / mapSize.height
  }
}
