/** By which versions of Dateline and its knowledge the reports were coded. */
import {type Kysely, sql} from 'kysely'
import type {CodedReport} from '../../model/contract.ts'
import type {Tables} from '../tables.ts'

export interface ReportVersions {
  readonly versions: CodedReport['versions']
  readonly reports: number
}

/** The most frequent first. */
export async function reportVersions(database: Kysely<Tables>): Promise<ReportVersions[]> {
  // From one value of the index to the next: there are few, whatever the number of reports.
  const {rows} = await sql<ReportVersions>`
    with recursive found(versions) as (
      (select coded -> 'versions' from reports order by coded -> 'versions' limit 1)
      union all
      select (select coded -> 'versions' from reports where coded -> 'versions' > found.versions order by coded -> 'versions' limit 1)
      from found where found.versions is not null)
    select versions, (select count(*)::integer from reports where coded -> 'versions' = found.versions) as reports
    from found where versions is not null order by reports desc, versions`.execute(database)
  return rows
}
