/** Names that are kept from whoever lacks the permission: private persons, minors, sources. */
import {z} from '@hono/zod-openapi'
import {RestrictedName} from '../../model/user.ts'
import {changeDesk} from '../../workflows/desk-changes.ts'
import type {Gate} from '../access/gate.ts'
import {named} from '../named.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const list = route('read-restricted', {
  method: 'get',
  path: '/restricted-names',
  tags: ['Access'],
  summary: 'Names that are restricted, by the time they were',
  responses: {
    200: {
      description: 'Names',
      content: {
        'application/json': {schema: z.object({names: z.array(named('RestrictedName', RestrictedName))})}
      }
    }
  }
})

const add = route('restrict-names', {
  method: 'post',
  path: '/restricted-names',
  tags: ['Access'],
  summary: 'Restrict a name: who lacks the permission reads [name] in its place, everywhere',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            name: z
              .string()
              .max(200)
              .refine(
                name => (name.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3,
                'is too short to be looked for'
              )
              .describe('As it is written; case, vowel marks and accents make no difference'),
            reason: z.string().min(1).max(500)
          })
        }
      }
    }
  },
  responses: {
    200: {
      description: 'It is restricted',
      content: {'application/json': {schema: z.object({id: z.string()})}}
    },
    ...problems(400)
  }
})

const free = route('restrict-names', {
  method: 'delete',
  path: '/restricted-names/{id}',
  tags: ['Access'],
  summary: 'Free a name',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'It is shown again',
      content: {'application/json': {schema: z.object({done: z.literal(true)})}}
    },
    ...problems(400, 404)
  }
})

export const restrictedNameRoutes = ({store}: Gate) =>
  router()
    .openapi(list, async context => context.json({names: await store.access.restrictedNames.all()}, 200))
    .openapi(add, async context => {
      const {name, reason} = context.req.valid('json')
      const by = context.var.asker.name
      const clean = name.replaceAll('\0', '').toWellFormed().trim()
      const why = reason.replaceAll('\0', '').toWellFormed()
      const id = await changeDesk(store.as(by), async ({access}) => {
        const row = await access.restrictedNames.add(clean, why, by)
        return {value: row.id, change: {kind: 'restricted-name', row, isThere: true}}
      })
      return context.json({id}, 200)
    })
    .openapi(free, async context => {
      const {id} = context.req.valid('param')
      await changeDesk(store.as(context.var.asker.name), async ({access}) => {
        const row = await access.restrictedNames.free(id)
        if (!row) throw new ProblemError(404, 'No such name')
        return {value: row.id, change: {kind: 'restricted-name', row, isThere: false}}
      })
      return context.json({done: true as const}, 200)
    })
