/** Failed items: tried again, given up with a reason, taken back. */
import {z} from '@hono/zod-openapi'
import {changeDesk} from '../../workflows/desk-changes.ts'
import {ofFailed} from '../../workflows/intake/sources.ts'
import type {Desk} from '../desk.ts'
import {jobAnswer, jobOf, queued} from '../intake-job.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {countAnswer, Words} from '../values.ts'

const numbers = z.array(z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)).max(5000)
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: {'application/json': {schema}}
})

const retry = route('ingest', {
  method: 'post',
  path: '/items/retry',
  tags: ['Operations'],
  summary: 'Try failed items again: what is made of one takes its place',
  description: 'From their originals where those are kept, else from where they came.',
  request: {
    body: json(z.object({numbers: numbers.describe('Of failed items; none: all that may succeed later')}))
  },
  responses: {200: jobAnswer, ...problems(400, 409)}
})

const discard = route('ingest', {
  method: 'post',
  path: '/items/discard',
  tags: ['Operations'],
  summary: 'Give up failed items, with a reason: they count as skipped, and can be taken back',
  request: {body: json(z.object({numbers: numbers.min(1), reason: Words}))},
  responses: {200: countAnswer, ...problems(400)}
})

const takeBack = route('ingest', {
  method: 'post',
  path: '/items/take-back',
  tags: ['Operations'],
  summary: 'Take back items that were given up: they have failed again',
  request: {body: json(z.object({numbers: numbers.min(1)}))},
  responses: {200: countAnswer, ...problems(400)}
})

export const itemChangeRoutes = ({store, intake}: Desk) =>
  router()
    .openapi(retry, async context => {
      const asked = context.req.valid('json').numbers
      const failed = await store.failedItems.list({numbers: asked, all: false})
      if (failed.length === 0)
        throw new ProblemError(409, 'None of these failed', {
          detail: 'They may have been tried again, or given up, since you read the list.'
        })
      const found = failed.map(({number}) => number)
      const by = context.var.asker.name
      const [first] = failed
      return context.json(
        jobOf(queued(intake.add({kind: 'retry', name: first!.origin, by, source: ofFailed(found)}))),
        200
      )
    })
    .openapi(discard, async context => {
      const {numbers: asked, reason} = context.req.valid('json')
      const count = await changeDesk(store.as(context.var.asker.name), async ({upkeep}) => {
        const items = (await upkeep.discards.add(asked, reason)).map(number => ({number, reason}))
        const change = items.length ? ({kind: 'items', items, isGivenUp: true} as const) : null
        return {value: items.length, change, count: items.length}
      })
      return context.json({count}, 200)
    })
    .openapi(takeBack, async context => {
      const asked = context.req.valid('json').numbers
      const count = await changeDesk(store.as(context.var.asker.name), async ({upkeep}) => {
        const items = await upkeep.discards.takeBack(asked)
        const change = items.length ? ({kind: 'items', items, isGivenUp: false} as const) : null
        return {value: items.length, change, count: items.length}
      })
      return context.json({count}, 200)
    })
