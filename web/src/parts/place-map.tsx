/** A small map that needs no network: countries from the page itself, each place as an area as wide as it is unsure. */
import type {Feature, Polygon} from 'geojson'
import {LngLatBounds, Map as MapLibre, Marker} from 'maplibre-gl'
import {useEffect, useRef, useState} from 'react'
import {type Precision, radiusKm} from '../../../src/export/drawing/ground.ts'
import {useWords} from '../app/settings.tsx'
import {Bidi} from './bidi.tsx'
import {land} from './land.ts'

export interface MappedPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly precision: Precision
  /** Stands on the area where there are several. */
  readonly letter?: string
}

/** Of one place. */
const zoom = {site: 5, town: 5, area: 4, admin1: 4, country: 3}
/** Nearer than this there is nothing to see but the areas. */
const nearest = 8

export default function PlaceMap({places}: {readonly places: readonly MappedPlace[]}) {
  const {label} = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [isDrawn, setDrawn] = useState(true)
  // Drawn anew when one of them is another, not whenever the list is.
  const asked = JSON.stringify(places)
  useEffect(() => {
    if (!box.current) return
    const shown = JSON.parse(asked) as readonly MappedPlace[]
    const areas = shown.map(({lon, lat, precision}) => circle(lon, lat, radiusKm[precision]))
    const [first] = shown
    if (!first) return
    const {theme} = document.documentElement.dataset
    const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    const colours = dark
      ? {sea: '#14181c', land: '#2a3036', line: '#4a535c', mark: '#e69f00'}
      : {sea: '#e8edf0', land: '#fbfaf7', line: '#b9c0c6', mark: '#b35900'}
    let map: MapLibre
    try {
      map = new MapLibre({
        container: box.current,
        ...(shown.length === 1
          ? {center: [first.lon, first.lat] as [number, number], zoom: zoom[first.precision]}
          : {bounds: boundsOf(areas), fitBoundsOptions: {padding: 24, maxZoom: nearest}}),
        attributionControl: false,
        // A picture of where, not a control: nothing in it takes the focus.
        interactive: false,
        style: {
          version: 8,
          sources: {
            land: {type: 'geojson', data: land()},
            place: {type: 'geojson', data: {type: 'FeatureCollection', features: areas}}
          },
          layers: [
            {id: 'sea', type: 'background', paint: {'background-color': colours.sea}},
            {
              id: 'land',
              type: 'fill',
              source: 'land',
              paint: {'fill-color': colours.land, 'fill-outline-color': colours.line}
            },
            {
              id: 'place',
              type: 'fill',
              source: 'place',
              paint: {'fill-color': colours.mark, 'fill-opacity': 0.5}
            },
            {
              id: 'edge',
              type: 'line',
              source: 'place',
              paint: {'line-color': colours.mark, 'line-width': 3, 'line-dasharray': [2, 1]}
            }
          ]
        }
      })
    } catch {
      setDrawn(false)
      return
    }
    // Those of one point share a mark.
    const points = [...Map.groupBy(shown, ({lat, lon}) => `${lat} ${lon}`).values()]
    for (const [i, own] of points.entries()) {
      const letters = own.flatMap(({letter}) => letter ?? [])
      if (letters.length === 0) continue
      const element = document.createElement('b')
      element.textContent = letters.join(' ')
      element.className = 'map-letter'
      // Near points keep out of each other's way.
      const anchor = points.length === 1 ? 'center' : (['right', 'left', 'bottom', 'top'] as const)[i % 4]!
      new Marker({element, anchor}).setLngLat([own[0]!.lon, own[0]!.lat]).addTo(map)
    }
    return () => map.remove()
  }, [asked])
  return (
    <figure className="border-t border-line p-3">
      {isDrawn && <div ref={box} className="h-40 border border-line-2" inert />}
      <figcaption className="pt-1 text-small text-ink-3">
        {places.map(({name, lat, lon, precision, letter = ''}) => (
          <div key={`${letter} ${lat} ${lon} ${name}`}>
            {letter && <b className="text-ink">{letter} </b>}
            <Bidi>{name}</Bidi>{' '}
            <span className="id">
              {lat.toFixed(2)}, {lon.toFixed(2)}
            </span>{' '}
            · {label('precision', precision)}
          </div>
        ))}
      </figcaption>
    </figure>
  )
}

/** A circle on the ground as a polygon of 64 corners. */
function circle(lon: number, lat: number, km: number): Feature<Polygon> {
  const corners = Array.from({length: 65}, (_, i) => {
    const angle = (i / 64) * 2 * Math.PI
    return [
      lon + ((km / 111.32) * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180),
      lat + (km / 110.57) * Math.sin(angle)
    ]
  })
  return {type: 'Feature', properties: {}, geometry: {type: 'Polygon', coordinates: [corners]}}
}

function boundsOf(areas: readonly Feature<Polygon>[]): LngLatBounds {
  const bounds = new LngLatBounds()
  for (const {geometry} of areas)
    for (const [lon, lat] of geometry.coordinates[0]!) bounds.extend([lon!, lat!])
  return bounds
}
