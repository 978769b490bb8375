/**
 * Compares places with records of the same name and country in open data: GeoNames dumps and Who's On First packs.
 *
 *     zamzam-camp   GeoNames has "Zamzam" 2 km off     agrees
 *     some-bridge   the nearest "Some Bridge" is 80 km off    differs: look at it
 *
 * A difference is no error: names repeat. Files are streamed; memory does not grow with them.
 */
import {createReadStream, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {createGunzip} from 'node:zlib'
import {distanceKm, type LatLon} from '../src/algorithms/great-circle.ts'
import {DataFileError} from '../src/codebook/data-file-error.ts'
import {normaliseName} from '../src/codebook/place-names.ts'
import type {OverlayPlace} from './overlay-file.ts'

export interface NamedRecord extends LatLon {
  readonly names: readonly string[]
  readonly country: string
}

export interface Comparison {
  readonly place: OverlayPlace
  /** The nearest of the records that share a name with it. */
  readonly nearest: NamedRecord
  readonly km: number
}

/** Every place that the records know, with the nearest namesake; in the order of the places. */
export async function compare(
  places: readonly OverlayPlace[],
  records: AsyncIterable<NamedRecord>
): Promise<Comparison[]> {
  const byName = new Map<string, OverlayPlace[]>()
  for (const place of places) {
    for (const name of new Set(place.names.map(normaliseName))) {
      const key = `${place.country}/${name}`
      byName.set(key, [...(byName.get(key) ?? []), place])
    }
  }
  const nearest = new Map<OverlayPlace, Comparison>()
  for await (const record of records) {
    for (const name of new Set(record.names.map(normaliseName))) {
      for (const place of byName.get(`${record.country}/${name}`) ?? []) {
        const km = distanceKm(place, record)
        if (km < (nearest.get(place)?.km ?? Number.POSITIVE_INFINITY))
          nearest.set(place, {place, nearest: record, km})
      }
    }
  }
  return places.flatMap(place => nearest.get(place) ?? [])
}

/** The records of all dumps in a folder: `*.txt` of 19 columns, `*-xx.jsonl` of country xx; both may be `.gz`. */
export async function* readDumps(folder: string): AsyncIterable<NamedRecord> {
  const files = (readdirSync(folder, {recursive: true}) as string[]).toSorted()
  for (const file of files) {
    const [, country, kind] = /(?:-([a-z]{2}))?\.(txt|jsonl)(?:\.gz)?$/.exec(file) ?? []
    if (!kind) continue
    const bytes = createReadStream(join(folder, file))
    const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
    let number = 0
    for await (const line of createInterface({input})) {
      number++
      try {
        const record = kind === 'txt' ? geonamesRecord(line) : whosOnFirstRecord(line, country?.toUpperCase())
        if (record) yield record
      } catch (cause) {
        throw new DataFileError(join(folder, file), number, 'not JSON; fetch the file again', {cause})
      }
    }
  }
}

function geonamesRecord(line: string): NamedRecord | null {
  const cells = line.split('\t')
  if (cells.length !== 19) return null
  const [, name, ascii, others, lat, lon, , , country] = cells
  return {
    names: [name!, ascii!, ...others!.split(',')],
    lat: Number(lat),
    lon: Number(lon),
    country: country!
  }
}

function whosOnFirstRecord(line: string, country: string | undefined): NamedRecord | null {
  if (line.trim() === '') return null
  const row = JSON.parse(line) as {
    name: string
    lat: number
    lon: number
    country?: string
    names?: Record<string, string[]>
  }
  const where = row.country ?? country
  if (!where) return null
  return {
    names: [row.name, ...Object.values(row.names ?? {}).flat()],
    lat: row.lat,
    lon: row.lon,
    country: where
  }
}
