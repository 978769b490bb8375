/** People who may use the installation, with what they prove themselves by: only hashes, and the secret of the second factor. */
import {randomBytes} from 'node:crypto'
import {type Selectable, sql} from 'kysely'
import type {Role, User} from '../model/user.ts'
import type {Rows} from './access.ts'
import type {Tables} from './tables.ts'

/** A user with what is compared at log-in. */
export interface KnownUser {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly password: string | null
  /** Of the second factor, base32; in use once `hasSecondFactor`. */
  readonly totpSecret: string | null
  readonly hasSecondFactor: boolean
}

export const usersIn = ({database, change, now}: Rows) => ({
  /** Whether there are any, disabled ones too. */
  async any(): Promise<boolean> {
    return (await database.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined
  },

  /** By name. */
  async all(): Promise<User[]> {
    const rows = await database
      .selectFrom('users')
      .selectAll()
      .select(({selectFrom}) =>
        selectFrom('recovery_codes')
          .select(sql<number>`count(*)::integer`.as('count'))
          .whereRef('user_id', '=', 'users.id')
          .where('used_at', 'is', null)
          .as('codes')
      )
      .orderBy('name_key')
      .execute()
    return rows.map(row => ({
      name: row.name,
      role: row.role,
      createdAt: row.created_at,
      disabledAt: row.disabled_at,
      hasPassword: row.password !== null,
      secondFactor: row.totp_since !== null,
      recoveryCodes: row.codes ?? 0
    }))
  },

  /** One who is not disabled, by name in any case. */
  async named(name: string): Promise<KnownUser | null> {
    const row = await database
      .selectFrom('users')
      .selectAll()
      .where('name_key', '=', keyOf(name))
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    return row ? knownOf(row) : null
  },

  async withId(id: string): Promise<KnownUser | null> {
    const row = await database.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? knownOf(row) : null
  },

  /** Gives back the id; null where the name is taken. */
  async add(name: string, role: Role, password: string | null): Promise<string | null> {
    const at = now().toISOString()
    const row = {
      id: randomBytes(8).toString('hex'),
      name,
      name_key: keyOf(name),
      role,
      password,
      password_at: password && at,
      created_at: at
    }
    const added = await change(tx =>
      tx
        .insertInto('users')
        .values(row)
        .onConflict(clash => clash.column('name_key').doNothing())
        .returning('id')
        .executeTakeFirst()
    )
    return added?.id ?? null
  },

  /** False where it would leave no admin who may log in, or there is no such user. */
  async alter(name: string, {role, disabled}: {role?: Role; disabled?: boolean}): Promise<boolean> {
    return change(async tx => {
      // One at a time, so that two admins do not put each other out at once.
      const all = await tx.selectFrom('users').selectAll().orderBy('id').forUpdate().execute()
      const own = all.find(user => user.name_key === keyOf(name))
      if (!own) return false
      const disabled_at = disabled === undefined ? own.disabled_at : disabled ? now().toISOString() : null
      const next = {role: role ?? own.role, disabled_at}
      const after = all.map(user => (user === own ? {...user, ...next} : user))
      if (!after.some(user => user.role === 'admin' && user.disabled_at === null)) return false
      await tx.updateTable('users').set(next).where('id', '=', own.id).execute()
      // What they may do has changed: what they came in with holds no longer.
      await tx.deleteFrom('sessions').where('user_id', '=', own.id).execute()
      return true
    })
  },

  /** All sessions end; the one who sets it begins a new one. */
  async setPassword(id: string, password: string): Promise<void> {
    await change(async tx => {
      const set = {password, password_at: now().toISOString()}
      await tx.updateTable('users').set(set).where('id', '=', id).execute()
      await tx.deleteFrom('sessions').where('user_id', '=', id).execute()
    })
  },

  /** Without password and second factor until the set-up link is used; sessions end, keys are revoked. */
  async reset(id: string): Promise<void> {
    await change(async tx => {
      const none = {password: null, password_at: null, totp_secret: null, totp_since: null, totp_step: null}
      await tx.updateTable('users').set(none).where('id', '=', id).execute()
      await tx.deleteFrom('recovery_codes').where('user_id', '=', id).execute()
      await tx.deleteFrom('sessions').where('user_id', '=', id).execute()
      await tx
        .updateTable('api_keys')
        .set({revoked_at: now().toISOString()})
        .where('user_id', '=', id)
        .where('revoked_at', 'is', null)
        .execute()
    })
  },

  /** A secret that is not in use until a code of it is given; one in use stays. */
  async offerSecondFactor(id: string, secret: string): Promise<void> {
    await change(tx =>
      tx
        .updateTable('users')
        .set({totp_secret: secret, totp_step: null})
        .where('id', '=', id)
        .where('totp_since', 'is', null)
        .execute()
    )
  },

  async beginSecondFactor(id: string, step: number, recoveryHashes: readonly string[]): Promise<void> {
    await change(async tx => {
      const set = {totp_since: now().toISOString(), totp_step: step}
      await tx.updateTable('users').set(set).where('id', '=', id).execute()
      await tx.deleteFrom('recovery_codes').where('user_id', '=', id).execute()
      const codes = recoveryHashes.map(hash => ({user_id: id, hash}))
      await tx.insertInto('recovery_codes').values(codes).execute()
    })
  },

  /** True once for each step: a code that was seen over somebody's shoulder opens nothing. */
  async takeStep(id: string, step: number): Promise<boolean> {
    const taken = await change(tx =>
      tx
        .updateTable('users')
        .set({totp_step: step})
        .where('id', '=', id)
        .where(({or, eb}) => or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
        .returning('id')
        .executeTakeFirst()
    )
    return taken !== undefined
  },

  /** True once for each code. */
  async takeRecoveryCode(id: string, hash: string): Promise<boolean> {
    const taken = await change(tx =>
      tx
        .updateTable('recovery_codes')
        .set({used_at: now().toISOString()})
        .where('user_id', '=', id)
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .returning('hash')
        .executeTakeFirst()
    )
    return taken !== undefined
  }
})

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

function knownOf(row: Selectable<Tables['users']>): KnownUser {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    password: row.password,
    totpSecret: row.totp_secret,
    hasSecondFactor: row.totp_since !== null
  }
}
