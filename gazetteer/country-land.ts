/**
 * Says which country a point lies in and how far it is from a country's land, on outlines of 1:10 million.
 *
 * A piece of land (a polygon) belongs to the country that most of the towns on it have in GeoNames, so that
 * outlines and towns agree on Crimea or Somaliland without a table of codes; a piece without a town
 * belongs with the largest piece of its feature. Outlines: Natural Earth (public domain), npm world-atlas.
 */
import {createRequire} from 'node:module'
import type {Polygon, Position} from 'geojson'
import {feature} from 'topojson-client'
import type {GeometryCollection, Topology} from 'topojson-specification'
import type {LatLon} from '../src/algorithms/great-circle.ts'
import type {PlaceRecord} from '../src/codebook/gazetteer-file.ts'

interface Piece {
  readonly rings: readonly (readonly Position[])[]
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
  /** The largest piece of the same feature; itself where it is that. */
  main: Piece | null
}

const kmPerDegree = 111.195
/** Enough towns to tell whose land it is. */
const witnesses = 60

export class CountryLand {
  readonly #pieces: readonly Piece[]
  readonly #towns: readonly PlaceRecord[]
  readonly #countries = new Map<Piece, string | null>()

  constructor(towns: readonly PlaceRecord[]) {
    this.#towns = towns
    this.#pieces = readPieces()
  }

  /** ISO 3166-1 alpha-2; null at sea and where nobody lives. */
  countryAt(point: LatLon): string | null {
    const piece = this.#pieces.find(candidate => contains(candidate, point))
    return piece ? this.#countryOf(piece) : null
  }

  /** 0 inside; Infinity where the land is farther than `reachKm`. */
  distanceKm(country: string, point: LatLon, reachKm: number): number {
    let nearest = Number.POSITIVE_INFINITY
    for (const piece of this.#pieces) {
      if (!isWithinBox(piece, point, reachKm) || this.#countryOf(piece) !== country) continue
      const km = contains(piece, point) ? 0 : distanceToOutlineKm(piece, point)
      if (km <= reachKm) nearest = Math.min(nearest, km)
    }
    return nearest
  }

  #countryOf(piece: Piece): string | null {
    const known = this.#countries.get(piece)
    if (known !== undefined) return known
    const near = this.#towns.filter(town => isWithinBox(piece, town, 0))
    const stride = Math.max(1, Math.floor(near.length / (20 * witnesses)))
    const counts = new Map<string, number>()
    let found = 0
    for (let i = 0; i < near.length && found < witnesses; i += stride) {
      if (!contains(piece, near[i]!)) continue
      found++
      counts.set(near[i]!.country!, (counts.get(near[i]!.country!) ?? 0) + 1)
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const country = most?.[0] ?? (piece.main && piece.main !== piece ? this.#countryOf(piece.main) : null)
    this.#countries.set(piece, country)
    return country
  }
}

function readPieces(): Piece[] {
  const require = createRequire(import.meta.url)
  const topology = require('world-atlas/countries-10m.json') as Topology<{countries: GeometryCollection}>
  return feature(topology, topology.objects.countries).features.flatMap(({geometry}) => {
    const polygons: Polygon['coordinates'][] =
      geometry?.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    const pieces = polygons.map(pieceOf)
    const size = ({west, east, south, north}: Piece) => (east - west) * (north - south)
    const [main] = pieces.toSorted((a, b) => size(b) - size(a))
    for (const piece of pieces) piece.main = main!
    return pieces
  })
}

/** A ring that jumps from 180 to -180 goes on beyond 180, so that it stays in one piece. */
function pieceOf(source: Polygon['coordinates']): Piece {
  const jumps = source[0]!.some(([lon], i, ring) => i > 0 && Math.abs(lon! - ring[i - 1]![0]!) > 180)
  const rings = jumps
    ? source.map(ring => ring.map(([lon, lat]) => [lon! < 0 ? lon! + 360 : lon!, lat!]))
    : source
  const box = {west: 180, east: -180, south: 90, north: -90}
  for (const [lon, lat] of rings[0]!) {
    box.west = Math.min(box.west, lon!)
    box.east = Math.max(box.east, lon!)
    box.south = Math.min(box.south, lat!)
    box.north = Math.max(box.north, lat!)
  }
  return {rings, ...box, main: null}
}

function isWithinBox({west, east, south, north}: Piece, {lat, lon}: LatLon, marginKm: number): boolean {
  const latMargin = marginKm / kmPerDegree
  const lonMargin = latMargin / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  const x = lonBeside({east}, lon)
  return (
    lat >= south - latMargin && lat <= north + latMargin && x >= west - lonMargin && x <= east + lonMargin
  )
}

/** The longitude as the piece counts it. */
function lonBeside({east}: Pick<Piece, 'east'>, lon: number): number {
  return east > 180 && lon < 0 ? lon + 360 : lon
}

/** Even-odd rule over all rings, so that holes are outside. */
function contains(piece: Piece, {lat, lon}: LatLon): boolean {
  if (!isWithinBox(piece, {lat, lon}, 0)) return false
  const x = lonBeside(piece, lon)
  let inside = false
  for (const ring of piece.rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x1, y1] = ring[i] as [number, number]
      const [x2, y2] = ring[j] as [number, number]
      if (y1 > lat !== y2 > lat && x < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

/** On a plane that touches the Earth at the point: good to a few percent within some hundred kilometres. */
function distanceToOutlineKm({rings, east}: Piece, {lat, lon}: LatLon): number {
  const origin = lonBeside({east}, lon)
  const scale = Math.cos((lat * Math.PI) / 180)
  const onPlane = ([x, y]: Position) =>
    [(x! - origin) * scale * kmPerDegree, (y! - lat) * kmPerDegree] as const
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    let [x1, y1] = onPlane(ring.at(-1)!)
    for (const position of ring) {
      const [x2, y2] = onPlane(position)
      const [dx, dy] = [x2 - x1, y2 - y1]
      const length = dx * dx + dy * dy
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length))
      nearest = Math.min(nearest, Math.hypot(x1 + t * dx, y1 + t * dy))
      ;[x1, y1] = [x2, y2]
    }
  }
  return nearest
}
