/** Claims that people added, beside those that were read. */
import type {Transaction} from 'kysely'
import type {KeptClaim} from '../model/ruling.ts'
import {blocksOf} from './blocks.ts'
import type {Tables} from './tables.ts'

/** Behind all that were read. */
const firstPosition = 1_000_000

/** Of these reports exactly these from now on. */
export async function saveAdded(
  tx: Transaction<Tables>,
  reports: readonly string[],
  added: readonly KeptClaim[]
): Promise<void> {
  for (const block of blocksOf(reports))
    await tx.deleteFrom('claims').where('report_id', 'in', block).where('added', 'is not', null).execute()
  for (const block of blocksOf([...added.entries()]))
    await tx
      .insertInto('claims')
      .values(
        block.map(([i, {report, claim, telling, incident}]) => ({
          report_id: report,
          claim_id: claim.id,
          position: firstPosition + i,
          about: claim.about,
          claim: JSON.stringify(claim),
          added: JSON.stringify({telling, incident})
        }))
      )
      .execute()
}
