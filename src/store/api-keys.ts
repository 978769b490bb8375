/** Keys of programs (SAFETY A7): kept as hashes, for some permissions, until a day. */
import {randomBytes} from 'node:crypto'
import type {ApiKey, Role} from '../model/user.ts'
import type {Rows} from './access.ts'

export interface HeldKey {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly scopes: readonly string[]
}

const usedEveryMs = 60_000

export const apiKeysIn = ({database, change, now}: Rows) => ({
  /** Gives back the id that lists show. */
  async add(
    userId: string,
    {
      hash,
      name,
      scopes,
      expiresAt
    }: {hash: string; name: string; scopes: readonly string[]; expiresAt: string}
  ): Promise<string> {
    const id = randomBytes(6).toString('hex')
    const row = {
      id,
      hash,
      user_id: userId,
      name,
      scopes: JSON.stringify(scopes),
      made_at: now().toISOString(),
      expires_at: expiresAt
    }
    await change(tx => tx.insertInto('api_keys').values(row).execute())
    return id
  },

  /** Null where it is revoked, over, or its user disabled. */
  async held(hash: string): Promise<HeldKey | null> {
    const at = now()
    const row = await database
      .selectFrom('api_keys')
      .innerJoin('users', 'users.id', 'api_keys.user_id')
      .select(['api_keys.id', 'users.name', 'role', 'scopes', 'used_at'])
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', at.toISOString())
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!row) return null
    if (!row.used_at || at.getTime() - Date.parse(row.used_at) > usedEveryMs)
      await change(tx =>
        tx.updateTable('api_keys').set({used_at: at.toISOString()}).where('id', '=', row.id).execute()
      )
    return row
  },

  /** Of one user, or of all; the newest first. */
  async all(user: string | null): Promise<ApiKey[]> {
    let query = database
      .selectFrom('api_keys')
      .innerJoin('users', 'users.id', 'api_keys.user_id')
      .selectAll('api_keys')
      .select('users.name as user')
      .orderBy('made_at', 'desc')
      .orderBy('api_keys.id')
    if (user !== null) query = query.where('users.name', '=', user)
    return (await query.execute()).map(row => ({
      id: row.id,
      name: row.name,
      user: row.user,
      scopes: [...row.scopes],
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      usedAt: row.used_at
    }))
  },

  /** `user`: only one of theirs. False where there is none that holds. */
  async revoke(id: string, user: string | null): Promise<boolean> {
    const gone = await change(tx => {
      let query = tx
        .updateTable('api_keys')
        .set({revoked_at: now().toISOString()})
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
      if (user !== null)
        query = query.where('user_id', 'in', tx.selectFrom('users').select('id').where('name', '=', user))
      return query.returning('id').executeTakeFirst()
    })
    return gone !== undefined
  }
})
