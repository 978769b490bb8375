/** Makes the links by which users come to a password; the token is shown once and kept as a hash. */
import type {Role} from '../../model/user.ts'
import type {Store} from '../../workflows/open-store.ts'
import {hashOfToken, newToken} from './tokens.ts'

/** The first admin stands at the server; others get their link by way of somebody. */
const firstMinutes = 30
const inviteMinutes = 3 * 24 * 60

export interface Invitation {
  /** To be put behind the address of the server: "/set-up?token=...". */
  readonly path: string
  /** Instant, UTC. */
  readonly expiresAt: string
}

export function inviteFirst(store: Store): Promise<Invitation> {
  return invitation(store, null, firstMinutes)
}

/** Throws where the name is taken, or the first user would be no admin. */
export async function addUser(store: Store, name: string, role: Role): Promise<Invitation> {
  return store.inTransaction(async inner => {
    if (role !== 'admin' && !(await inner.access.users.any()))
      throw new Error('The first user must be an admin, who can then add others')
    const id = await inner.access.users.add(name, role, null)
    if (id === null) throw new Error(`There is a user "${name}" already`)
    return invitation(inner, id, inviteMinutes)
  })
}

/** Takes password, second factor, sessions and keys from a user. Null where there is none of this name who is not disabled. */
export async function resetUser(store: Store, name: string): Promise<Invitation | null> {
  return store.inTransaction(async inner => {
    const user = await inner.access.users.named(name)
    if (!user) return null
    await inner.access.users.reset(user.id)
    return invitation(inner, user.id, inviteMinutes)
  })
}

async function invitation(store: Store, userId: string | null, minutes: number): Promise<Invitation> {
  const token = newToken()
  const expiresAt = new Date(store.clerk.now().getTime() + minutes * 60_000).toISOString()
  await store.access.setUpTokens.add(userId, hashOfToken(token), expiresAt)
  return {path: `/set-up?token=${token}`, expiresAt}
}
