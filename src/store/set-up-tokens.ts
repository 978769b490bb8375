/** Links by which a user comes to a password: of one use, until an instant, kept as hashes (SAFETY A1). */
import {sql} from 'kysely'
import type {Rows} from './access.ts'

export const setUpTokensIn = ({database, change, now}: Rows) => ({
  /** Former ones for the same user hold no longer. `userId` null: for the first admin. */
  async add(userId: string | null, hash: string, expiresAt: string): Promise<void> {
    const at = now().toISOString()
    await change(async tx => {
      await tx
        .updateTable('set_up_tokens')
        .set({used_at: at})
        .where(sql<boolean>`user_id is not distinct from ${userId}`)
        .where('used_at', 'is', null)
        .execute()
      await tx
        .insertInto('set_up_tokens')
        .values({hash, user_id: userId, made_at: at, expires_at: expiresAt})
        .execute()
    })
  },

  /** For whom it is, while it holds; null where it does not. */
  async held(hash: string): Promise<{readonly userId: string | null} | null> {
    const row = await database
      .selectFrom('set_up_tokens')
      .select('user_id')
      .where('hash', '=', hash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now().toISOString())
      .executeTakeFirst()
    return row ? {userId: row.user_id} : null
  },

  /** True once. */
  async take(hash: string): Promise<boolean> {
    const at = now().toISOString()
    const taken = await change(tx =>
      tx
        .updateTable('set_up_tokens')
        .set({used_at: at})
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .returning('hash')
        .executeTakeFirst()
    )
    return taken !== undefined
  }
})
