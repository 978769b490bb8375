/**
 * Rows of the shape of ACLED's export (31 columns, as since 2024), written from what the reports claim. None of it is ACLED's.
 *
 * One row for each day on which the incident is told to have gone on. What its codebook would not record is left out:
 * no coding, a place known only to the country, a time known no closer than a month. What a column holds: docs/exports.md.
 */
import {splitEvenly} from '../algorithms/split-evenly.ts'
import type {CountryNumbers} from '../codebook/country-numbers.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import {type Days, daysOf} from './days-of.ts'
import type {Setting} from './format.ts'
import {notesOf} from './notes.ts'
import {listedNames, reportsByAccount} from './reports-by-account.ts'
import type {Cell, Column, Table} from './table.ts'

interface Row {
  readonly incident: LinkedIncident
  readonly setting: Setting
  readonly country: CountryNumbers | null
  readonly day: string
  /** 1 a day, 2 a week, 3 a month. */
  readonly precision: number
  readonly fatalities: number
  /** Of an incident of several days: which day this is, and of how many. */
  readonly part: {readonly number: number; readonly of: number} | null
}

/** Degrees of about 11 m, as the dataset has them. */
const placesOfDegrees = 4
const longestDays = 31
const placePrecision = {site: 1, town: 1, area: 2, admin1: 3, country: 3} as const

export function acledTable(countries: ReadonlyMap<string, CountryNumbers>): Table<Row> {
  return {
    columns,
    rowsOf(incident, setting) {
      const {codings, place, when} = incident
      if (!codings.acled) return 'ACLED would not record it'
      if (!place) return 'no place is known'
      if (place.precision === 'country' && codings.acled.disorder_type !== 'Strategic developments')
        return 'its place is known only to the country'
      const days = daysOf(incident)
      if (days.count > longestDays) return 'its time is known no closer than a month'
      const country = countries.get(place.country ?? '') ?? null
      const figure = incident.assessments[setting.rule]?.killed
      const killed = figure?.best ?? figure?.low ?? 0
      const common = {incident, setting, country}
      const isKnownByDay = when.precision === 'day' || when.precision === 'instant'
      if (!isKnownByDay || days.count === 1)
        return [{...common, day: days.middle, precision: precisionOf(days), fatalities: killed, part: null}]
      const perDay = splitEvenly(killed, days.count)
      return days.all().map((day, i) => ({
        ...common,
        day,
        precision: 1,
        fatalities: perDay[i]!,
        part: {number: i + 1, of: days.count}
      }))
    }
  }
}

const precisionOf = ({count}: Days) => (count === 1 ? 1 : count <= 7 ? 2 : 3)

/** A column that stands in the incident's coding under its own name. */
const coded = (name: string): Column<Row> => ({
  name,
  type: 'string',
  value: ({incident}) => (incident.codings.acled![name] as Cell | undefined) ?? null
})
const empty = (name: string): Column<Row> => ({name, type: 'string', value: () => null})

const columns: readonly Column<Row>[] = [
  {name: 'event_id_cnty', type: 'string', value: idOf},
  {name: 'event_date', type: 'day', value: ({day}) => day},
  {name: 'year', type: 'integer', value: ({day}) => Number(day.slice(0, 4))},
  {name: 'time_precision', type: 'integer', value: ({precision}) => precision},
  ...['disorder_type', 'event_type', 'sub_event_type'].map(coded),
  ...['actor1', 'assoc_actor_1', 'inter1', 'actor2', 'assoc_actor_2', 'inter2'].map(coded),
  ...['interaction', 'civilian_targeting'].map(coded),
  {name: 'iso', type: 'integer', value: ({country}) => country?.iso ?? null},
  {name: 'region', type: 'string', value: ({country}) => country?.acledRegion ?? null},
  {
    name: 'country',
    type: 'string',
    value: ({country, incident}) => country?.name ?? incident.place!.country
  },
  {name: 'admin1', type: 'string', value: ({incident}) => incident.place!.admin1},
  empty('admin2'),
  empty('admin3'),
  {name: 'location', type: 'string', value: ({incident}) => incident.place!.name},
  {name: 'latitude', type: 'number', value: ({incident}) => degrees(incident.place!.lat)},
  {name: 'longitude', type: 'number', value: ({incident}) => degrees(incident.place!.lon)},
  {name: 'geo_precision', type: 'integer', value: ({incident}) => geoPrecision(incident)},
  {
    name: 'source',
    type: 'string',
    value: ({incident}) => listedNames(reportsByAccount(incident).map(({outlet}) => outlet))
  },
  empty('source_scale'),
  {name: 'notes', type: 'string', value: notes},
  {name: 'fatalities', type: 'integer', value: ({fatalities}) => fatalities},
  {name: 'tags', type: 'string', value: ({incident}) => crowdSizes(incident)},
  empty('timestamp')
]

/** The same as long as the incident has the same days: "BO-6118a32436e1", "BO-6118a32436e1-20240306" for one day of several. */
function idOf({incident, day, part}: Row): string {
  const own = `${incident.place!.country ?? 'XX'}-${incident.id}`
  return part ? `${own}-${day.replaceAll('-', '')}` : own
}

function degrees(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(placesOfDegrees))
}

/** 2 where the leading report says "near" the town that stands for the place. */
function geoPrecision({codings, place}: LinkedIncident): number {
  const {location, geo_precision: told} = codings.acled!
  return location === place!.name && typeof told === 'number' ? told : placePrecision[place!.precision]
}

function notes({incident, setting, part}: Row): string {
  const own = notesOf(incident, setting)
  return part
    ? `Day ${part.number} of ${part.of}; the figure of the dead is of all days, split over them. ${own}`
    : own
}

/** "crowd size=more than 2000"; each figure that is told of a crowd, first told first. */
function crowdSizes({claims}: LinkedIncident): string | null {
  const told = claims.flatMap(({crowd, polarity}) =>
    crowd && polarity !== 'denied' ? crowd.count.stated : []
  )
  const sizes = [...new Set(told)].join(' or ')
  return sizes ? `crowd size=${sizes.replaceAll(';', ',')}` : null
}
