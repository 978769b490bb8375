/** What keeps the desk running: items and what became of them, feeds, and the queues that wait for a person. */
import {z} from '@hono/zod-openapi'
import type {Desk} from '../desk.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Flag} from '../values.ts'

const Item = z
  .object({
    number: z.number().int(),
    origin: z.string(),
    state: z.enum(['done', 'failed', 'skipped']),
    reason: z.string().nullable(),
    report: z.string().nullable().describe('Id of the report that it gave, or that was there'),
    sha256: z.string().nullable().describe('Of the original, where it is kept'),
    retryable: z.boolean().describe('Of a failed one: whether the same may succeed later'),
    at: z.string().nullable(),
    discarded: z.string().nullable().describe('Why a person gave it up')
  })
  .openapi('Item')

const Feed = z
  .object({
    url: z.string(),
    title: z.string().nullable(),
    state: z.enum(['live', 'dead', 'gone']),
    checkedAt: z.string().nullable(),
    changedAt: z.string().nullable(),
    failures: z.number().int().describe('In a row'),
    error: z.string().nullable(),
    dueAt: z.string(),
    pausedAt: z.string().nullable().describe('Since when a person lets it rest')
  })
  .openapi('Feed')

const Sums = z.object({done: z.number().int(), failed: z.number().int(), skipped: z.number().int()})

const Queues = z
  .object({
    unplaced: z.number().int().describe('Reports that no incident holds'),
    contested: z.number().int().describe('Incidents with a fact or figure that is contested'),
    imprecise: z
      .number()
      .int()
      .describe('Incidents whose place is known no better than its province, or not at all'),
    unlinked: z.number().int().describe('Reports that are not linked yet'),
    failed: z.number().int().describe('Items that failed')
  })
  .openapi('Queues')

const items = route('read', {
  method: 'get',
  path: '/items',
  tags: ['Operations'],
  summary: 'What was brought in, and what became of it, the newest first',
  request: {
    query: z.object({
      ...paging,
      state: z.enum(['done', 'failed', 'skipped']).optional(),
      retryable: Flag.optional(),
      text: z.string().max(300).optional().describe('Part of the origin or the reason'),
      discarded: Flag.optional().describe('Whether a person gave it up'),
      job: z.string().max(40).optional().describe('Id of the job of workers that it is of')
    })
  },
  responses: {
    200: {
      description: 'A page of items, and the sums over all',
      content: {'application/json': {schema: pageOf('ItemPage', Item)}}
    },
    ...problems(400)
  }
})

const sums = route('read', {
  method: 'get',
  path: '/items/sums',
  tags: ['Operations'],
  summary: 'How many items ended how; the states sum to the items',
  responses: {
    200: {
      description: 'The sums',
      content: {'application/json': {schema: Sums.extend({total: z.number().int()})}}
    }
  }
})

const feeds = route('read', {
  method: 'get',
  path: '/feeds',
  tags: ['Operations'],
  summary: 'Feeds that are watched, and how they are',
  responses: {
    200: {
      description: 'Feeds by URL',
      content: {'application/json': {schema: z.object({total: z.number().int(), feeds: z.array(Feed)})}}
    }
  }
})

const queues = route('read', {
  method: 'get',
  path: '/queues',
  tags: ['Operations'],
  summary: 'How much waits for a person, by kind',
  responses: {
    200: {description: 'The counts', content: {'application/json': {schema: Queues}}}
  }
})

export const operationRoutes = ({store}: Desk) =>
  router()
    .openapi(sums, async context => {
      const own = await store.itemCounts()
      return context.json({...own, total: own.done + own.failed + own.skipped}, 200)
    })
    .openapi(items, async context => {
      const {limit, cursor, ...filter} = context.req.valid('query')
      return context.json(
        pageFrom(await store.listings.items(filter, {limit, after: afterOf(cursor, 'number')})),
        200
      )
    })
    .openapi(feeds, async context => {
      const all = await store.feeds.all()
      return context.json(
        {
          total: all.length,
          feeds: all.map(
            ({etag: _etag, lastModified: _lastModified, intervalMs: _intervalMs, ...feed}) => feed
          )
        },
        200
      )
    })
    .openapi(queues, async context => context.json(await store.listings.queues(), 200))
