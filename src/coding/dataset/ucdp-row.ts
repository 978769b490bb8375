/** A row of UCDP GED: 49 columns, as in the releases and the candidate files. */
import type {When} from '../../model/date.ts'
import {
  actorsIn,
  type DatasetForm,
  degreesIn,
  needed,
  type RowActor,
  type RowFigure,
  RowFlaw,
  wholeIn
} from './facts.ts'
import {dayIn} from './row-days.ts'
import type {Field, Fields} from './row-text.ts'

const placePrecision = {
  1: 'town',
  2: 'area',
  3: 'area',
  4: 'admin1',
  5: 'area',
  6: 'country',
  7: 'area'
} as const
const timePrecision = {1: 'day', 2: 'week', 3: 'week', 4: 'month', 5: 'year'} as const

export const ucdpRow: DatasetForm = {
  id: 'ucdp-ged-csv',
  needed: [
    'id',
    'type_of_violence',
    'side_a',
    'side_b',
    'date_start',
    'date_end',
    'latitude',
    'longitude',
    'best',
    'low',
    'high'
  ],
  lead: ['source_headline', 'where_description', 'low', 'high', 'best'],
  titleOf: fields =>
    [
      cellOf(fields, 'dyad_name') ?? `${cellOf(fields, 'side_a')} - ${cellOf(fields, 'side_b')}`,
      ...[placeField(fields)?.value, cellOf(fields, 'date_start')?.slice(0, 10)].filter(Boolean)
    ].join(', '),
  // The days of its sources are not its own.
  publishedOn: () => null,
  factsOf(fields, countryOf) {
    const kind = needed(fields, 'type_of_violence')
    const violence = oneOf(fields, 'type_of_violence', 3)
    const [start, end] = [needed(fields, 'date_start'), needed(fields, 'date_end')]
    const precision = oneOf(fields, 'date_prec', 5) as keyof typeof timePrecision
    const [from, to] = [dayIn(start), dayIn(end)]
    if (to < from) throw new RowFlaw(`its date_end ${to} is before its date_start ${from}`)
    const where = oneOf(fields, 'where_prec', 7) as keyof typeof placePrecision
    const field = placeField(fields)
    if (!field) throw new RowFlaw('its where_coordinates, adm_1 and country are empty')
    const place = {
      name: field.value,
      lat: degreesIn(fields, 'latitude', 90),
      lon: degreesIn(fields, 'longitude', 180),
      country: countryOf(cellOf(fields, 'country_id'), cellOf(fields, 'country')?.replace(/\s*\(.*\)$/, '')),
      admin1: cellOf(fields, 'adm_1') ?? null,
      precision: placePrecision[where],
      field
    }
    const isOneSided = violence === 3
    const a = sideOf(fields.get('side_a'), violence)
    const b = isOneSided
      ? actorsIn(fields.get('side_b'), 'civilians')
      : sideOf(fields.get('side_b'), violence)
    const when: When = {from, to, precision: from === to ? 'day' : timePrecision[precision], known: 'stated'}
    const deaths = deathsIn(fields, [armsOf(a), isOneSided ? 'civilians' : armsOf(b)])
    const figure = (name: string) => (fields.has(name) ? wholeIn(fields, name) : null)
    return {
      kind,
      when,
      day: start,
      place,
      a,
      b,
      isDirected: isOneSided,
      deaths,
      coding: {
        ucdp: {
          type_of_violence: violence,
          side_a: cellOf(fields, 'side_a') ?? null,
          side_b: cellOf(fields, 'side_b') ?? null,
          active_year: null,
          where_prec: where,
          event_clarity: oneOf(fields, 'event_clarity', 2),
          latitude: place.lat,
          longitude: place.lon,
          country: place.country,
          adm_1: place.admin1,
          date_prec: precision,
          date_start: from,
          date_end: to,
          ...Object.fromEntries([...parts, 'low', 'best', 'high'].map(name => [name, figure(name)]))
        }
      }
    }
  }
}

const parts = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown']
const cellOf = (fields: Fields, name: string) => fields.get(name)?.value

/** The place of the coordinates; where a file has none, what it lies in. */
const placeField = (fields: Fields): Field | undefined =>
  fields.get('where_coordinates') ?? fields.get('adm_1') ?? fields.get('country')

/** A column of numbers from 1 on; 1 where a file does not have it. */
function oneOf(fields: Fields, name: string, most: number): number {
  const value = cellOf(fields, name) ?? '1'
  const number = /^[1-9]$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most) throw new RowFlaw(`its ${name} is "${value}"; write 1 to ${most}`)
  return number
}

/** "Government of X" is a state's forces; who else fights a state is called rebels, who fights others is not. */
function sideOf(field: Field | undefined, violence: number): RowActor[] {
  const isState = /^Government of /.test(field?.value ?? '')
  const kind = isState ? 'state-forces' : violence === 1 ? 'rebel-group' : 'armed-group'
  // A name may hold a semicolon in no release; several sides are joined with commas, and are one side.
  return field ? [{name: field.value, kind, field}] : []
}

const armsOf = ([first]: readonly RowActor[]) =>
  first?.kind === 'state-forces' ? 'security-forces' : 'militants'

/** The best figure, the range around it where there is one, and whose the dead are. */
function deathsIn(fields: Fields, [a, b]: readonly [string, string]): RowFigure[] {
  const [low, best, high] = [wholeIn(fields, 'low'), wholeIn(fields, 'best'), wholeIn(fields, 'high')]
  if (low > best || best > high)
    throw new RowFlaw(`its low ${low}, best ${best} and high ${high} are not in order`)
  const of = (name: string) => needed(fields, name)
  const figures: RowFigure[] = [
    {group: 'people', min: best, max: best, certainty: 'certain', fields: [of('best')], isTotal: true}
  ]
  if (low < high) {
    const fields = [of('low'), of('high')]
    figures.push({group: 'people', min: low, max: high, certainty: 'possible', fields, isTotal: false})
  }
  const groups = [a, b, 'civilians']
  for (const [i, group] of groups.entries()) {
    const name = parts[i]!
    const count = fields.has(name) ? wholeIn(fields, name) : 0
    if (count > 0)
      figures.push({group, min: count, max: count, certainty: 'certain', fields: [of(name)], isTotal: false})
  }
  return figures
}
