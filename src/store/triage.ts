/** What linking found of reports, into the rows that the inbox is counted and listed by. */
import {sql, type Transaction} from 'kysely'
import {blocksOf} from './blocks.ts'
import type {Tables} from './tables.ts'

/** `reports`: ids of those whose incidents or tellings changed. */
export async function triage(tx: Transaction<Tables>, reports: readonly string[]): Promise<void> {
  for (const block of blocksOf(reports, 5000))
    await sql`update triage set duplicate = found.duplicate, conflicting = found.conflicting, imprecise = found.imprecise, score = found.score
      from (
        select asked.id, coalesce(bool_or(copies is not null), false) as duplicate, coalesce(bool_or(conflicts <> '[]'), false) as conflicting,
          coalesce(bool_or(incidents.id is not null and (precision is null or precision in ('admin1', 'country'))), false) as imprecise,
          (select case when bool_and(score is not null) then min(score) end from tellings where report_id = asked.id) as score
        from jsonb_array_elements_text(${JSON.stringify(block)}::text::jsonb) as asked(id)
        left join incident_reports on report_id = asked.id
        left join incidents on incidents.id = incident_id
        group by asked.id) as found
      where triage.id = found.id and (triage.duplicate, triage.conflicting, triage.imprecise, triage.score)
        is distinct from (found.duplicate, found.conflicting, found.imprecise, found.score)`.execute(tx)
}
