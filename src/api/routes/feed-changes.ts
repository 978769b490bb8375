/** Feeds: added, left to rest, checked at once. */
import {z} from '@hono/zod-openapi'
import {changeDesk} from '../../workflows/desk-changes.ts'
import {newFeed} from '../../workflows/feed-schedule.ts'
import {ofFeeds} from '../../workflows/intake/sources.ts'
import type {Desk} from '../desk.ts'
import {jobAnswer, jobOf, queued} from '../intake-job.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Address, countAnswer} from '../values.ts'

const urls = z.array(z.string().max(8000)).max(5000)
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: {'application/json': {schema}}
})

const add = route('operate', {
  method: 'post',
  path: '/feeds',
  tags: ['Operations'],
  summary: 'Add feeds: those that are there stay as they are',
  request: {body: json(z.object({urls: z.array(Address).min(1).max(1000)}))},
  responses: {200: countAnswer, ...problems(400)}
})

const rest = route('operate', {
  method: 'post',
  path: '/feeds/rest',
  tags: ['Operations'],
  summary: 'Let feeds rest, so that nobody asks for them, or go on',
  request: {body: json(z.object({urls: urls.min(1), resting: z.boolean()}))},
  responses: {200: countAnswer, ...problems(400)}
})

const check = route('operate', {
  method: 'post',
  path: '/feeds/check',
  tags: ['Operations'],
  summary: 'Check feeds at once, but for those that rest or are gone',
  request: {body: json(z.object({urls: urls.describe('None: all')}))},
  responses: {200: jobAnswer, ...problems(400, 409)}
})

export const feedChangeRoutes = ({store, intake}: Desk) =>
  router()
    .openapi(add, async context => {
      const asked = new Set(context.req.valid('json').urls)
      const count = await changeDesk(store.as(context.var.asker.name), async ({feeds}) => {
        const urls: string[] = []
        for (const url of asked) {
          if (await feeds.of(url)) continue
          await feeds.save(newFeed(url, store.clerk.now()))
          urls.push(url)
        }
        const change = urls.length ? ({kind: 'feeds', urls, isThere: true} as const) : null
        return {value: urls.length, change, count: urls.length}
      })
      return context.json({count}, 200)
    })
    .openapi(rest, async context => {
      const {urls: asked, resting} = context.req.valid('json')
      const count = await changeDesk(store.as(context.var.asker.name), async ({upkeep}) => {
        const urls = await upkeep.feeds.rest(asked.map(kept), resting)
        const change = urls.length ? ({kind: 'resting', urls, isResting: resting} as const) : null
        return {value: urls.length, change, count: urls.length}
      })
      return context.json({count}, 200)
    })
    .openapi(check, async context => {
      const asked = context.req.valid('json').urls.map(kept)
      const by = context.var.asker.name
      const due = await store.as(by).upkeep.feeds.makeDue(asked.length ? asked : null)
      if (due.length === 0)
        throw new ProblemError(409, 'No feed to check', {
          detail: 'Those that rest or are gone are not asked for. Let them go on, or add one.'
        })
      return context.json(
        jobOf(queued(intake.add({kind: 'feeds', name: due[0]!, by, source: ofFeeds(due)}))),
        200
      )
    })

/** No database keeps the others, so none has them. */
const kept = (url: string) => url.replaceAll('\0', '').toWellFormed()
