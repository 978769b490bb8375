/** What some reports gave: themselves and the incidents that hold them, for whoever brought them in. */
import {type Kysely, sql} from 'kysely'
import type {Tables} from '../tables.ts'

export interface BroughtIn {
  readonly reports: readonly {
    readonly id: string
    readonly title: string | null
    readonly outlet: string | null
  }[]
  /** How many incidents hold one of them, and the first of these. */
  readonly incidentCount: number
  readonly incidents: readonly {readonly id: string; readonly headline: string}[]
}

/** `most`: reports and incidents that are named. */
export async function broughtIn(
  database: Kysely<Tables>,
  ids: readonly string[],
  most: number
): Promise<BroughtIn> {
  const asked = JSON.stringify(ids)
  const {rows: reports} = await sql<BroughtIn['reports'][number]>`
    select id, title, outlet from reports
    where id in (select own from jsonb_array_elements_text(${asked}::jsonb) as given(own)) order by id limit ${most}`.execute(
    database
  )
  const {rows: incidents} = await sql<{id: string; headline: string; total: number}>`
    select id, row ->> 'headline' as headline, count(*) over ()::integer as total from incidents
    where id in (select incident_id from incident_reports where report_id in (
      select own from jsonb_array_elements_text(${asked}::jsonb) as given(own)))
    order by from_day desc, id limit ${most}`.execute(database)
  return {
    reports,
    incidentCount: incidents[0]?.total ?? 0,
    incidents: incidents.map(({id, headline}) => ({id, headline}))
  }
}
