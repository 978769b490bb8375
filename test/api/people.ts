/** People of each role who are logged in, for tests of what they may do. */
import {hashOfPassword} from '../../src/api/access/passwords.ts'
import {hashOfToken, newToken} from '../../src/api/access/tokens.ts'
import {type Role, roles} from '../../src/model/user.ts'
import type {Store} from '../../src/store/store.ts'

export const password = 'heron lantern 72 quay'
export const host = 'desk.example'

export interface Person {
  readonly id: string
  readonly name: string
  /** Begins a session and gives what a browser would send with every request. */
  session(): Promise<Record<string, string>>
}

/** Everybody's name is their role; who needs a second factor has one. */
export async function people(store: Store): Promise<Record<Role, Person>> {
  const kept = await hashOfPassword(password)
  const all: Partial<Record<Role, Person>> = {}
  for (const role of roles) {
    const id = (await store.access.users.add(role, role, kept))!
    if (role === 'publisher' || role === 'admin')
      await store.access.users.beginSecondFactor(id, 0, [hashOfToken('recovery')])
    all[role] = {id, name: role, session: () => sessionOf(store, id)}
  }
  return all as Record<Role, Person>
}

export async function sessionOf(store: Store, userId: string): Promise<Record<string, string>> {
  const token = newToken()
  const since = {madeAfter: '', seenAfter: ''}
  await store.access.sessions.begin(
    userId,
    {hash: hashOfToken(token), address: '192.0.2.1', agent: ''},
    since
  )
  return {cookie: `__Host-dateline=${token}; dateline=${token}`, origin: `https://${host}`, host}
}
