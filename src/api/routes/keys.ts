/** Keys for programs: shown once, for some permissions, until a day. */
import {z} from '@hono/zod-openapi'
import {ApiKey} from '../../model/user.ts'
import type {Gate} from '../access/gate.ts'
import {scopesOf} from '../access/permissions.ts'
import {hashOfToken, newKey} from '../access/tokens.ts'
import {named} from '../named.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Flag} from '../values.ts'
import {refuseOthers} from './refuse-others.ts'

const dayMs = 24 * 3_600_000

const list = route('own-account', {
  method: 'get',
  path: '/keys',
  tags: ['Access'],
  summary: 'API keys without their secrets, the newest first',
  request: {query: z.object({all: Flag.optional().describe('Of all users: for admins')})},
  responses: {
    200: {
      description: 'Keys, those that hold no longer too',
      content: {'application/json': {schema: z.object({keys: z.array(named('ApiKey', ApiKey))})}}
    },
    ...problems(400)
  }
})

const make = route('own-account', {
  method: 'post',
  path: '/keys',
  tags: ['Access'],
  summary: 'Make an API key: the answer is the only time it is shown',
  description: 'Send it as "Authorization: Bearer KEY".',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            name: z.string().min(1).max(100).describe('What it is for'),
            scopes: z.array(z.string().max(40)).min(1).max(40).describe('Permissions, as /api/me lists them'),
            days: z.number().int().min(1).max(365).default(90).describe('How long it holds')
          })
        }
      }
    }
  },
  responses: {
    200: {
      description: 'The key',
      content: {
        'application/json': {
          schema: z.object({id: z.string(), key: z.string(), expiresAt: z.string()})
        }
      }
    },
    ...problems(400)
  }
})

const revoke = route('own-account', {
  method: 'delete',
  path: '/keys/{id}',
  tags: ['Access'],
  summary: 'Revoke an API key',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'It opens nothing any more',
      content: {'application/json': {schema: z.object({done: z.literal(true)})}}
    },
    ...problems(400, 404)
  }
})

export const keyRoutes = ({store}: Gate) =>
  router()
    .openapi(list, async context => {
      const {asker} = context.var
      const {all = false} = context.req.valid('query')
      if (all) refuseOthers(asker)
      return context.json({keys: await store.access.keys.all(all ? null : asker.name)}, 200)
    })
    .openapi(make, async context => {
      const {asker} = context.var
      const {name, scopes, days} = context.req.valid('json')
      const allowed: readonly string[] = scopesOf(asker.role!)
      const foreign = scopes.filter(scope => !allowed.includes(scope))
      if (foreign.length)
        throw new ProblemError(400, 'A value cannot be taken', {
          errors: foreign.map(scope => ({
            at: 'scopes',
            message: `"${scope}" is none that a key of yours can have: ${allowed.join(', ')}`
          }))
        })
      const key = newKey()
      const expiresAt = new Date(store.clerk.now().getTime() + days * dayMs).toISOString()
      const id = await store.as(asker.name).access.keys.add(asker.userId!, {
        hash: hashOfToken(key),
        name,
        scopes: [...new Set(scopes)],
        expiresAt
      })
      return context.json({id, key, expiresAt}, 200)
    })
    .openapi(revoke, async context => {
      const {asker} = context.var
      const whose = asker.permissions.has('manage-users') ? null : asker.name
      const {id} = context.req.valid('param')
      if (!(await store.as(asker.name).access.keys.revoke(id, whose)))
        throw new ProblemError(404, 'No such key that holds')
      return context.json({done: true as const}, 200)
    })
