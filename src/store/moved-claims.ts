/** Claims that people moved to what their report tells of another incident. */
import {sql, type Transaction} from 'kysely'
import type {KeptMove} from '../model/ruling.ts'
import {blocksOf} from './blocks.ts'
import type {Tables} from './tables.ts'

/** Of these reports exactly these are moved from now on. */
export async function saveMoved(
  tx: Transaction<Tables>,
  reports: readonly string[],
  moved: readonly KeptMove[]
): Promise<void> {
  for (const block of blocksOf(reports))
    await tx
      .updateTable('claims')
      .set({moved: null})
      .where('report_id', 'in', block)
      .where('moved', 'is not', null)
      .execute()
  const own = new Set(reports)
  for (const block of blocksOf(moved.filter(({report}) => own.has(report)))) {
    const rows = block.map(
      ({report, claim, ...move}) => sql`(${report}, ${claim}, ${JSON.stringify(move)}::jsonb)`
    )
    await sql`update claims set moved = said.move from (values ${sql.join(rows)}) as said(report, claim, move)
      where report_id = said.report and claim_id = said.claim`.execute(tx)
  }
}
