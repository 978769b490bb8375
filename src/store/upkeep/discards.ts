/** Failed items that a person gives up: they count as skipped, their own reason stays, and they can be taken back. */
import {sql, type Transaction} from 'kysely'
import type {Rows} from '../access.ts'
import type {Tables} from '../tables.ts'

export const discardsIn = ({change}: Rows) => ({
  /** Of these numbers those that failed. Gives back the numbers of those that were given up. */
  add: (numbers: readonly number[], reason: string): Promise<number[]> =>
    change(async tx => {
      const rows = await tx
        .updateTable('items')
        .set({state: 'skipped', discarded: reason})
        .where('state', '=', 'failed')
        .where(among(numbers))
        .returning(['number', 'shard'])
        .execute()
      await move(tx, rows, 1)
      return rows.map(({number}) => Number(number))
    }),

  /** They have failed again. Gives back those that were taken back, with why they had been given up. */
  takeBack: (numbers: readonly number[]): Promise<{number: number; reason: string}[]> =>
    change(async tx => {
      const given = await tx
        .selectFrom('items')
        .select(['number', 'discarded'])
        .where('discarded', 'is not', null)
        .where(among(numbers))
        .forUpdate()
        .execute()
      const rows = await tx
        .updateTable('items')
        .set({state: 'failed', discarded: null})
        .where('discarded', 'is not', null)
        .where(among(numbers))
        .returning('shard')
        .execute()
      await move(tx, rows, -1)
      return given.map(({number, discarded}) => ({number: Number(number), reason: discarded!}))
    })
})

const among = (numbers: readonly number[]) =>
  sql<boolean>`number = any(${`{${numbers.join(',')}}`}::bigint[])`

/** A shard counts its items: from failed to skipped, or the other way round. */
async function move(
  tx: Transaction<Tables>,
  rows: readonly {readonly shard: string | null}[],
  by: 1 | -1
): Promise<void> {
  for (const [shard, own] of Map.groupBy(rows, row => row.shard)) {
    if (shard === null) continue
    const count = by * own.length
    await tx
      .updateTable('shards')
      .set({failed: sql`failed - ${sql.lit(count)}`, skipped: sql`skipped + ${sql.lit(count)}`})
      .where('id', '=', shard)
      .execute()
  }
}
