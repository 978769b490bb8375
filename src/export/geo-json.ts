/**
 * Incidents as GeoJSON (RFC 7946), one feature each, with the columns of the table of incidents as properties.
 *
 * A point is given only where the place is as exact as one: a district, a province or a country has no geometry, because its
 * middle would be read as the place of the incident; it is in the properties, beside how exactly the place is known.
 */
import type {LinkedIncident} from '../model/assessment.ts'
import type {Format} from './format.ts'
import {incidentsTable} from './incidents-table.ts'
import {rowsOf} from './table.ts'

/** Digits of degrees: about 10 cm, as section 11.2 recommends. */
const digits = 6
const pointPrecisions = new Set(['site', 'town'])

export const geoJson: Format = {
  id: 'geojson',
  about: 'One feature an incident for maps and QGIS (RFC 7946), with the columns of incidents-csv',
  version: 1,
  extension: 'geojson',
  mediaType: 'application/geo+json',
  rule: 'dateline',
  async *write(incidents, setting) {
    yield '{"type":"FeatureCollection","features":['
    const rows = rowsOf(incidentsTable, incidents, setting)
    let between = '\n'
    while (true) {
      const {done, value} = await rows.next()
      if (done) {
        yield '\n]}\n'
        return value
      }
      for (const row of value) {
        const properties = Object.fromEntries(
          incidentsTable.columns.map(({name, value}) => [name, value(row)])
        )
        const {id, place} = row.incident
        yield between + JSON.stringify({type: 'Feature', id, geometry: pointOf(place), properties})
        between = ',\n'
      }
    }
  }
}

function pointOf(place: LinkedIncident['place']) {
  if (!place || place.lat === null || place.lon === null || !pointPrecisions.has(place.precision)) return null
  return {type: 'Point', coordinates: [rounded(withinTurn(place.lon)), rounded(place.lat)]}
}

/** A longitude from -180 to 180, on whichever side of the antimeridian it was counted. */
function withinTurn(lon: number): number {
  return lon >= -180 && lon <= 180 ? lon : lon - 360 * Math.round(lon / 360)
}

const rounded = (degrees: number) => Number(degrees.toFixed(digits))
