/**
 * Rows of the shape of UCDP GED (49 columns), written from what the reports claim. None of it is UCDP's.
 *
 * One row an incident by which an organised actor is said to have killed somebody. Whether a dyad ever passed 25 deaths in
 * a year is unknown here, so there are more rows than in theirs. What a column holds: docs/exports.md.
 */
import {prioGridCell} from '../algorithms/prio-grid.ts'
import type {CountryNumbers} from '../codebook/country-numbers.ts'
import type {Figure, LinkedIncident} from '../model/assessment.ts'
import {daysOf} from './days-of.ts'
import {listedNames, reportsByAccount} from './reports-by-account.ts'
import type {Cell, Column, Table} from './table.ts'

interface Row {
  readonly incident: LinkedIncident
  readonly killed: Figure
  readonly country: CountryNumbers | null
}

export function ucdpTable(countries: ReadonlyMap<string, CountryNumbers>): Table<Row> {
  return {
    columns,
    rowsOf(incident, {rule}) {
      if (!incident.codings.ucdp) return 'UCDP would not record it'
      const killed = incident.assessments[rule]?.killed
      if (!killed || killed.low === null) return 'no figure of the dead holds by this rule'
      if (killed.high === 0) return 'nobody was killed by this rule'
      return [{incident, killed, country: countries.get(incident.place?.country ?? '') ?? null}]
    }
  }
}

type Value = (row: Row) => Cell
const text = (name: string, value: Value): Column<Row> => ({name, type: 'string', value})
const integer = (name: string, value: Value): Column<Row> => ({name, type: 'integer', value})
const degrees = (name: string, value: Value): Column<Row> => ({name, type: 'number', value})
const empty = (...names: readonly string[]) => names.map(name => text(name, () => null))
const inCoding = (row: Row, name: string) => (row.incident.codings.ucdp![name] as Cell | undefined) ?? null
const side =
  (name: 'a' | 'b' | 'civilians' | 'unknown'): Value =>
  ({killed}) =>
    killed.sides ? killed.sides[name] : name === 'unknown' ? killed.best : killed.best === null ? null : 0

const columns: readonly Column<Row>[] = [
  integer('id', ({incident}) => Number.parseInt(incident.id, 16)),
  text(
    'relid',
    row => `${row.incident.place?.country ?? 'XX'}-${yearOf(row)}-${violence(row)}-${row.incident.id}`
  ),
  integer('year', yearOf),
  ...empty('active_year', 'code_status'),
  integer('type_of_violence', violence),
  ...empty('conflict_dset_id', 'conflict_new_id', 'conflict_name', 'dyad_dset_id', 'dyad_new_id'),
  text('dyad_name', row =>
    [inCoding(row, 'side_a') ?? 'Unknown', inCoding(row, 'side_b') ?? 'Unknown'].join(' - ')
  ),
  ...empty('side_a_dset_id', 'side_a_new_id'),
  text('side_a', row => inCoding(row, 'side_a')),
  ...empty('side_b_dset_id', 'side_b_new_id'),
  text('side_b', row => inCoding(row, 'side_b')),
  integer('number_of_sources', ({incident}) => incident.reports.length),
  text('source_article', ({incident}) => articles(incident)),
  text(
    'source_office',
    ofReports(({outlet}) => outlet)
  ),
  text(
    'source_date',
    ofReports(({publishedOn}) => publishedOn?.slice(0, 10) ?? null)
  ),
  text(
    'source_headline',
    ofReports(({title}) => title)
  ),
  text('source_original', ({incident}) => listedNames(incident.accounts.map(({origin}) => origin))),
  integer('where_prec', wherePrecision),
  text('where_coordinates', ({incident}) => incident.place?.name ?? null),
  text('where_description', ({incident}) =>
    listedNames(
      incident.facts
        .filter(({fact}) => fact === 'where')
        .flatMap(({values}) => values.map(({value}) => value))
    )
  ),
  text('adm_1', ({incident}) => incident.place?.admin1 ?? null),
  ...empty('adm_2'),
  degrees('latitude', ({incident}) => incident.place?.lat ?? null),
  degrees('longitude', ({incident}) => incident.place?.lon ?? null),
  text('geom_wkt', ({incident}) => atPoint(incident, (lat, lon) => `POINT (${lon} ${lat})`)),
  integer('priogrid_gid', ({incident}) => atPoint(incident, prioGridCell)),
  text('country', ({country, incident}) => country?.name ?? incident.place?.country ?? null),
  integer('country_id', ({country}) => country?.gw ?? null),
  text('region', ({country}) => country?.ucdpRegion ?? null),
  integer('event_clarity', row => inCoding(row, 'event_clarity')),
  integer('date_prec', row => row.killed.precision?.date ?? inCoding(row, 'date_prec')),
  {name: 'date_start', type: 'day', value: ({incident}) => daysOf(incident).from},
  {name: 'date_end', type: 'day', value: ({incident}) => daysOf(incident).to},
  integer('deaths_a', side('a')),
  integer('deaths_b', side('b')),
  integer('deaths_civilians', side('civilians')),
  integer('deaths_unknown', side('unknown')),
  integer('best', ({killed}) => killed.best),
  integer('high', ({killed}) => (killed.open ? null : killed.high)),
  integer('low', ({killed}) => killed.low),
  ...empty('gwnoa', 'gwnob')
]

function yearOf({incident}: Row): number {
  return Number(incident.when.from.slice(0, 4))
}

function violence(row: Row): Cell {
  return inCoding(row, 'type_of_violence')
}

/** The cells of one column for all reports, in the order of the articles; an article without one has "". */
function ofReports(value: (report: LinkedIncident['reports'][number]) => string | null): Value {
  return ({incident}) =>
    reportsByAccount(incident)
      .map(report => value(report)?.replaceAll(';', ',') ?? '')
      .join(';')
}

/** "Office,2024-03-06,Headline";"Office,...": one for each report. */
function articles(incident: LinkedIncident): string {
  return reportsByAccount(incident)
    .map(({outlet, publishedOn, title}) => {
      const parts = [outlet ?? '', publishedOn?.slice(0, 10) ?? '', title ?? '']
      return `"${parts.join(',').replaceAll('"', "'").replaceAll(';', ',')}"`
    })
    .join(';')
}

/** What the coding says where it is finer than the rule: 2 near a point, 5 a line, 7 waters of no state. */
function wherePrecision(row: Row): Cell {
  const {killed, incident} = row
  const told = inCoding(row, 'where_prec')
  const isSamePlace = inCoding(row, 'adm_1') === (incident.place?.admin1 ?? null)
  return isSamePlace && told !== null ? told : (killed.precision?.place ?? null)
}

function atPoint<Value>({place}: LinkedIncident, made: (lat: number, lon: number) => Value): Value | null {
  return place && place.lat !== null && place.lon !== null ? made(place.lat, place.lon) : null
}
