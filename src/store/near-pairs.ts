/** Pairs of tellings that linking found nearly of one incident, as linking keeps them. */
import {sql, type Transaction} from 'kysely'
import type {NearPair} from '../model/telling.ts'
import {arrayOf} from './array.ts'
import type {Tables} from './tables.ts'

/** Values a statement. */
const perStatement = 5000

/** Puts these in place of all that were between two of the tellings. */
export async function saveNear(
  tx: Transaction<Tables>,
  tellings: readonly number[],
  pairs: readonly NearPair[]
): Promise<void> {
  const among = arrayOf(tellings)
  await sql`delete from near_pairs where a = any(${among}::text::integer[]) and b = any(${among}::text::integer[])`.execute(
    tx
  )
  for (let from = 0; from < pairs.length; from += perStatement) {
    const some = pairs.slice(from, from + perStatement)
    await sql`insert into near_pairs (a, b, sum, one, other)
      select distinct on (found.a, found.b) found.a, found.b, found.sum, x.incident_id, y.incident_id
      from unnest(${arrayOf(some.map(({a}) => a))}::text::integer[],
        ${arrayOf(some.map(({b}) => b))}::text::integer[],
        ${arrayOf(some.map(({sum}) => sum))}::text::double precision[]) as found(a, b, sum)
      join tellings x on x.number = found.a join tellings y on y.number = found.b
      on conflict (a, b) do update set sum = excluded.sum, one = excluded.one, other = excluded.other`.execute(
      tx
    )
  }
}

/** After these tellings moved to other incidents. */
export async function movePairs(tx: Transaction<Tables>, tellings: readonly number[]): Promise<void> {
  const moved = sql`(select number, incident_id from tellings where number = any(${arrayOf(tellings)}::text::integer[])) as moved`
  await sql`update near_pairs set one = moved.incident_id from ${moved}
    where a = moved.number and one is distinct from moved.incident_id`.execute(tx)
  await sql`update near_pairs set other = moved.incident_id from ${moved}
    where b = moved.number and other is distinct from moved.incident_id`.execute(tx)
}

/** Before these tellings go. */
export async function removePairs(tx: Transaction<Tables>, tellings: readonly number[]): Promise<void> {
  for (let from = 0; from < tellings.length; from += perStatement) {
    const some = arrayOf(tellings.slice(from, from + perStatement))
    await sql`delete from near_pairs where a = any(${some}::text::integer[])`.execute(tx)
    await sql`delete from near_pairs where b = any(${some}::text::integer[])`.execute(tx)
  }
}
