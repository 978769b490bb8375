/** Shards a page at a time, the newest first, with the exact total. */
import {type Kysely, sql} from 'kysely'
import type {Listed} from '../../model/listing.ts'
import type {ShardState} from '../../model/shard.ts'
import type {Page} from '../listings.ts'
import {type StoredShard, storedShard} from '../shards.ts'
import type {Tables} from '../tables.ts'

export async function shardPage(
  database: Kysely<Tables>,
  {state}: {readonly state?: ShardState | undefined},
  {limit, after}: Page
): Promise<Listed<StoredShard>> {
  let all = database.selectFrom('shards')
  if (state) all = all.where('state', '=', state)
  const [{total}, rows] = await Promise.all([
    all.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow(),
    (after ? all.where('number', '<', Number(after[0])) : all)
      .selectAll()
      .orderBy('number', 'desc')
      .limit(limit + 1)
      .execute()
  ])
  return {
    total,
    rows: rows.slice(0, limit).map(storedShard),
    next: rows.length > limit ? [`${rows[limit - 1]!.number}`] : null
  }
}
