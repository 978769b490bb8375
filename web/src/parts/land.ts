/** The countries of the world and the lines between them, from the page itself (Natural Earth, by world-atlas). */
import type {FeatureCollection, MultiLineString} from 'geojson'
import {setWorkerUrl} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import {feature, mesh} from 'topojson-client'
import type {GeometryCollection, Topology} from 'topojson-specification'
import countries from 'world-atlas/countries-50m.json' with {type: 'json'}
import {splitAtAntimeridian} from '../../../src/export/drawing/antimeridian.ts'

setWorkerUrl(workerUrl)

const topology = countries as unknown as Topology<{countries: GeometryCollection; land: GeometryCollection}>

export function land(): FeatureCollection {
  return splitAtAntimeridian(feature(topology, topology.objects.countries))
}

/** The same without what lies between them: each coast once. */
export function coasts(): FeatureCollection {
  return splitAtAntimeridian(feature(topology, topology.objects.land))
}

/** Each line once, without coasts. */
export function borders(): MultiLineString {
  return mesh(topology, topology.objects.countries, (a, b) => a !== b)
}
