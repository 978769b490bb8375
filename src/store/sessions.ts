/** Who is logged in (SAFETY A6): ids only as hashes. */
import {randomBytes} from 'node:crypto'
import type {Role, Session} from '../model/user.ts'
import type {Rows} from './access.ts'

export interface HeldSession {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly hasSecondFactor: boolean
}

/** Instants, UTC: older sessions are over. */
export interface SessionLimits {
  readonly madeAfter: string
  readonly seenAfter: string
}

/** Being seen is written down this often at most. */
const seenEveryMs = 60_000

export const sessionsIn = ({database, change, now}: Rows) => ({
  /** Those that are over go. Gives back the id that lists show. */
  async begin(
    userId: string,
    {hash, address, agent}: {hash: string; address: string; agent: string},
    {madeAfter, seenAfter}: SessionLimits
  ): Promise<string> {
    const id = randomBytes(8).toString('hex')
    const at = now().toISOString()
    await change(async tx => {
      await tx
        .deleteFrom('sessions')
        .where(({or, eb}) => or([eb('made_at', '<=', madeAfter), eb('seen_at', '<=', seenAfter)]))
        .execute()
      await tx
        .insertInto('sessions')
        .values({id, hash, user_id: userId, made_at: at, seen_at: at, address, agent})
        .execute()
    })
    return id
  },

  /** Null where it is over, revoked or its user disabled. */
  async held(hash: string, {madeAfter, seenAfter}: SessionLimits): Promise<HeldSession | null> {
    const row = await database
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['sessions.id', 'seen_at', 'user_id', 'name', 'role', 'totp_since'])
      .where('hash', '=', hash)
      .where('made_at', '>', madeAfter)
      .where('seen_at', '>', seenAfter)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!row) return null
    const at = now()
    if (at.getTime() - Date.parse(row.seen_at) > seenEveryMs)
      await change(tx =>
        tx.updateTable('sessions').set({seen_at: at.toISOString()}).where('id', '=', row.id).execute()
      )
    return {
      id: row.id,
      userId: row.user_id,
      name: row.name,
      role: row.role,
      hasSecondFactor: row.totp_since !== null
    }
  },

  /** Of one user, or of all; the last seen first. */
  async all(user: string | null, {madeAfter, seenAfter}: SessionLimits): Promise<Session[]> {
    let query = database
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['sessions.id', 'name as user', 'made_at', 'seen_at', 'address', 'agent'])
      .where('made_at', '>', madeAfter)
      .where('seen_at', '>', seenAfter)
      .orderBy('seen_at', 'desc')
      .orderBy('sessions.id')
    if (user !== null) query = query.where('name', '=', user)
    return (await query.execute()).map(({made_at, seen_at, ...row}) => ({
      ...row,
      madeAt: made_at,
      seenAt: seen_at
    }))
  },

  /** `user`: only one of theirs. False where there is none. */
  async end(id: string, user: string | null): Promise<boolean> {
    const gone = await change(tx => {
      let query = tx.deleteFrom('sessions').where('id', '=', id)
      if (user !== null)
        query = query.where('user_id', 'in', tx.selectFrom('users').select('id').where('name', '=', user))
      return query.returning('id').executeTakeFirst()
    })
    return gone !== undefined
  }
})
