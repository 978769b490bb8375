/** What decides who may come in and what they see: users, sessions, keys, links, restricted and cleared names, and the log of it. */
import type {Kysely, Transaction} from 'kysely'
import {apiKeysIn} from './api-keys.ts'
import {clearedNamesIn} from './cleared-names.ts'
import {restrictedNamesIn} from './restricted-names.ts'
import {securityLogIn} from './security-log.ts'
import {sessionsIn} from './sessions.ts'
import {setUpTokensIn} from './set-up-tokens.ts'
import type {Tables} from './tables.ts'
import {usersIn} from './users.ts'

/** The database of a store, its way of changing it, and its clock. */
export interface Rows {
  readonly database: Kysely<Tables>
  readonly change: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>
  readonly now: () => Date
}

export type Access = ReturnType<typeof accessIn>

export const accessIn = (rows: Rows) => ({
  users: usersIn(rows),
  sessions: sessionsIn(rows),
  keys: apiKeysIn(rows),
  setUpTokens: setUpTokensIn(rows),
  restrictedNames: restrictedNamesIn(rows),
  clearedNames: clearedNamesIn(rows),
  log: securityLogIn(rows)
})
