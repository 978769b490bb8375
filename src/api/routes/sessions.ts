/** Where one is logged in; an admin sees and ends those of others too. */
import {z} from '@hono/zod-openapi'
import {Session} from '../../model/user.ts'
import type {Gate} from '../access/gate.ts'
import {sessionLimits} from '../access/session-cookie.ts'
import {named} from '../named.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Flag} from '../values.ts'
import {refuseOthers} from './refuse-others.ts'

const list = route('own-account', {
  method: 'get',
  path: '/sessions',
  tags: ['Access'],
  summary: 'Sessions that hold, the last seen first',
  request: {query: z.object({all: Flag.optional().describe('Of all users: for admins')})},
  responses: {
    200: {
      description: 'Sessions; `current` is the one that asks',
      content: {
        'application/json': {
          schema: z.object({
            current: z.string().nullable(),
            sessions: z.array(named('Session', Session))
          })
        }
      }
    },
    ...problems(400)
  }
})

const end = route('own-account', {
  method: 'delete',
  path: '/sessions/{id}',
  tags: ['Access'],
  summary: 'End a session',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'It is over',
      content: {'application/json': {schema: z.object({done: z.literal(true)})}}
    },
    ...problems(400, 404)
  }
})

export const sessionListRoutes = ({store}: Gate) =>
  router()
    .openapi(list, async context => {
      const {asker} = context.var
      const {all = false} = context.req.valid('query')
      if (all) refuseOthers(asker)
      const sessions = await store.access.sessions.all(
        all ? null : asker.name,
        sessionLimits(store.clerk.now())
      )
      return context.json({current: asker.sessionId, sessions}, 200)
    })
    .openapi(end, async context => {
      const {asker, address} = context.var
      const {id} = context.req.valid('param')
      const whose = asker.permissions.has('manage-users') ? null : asker.name
      if (!(await store.access.sessions.end(id, whose))) throw new ProblemError(404, 'No such session')
      await store.access.log.add({
        who: asker.name,
        action: 'end session',
        object: `session ${id}`,
        address
      })
      return context.json({done: true as const}, 200)
    })
