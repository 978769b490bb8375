/** What was held at an instant, and which incident now holds what one held that is no more. */
import {type Kysely, sql} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import {type IncidentFilter, matching} from './incident-filter.ts'
import type {Tables} from './tables.ts'

/** An incident as it was held from an instant on, without its claims: those stand in the codings of its reports. */
export interface HeldIncident {
  readonly incident: LinkedIncident
  readonly since: string
}

/** By day, the newest first. `at`: instant, UTC, in full. */
export async function incidentsAsOf(
  database: Kysely<Tables>,
  at: string,
  filter: IncidentFilter & {readonly id?: string} = {}
): Promise<HeldIncident[]> {
  const held = sql<Tables['incidents']>`(
    select id, type, from_day, to_day, place, country, lat, lon, incident - 'claims' as incident, since from incidents where since <= ${at}
    union all
    select id, type, from_day, to_day, place, country, lat, lon, incident, since from incident_versions where since <= ${at} and until > ${at})`
  let query = matching(database.selectFrom(held.as('incidents')) as never, filter)
    .select(['incident', 'since'])
    .orderBy('from_day', 'desc')
    .orderBy('id')
  if (filter.id !== undefined) query = query.where('id', '=', filter.id)
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  if (filter.offset !== undefined) query = query.offset(filter.offset)
  return (await query.execute()).map(({incident, since}) => ({incident: {...incident, claims: []}, since}))
}

/** The last version of an incident that is no more. */
export async function lastVersion(database: Kysely<Tables>, id: string): Promise<HeldIncident | null> {
  const row = await database
    .selectFrom('incident_versions')
    .select(['incident', 'since'])
    .where('id', '=', id)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? {incident: {...(row.incident as LinkedIncident), claims: []}, since: row.since} : null
}

/** What reports were coded as at an instant, without their texts; those that were not coded anew since are left out. */
export async function formerCodings(
  database: Kysely<Tables>,
  reports: readonly string[],
  at: string
): Promise<Map<string, Tables['report_codings']['coded']['__select__']>> {
  const rows = await database
    .selectFrom('report_codings')
    .select(['report_id', 'coded'])
    .distinctOn('report_id')
    .where('report_id', 'in', [...reports, ''])
    .where('until', '>', at)
    .orderBy('report_id')
    .orderBy('until')
    .execute()
  return new Map(rows.map(({report_id, coded}) => [report_id, coded]))
}

/** The incident that holds what this report tells under this id. */
export async function holderOf(
  database: Kysely<Tables>,
  report: string,
  incident: string
): Promise<string | null> {
  const row = await database
    .selectFrom('incident_reports')
    .innerJoin('incidents', 'incidents.id', 'incident_reports.incident_id')
    .select('incidents.id')
    .where('report_id', '=', report)
    .where(sql<boolean>`incident -> 'members' @> ${JSON.stringify([{report, incident}])}::jsonb`)
    .orderBy('incidents.id')
    .executeTakeFirst()
  return row?.id ?? null
}
