/**
 * Outlines of countries in a rectangle of the ground, in kilometres from its middle (Natural Earth, public domain, by world-atlas).
 *
 * Pure but for reading the outlines once, when a map is first drawn.
 */
import type {Position} from 'geojson'
import {feature} from 'topojson-client'
import type {GeometryCollection, Topology} from 'topojson-specification'

export interface Extent {
  readonly lat: number
  readonly lon: number
  /** From the middle to the edges, in km. */
  readonly halfWidth: number
  readonly halfHeight: number
}

/** East and north of the middle, in km. */
export type Spot = readonly [x: number, y: number]

export interface Country {
  /** ISO 3166-1 numeric; absent where nobody agrees on one. */
  readonly id: string | undefined
  /** Closed lines, the outer ones and those of lakes and enclaves alike: filled by the even-odd rule. */
  readonly rings: readonly (readonly Spot[])[]
}

const kmPerDegree = 110.57
const kmPerDegreeAtEquator = 111.32

/** Nearly true to distance around the middle, which is what a map of a region needs. */
export function projection({
  lat: lat0,
  lon: lon0
}: Pick<Extent, 'lat' | 'lon'>): (lat: number, lon: number) => Spot {
  const perDegree = kmPerDegreeAtEquator * Math.cos((lat0 * Math.PI) / 180)
  return (lat, lon) => [(lon - lon0) * perDegree, (lat - lat0) * kmPerDegree]
}

let outlines: Promise<readonly {id: string | undefined; rings: Position[][]}[]> | null = null

/** Cut a little outside of the rectangle, so that no edge of ours is seen. */
export async function landIn(extent: Extent): Promise<Country[]> {
  outlines ??= readOutlines()
  const at = projection(extent)
  const [halfWidth, halfHeight] = [extent.halfWidth * 1.05, extent.halfHeight * 1.05]
  return (await outlines).flatMap(({id, rings}) => {
    // The same place is met on both sides of the line at 180 degrees.
    const own = [-360, 0, 360].flatMap(shift =>
      rings.flatMap(ring => {
        const cut = clipped(
          ring.map(([lon, lat]) => at(lat!, lon! + shift)),
          halfWidth,
          halfHeight
        )
        return cut.length > 2 ? [cut] : []
      })
    )
    return own.length ? [{id, rings: own}] : []
  })
}

async function readOutlines() {
  const {default: countries} = await import('world-atlas/countries-50m.json', {with: {type: 'json'}})
  const topology = countries as unknown as Topology<{countries: GeometryCollection}>
  return feature(topology, topology.objects.countries).features.map(({id, geometry}) => ({
    id: id === undefined ? undefined : String(id),
    rings: (geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : []
    ).map(unbroken)
  }))
}

/** A line that jumps from 180 to -180 goes on beyond. */
function unbroken(ring: Position[]): Position[] {
  let shift = 0
  return ring.map(([lon, lat], i) => {
    const before = i ? ring[i - 1]![0]! : lon!
    if (lon! - before > 180) shift -= 360
    if (lon! - before < -180) shift += 360
    return [lon! + shift, lat!]
  })
}

/** Sutherland and Hodgman (1974): cut by one edge after the other. */
function clipped(ring: readonly Spot[], halfWidth: number, halfHeight: number): readonly Spot[] {
  const edges = [
    [0, 1, halfWidth],
    [0, -1, halfWidth],
    [1, 1, halfHeight],
    [1, -1, halfHeight]
  ] as const
  return edges.reduce<readonly Spot[]>((line, [axis, sign, limit]) => {
    const inside = (spot: Spot) => spot[axis] * sign <= limit
    return line.flatMap((spot, i) => {
      const before = line.at(i - 1)!
      if (inside(spot) === inside(before)) return inside(spot) ? [spot] : []
      const share = (limit * sign - before[axis]) / (spot[axis] - before[axis])
      const crossing: Spot = [
        before[0] + share * (spot[0] - before[0]),
        before[1] + share * (spot[1] - before[1])
      ]
      return inside(spot) ? [crossing, spot] : [crossing]
    })
  }, ring)
}
