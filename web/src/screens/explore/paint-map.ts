/**
 * Draws marks, areas and names over the map, a frame at a time, and says where each mark stands.
 *
 * On a canvas of its own: the letters of the page's fonts (Arabic joined), dashes and rings as the legend has them, and
 * as quick without a graphics card as with one. Only what is seen is drawn.
 */
import type {MapLabel} from './map-labels.ts'
import {fanOf, type Mark, worldPx} from './map-marks.ts'

/** What of the world is seen. */
export interface MapView {
  /** Of the middle, 0 to 1. */
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

export interface MapColours {
  readonly ink: string
  readonly quiet: string
  readonly faint: string
  readonly halo: string
  readonly edge: string
  readonly contest: string
  readonly focus: string
  readonly surface: string
}

export interface Scene {
  readonly marks: readonly Mark[]
  readonly labels: readonly MapLabel[]
  /** Position of the incident chosen; null: none. */
  readonly chosen: number | null
  /** Positions of incidents that are pointed at somewhere; null: none. */
  readonly lit: ReadonlySet<number> | null
  /** West, south, east, north as on the Mercator map. */
  readonly box: readonly [number, number, number, number] | null
  readonly colours: MapColours
  readonly font: string
  readonly direction: 'ltr' | 'rtl'
  number(n: number): string
  isContested(row: number): boolean
  isExact(row: number): boolean
  dayOf(row: number): string
  nameOf(mark: Mark): readonly [string, string]
}

/** Something on the map that one may point at, in pixels; `row`: one incident of a fan. */
export interface Target {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly mark: Mark
  readonly row: number | null
}

/** More than these are not fanned out. */
const mostFanned = 40
const radiusOf = (count: number) => (count === 1 ? 6 : Math.min(19, 8 + Math.log2(count) * 1.1))

/** Incidents under one mark stand around it when one of them is chosen: of one place however many, of several a few. */
export const isFanned = (mark: Mark, chosen: number | null): boolean =>
  chosen !== null &&
  mark.count > 1 &&
  (mark.spots.length === 1 || mark.count <= mostFanned) &&
  mark.spots.some(({rows}) => rows.includes(chosen))

export function paintMap(pen: CanvasRenderingContext2D, view: MapView, scene: Scene): Target[] {
  const {colours} = scene
  const world = worldPx * 2 ** view.zoom
  const boxes: (readonly [number, number, number, number])[] = []
  const targets: Target[] = []
  pen.direction = scene.direction
  pen.lineJoin = 'round'
  if (scene.box) paintBox(scene.box)

  const seen = scene.marks.flatMap(mark =>
    copiesOf(mark.x, mark.y, Math.max(mark.reach * world, 20)).map(at => ({mark, ...at}))
  )
  for (const {mark, x, y} of seen) if (mark.reach) paintArea(mark, x, y)
  for (const {mark, x, y} of seen)
    if (!mark.reach) {
      const radius = radiusOf(mark.count)
      boxes.push([x - radius, y - radius, x + radius, y + radius])
    }
  const fanned = seen.filter(({mark}) => isFanned(mark, scene.chosen))
  for (const {x, y} of fanned) boxes.push([x - 70, y - 70, x + 70, y + 70])
  paintNames()
  for (const {mark, x, y} of seen) if (!mark.reach) paintMark(mark, x, y)
  for (const {mark, x, y} of fanned) paintFan(mark, x, y)
  return targets

  /** Where a point is seen: the world comes again and again, eastwards. */
  function copiesOf(x: number, y: number, pad: number): {x: number; y: number}[] {
    const top = view.height / 2 + (y - view.y) * world
    if (top < -pad || top > view.height + pad) return []
    const start = view.width / 2 + (x - view.x) * world
    const found: {x: number; y: number}[] = []
    for (let k = Math.ceil((-pad - start) / world); start + k * world <= view.width + pad; k++)
      found.push({x: start + k * world, y: top})
    return found
  }

  function paintBox([west, south, east, north]: readonly [number, number, number, number]) {
    for (const {x, y} of copiesOf(west, north, world)) {
      pen.strokeStyle = colours.focus
      pen.lineWidth = 1
      pen.setLineDash([6, 4])
      pen.strokeRect(x, y, (east - west + (east < west ? 1 : 0)) * world, (south - north) * world)
      pen.setLineDash([])
    }
  }

  function stateOf(mark: Mark) {
    const holds = (rows: ReadonlySet<number> | null) =>
      rows !== null && mark.spots.some(spot => spot.rows.some(row => rows.has(row)))
    const isChosen = scene.chosen !== null && mark.spots.some(({rows}) => rows.includes(scene.chosen!))
    return {isChosen, isLit: holds(scene.lit)}
  }

  function paintArea(mark: Mark, x: number, y: number) {
    const radius = mark.reach * world
    const {isChosen, isLit} = stateOf(mark)
    pen.beginPath()
    pen.arc(x, y, radius, 0, 2 * Math.PI)
    pen.globalAlpha = isLit || isChosen ? 0.25 : 0.06
    pen.fillStyle = mark.contested ? colours.contest : colours.edge
    pen.fill()
    pen.globalAlpha = 1
    pen.strokeStyle = isChosen
      ? colours.focus
      : mark.contested
        ? colours.contest
        : isLit
          ? colours.ink
          : colours.edge
    pen.lineWidth = isChosen || isLit ? 2 : 1
    pen.setLineDash([4, 3])
    pen.stroke()
    pen.setLineDash([])
    targets.push({x, y, radius, mark, row: null})
  }

  function paintMark(mark: Mark, x: number, y: number) {
    const {isChosen, isLit} = stateOf(mark)
    const radius = radiusOf(mark.count)
    const row = mark.spots[0]!.rows[0]!
    if (mark.count === 1) paintDot(row, x, y)
    else {
      pen.beginPath()
      pen.arc(x, y, radius, 0, 2 * Math.PI)
      pen.fillStyle = colours.quiet
      pen.fill()
      pen.lineWidth = 1.5
      pen.strokeStyle = colours.halo
      pen.stroke()
      if (mark.contested) {
        // As much of the ring as there is contested, from the top.
        pen.beginPath()
        pen.arc(x, y, radius + 1, -Math.PI / 2, -Math.PI / 2 + (2 * Math.PI * mark.contested) / mark.count)
        pen.strokeStyle = colours.contest
        pen.lineWidth = 3.5
        pen.stroke()
      }
      pen.fillStyle = colours.surface
      write(scene.number(mark.count), x, y + 4, `600 11px ${scene.font}`, 'center', false)
    }
    if (isChosen || isLit) ring(x, y, radius + 4, isChosen ? colours.focus : colours.ink)
    targets.push({x, y, radius: radius + 4, mark, row: null})
  }

  /** Filled: the day is stated; hollow: it is not. Contested: struck as "≠" is. */
  function paintDot(row: number, x: number, y: number) {
    const isContested = scene.isContested(row)
    const radius = isContested ? 7 : 5.5
    const colour = isContested ? colours.contest : colours.quiet
    pen.beginPath()
    pen.arc(x, y, radius, 0, 2 * Math.PI)
    pen.fillStyle = scene.isExact(row) ? colour : colours.halo
    pen.fill()
    pen.strokeStyle = scene.isExact(row) ? colours.halo : colour
    pen.lineWidth = 1.6
    pen.stroke()
    if (!isContested) return
    pen.beginPath()
    pen.moveTo(x - 3.4, y - 1.5)
    pen.lineTo(x + 3.4, y - 1.5)
    pen.moveTo(x - 3.4, y + 1.5)
    pen.lineTo(x + 3.4, y + 1.5)
    pen.moveTo(x + 1.9, y - 3.8)
    pen.lineTo(x - 1.9, y + 3.8)
    pen.strokeStyle = scene.isExact(row) ? colours.halo : colour
    pen.lineWidth = 1.2
    pen.stroke()
  }

  function ring(x: number, y: number, radius: number, colour: string) {
    pen.beginPath()
    pen.arc(x, y, radius, 0, 2 * Math.PI)
    pen.strokeStyle = colour
    pen.lineWidth = 2
    pen.stroke()
  }

  function paintFan(mark: Mark, x: number, y: number) {
    const rows = mark.spots.flatMap(spot => spot.rows).toSorted((a, b) => a - b)
    // Around the one that is chosen, where there are too many.
    const at = Math.max(0, Math.min(rows.indexOf(scene.chosen!) - mostFanned / 2, rows.length - mostFanned))
    const own = rows.slice(at, at + mostFanned)
    const places = fanOf(own.length)
    pen.strokeStyle = colours.edge
    pen.lineWidth = 1
    for (const place of places) {
      // From the edge of the mark: its number stays to be read.
      const inner = (mark.reach ? 6 : radiusOf(mark.count) + 5) / Math.hypot(place.x, place.y)
      pen.beginPath()
      pen.moveTo(x + place.x * inner, y + place.y * inner)
      pen.lineTo(x + place.x, y + place.y)
      pen.stroke()
    }
    for (const [i, row] of own.entries()) {
      const [dotX, dotY] = [x + places[i]!.x, y + places[i]!.y]
      paintDot(row, dotX, dotY)
      if (row === scene.chosen) ring(dotX, dotY, 10, colours.focus)
      else if (scene.lit?.has(row)) ring(dotX, dotY, 9, colours.ink)
      if (own.length <= 10) {
        const outwards = places[i]!.y < -30 ? -11 : places[i]!.y > 30 ? 19 : 4
        const align = Math.abs(places[i]!.x) < 12 ? 'center' : places[i]!.x > 0 ? 'left' : 'right'
        const aside = align === 'center' ? 0 : align === 'left' ? 14 : -14
        pen.fillStyle = colours.ink
        write(
          scene.dayOf(row),
          dotX + aside,
          dotY + (align === 'center' ? outwards : 4),
          `11px ${scene.font}`,
          align
        )
      }
      targets.push({x: dotX, y: dotY, radius: 10, mark, row})
    }
    const [name, known] = scene.nameOf(mark)
    const rest = rows.length - own.length
    const outer = Math.max(...places.map(place => -place.y))
    pen.fillStyle = colours.ink
    write(
      mark.spots.length > 1 ? `${name} …` : `${name} · ${known}`,
      x,
      y - outer - (own.length <= 10 ? 28 : 16),
      `600 12px ${scene.font}`,
      'center'
    )
    if (rest > 0) write(`+${scene.number(rest)}`, x, y + 30, `600 11px ${scene.font}`, 'center')
  }

  function paintNames() {
    for (const {mark, x, y} of seen) {
      if (mark.spots.length > 1) continue
      const [name, known] = scene.nameOf(mark)
      pen.fillStyle = colours.ink
      if (mark.reach) {
        const radius = mark.reach * world
        // A name that is much wider than its area says little of where it is.
        const isRoomy = radius > 22 || stateOf(mark).isChosen
        const title = mark.count > 1 ? `${name} · ${scene.number(mark.count)}` : name
        if (isRoomy && fits(title, x, y + 2, 12, 'center', 13)) {
          write(title, x, y + 2, `12px ${scene.font}`, 'center')
          pen.fillStyle = colours.faint
          write(known, x, y + 15, `11px ${scene.font}`, 'center')
        } else if (mark.count > 1 && fits(scene.number(mark.count), x, y + 4, 11, 'center'))
          write(scene.number(mark.count), x, y + 4, `600 11px ${scene.font}`, 'center')
      } else if (!isFanned(mark, scene.chosen)) {
        const aside = radiusOf(mark.count) + 5
        if (fits(name, x + aside, y + 4, 12, 'left'))
          write(name, x + aside, y + 4, `12px ${scene.font}`, 'left')
      }
    }
    for (const label of scene.labels) {
      if (label.zoom > view.zoom) continue
      for (const {x, y} of copiesOf(label.x, label.y, 40)) {
        const isCountry = label.kind === 'country'
        const size = isCountry ? 11 : 10.5
        if (!fits(label.text, x, y + 4, size, 'center')) continue
        pen.fillStyle = colours.faint
        write(label.text, x, y + 4, `${size}px ${scene.font}`, 'center')
      }
    }
  }

  /** Takes the room for words, unless others have it. */
  function fits(
    text: string,
    x: number,
    y: number,
    size: number,
    align: 'left' | 'center',
    below = 0
  ): boolean {
    const width = text.length * size * 0.56
    const start = align === 'center' ? x - width / 2 : x
    const box = [start - 3, y - size - 1, start + width + 3, y + 4 + below] as const
    const isTaken = boxes.some(([l, t, r, b]) => box[0] < r && box[2] > l && box[1] < b && box[3] > t)
    if (!isTaken) boxes.push(box)
    return !isTaken
  }

  function write(text: string, x: number, y: number, font: string, align: CanvasTextAlign, hasHalo = true) {
    pen.font = font
    pen.textAlign = align
    if (hasHalo) {
      pen.strokeStyle = colours.halo
      pen.lineWidth = 3
      pen.strokeText(text, x, y)
    }
    pen.fillText(text, x, y)
  }
}
