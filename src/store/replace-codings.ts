/** Puts other codings in place of those that reports had; the former ones are kept. */
import {sql, type Transaction} from 'kysely'
import type {CodedReport} from '../model/contract.ts'
import {claimRows, reportRow} from './report-rows.ts'
import type {Tables} from './tables.ts'

/** `kept`: ids of reports whose former coding is kept, until `at` (instant, UTC). The reports are linked anew by the next linking. */
export async function replaceCodings(
  tx: Transaction<Tables>,
  reports: readonly CodedReport[],
  kept: ReadonlySet<string>,
  at: string
): Promise<void> {
  for (const coded of reports) {
    const {id, text: _text, sha256: _sha256, url: _url, ...row} = reportRow(coded)
    if (kept.has(id))
      await sql`insert into report_codings (report_id, until, coded)
      select id, ${at}, coded || jsonb_build_object('claims', (
        select coalesce(jsonb_agg(claim order by position), '[]') from claims where report_id = reports.id and added is null))
      from reports where id = ${id} on conflict do nothing`.execute(tx)
    await tx.deleteFrom('claims').where('report_id', '=', id).execute()
    await tx
      .updateTable('reports')
      .set({...row, linked: false})
      .where('id', '=', id)
      .execute()
    const claims = claimRows(coded)
    if (claims.length) await tx.insertInto('claims').values(claims).execute()
  }
}
