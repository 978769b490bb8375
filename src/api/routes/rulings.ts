/** Rulings: what people decided, what a decision would change, and its undo. */
import {z} from '@hono/zod-openapi'
import {ListedFigure} from '../../model/listing.ts'
import {ClaimDraft, Correction, Ground, Ruling, RulingKind} from '../../model/ruling.ts'
import {incidentNow} from '../../workflows/incident-now.ts'
import type {Store} from '../../workflows/open-store.ts'
import {type Ruled, rule, rulingsPage, stepsOf, undo} from '../../workflows/rulings.ts'
import type {Desk} from '../desk.ts'
import {refuseStale} from '../etag.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {refuseDecided} from '../refuse-decided.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const Whole = named('Ruling', Ruling)
const Draft = z
  .object({
    kind: RulingKind.exclude(['undo']),
    on: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(1000)
      .describe(
        'accept, reject, prefer, correct: REPORT/c3 or INCIDENT/a2; merge: two or more incidents; not-the-same, chain: two incidents; settle, discard: reports; add: a report, REPORT/i2 where it tells of several incidents, or a report and an incident; cut: INCIDENT/a2 and reports that carry it; confirm: INCIDENT/a2 and others that are one with it; cut, confirm: an incident and from, kind and to of an edge of its origins; split: an incident and reports of it; link: reports, and last the incident they tell of; unlink: a report and an incident; move: claims, and last the incident they are of, or new. A report may be named by what it tells: REPORT/i2'
      ),
    reason: z.string().max(2000).nullable().default(null),
    correction: Correction.optional(),
    ground: Ground.optional().describe('discard: why the reports do not count; required'),
    claim: ClaimDraft.optional().describe('add: what the report says, in its exact words'),
    preview: z.boolean().default(false).describe('Says what would change, and keeps nothing'),
    incident: z.string().optional().describe('The incident whose ETag If-Match names'),
    decided: z
      .record(z.string().max(100), z.string().max(100).nullable())
      .optional()
      .describe(
        'Reports, each with the ruling that decided about it as the asker saw it, or null; where somebody has decided since, 412 says who'
      ),
    seen: z
      .array(z.object({incident: z.string().max(300), etag: z.string().max(1000)}))
      .max(20)
      .optional()
      .describe('Where a ruling is about several incidents: each with its ETag as it was seen')
  })
  .openapi('Draft')
const Summary = z.looseObject({
  headline: z.string(),
  figures: z.record(z.string(), ListedFigure),
  reports: z.number().int()
})
const Change = z.object({
  id: z.string(),
  before: Summary.nullable().describe('null: it was not there'),
  after: Summary.nullable().describe('null: it is no more'),
  nowIn: z.string().nullable().describe('Of one that is no more: the incident that holds what it held')
})
const Outcome = z.object({ruling: Whole, changes: z.array(Change), preview: z.boolean()}).openapi('Ruled')

const ruledAnswer = {
  description: 'The ruling, and which incidents it changed or would change',
  content: {'application/json': {schema: Outcome}}
}

const list = route('read', {
  method: 'get',
  path: '/rulings',
  tags: ['Rulings'],
  summary: 'What people ruled, the last first, without undos',
  request: {query: z.object(paging)},
  responses: {
    200: {
      description: 'Rulings, each with whether it holds, was undone, or names what is found no more',
      content: {
        'application/json': {
          schema: pageOf(
            'RulingPage',
            z.object({ruling: Whole, state: z.enum(['holds', 'undone', 'dangling'])})
          )
        }
      }
    },
    ...problems(400)
  }
})

const next = route('read', {
  method: 'get',
  path: '/rulings/next',
  tags: ['Rulings'],
  summary: 'What the next undo and redo of whoever asks are about',
  responses: {
    200: {
      description: 'Undo `undo`; to bring `redo.ruling` back, undo `redo.by`',
      content: {
        'application/json': {
          schema: z.object({
            undo: z.union([Whole, z.null()]),
            redo: z.object({by: Whole, ruling: Whole}).nullable()
          })
        }
      }
    }
  }
})

const make = route('rule', {
  method: 'post',
  path: '/rulings',
  tags: ['Rulings'],
  summary: 'Rule, or see what a ruling would change',
  request: {
    headers: z.object({
      'if-match': z.string().max(1000).optional().describe('ETag of `incident` as it was seen')
    }),
    body: {required: true, content: {'application/json': {schema: Draft}}}
  },
  responses: {200: ruledAnswer, ...problems(400, 409, 412)}
})

const takeBack = route('rule', {
  method: 'post',
  path: '/rulings/{id}/undo',
  tags: ['Rulings'],
  summary: 'Undo a ruling; undoing the undo brings it back',
  request: {
    params: z.object({id: z.string().max(100)}),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            reason: z.string().max(2000).nullable().default(null),
            preview: z.boolean().default(false)
          })
        }
      }
    }
  },
  responses: {200: ruledAnswer, ...problems(400, 409)}
})

export const rulingRoutes = ({store, linker}: Desk) => {
  /** In one transaction, which is taken back after a preview. What cannot be ruled is a conflict, in the words of whoever found it. */
  async function ruled(who: string, preview: boolean, work: (store: Store) => Promise<Ruled>) {
    try {
      const {ruling, changes, nowIn} = await store.as(who).attempt(work, !preview)
      return {
        ruling,
        preview,
        changes: changes.map(({id, before, after}) => ({
          id,
          before: before && {...before},
          after: after && {...after},
          nowIn: nowIn.get(id) ?? null
        }))
      }
    } catch (error) {
      if (error instanceof ProblemError) throw error
      throw new ProblemError(409, (error as Error).message)
    }
  }

  return router()
    .openapi(list, async context => {
      const {limit, cursor} = context.req.valid('query')
      const page = await rulingsPage(store, {limit, after: afterOf(cursor, 'number')})
      return context.json(pageFrom({...page, rows: page.rows.map(row => ({...row}))}), 200)
    })
    .openapi(next, async context => {
      const {undo, redo} = await stepsOf(store, context.var.asker.name)
      return context.json({undo, redo: redo && {...redo}}, 200)
    })
    .openapi(make, async context => {
      const {preview, incident, seen: others = [], decided, ...draft} = context.req.valid('json')
      const seen = context.req.valid('header')['if-match']
      const done = await ruled(context.var.asker.name, preview, async inner => {
        if (seen && incident) refuseStale(seen, await incidentNow(inner, incident))
        for (const {incident: id, etag} of others) refuseStale(etag, await incidentNow(inner, id))
        if (decided) await refuseDecided(inner, decided)
        return rule(inner, linker(), draft)
      })
      return context.json(done, 200)
    })
    .openapi(takeBack, async context => {
      const {reason, preview} = context.req.valid('json')
      const {id} = context.req.valid('param')
      const done = await ruled(context.var.asker.name, preview, inner => undo(inner, linker(), id, reason))
      return context.json(done, 200)
    })
}
