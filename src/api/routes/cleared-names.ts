/** Names that the public may read though they are of no registered actor, office, outlet or place (SAFETY D2). */
import {z} from '@hono/zod-openapi'
import {ClearedName} from '../../model/public-incident.ts'
import {changeDesk} from '../../workflows/desk-changes.ts'
import type {Gate} from '../access/gate.ts'
import {named} from '../named.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const list = route('read-restricted', {
  method: 'get',
  path: '/cleared-names',
  tags: ['Publications'],
  summary: 'Names that people cleared for the public, by the time they were',
  request: {
    query: z.object({
      incident: z.string().max(300).optional().describe('Those of this incident, and those of everywhere')
    })
  },
  responses: {
    200: {
      description: 'Names',
      content: {'application/json': {schema: z.object({names: z.array(named('ClearedName', ClearedName))})}}
    },
    ...problems(400)
  }
})

const add = route('review', {
  method: 'post',
  path: '/cleared-names',
  tags: ['Publications'],
  summary: 'Clear a name: it stays on public pages that are published from now on. Restricted names never do',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            name: z
              .string()
              .max(200)
              .refine(name => /[\p{L}\p{N}]{2}/u.test(name), 'is too short to be a name')
              .describe('As it is written; case, vowel marks and accents make no difference'),
            incident: z.string().max(300).nullable().describe('Where it is cleared; null: everywhere'),
            reason: z.string().trim().min(1).max(500)
          })
        }
      }
    }
  },
  responses: {
    200: {
      description: 'It is cleared',
      content: {'application/json': {schema: z.object({id: z.string()})}}
    },
    ...problems(400, 404)
  }
})

const remove = route('review', {
  method: 'delete',
  path: '/cleared-names/{id}',
  tags: ['Publications'],
  summary: 'Withhold a name again that was cleared',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'It is withheld again, on pages that are published from now on',
      content: {'application/json': {schema: z.object({done: z.literal(true)})}}
    },
    ...problems(400, 404)
  }
})

export const clearedNameRoutes = ({store}: Gate) =>
  router()
    .openapi(list, async context =>
      context.json({names: await store.access.clearedNames.all(context.req.valid('query').incident)}, 200)
    )
    .openapi(add, async context => {
      const {name, incident, reason} = context.req.valid('json')
      const by = context.var.asker.name
      if (incident !== null && !(await store.incident(incident)))
        throw new ProblemError(404, 'No such incident')
      const clean = (text: string) => text.replaceAll('\0', '').toWellFormed().trim()
      const id = await changeDesk(store.as(by), async ({access}) => {
        const row = await access.clearedNames.add(clean(name), incident, clean(reason), by)
        return {value: row.id, change: {kind: 'cleared-name', row, isThere: true}}
      })
      return context.json({id}, 200)
    })
    .openapi(remove, async context => {
      const {id} = context.req.valid('param')
      await changeDesk(store.as(context.var.asker.name), async ({access}) => {
        const row = await access.clearedNames.remove(id)
        if (!row) throw new ProblemError(404, 'No such name')
        return {value: row.id, change: {kind: 'cleared-name', row, isThere: false}}
      })
      return context.json({done: true as const}, 200)
    })
