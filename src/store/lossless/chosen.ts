/** Which reports an export takes: all, or those of the incidents that fit. */
import type {Kysely} from 'kysely'
import {type IncidentFilter, matching} from '../incident-filter.ts'
import type {Tables} from '../tables.ts'

/** Whether the filter leaves nothing out. */
export function takesAll(filter: IncidentFilter): boolean {
  return Object.values(filter).every(value => value === undefined)
}

/** Ids of the incidents that fit, as a query. */
export const chosenIncidents = (database: Kysely<Tables>, filter: IncidentFilter) =>
  matching(database.selectFrom('incidents'), filter).select('id')

/** Ids of their reports, as a query. */
export const chosenReports = (database: Kysely<Tables>, filter: IncidentFilter) =>
  database
    .selectFrom('incident_reports')
    .select('report_id')
    .where('incident_id', 'in', chosenIncidents(database, filter))
