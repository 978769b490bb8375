/** The inbox: reports in queues, what is proposed for each and why, and queues that people save. */
import {randomUUID} from 'node:crypto'
import {z} from '@hono/zod-openapi'
import {
  ExplainedProposal,
  InboxCounts,
  InboxFilter,
  InboxRow,
  QueueId,
  SavedQueue
} from '../../model/inbox.ts'
import {changeDesk} from '../../workflows/desk-changes.ts'
import {explainProposals} from '../../workflows/explain-proposal.ts'
import type {Desk} from '../desk.ts'
import {etagOf, isKnown} from '../etag.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Day} from '../values.ts'

const Row = named('InboxRow', InboxRow)
const Filter = named('InboxFilter', InboxFilter)
const Saved = named('SavedQueue', SavedQueue)
const Counts = named('InboxCounts', InboxCounts)
const mostSaved = 30

const list = route('read', {
  method: 'get',
  path: '/inbox',
  tags: ['Inbox'],
  summary: 'Reports of a queue by day of publication, the newest first, with what is proposed and claimed',
  request: {
    query: z.object({
      ...paging,
      queue: QueueId.default('new'),
      text: z.string().min(1).max(300).optional().describe('Words of title, outlet or text'),
      outlet: z.string().min(1).max(300).optional().describe('Its whole name'),
      language: z.string().min(1).max(20).optional(),
      since: Day.optional(),
      until: Day.optional(),
      score: z.coerce
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe('All that it tells is at least so likely of its incident')
    })
  },
  responses: {
    200: {
      description: 'A page of reports',
      content: {'application/json': {schema: pageOf('InboxPage', Row)}}
    },
    ...problems(400)
  }
})

const queues = route('read', {
  method: 'get',
  path: '/inbox/queues',
  tags: ['Inbox'],
  summary: 'How many reports wait in each queue, those of the asker too',
  responses: {
    200: {description: 'The counts', content: {'application/json': {schema: Counts}}},
    304: {description: 'As the asker has them'}
  }
})

const save = route('read', {
  method: 'post',
  path: '/inbox/queues',
  tags: ['Inbox'],
  summary: 'Keep a filter as a queue of one’s own',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {schema: z.object({name: z.string().trim().min(1).max(80), filter: Filter})}
      }
    }
  },
  responses: {
    200: {description: 'The queue', content: {'application/json': {schema: Saved}}},
    ...problems(400, 409)
  }
})

const remove = route('read', {
  method: 'delete',
  path: '/inbox/queues/{id}',
  tags: ['Inbox'],
  summary: 'Give up a queue of one’s own; the reports stay',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'It is given up',
      content: {'application/json': {schema: z.object({id: z.string()})}}
    },
    ...problems(400, 404)
  }
})

const proposal = route('read', {
  method: 'get',
  path: '/reports/{id}/proposals',
  tags: ['Inbox'],
  summary: 'Why a report is proposed for its incidents, sign by sign, and how they would stand without it',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'One for each incident that it tells of; none where it tells of none',
      content: {
        'application/json': {
          schema: z.object({report: Row, proposals: z.array(named('ExplainedProposal', ExplainedProposal))})
        }
      }
    },
    304: {description: 'As the asker has it'},
    ...problems(400, 404)
  }
})

export const inboxRoutes = ({store, linker}: Desk) =>
  router()
    .openapi(list, async context => {
      const {limit, cursor, ...filter} = context.req.valid('query')
      return context.json(
        pageFrom(await store.inbox.list(filter, {limit, after: afterOf(cursor, 'day')})),
        200
      )
    })
    .openapi(queues, async context => {
      const counts = await store.inbox.counts(context.var.asker.name)
      return isKnown(context, etagOf(counts)) ? context.body(null, 304) : context.json(counts, 200)
    })
    .openapi(save, async context => {
      const {name, filter} = context.req.valid('json')
      const {inbox, clerk} = store
      const owner = context.var.asker.name
      if ((await inbox.savedBy(owner)).length >= mostSaved)
        throw new ProblemError(409, `You have ${mostSaved} queues, and no more are kept`, {
          detail: 'Give one up first.'
        })
      const at = clerk.now().toISOString()
      const saved = await changeDesk(store.as(owner), async inner => {
        const queue = await inner.inbox.save(owner, {id: randomUUID(), name, filter}, at)
        if (!queue)
          throw new ProblemError(409, 'You have a queue of this name', {detail: 'Give it another name.'})
        const row = {...queue, owner, made_at: at}
        return {value: queue, change: {kind: 'queue', row, isThere: true}, subject: name}
      })
      return context.json(saved, 200)
    })
    .openapi(remove, async context => {
      const {id} = context.req.valid('param')
      const owner = context.var.asker.name
      await changeDesk(store.as(owner), async ({inbox}) => {
        const row = await inbox.remove(owner, id)
        if (!row) throw new ProblemError(404, 'You have no such queue')
        return {value: id, change: {kind: 'queue', row, isThere: false}, subject: row.name}
      })
      return context.json({id}, 200)
    })
    .openapi(proposal, async context => {
      const [report] = await store.inbox.rows([context.req.valid('param').id])
      if (!report) throw new ProblemError(404, 'No such report')
      const proposals = await explainProposals(store, linker(), report.proposals)
      const answer = {report, proposals}
      return isKnown(context, etagOf(answer)) ? context.body(null, 304) : context.json(answer, 200)
    })
