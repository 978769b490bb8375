/** Reads gazetteer/overlay.csv: the places that an analyst adds. */
import {listed, readCsv} from '../src/codebook/csv.ts'
import {DataFileError} from '../src/codebook/data-file-error.ts'
import {normaliseName} from '../src/codebook/place-names.ts'

const columns = ['id', 'name', 'aliases', 'lat', 'lon', 'precision', 'parent', 'country'] as const
export const overlayPrecisions = ['site', 'town', 'area', 'admin1'] as const

export interface OverlayPlace {
  readonly line: number
  readonly id: string
  /** The name, then the aliases. */
  readonly names: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly precision: (typeof overlayPrecisions)[number]
  readonly parent: string | null
  readonly country: string
}

/** Rows that cannot be read as a place are errors; the others are places. `path` is for the messages. */
export function readOverlay(source: string, path: string): {places: OverlayPlace[]; errors: DataFileError[]} {
  const places: OverlayPlace[] = []
  const errors: DataFileError[] = []
  for (const row of readCsv(source, path, columns)) {
    const place = {
      line: row.line,
      id: row.id,
      names: [row.name, ...listed(row.aliases)],
      lat: Number(row.lat || Number.NaN),
      lon: Number(row.lon || Number.NaN),
      precision: row.precision as OverlayPlace['precision'],
      parent: row.parent || null,
      country: row.country
    }
    const wrong = mistakesIn(place, row.lat, row.lon)
    if (wrong.length === 0) places.push(place)
    errors.push(
      ...wrong.map(message => new DataFileError(path, row.line, `${row.id || '(no id)'}: ${message}`))
    )
  }
  return {places, errors}
}

/** Decimals of the coordinates: a place known to 2 km needs two. */
const siteDecimals = 2

function mistakesIn(place: OverlayPlace, lat: string, lon: string): string[] {
  const {id, names, precision, country} = place
  const wrong: string[] = []
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    wrong.push('the id is not kebab-case; write small letters, digits and "-"')
  if (normaliseName(names[0]!) === '') wrong.push('no name; write the usual English one of the news')
  if (!(overlayPrecisions as readonly string[]).includes(precision))
    wrong.push(`unknown precision "${precision}"; write ${overlayPrecisions.join(', ')}`)
  if (!/^[A-Z]{2}$/.test(country))
    wrong.push(`the country "${country}" is no ISO 3166-1 alpha-2 code; write two capitals, as "SD"`)
  if (!(Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180))
    wrong.push(`"${lat}, ${lon}" are no degrees; write lat from -90 to 90, lon from -180 to 180`)
  else if (isSite(precision) && Math.max(decimals(lat), decimals(lon)) < siteDecimals)
    wrong.push(`"${lat}, ${lon}" is too coarse for a ${precision}; write three decimals, or precision area`)
  return wrong
}

export function isSite(precision: OverlayPlace['precision']): boolean {
  return precision === 'site' || precision === 'town'
}

function decimals(number: string): number {
  return number.split('.')[1]?.length ?? 0
}
