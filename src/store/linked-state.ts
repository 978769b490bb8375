/** Which reports are linked, and the start of linking everything anew. */
import {type Kysely, sql, type Transaction} from 'kysely'
import {lockLinking} from './linking-lock.ts'
import type {Tables} from './tables.ts'

export async function countUnlinked(database: Kysely<Tables>, most: number): Promise<number> {
  const {total} = await database
    .selectFrom(query =>
      query.selectFrom('reports').select('id').where('linked', '=', false).limit(most).as('unlinked')
    )
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

export async function unlinkAll(tx: Transaction<Tables>): Promise<void> {
  await lockLinking(tx)
  await tx.deleteFrom('near_pairs').execute()
  await tx.deleteFrom('telling_blocks').execute()
  await tx.deleteFrom('tellings').execute()
  await tx.updateTable('reports').set({linked: false}).where('linked', '=', true).execute()
}

export async function removeUntoldIncidents(tx: Transaction<Tables>): Promise<void> {
  await tx
    .deleteFrom('incidents')
    .where(({not, exists, selectFrom}) =>
      not(
        exists(selectFrom('tellings').select('number').whereRef('tellings.incident_id', '=', 'incidents.id'))
      )
    )
    .execute()
}
