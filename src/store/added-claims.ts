/** Claims that people added, beside those that were read. */
import type {Transaction} from 'kysely'
import type {KeptClaim} from '../model/ruling.ts'
import {blocksOf} from './blocks.ts'
import type {Tables} from './tables.ts'

/** Behind all that were read. */
const firstPosition = 1_000_000

/** Of these reports exactly these from now on. They are numbered in each report by itself, whichever reports are asked for together; those of others stay as they are. */
export async function saveAdded(
  tx: Transaction<Tables>,
  reports: readonly string[],
  added: readonly KeptClaim[]
): Promise<void> {
  for (const block of blocksOf(reports))
    await tx.deleteFrom('claims').where('report_id', 'in', block).where('added', 'is not', null).execute()
  const asked = new Set(reports)
  const own = added.filter(({report}) => asked.has(report))
  const numbered = [...Map.groupBy(own, ({report}) => report).values()].flatMap(claims => [
    ...claims.entries()
  ])
  for (const block of blocksOf(numbered))
    await tx
      .insertInto('claims')
      .values(
        block.map(([number, {report, claim, telling, incident}]) => ({
          report_id: report,
          claim_id: claim.id,
          position: firstPosition + number,
          about: claim.about,
          claim: JSON.stringify(claim),
          added: JSON.stringify({telling, incident})
        }))
      )
      .execute()
}
