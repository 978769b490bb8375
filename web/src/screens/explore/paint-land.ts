/**
 * Draws land and borders under the marks, a frame at a time, on the same canvas.
 *
 * Not by WebGL: without a graphics card that is drawn by software as well, and then once more copied into the page. Here
 * only what is seen is drawn, with no more corners than the zoom can show, which is as quick with a card as without one.
 */
import type {Position} from 'geojson'
import {borders, coasts} from '../../parts/land.ts'
import {worldPx, xOf, yOf} from './map-marks.ts'
import type {MapView} from './paint-map.ts'

export interface LandColours {
  readonly land: string
  readonly line: string
}

/** A polygon with its holes, or a line. */
interface Shape {
  readonly lines: readonly Float64Array[]
  /** West, north, east, south, as on the Mercator map from 0 to 1; a little more where it lies on both sides of 180 degrees. */
  readonly box: readonly [number, number, number, number]
}

interface Drawn {
  readonly shape: Shape
  readonly path: Path2D
}

/** Corners closer than this are one, in pixels. */
const leastPx = 1

export type PaintLand = (pen: CanvasRenderingContext2D, view: MapView, colours: LandColours) => void

export function landPainter(): PaintLand {
  const areas = coasts().features.flatMap(({geometry}) =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.map(shapeOf)
      : geometry.type === 'Polygon'
        ? [shapeOf(geometry.coordinates)]
        : []
  )
  const lines = borders().coordinates.map(line => shapeOf([line]))
  const known = new Map<number, {readonly areas: readonly Drawn[]; readonly lines: readonly Drawn[]}>()
  return (pen, view, colours) => {
    // Half a step of zoom at a time: what is drawn for the next one is never too coarse.
    const level = Math.ceil(view.zoom * 2) / 2
    const own = known.get(level) ?? {areas: drawn(areas, level), lines: drawn(lines, level)}
    known.set(level, own)
    pen.fillStyle = colours.land
    eachSeen(pen, view, level, own.areas, path => pen.fill(path, 'evenodd'))
    pen.strokeStyle = colours.line
    pen.lineWidth = 2 ** (level - view.zoom)
    eachSeen(pen, view, level, own.lines, path => pen.stroke(path))
  }
}

/** The world comes again and again, eastwards. */
function eachSeen(
  pen: CanvasRenderingContext2D,
  view: MapView,
  level: number,
  all: readonly Drawn[],
  draw: (path: Path2D) => void
): void {
  const world = worldPx * 2 ** view.zoom
  const sheet = pen.getTransform()
  const scale = 2 ** (view.zoom - level)
  const [halfX, halfY] = [view.width / 2 / world, view.height / 2 / world]
  for (const {shape, path} of all) {
    const [west, north, east, south] = shape.box
    if (south < view.y - halfY || north > view.y + halfY) continue
    for (let k = Math.ceil(view.x - halfX - east); west + k <= view.x + halfX; k++) {
      const [x, y] = [view.width / 2 + (k - view.x) * world, view.height / 2 - view.y * world]
      pen.setTransform(sheet.a * scale, 0, 0, sheet.d * scale, sheet.a * x, sheet.d * y)
      draw(path)
    }
  }
  pen.setTransform(sheet)
}

/** In pixels of that zoom; what is smaller than one of them is left out. */
function drawn(shapes: readonly Shape[], level: number): Drawn[] {
  const world = worldPx * 2 ** level
  return shapes.flatMap(shape => {
    const [west, north, east, south] = shape.box
    if (Math.max(east - west, south - north) * world < leastPx) return []
    const path = new Path2D()
    for (const line of shape.lines) {
      let [x, y] = [line[0]! * world, line[1]! * world]
      path.moveTo(x, y)
      for (let i = 2; i < line.length; i += 2) {
        const [nextX, nextY] = [line[i]! * world, line[i + 1]! * world]
        // The end stays, or neighbours would come apart there.
        if (i < line.length - 2 && Math.abs(nextX - x) < leastPx && Math.abs(nextY - y) < leastPx) continue
        path.lineTo(nextX, nextY)
        ;[x, y] = [nextX, nextY]
      }
    }
    return [{shape, path}]
  })
}

function shapeOf(coordinates: readonly Position[][]): Shape {
  const lines = coordinates.map(line =>
    Float64Array.from(line.flatMap(([lon, lat]) => [xOf(lon!), yOf(lat!)]))
  )
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const line of lines)
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]!)
      box[1] = Math.min(box[1], line[i + 1]!)
      box[2] = Math.max(box[2], line[i]!)
      box[3] = Math.max(box[3], line[i + 1]!)
    }
  return {lines, box}
}
