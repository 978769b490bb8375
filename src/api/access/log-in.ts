/** Lets people in and out: by password and second factor, or by a set-up link. */

import {z} from '@hono/zod-openapi'
import type {Context} from 'hono'
import type {KnownUser} from '../../workflows/open-store.ts'
import type {Env} from '../desk.ts'
import {ProblemError} from '../problem.ts'
import {commonPasswords} from './common-passwords.ts'
import {type Gate, tooMany} from './gate.ts'
import {hashOfPassword, isPassword, type PasswordFault, passwordFault} from './passwords.ts'
import {takeCode} from './second-factor.ts'
import {giveSession, sessionLimits, sessionToken} from './session-cookie.ts'
import {hashOfToken, newToken} from './tokens.ts'

type Asked = Context<Env>

/** Letters, digits and marks of any script; nothing that could pass for another name unseen. */
export const UserName = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,63}$/u,
    'is no name of a user; write letters, digits, ".", "_" and "-", 64 at most'
  )

export interface Credentials {
  readonly name: string
  readonly password: string
  /** Of the second factor, where there is one. */
  readonly code: string
}

/** Whatever is wrong, the answer is the same. */
export async function logIn(
  gate: Gate,
  context: Asked,
  {name, password, code}: Credentials
): Promise<KnownUser> {
  const {access, clerk} = gate.store
  const {address} = context.var
  limitLogIns(gate, name, address)
  const user = await access.users.named(name)
  const isRight = await isPassword(password, user?.password ?? null)
  const isIn =
    user !== null && isRight && (!user.hasSecondFactor || (await takeCode(access, user, code, clerk.now())))
  if (!isIn) {
    await access.log.add({who: name, action: 'log-in refused', object: null, address})
    throw new ProblemError(401, 'Name, password or code is wrong')
  }
  await beginSession(gate, context, user, 'log in')
  return user
}

/** Guesses are slowed down by name and by address; nobody can shut another out for good. */
export function limitLogIns({limiter, limits}: Gate, name: string, address: string): void {
  const key = name.normalize('NFKC').toLowerCase().slice(0, 100)
  const wait =
    limiter(`log in ${key} ${address}`, limits.logIn) ??
    limiter(`log in from ${address}`, limits.logInAddress) ??
    limiter(`log in as ${key}`, limits.logInName)
  if (wait !== null) throw tooMany(wait, 'log-ins')
}

/** A new id in place of whatever the browser had. */
export async function beginSession(
  {store, exposure}: Gate,
  context: Asked,
  user: {readonly id: string; readonly name: string},
  action: string
): Promise<void> {
  const {address} = context.var
  const {sessions, log} = store.access
  const now = store.clerk.now()
  const former = sessionToken(context, exposure)
  const held = former ? await sessions.held(hashOfToken(former), sessionLimits(now)) : null
  if (held) await sessions.end(held.id, null)
  const token = newToken()
  const agent = (context.req.header('user-agent') ?? '').slice(0, 200)
  const id = await sessions.begin(user.id, {hash: hashOfToken(token), address, agent}, sessionLimits(now))
  giveSession(context, exposure, token)
  await log.add({who: user.name, action, object: `session ${id}`, address})
}

export interface SetUp {
  readonly token: string
  /** Of the first user; others have theirs already. */
  readonly name?: string | undefined
  readonly password: string
}

/** For whom a set-up link is, while it holds. `user` null: the first, who chooses a name and becomes admin. */
export async function linkOf(
  {store}: Gate,
  token: string
): Promise<{readonly user: KnownUser | null} | null> {
  const {setUpTokens, users} = store.access
  const link = await setUpTokens.held(hashOfToken(token))
  if (!link) return null
  if (link.userId === null) return (await users.any()) ? null : {user: null}
  return {user: await users.withId(link.userId)}
}

export async function setUp(
  gate: Gate,
  context: Asked,
  {token, name, password}: SetUp
): Promise<{readonly id: string; readonly name: string}> {
  const {limiter, limits, store} = gate
  const {address} = context.var
  const wait = limiter(`set up ${address}`, limits.logInAddress)
  if (wait !== null) throw tooMany(wait)
  const link = await linkOf(gate, token)
  if (!link) throw noLink()
  const own = link.user?.name ?? UserName.safeParse(name).data
  if (own === undefined)
    throw new ProblemError(400, 'A value cannot be taken', {
      errors: [{at: 'name', message: UserName.safeParse(name ?? '').error?.issues[0]?.message ?? ''}]
    })
  refuseWeak(password, own)
  const hash = await hashOfPassword(password)
  const user = await store.as(own).inTransaction(async inner => {
    if (!(await inner.access.setUpTokens.take(hashOfToken(token)))) throw noLink()
    if (link.user) {
      await inner.access.users.setPassword(link.user.id, hash)
      return link.user
    }
    const id = (await inner.access.users.any()) ? null : await inner.access.users.add(own, 'admin', hash)
    if (id === null) throw noLink()
    return {id, name: own}
  })
  await beginSession(gate, context, user, 'set up')
  return user
}

const noLink = () =>
  new ProblemError(401, 'This link does not hold any more', {
    detail:
      'It can be used once and not for long. An admin makes another; on the server: dateline user reset NAME.'
  })

const faults: Readonly<Record<PasswordFault, string>> = {
  short: 'is too short; take 12 characters or more',
  long: 'is too long; take 128 characters or fewer',
  repeated: 'repeats itself',
  row: 'follows the keyboard or the alphabet',
  common: 'is made of words that many people choose',
  named: 'holds the name of its user'
}

export function refuseWeak(password: string, name: string, at = 'password'): void {
  const fault = passwordFault(password, name, commonPasswords())
  if (fault)
    throw new ProblemError(400, 'This password cannot be taken', {
      type: `urn:dateline:password-${fault}`,
      errors: [{at, message: faults[fault]}]
    })
}
