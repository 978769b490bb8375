/**
 * What stands on the map at a zoom: areas as wide as the place is unsure, and marks for places closer than marks are wide.
 *
 * An area is drawn as such as soon as it is wider than the mark that would stand for it: a mark never says more than is
 * known. A mark of several places stands on the one with the most incidents, where something is told to have happened,
 * not at a middle where nothing is.
 *
 * Coordinates are of the Mercator map, 0 to 1 from west to east and from north to south.
 */

import {radiusKm} from '../../../../src/export/drawing/ground.ts'
import type {ExploredIncidents, ExploredPlace} from '../../../../src/model/explored.ts'

/** All incidents at one point of one precision. */
export interface Spot {
  readonly x: number
  readonly y: number
  /** How far from the point it may be. */
  readonly reach: number
  readonly place: ExploredPlace
  /** Positions in the set, the newest first. */
  readonly rows: readonly number[]
  /** Of the rows. */
  readonly contested: number
}

export interface Mark {
  /** The one with the most incidents first. */
  readonly spots: readonly Spot[]
  readonly x: number
  readonly y: number
  /** 0: a mark; else the radius of the area. */
  readonly reach: number
  readonly count: number
  readonly contested: number
}

/** Pixels of the world at zoom 0. */
export const worldPx = 512
const kmAround = 40_075.017
/** An area of this radius is drawn as one. */
const leastAreaPx = 14
/** Marks closer than this are one. */
const togetherPx = 34
/** Half the diagonal of a cell of the grid that those see who may not read exact coordinates (docs/access.md). */
const cellKm = {site: 8, town: 8, area: 20, admin1: 40, country: 80} as const

export const xOf = (lon: number): number => (lon + 180) / 360
export const yOf = (lat: number): number =>
  (1 - Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) / Math.PI) / 2

export function spotsOf(set: ExploredIncidents): Spot[] {
  const found = new Map<string, {place: ExploredPlace; rows: number[]; contested: number}>()
  for (let i = 0; i < set.shown; i++) {
    const at = set.place[i]!
    const place = at === null ? null : set.places[at]!
    if (!place || place.lat === null || place.lon === null) continue
    const key = `${place.lat} ${place.lon} ${place.precision}`
    const spot = found.get(key) ?? {place, rows: [], contested: 0}
    spot.rows.push(i)
    spot.contested += set.contested[i]!
    found.set(key, spot)
  }
  return [...found.values()]
    .map(spot => {
      const {lat, lon, precision} = spot.place as {lat: number; lon: number; precision: keyof typeof radiusKm}
      const km = radiusKm[precision] + (set.grid ? cellKm[precision] : 0)
      return {
        ...spot,
        x: xOf(lon),
        y: yOf(lat),
        reach: km / (kmAround * Math.cos((Math.min(85, Math.abs(lat)) * Math.PI) / 180))
      }
    })
    .sort((a, b) => b.rows.length - a.rows.length)
}

/** `spots` as `spotsOf` gives them: the most incidents first. */
export function marksAt(spots: readonly Spot[], zoom: number): Mark[] {
  const world = worldPx * 2 ** zoom
  const together = togetherPx / world
  const cells = new Map<string, {spots: Spot[]; x: number; y: number}[]>()
  const marks: {spots: Spot[]; x: number; y: number}[] = []
  const areas: Mark[] = []
  const cellOf = (x: number) => Math.floor(x / together)
  for (const spot of spots) {
    const {x, y, reach} = spot
    if (reach * world >= leastAreaPx) {
      areas.push({spots: [spot], x, y, reach, count: spot.rows.length, contested: spot.contested})
      continue
    }
    const [column, line] = [cellOf(x), cellOf(y)]
    let near: {spots: Spot[]; x: number; y: number} | null = null
    for (let i = column - 1; i <= column + 1; i++)
      for (let j = line - 1; j <= line + 1; j++)
        for (const mark of cells.get(`${i} ${j}`) ?? [])
          if (!near && Math.hypot(mark.x - x, mark.y - y) < together) near = mark
    if (near) near.spots.push(spot)
    else {
      const mark = {spots: [spot], x, y}
      marks.push(mark)
      cells.set(`${column} ${line}`, [...(cells.get(`${column} ${line}`) ?? []), mark])
    }
  }
  const sum = (own: readonly Spot[], of: (spot: Spot) => number) =>
    own.reduce((all, spot) => all + of(spot), 0)
  return [
    ...areas.sort((a, b) => b.reach - a.reach),
    ...marks.map(mark => ({
      ...mark,
      reach: 0,
      count: sum(mark.spots, ({rows}) => rows.length),
      contested: sum(mark.spots, ({contested}) => contested)
    }))
  ]
}

/** West, south, east, north of all of them in degrees, by the way round that is shorter: east may be greater than 180. */
export function boundsOf(spots: readonly Spot[]): [number, number, number, number] | null {
  if (spots.length === 0) return null
  const lons = spots.map(({place}) => place.lon!).sort((a, b) => a - b)
  const lats = spots.map(({place}) => place.lat!)
  const gaps = lons.map((lon, i) => (lons[i + 1] ?? lons[0]! + 360) - lon)
  const widest = gaps.indexOf(gaps.reduce((most, gap) => Math.max(most, gap), 0))
  const west = lons[(widest + 1) % lons.length]!
  const east = lons[widest]!
  const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b))
  return [west, least(lats), east < west ? east + 360 : east, -least(lats.map(lat => -lat))]
}

/** Places around a mark for so many incidents that stand at one point, in pixels from it: rings, the first at the top. */
export function fanOf(count: number): {readonly x: number; readonly y: number}[] {
  const places: {x: number; y: number}[] = []
  for (let ring = 0; places.length < count; ring++) {
    const radius = 44 + ring * 30
    const room = Math.floor((2 * Math.PI * radius) / 27)
    const own = Math.min(room, count - places.length)
    for (let i = 0; i < own; i++) {
      const angle = (i / own) * 2 * Math.PI - Math.PI / 2
      places.push({x: radius * Math.cos(angle), y: radius * Math.sin(angle)})
    }
  }
  return places
}
