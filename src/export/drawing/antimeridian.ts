/**
 * Takes the line at 180 degrees out of the way: world-atlas has polygons that jump from 180 to -180,
 * which a map draws as a bar across the ocean. Such a ring is moved to one side and drawn on both.
 */
import type {FeatureCollection, Geometry, Position} from 'geojson'

export function splitAtAntimeridian(land: FeatureCollection<Geometry>): FeatureCollection<Geometry> {
  const features = land.features.map(feature => {
    const {geometry} = feature
    if (geometry.type === 'Polygon')
      return {...feature, geometry: {type: 'MultiPolygon' as const, coordinates: sides(geometry.coordinates)}}
    if (geometry.type === 'MultiPolygon')
      return {...feature, geometry: {...geometry, coordinates: geometry.coordinates.flatMap(sides)}}
    return feature
  })
  return {...land, features}
}

function sides(polygon: Position[][]): Position[][][] {
  const jumps = polygon[0]!.some(([lon], i, ring) => i > 0 && Math.abs(lon! - ring[i - 1]![0]!) > 180)
  if (!jumps) return [polygon]
  const moved = (shift: number) =>
    polygon.map(ring => ring.map(([lon, lat]) => [(lon! < 0 ? lon! + 360 : lon!) - shift, lat!]))
  return [moved(0), moved(360)]
}
