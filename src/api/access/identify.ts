/** Finds out who asks: by key, by session, or, on a machine without users, whoever works at it. */
import type {Context, MiddlewareHandler} from 'hono'
import type {Role} from '../../model/user.ts'
import type {Asker, Env} from '../desk.ts'
import {ProblemError} from '../problem.ts'
import {addressOf} from './exposure.ts'
import type {Gate} from './gate.ts'
import {type Permission, permissionRules, permissions, permissionsOf, scopesOf} from './permissions.ts'
import {sessionLimits, sessionToken} from './session-cookie.ts'
import {hashOfToken} from './tokens.ts'

export const identify =
  (gate: Gate): MiddlewareHandler<Env> =>
  async (context, next) => {
    context.set('address', addressOf(context, gate.exposure))
    context.set('asker', await askerOf(gate, context))
    await next()
  }

const nobody: Asker = {
  name: 'nobody',
  role: null,
  permissions: new Set(),
  via: 'nobody',
  userId: null,
  sessionId: null,
  secondFactor: 'none'
}

async function askerOf(gate: Gate, context: Context): Promise<Asker> {
  const {access, clerk} = gate.store
  const authorization = context.req.header('authorization')
  if (authorization !== undefined) return keyHolder(gate, authorization)
  const token = sessionToken(context, gate.exposure)
  const session = token ? await access.sessions.held(hashOfToken(token), sessionLimits(clerk.now())) : null
  if (session) {
    const {id, userId, name, role, hasSecondFactor} = session
    const secondFactor = hasSecondFactor ? 'on' : needsSecondFactor(gate, role) ? 'needed' : 'none'
    const allowed: readonly Permission[] =
      secondFactor === 'needed' ? ['known', 'own-account'] : permissionsOf(role)
    return {
      name,
      role,
      permissions: new Set(allowed),
      via: 'session',
      userId,
      sessionId: id,
      secondFactor
    }
  }
  return gate.exposure === 'loopback' && !(await access.users.any()) ? atThisMachine(gate) : nobody
}

async function keyHolder(gate: Gate, authorization: string): Promise<Asker> {
  const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  const held = key ? await gate.store.access.keys.held(hashOfToken(key)) : null
  if (!held)
    throw new ProblemError(401, 'This key does not open anything', {
      detail: 'It may be over or revoked, or its user disabled. Send "Authorization: Bearer KEY".'
    })
  const {name, role, scopes} = held
  const allowed = scopesOf(role).filter(scope => scope === 'known' || scopes.includes(scope))
  return {...nobody, name, role, permissions: new Set(allowed), via: 'key'}
}

/** Who has no account has none to change. */
function atThisMachine({store}: Gate): Asker {
  const allowed = permissions.filter(permission => permission !== 'own-account')
  return {...nobody, name: store.clerk.who, role: 'admin', permissions: new Set(allowed), via: 'machine'}
}

/** From a network, a password alone must not be enough to publish or to let others in. */
function needsSecondFactor({exposure}: Gate, role: Role): boolean {
  return (
    exposure !== 'loopback' && permissionsOf(role).some(name => permissionRules[name].from === 'publisher')
  )
}
