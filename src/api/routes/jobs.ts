/** Jobs of workers (`ingest --distribute`): how they stand, and those that died. */
import {z} from '@hono/zod-openapi'
import type {StoredShard} from '../../workflows/open-store.ts'
import {reviveJobs} from '../../workflows/upkeep.ts'
import type {Desk} from '../desk.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {countAnswer} from '../values.ts'

const State = z.enum(['waiting', 'running', 'done', 'dead'])
const count = z.number().int()

const Shard = z
  .object({
    id: z.string(),
    name: z.string(),
    state: State,
    inputs: count.nullable().describe('How many there are to read; null where nobody knows before the end'),
    done: count,
    failed: count,
    skipped: count,
    attempt: count.describe('How often it was begun'),
    worker: z.string().nullable(),
    begunAt: z.string().nullable(),
    savedAt: z.string().nullable().describe('When the last attempt saved something last'),
    reason: z.string().nullable().describe('Why it is dead, or why its last attempt failed')
  })
  .openapi('Shard')

const Sums = z
  .object({
    shards: z.object({waiting: count, running: count, done: count, dead: count}),
    items: z.object({done: count, failed: count, skipped: count}),
    left: count.describe('Inputs without an item, of the jobs of which it is known how many there are'),
    uncounted: count.describe('Jobs of which nobody knows before their end how many inputs they have'),
    unlinked: count.describe('Reports that are not linked yet')
  })
  .openapi('JobSums')

const list = route('operate', {
  method: 'get',
  path: '/jobs',
  tags: ['Operations'],
  summary: 'Jobs of workers, the newest first',
  request: {query: z.object({...paging, state: State.optional()})},
  responses: {
    200: {description: 'A page of jobs', content: {'application/json': {schema: pageOf('ShardPage', Shard)}}},
    ...problems(400)
  }
})

const sums = route('operate', {
  method: 'get',
  path: '/jobs/sums',
  tags: ['Operations'],
  summary: 'How many jobs and items are in each state: the states sum to all',
  responses: {200: {description: 'The sums', content: {'application/json': {schema: Sums}}}}
})

const revive = route('operate', {
  method: 'post',
  path: '/jobs/retry',
  tags: ['Operations'],
  summary: 'Let dead jobs wait for a worker again',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            ids: z
              .array(z.string().regex(/^[0-9a-f]{4,16}$/, 'is no id of a job'))
              .max(1000)
              .describe('None: all that are dead')
          })
        }
      }
    }
  },
  responses: {200: countAnswer, ...problems(400, 409)}
})

export const jobRoutes = ({store, installation}: Desk) =>
  router()
    .openapi(sums, async context => {
      const [all, unlinked] = await Promise.all([store.shards.sums(), store.countUnlinked()])
      return context.json({...all, unlinked}, 200)
    })
    .openapi(list, async context => {
      const {limit, cursor, state} = context.req.valid('query')
      const page = await store.upkeep.shardPage({state}, {limit, after: afterOf(cursor, 'number')})
      return context.json(pageFrom({...page, rows: page.rows.map(shardOf)}), 200)
    })
    .openapi(revive, async context => {
      const revived = await reviveJobs(store, installation, context.req.valid('json').ids)
      if (revived === null)
        throw new ProblemError(409, 'This store has no workers', {
          detail: "An embedded store is one process's alone; workers share a PostgreSQL server."
        })
      return context.json({count: revived}, 200)
    })

function shardOf(shard: StoredShard): z.infer<typeof Shard> {
  const {id, name, state, inputs, done, failed, skipped, attempt, worker, begunAt, savedAt, reason} = shard
  return {id, name, state, inputs, done, failed, skipped, attempt, worker, begunAt, savedAt, reason}
}
