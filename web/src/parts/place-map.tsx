/** A small map that needs no network: countries from the page itself, the place as an area as wide as it is unsure. */
import type {Feature, Polygon} from 'geojson'
import {Map as MapLibre, setWorkerUrl} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import {useEffect, useRef, useState} from 'react'
import {feature} from 'topojson-client'
import type {GeometryCollection, Topology} from 'topojson-specification'
import countries from 'world-atlas/countries-50m.json' with {type: 'json'}
import {useWords} from '../app/settings.tsx'
import {splitAtAntimeridian} from './antimeridian.ts'
import {Bidi} from './bidi.tsx'

setWorkerUrl(workerUrl)

interface Props {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly precision: 'site' | 'town' | 'area' | 'admin1' | 'country'
}

const radiusKm = {site: 3, town: 8, area: 60, admin1: 90, country: 300}
const zoom = {site: 5, town: 5, area: 4, admin1: 4, country: 3}

export default function PlaceMap({name, lat, lon, precision}: Props) {
  const {label} = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [isDrawn, setDrawn] = useState(true)
  useEffect(() => {
    if (!box.current) return
    const topology = countries as unknown as Topology<{countries: GeometryCollection}>
    const land = splitAtAntimeridian(feature(topology, topology.objects.countries))
    const {theme} = document.documentElement.dataset
    const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    const colours = dark
      ? {sea: '#14181c', land: '#2a3036', line: '#4a535c', mark: '#e69f00'}
      : {sea: '#e8edf0', land: '#fbfaf7', line: '#b9c0c6', mark: '#b35900'}
    let map: MapLibre
    try {
      map = new MapLibre({
        container: box.current,
        center: [lon, lat],
        zoom: zoom[precision],
        attributionControl: false,
        // A picture of where, not a control: nothing in it takes the focus.
        interactive: false,
        style: {
          version: 8,
          sources: {
            land: {type: 'geojson', data: land},
            place: {type: 'geojson', data: circle(lon, lat, radiusKm[precision])}
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
    return () => map.remove()
  }, [lat, lon, precision])
  return (
    <figure className="border-t border-line p-3">
      {isDrawn && <div ref={box} className="h-40 border border-line-2" inert />}
      <figcaption className="pt-1 text-small text-ink-3">
        <Bidi>{name}</Bidi>{' '}
        <span className="id">
          {lat.toFixed(2)}, {lon.toFixed(2)}
        </span>{' '}
        · {label('precision', precision)}
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
