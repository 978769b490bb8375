/** One process links or rules at a time. The lock is held to the end of the transaction. */
import {sql, type Transaction} from 'kysely'
import type {Tables} from './tables.ts'

/** Any number: no other lock of ours is of this kind. */
const linkingLock = 20_240_305

export async function lockLinking(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${linkingLock})`.execute(tx)
}

/** False where another process holds it. */
export async function tryLinkingLock(tx: Transaction<Tables>): Promise<boolean> {
  const {rows} = await sql<{
    taken: boolean
  }>`select pg_try_advisory_xact_lock(${linkingLock}) as taken`.execute(tx)
  return rows[0]!.taken
}
