/** A row of ACLED's export: of the columns since 2024, and of older ones, where classes of actors are numbers. */

import {actorsIn, type DatasetForm, degreesIn, needed, type RowActor, RowFlaw, wholeIn} from './facts.ts'
import {around, dayIn} from './row-days.ts'
import type {Fields} from './row-text.ts'

/** Our kinds of actor, by ACLED's classes: number and name. */
const kinds: readonly (readonly [code: string, name: string, kind: string])[] = [
  ['1', 'State forces', 'state-forces'],
  ['2', 'Rebel group', 'rebel-group'],
  ['3', 'Political militia', 'political-militia'],
  ['4', 'Identity militia', 'communal-militia'],
  ['5', 'Rioters', 'protesters'],
  ['6', 'Protesters', 'protesters'],
  ['7', 'Civilians', 'civilians'],
  ['8', 'External/Other forces', 'external-forces']
]
const datePrecision = {1: 'day', 2: 'week', 3: 'month'} as const
const placePrecision = {1: 'town', 2: 'area', 3: 'admin1'} as const

export const acledRow: DatasetForm = {
  id: 'acled-csv',
  needed: ['event_date', 'event_type', 'actor1', 'location', 'latitude', 'longitude', 'fatalities'],
  lead: ['notes'],
  titleOf: fields =>
    `${['sub_event_type', 'location', 'event_date'].flatMap(name => cellOf(fields, name) ?? []).join(', ')}`,
  publishedOn(fields) {
    const seconds = Number(cellOf(fields, 'timestamp') ?? Number.NaN)
    const isSensible = seconds > 0 && seconds < 1e11
    return isSensible ? new Date(seconds * 1000).toISOString().slice(0, 10) : null
  },
  factsOf(fields, countryOf) {
    const day = needed(fields, 'event_date')
    const location = needed(fields, 'location')
    const deaths = wholeIn(fields, 'fatalities')
    const isOnCivilians = cellOf(fields, 'event_type') === 'Violence against civilians'
    const place = {
      name: location.value,
      lat: degreesIn(fields, 'latitude', 90),
      lon: degreesIn(fields, 'longitude', 180),
      country: countryOf(cellOf(fields, 'iso'), cellOf(fields, 'country')),
      admin1: cellOf(fields, 'admin1') ?? null,
      precision: placePrecision[oneOf(fields, 'geo_precision')],
      field: location
    }
    const precision = oneOf(fields, 'time_precision')
    return {
      kind: kindOf(fields),
      when: around(dayIn(day), datePrecision[precision]),
      day,
      place,
      a: side(fields, '1'),
      b: side(fields, '2'),
      isDirected: isOnCivilians,
      // 0 is written where nobody tells of a death; that is no claim that nobody died.
      deaths:
        deaths === 0
          ? []
          : [
              {
                ...{group: 'people', min: deaths, max: deaths, certainty: 'certain', isTotal: true},
                fields: [needed(fields, 'fatalities')]
              }
            ],
      coding: {
        acled: {
          event_date: dayIn(day),
          time_precision: precision,
          ...told(fields, ['disorder_type', 'event_type', 'sub_event_type']),
          ...told(fields, [
            'actor1',
            'assoc_actor_1',
            'actor2',
            'assoc_actor_2',
            'interaction',
            'civilian_targeting'
          ]),
          inter1: classOf(fields, '1')?.[1] ?? null,
          inter2: classOf(fields, '2')?.[1] ?? null,
          country: place.country,
          admin1: place.admin1,
          location: place.name,
          latitude: place.lat,
          longitude: place.lon,
          geo_precision: oneOf(fields, 'geo_precision'),
          fatalities: deaths
        }
      }
    }
  }
}

const cellOf = (fields: Fields, name: string) => fields.get(name)?.value
const told = (fields: Fields, names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, cellOf(fields, name) ?? null]))

function kindOf(fields: Fields) {
  return fields.get('sub_event_type') ?? needed(fields, 'event_type')
}

/** A column of 1, 2 and 3; 1 where a file does not have it. */
function oneOf(fields: Fields, name: string): 1 | 2 | 3 {
  const value = cellOf(fields, name) ?? '1'
  if (value !== '1' && value !== '2' && value !== '3')
    throw new RowFlaw(`its ${name} is "${value}"; write 1, 2 or 3`)
  return Number(value) as 1 | 2 | 3
}

function classOf(fields: Fields, number: string) {
  const value = cellOf(fields, `inter${number}`)?.toLowerCase()
  return kinds.find(([code, name]) => code === value || name.toLowerCase() === value)
}

function side(fields: Fields, number: string): RowActor[] {
  const kind = classOf(fields, number)?.[2] ?? 'other'
  return [
    ...actorsIn(fields.get(`actor${number}`), kind),
    ...actorsIn(fields.get(`assoc_actor_${number}`), 'other')
  ]
}
