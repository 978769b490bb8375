/**
 * Rows of the shape of the feeds that code by CAMEO: Phoenix (26 columns) and the events of GDELT 2 (61 columns).
 *
 * One row an incident. Their codes of actors are no words of reports: only what follows from the class of an actor is given.
 * What a column holds: docs/exports.md.
 */
import type {CameoRoot} from '../codebook/cameo-roots.ts'
import type {CountryNumbers} from '../codebook/country-numbers.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import {daysOf} from './days-of.ts'
import {listedNames, reportsByAccount} from './reports-by-account.ts'
import {sectorOf} from './sector-of.ts'
import type {Cell, Column, Table} from './table.ts'

interface Row {
  readonly incident: LinkedIncident
  readonly code: string
  readonly root: CameoRoot
  readonly country: CountryNumbers | null
  /** YYYYMMDD. */
  readonly day: string
}

type Known = {
  readonly roots: ReadonlyMap<string, CameoRoot>
  readonly countries: ReadonlyMap<string, CountryNumbers>
}

const tableOf =
  (columns: readonly Column<Row>[]) =>
  ({roots, countries}: Known): Table<Row> => ({
    columns,
    rowsOf(incident) {
      const {cameo} = incident.codings
      const root = roots.get(String(cameo?.root))
      if (!root) return 'CAMEO has no code for it'
      const country = countries.get(incident.place?.country ?? '') ?? null
      const day = daysOf(incident).from.replaceAll('-', '')
      return [{incident, code: String(cameo!.code), root, country, day}]
    }
  })

type Value = (row: Row) => Cell
const text = (name: string, value: Value): Column<Row> => ({name, type: 'string', value})
const number = (name: string, value: Value): Column<Row> => ({name, type: 'number', value})
const empty = (...names: readonly string[]) => names.map(name => text(name, () => null))

const first: Value = ({incident}) => sectorOf(incident, incident.sides.a)
const second: Value = ({incident}) => sectorOf(incident, incident.sides.b)
const latitude: Value = ({incident}) => incident.place?.lat ?? null
const longitude: Value = ({incident}) => incident.place?.lon ?? null

export const phoenixTable = tableOf([
  text('EventID', ({incident}) => incident.id),
  text('Date', ({day}) => day),
  text('Year', ({day}) => day.slice(0, 4)),
  text('Month', ({day}) => day.slice(4, 6)),
  text('Day', ({day}) => day.slice(6)),
  text('SourceActorFull', first),
  ...empty('SourceActorEntity'),
  text('SourceActorRole', first),
  ...empty('SourceActorAttribute'),
  text('TargetActorFull', second),
  ...empty('TargetActorEntity'),
  text('TargetActorRole', second),
  ...empty('TargetActorAttribute'),
  text('EventCode', ({code}) => code),
  text('EventRootCode', ({root}) => root.id),
  number('QuadClass', ({root}) => root.penta),
  number('GoldsteinScore', ({root}) => root.goldstein),
  ...empty('Issues'),
  number('Lat', latitude),
  number('Lon', longitude),
  text('LocationName', ({incident}) => incident.place?.name ?? null),
  text('StateName', ({incident}) => incident.place?.admin1 ?? null),
  text('CountryCode', ({incident}) => incident.place?.country ?? null),
  ...empty('SentenceID'),
  text('URLs', ({incident}) => listed(incident, ({url}) => url?.replaceAll(';', '%3B') ?? null)),
  text('NewsSources', ({incident}) => listed(incident, ({outlet}) => outlet))
])

const actorColumns = (n: 1 | 2, side: 'a' | 'b') => [
  text(`Actor${n}Code`, n === 1 ? first : second),
  text(`Actor${n}Name`, ({incident}) => incident.sides[side][0] ?? null),
  ...empty(
    ...['CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code'].map(
      name => `Actor${n}${name}`
    )
  ),
  text(`Actor${n}Type1Code`, n === 1 ? first : second),
  ...empty(`Actor${n}Type2Code`, `Actor${n}Type3Code`)
]
const geoNames = ['Type', 'Fullname', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID']
const noGeo = (of: string) => empty(...geoNames.map(name => `${of}Geo_${name}`))

export const gdeltTable = tableOf([
  number('GlobalEventID', ({incident}) => Number.parseInt(incident.id, 16)),
  text('Day', ({day}) => day),
  text('MonthYear', ({day}) => day.slice(0, 6)),
  text('Year', ({day}) => day.slice(0, 4)),
  text('FractionDate', ({day}) => fraction(day)),
  ...actorColumns(1, 'a'),
  ...actorColumns(2, 'b'),
  ...empty('IsRootEvent'),
  text('EventCode', ({code}) => code),
  text('EventBaseCode', ({code}) => code.slice(0, 3)),
  text('EventRootCode', ({root}) => root.id),
  number('QuadClass', ({root}) => root.quad),
  ...empty('GoldsteinScale'),
  number('NumMentions', ({incident}) => incident.claims.filter(({event}) => event !== undefined).length),
  number('NumSources', ({incident}) => new Set(incident.reports.map(({outlet}) => outlet)).size),
  number('NumArticles', ({incident}) => incident.reports.length),
  ...empty('AvgTone'),
  ...noGeo('Actor1'),
  ...noGeo('Actor2'),
  number('ActionGeo_Type', geoType),
  text('ActionGeo_Fullname', fullName),
  ...empty('ActionGeo_CountryCode', 'ActionGeo_ADM1Code', 'ActionGeo_ADM2Code'),
  number('ActionGeo_Lat', latitude),
  number('ActionGeo_Long', longitude),
  ...empty('ActionGeo_FeatureID', 'DATEADDED'),
  text('SOURCEURL', ({incident}) => reportsByAccount(incident).find(({url}) => url !== null)?.url ?? null)
])

function listed(
  incident: LinkedIncident,
  value: (report: LinkedIncident['reports'][number]) => string | null
) {
  return listedNames(reportsByAccount(incident).map(value))?.replaceAll('; ', ';') ?? null
}

/** "2024.1781": months of thirty days, as GDELT counts. */
function fraction(day: string): string {
  const days = (Number(day.slice(4, 6)) - 1) * 30 + Number(day.slice(6))
  return `${day.slice(0, 4)}.${(days / 365).toFixed(4).slice(2)}`
}

/** 1 a country, 2 a state of the US, 3 a town there, 4 a town elsewhere, 5 a province elsewhere. */
function geoType({incident: {place}}: Row): number | null {
  if (!place) return null
  const isInUs = place.country === 'US'
  if (place.precision === 'country') return 1
  if (place.precision === 'admin1') return isInUs ? 2 : 5
  return isInUs ? 3 : 4
}

/** "Oruro, Oruro, Bolivia". */
function fullName({incident: {place}, country}: Row): string | null {
  return place && [place.name, place.admin1, country?.name].filter(Boolean).join(', ')
}
