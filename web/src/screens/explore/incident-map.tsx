/**
 * The map: MapLibre moves it, by hand and by keys; what is seen is drawn by ourselves (paint-land.ts, paint-map.ts).
 *
 * It turns with nobody: west is on the left in Arabic too. Everything on it stands in the list beside it.
 */
import {type LngLatBoundsLike, Map as MapLibre, type MapMouseEvent} from 'maplibre-gl'
import {type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState} from 'react'
import type {ExploredIncidents} from '../../../../src/model/explored.ts'
import {useSettings} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {Days} from '../../parts/headline.tsx'
import {dayOf, rowAt, whenOf} from './explored-set.ts'
import {mapLabels} from './map-labels.ts'
import {boundsOf, type Mark, marksAt, type Spot, xOf, yOf} from './map-marks.ts'
import {landPainter} from './paint-land.ts'
import {isFanned, paintMap, type Scene, type Target} from './paint-map.ts'
import {tokenColours} from './token-colours.ts'

export interface MapHandle {
  zoom(by: number): void
  fit(): void
  /** West, south, east, north in degrees, as a filter has them. */
  box(): string
}

interface Props {
  readonly ref: Ref<MapHandle>
  readonly set: ExploredIncidents
  readonly spots: readonly Spot[]
  readonly chosen: number | null
  readonly lit: ReadonlySet<number> | null
  /** "lat,lon,zoom"; all incidents where it is left out. */
  readonly view: string | undefined
  readonly box: string | undefined
  readonly onChoose: (row: number) => void
  readonly onLight: (rows: ReadonlySet<number> | null) => void
  readonly onView: (view: string) => void
  /** There is no map to be had. */
  readonly onNone: () => void
}

const tokens = {
  ink: '--ink',
  quiet: '--ink-2',
  faint: '--ink-3',
  halo: '--canvas',
  edge: '--edge',
  contest: '--contest',
  focus: '--focus',
  surface: '--surface',
  land: '--canvas',
  line: '--line-2'
} as const

export default function IncidentMap({
  ref,
  set,
  spots,
  chosen,
  lit,
  view,
  box,
  onChoose,
  onLight,
  onView,
  onNone
}: Props) {
  const {words, theme} = useSettings()
  const {t, locale, dir, number, shortDay, label} = words
  const holder = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const map = useRef<MapLibre | null>(null)
  const targets = useRef<readonly Target[]>([])
  const [over, setOver] = useState<Target | null>(null)
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)')
    const change = () => setDark(system.matches)
    system.addEventListener('change', change)
    return () => system.removeEventListener('change', change)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when the theme changes
  const colours = useMemo(() => tokenColours(tokens), [theme, isDark])
  const labels = useMemo(() => mapLabels(locale), [locale])
  const paintLand = useMemo(landPainter, [])
  const marks = useMemo(() => {
    const known = new Map<number, Mark[]>()
    // Half a step of zoom at a time, so that marks stand still while one draws nearer.
    return (zoom: number) => {
      const level = Math.round(zoom * 2) / 2
      const own = known.get(level) ?? marksAt(spots, level)
      known.set(level, own)
      return own
    }
  }, [spots])
  const boxed = box?.split(',').map(Number) as [number, number, number, number] | undefined
  const scene = (zoom: number): Scene => ({
    marks: marks(zoom),
    labels,
    chosen,
    lit,
    box: boxed ? [xOf(boxed[0]), yOf(boxed[1]), xOf(boxed[2]), yOf(boxed[3])] : null,
    colours,
    font: getComputedStyle(document.documentElement).fontFamily,
    direction: dir,
    number,
    isContested: row => set.contested[row] === 1,
    isExact: row => set.exact[row] === 1 && set.days[row] === 0,
    dayOf: row => (set.days[row]! > 366 ? '?' : shortDay(dayOf(set.from[row]!))),
    nameOf: ({spots: [spot]}) => [spot!.place.name, label('precision', spot!.place.precision)]
  })
  const paint = () => {
    const [now, sheet] = [map.current, canvas.current]
    const pen = sheet?.getContext('2d')
    if (!now || !pen || !sheet) return
    const {clientWidth: width, clientHeight: height} = holder.current!
    const scale = devicePixelRatio
    if (sheet.width !== Math.round(width * scale) || sheet.height !== Math.round(height * scale)) {
      sheet.width = Math.round(width * scale)
      sheet.height = Math.round(height * scale)
    }
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    const {lng, lat} = now.getCenter()
    const zoom = now.getZoom()
    const view = {x: xOf(lng), y: yOf(lat), zoom, width, height}
    pen.clearRect(0, 0, width, height)
    paintLand(pen, view, colours)
    targets.current = paintMap(pen, view, scene(zoom))
  }
  const latest = useRef({paint, onChoose, onLight, onView, onNone, spots, view})
  latest.current = {paint, onChoose, onLight, onView, onNone, spots, view}

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is told to it below
  useEffect(() => {
    let made: MapLibre
    try {
      made = new MapLibre({
        container: holder.current!,
        style: {version: 8, sources: {}, layers: []},
        ...startOf(latest.current.view),
        minZoom: 0,
        maxZoom: 11,
        fadeDuration: 0,
        dragRotate: false,
        touchPitch: false,
        maxPitch: 0,
        attributionControl: false,
        canvasContextAttributes: {antialias: false},
        // It draws nothing: as few pixels as may be.
        pixelRatio: 1 / 64,
        locale: {'Map.Title': t('explore.map')}
      })
    } catch {
      latest.current.onNone()
      return
    }
    made.touchZoomRotate.disableRotation()
    made.keyboard.disableRotation()
    map.current = made
    made.on('render', () => latest.current.paint())
    made.on('webglcontextlost', () => latest.current.onNone())
    // Only where a person moved it: what fits by itself goes on fitting.
    made.on('moveend', event => {
      if (event.originalEvent || 'isAsked' in event) latest.current.onView(viewOf(made))
    })
    const targetAt = ({point}: MapMouseEvent) => nearest(targets.current, point)
    made.on('mousemove', event => {
      const found = targetAt(event)
      made.getCanvas().style.cursor = found ? 'pointer' : ''
      setOver(was => (was?.mark === found?.mark && was?.row === found?.row ? was : found))
      latest.current.onLight(
        found && new Set(found.row === null ? found.mark.spots.flatMap(({rows}) => rows) : [found.row])
      )
    })
    made.on('mouseout', () => {
      setOver(null)
      latest.current.onLight(null)
    })
    made.on('click', event => {
      const found = targetAt(event)
      if (!found) return
      if (found.row !== null) latest.current.onChoose(found.row)
      else if (found.mark.spots.length > 1 && made.getZoom() < made.getMaxZoom() - 0.5)
        made.fitBounds(
          boundsOf(found.mark.spots) as LngLatBoundsLike,
          {
            padding: 80,
            maxZoom: made.getZoom() + 3,
            animate: isLively()
          },
          asked
        )
      else latest.current.onChoose(found.mark.spots[0]!.rows[0]!)
    })
    if (!latest.current.view) fit(made, latest.current.spots)
    return () => {
      map.current = null
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (map.current && !view) fit(map.current, spots)
  }, [spots, view])
  // Whatever is shown otherwise is drawn anew; the map below stays.
  useEffect(paint)
  // The incident chosen elsewhere comes into sight.
  useEffect(() => {
    const [now, spot] = [map.current, chosen === null ? null : spots.find(({rows}) => rows.includes(chosen))]
    if (!now || !spot) return
    const at = now.project([spot.place.lon!, spot.place.lat!])
    const {clientWidth: width, clientHeight: height} = holder.current!
    if (at.x < 40 || at.y < 40 || at.x > width - 40 || at.y > height - 40)
      now.easeTo({center: [spot.place.lon!, spot.place.lat!], animate: isLively()}, asked)
  }, [chosen, spots])

  useImperativeHandle(ref, () => ({
    zoom: by => map.current?.easeTo({zoom: map.current.getZoom() + by, animate: isLively()}, asked),
    fit: () => map.current && fit(map.current, latest.current.spots),
    box: () => {
      const bounds = map.current!.getBounds()
      const wide = bounds.getEast() - bounds.getWest() >= 360
      const lon = (degrees: number) => round(((((degrees + 180) % 360) + 360) % 360) - 180)
      const [west, east] = wide ? [-180, 180] : [lon(bounds.getWest()), lon(bounds.getEast())]
      return [
        west,
        round(Math.max(-90, bounds.getSouth())),
        east,
        round(Math.min(90, bounds.getNorth()))
      ].join()
    }
  }))

  return (
    <>
      <div ref={holder} className="map-land" dir="ltr" />
      <canvas ref={canvas} className="map-marks" />
      {over && tipOf(over)}
    </>
  )

  function tipOf({x, y, mark, row}: Target) {
    const [spot] = mark.spots
    const count = row === null ? mark.count : 1
    const contested = row === null ? mark.contested : (set.contested[row] ?? 0)
    const first = row ?? spot!.rows[0]!
    const isFar = x > holder.current!.clientWidth - 260
    return (
      <div
        className="map-tip"
        dir={dir}
        style={{translate: `${Math.round(x)}px ${Math.round(y)}px`}}
        data-aside={isFar || undefined}
      >
        <b>
          <Bidi>{spot!.place.name}</Bidi>
          {mark.spots.length > 1 && ' …'}
        </b>{' '}
        <span className="text-ink-3">
          {mark.spots.length > 1
            ? t('explore.spots', {n: mark.spots.length})
            : label('precision', spot!.place.precision)}
        </span>
        <br />
        {count === 1 ? (
          <>
            {label('type', set.types[set.type[first]!]!)} · <Days {...whenOf(rowAt(set, first))} />
          </>
        ) : (
          t('value.incidents', {n: count})
        )}
        {contested > 0 && <span className="text-contest"> · {t('explore.disputed', {n: contested})}</span>}
        {count > 1 && !isFanned(mark, chosen) && (
          <span className="text-ink-3">
            {' '}
            · {t(mark.spots.length > 1 ? 'explore.zoomIn' : 'explore.fanOut')}
          </span>
        )}
      </div>
    )
  }
}

/** The smallest that is pointed at: marks before the areas they stand in. */
function nearest(targets: readonly Target[], point: {readonly x: number; readonly y: number}): Target | null {
  let found: Target | null = null
  for (const target of targets) {
    const isOver = Math.hypot(target.x - point.x, target.y - point.y) <= target.radius
    if (isOver && (!found || target.radius <= found.radius)) found = target
  }
  return found
}

function fit(map: MapLibre, spots: readonly Spot[]): void {
  const bounds = boundsOf(spots)
  if (bounds) map.fitBounds(bounds, {padding: 56, maxZoom: 6, animate: false})
  else map.jumpTo({center: [20, 25], zoom: 1.2})
}

/** Marks a move that a key or a button asked for. */
const asked = {isAsked: true}

/** People who asked their system for less motion see none. */
const isLively = () => !matchMedia('(prefers-reduced-motion: reduce)').matches
const round = (degrees: number) => Math.round(degrees * 1000) / 1000

function viewOf(map: MapLibre): string {
  const {lat, lng} = map.getCenter().wrap()
  return [round(lat), round(lng), Math.round(map.getZoom() * 100) / 100].join()
}

function startOf(view: string | undefined): {center: [number, number]; zoom: number} {
  const [lat, lon, zoom] = view?.split(',').map(Number) ?? []
  const isView = [lat, lon, zoom].every(Number.isFinite) && Math.abs(lat!) <= 90 && Math.abs(lon!) <= 180
  return isView ? {center: [lon!, lat!], zoom: zoom!} : {center: [20, 25], zoom: 1.2}
}
