/** Who came in, who was refused, who read what is restricted. */
import {z} from '@hono/zod-openapi'
import {SecurityEvent} from '../../model/user.ts'
import type {Gate} from '../access/gate.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Instant} from '../values.ts'

const list = route('read-security-log', {
  method: 'get',
  path: '/security-log',
  tags: ['Access'],
  summary: 'Log-ins, refusals and reads of what is restricted, the newest first',
  request: {
    query: z.object({
      ...paging,
      who: z.string().max(200).optional(),
      action: z.string().max(100).optional(),
      since: Instant.optional(),
      until: Instant.optional()
    })
  },
  responses: {
    200: {
      description: 'A page of the log',
      content: {
        'application/json': {schema: pageOf('SecurityPage', named('SecurityEvent', SecurityEvent))}
      }
    },
    ...problems(400)
  }
})

export const securityLogRoutes = ({store}: Gate) =>
  router().openapi(list, async context => {
    const {limit, cursor, ...filter} = context.req.valid('query')
    return context.json(
      pageFrom(await store.access.log.page(filter, {limit, after: afterOf(cursor, 'number')})),
      200
    )
  })
