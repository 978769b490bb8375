/** The record of every change. */
import {z} from '@hono/zod-openapi'
import type {Desk} from '../desk.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Instant} from '../values.ts'

const Row = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    who: z.string(),
    action: z.string(),
    object: z.string(),
    old: z.looseObject({}).nullable(),
    new: z.looseObject({}).nullable(),
    reason: z.string().nullable()
  })
  .openapi('AuditRow')

const list = route('read-audit', {
  method: 'get',
  path: '/audit',
  tags: ['Audit'],
  summary: 'Who changed what, when and why, the newest first',
  request: {
    query: z.object({
      ...paging,
      object: z.string().max(300).optional().describe('Kind, or kind and id: "incident 4d2fe397cf31"'),
      who: z.string().max(200).optional(),
      action: z.string().max(100).optional(),
      text: z
        .string()
        .max(300)
        .optional()
        .describe(
          'Words of what a person did and why; rows about reports, incidents and captures are found by `object`'
        ),
      since: Instant.optional(),
      until: Instant.optional()
    })
  },
  responses: {
    200: {description: 'A page of rows', content: {'application/json': {schema: pageOf('AuditPage', Row)}}},
    ...problems(400)
  }
})

export const auditRoutes = ({store}: Desk) =>
  router().openapi(list, async context => {
    const {limit, cursor, ...filter} = context.req.valid('query')
    const page = await store.listings.audit(filter, {limit, after: afterOf(cursor, 'number')})
    return context.json(pageFrom(page), 200)
  })
