/** A route with what it takes to be let in: the permission stands in the document, and is asked for before anything else. */
import {createRoute, type RouteConfig} from '@hono/zod-openapi'
import {createMiddleware} from 'hono/factory'
import type {Permission} from './access/permissions.ts'
import type {Env} from './desk.ts'
import {ProblemError, problems} from './problem.ts'

/** anyone: nobody need be logged in. */
export type Needed = Permission | 'anyone'

/** In the document of the API, of every operation. */
export const permissionKey = 'x-permission'

export function route<Path extends string, Config extends Omit<RouteConfig, 'path'> & {path: Path}>(
  needed: Needed,
  config: Config
) {
  return createRoute<Path, Config>({
    ...config,
    [permissionKey]: needed,
    middleware: needing(needed),
    responses: {...config.responses, ...problems(401, 403, 415, 421, 429)}
  })
}

function needing(needed: Needed) {
  return createMiddleware<Env>(async (context, next) => {
    const {asker} = context.var
    if (needed !== 'anyone' && !asker.permissions.has(needed)) {
      if (asker.via === 'nobody')
        throw new ProblemError(401, 'Nobody is logged in', {
          detail: 'Log in at /login, or send an API key: "Authorization: Bearer KEY".'
        })
      if (asker.secondFactor === 'needed')
        throw new ProblemError(403, 'A second factor is needed first', {
          detail: 'Your role asks for one when you come from a network: open /second-factor.'
        })
      throw new ProblemError(403, 'Your role does not allow this', {
        detail: `It takes the permission "${needed}"; an admin can give you a role that has it.`
      })
    }
    await next()
  })
}
