/** Corrections that people without an account ask for (SAFETY D7): what they wrote, and what became of it. */
import {z} from '@hono/zod-openapi'
import {CorrectionRequest, RequestOutcome} from '../../model/publication.ts'
import {answerRequest} from '../../workflows/publications.ts'
import type {Desk} from '../desk.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Flag} from '../values.ts'
import {needed} from './publication-steps.ts'
import {Step} from './publications.ts'

const list = route('review', {
  method: 'get',
  path: '/correction-requests',
  tags: ['Publications'],
  summary: 'Corrections that were asked for: open ones the oldest first, answered ones the newest first',
  request: {
    query: z.object({
      ...paging,
      answered: Flag.optional(),
      incident: z.string().max(300).optional()
    })
  },
  responses: {
    200: {
      description: 'A page of requests',
      content: {
        'application/json': {
          schema: pageOf('CorrectionRequestPage', named('CorrectionRequest', CorrectionRequest))
        }
      }
    },
    ...problems(400)
  }
})

const answering = route('publish', {
  method: 'post',
  path: '/correction-requests/{id}/answer',
  tags: ['Publications'],
  summary: 'Say what became of a request; undone as every step is',
  request: {
    params: z.object({id: z.string().max(100)}),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            outcome: RequestOutcome.describe(
              'corrected, withdrawn: so the page was; no-change: it stands; no-request: not about the page'
            ),
            reason: z.string().trim().min(1).max(2000)
          })
        }
      }
    }
  },
  responses: {
    200: {
      description: 'The step',
      content: {'application/json': {schema: z.object({step: Step})}}
    },
    ...problems(400, 409)
  }
})

export const correctionRequestRoutes = ({store}: Desk) =>
  router()
    .openapi(list, async context => {
      const {limit, cursor, incident, answered} = context.req.valid('query')
      const filter = {answered, ...(incident === undefined ? {} : {incident})}
      return context.json(
        pageFrom(await store.publications.requests(filter, {limit, after: afterOf(cursor, 'number')})),
        200
      )
    })
    .openapi(answering, async context => {
      const {outcome, reason} = context.req.valid('json')
      const {id} = context.req.valid('param')
      try {
        const step = await store
          .as(context.var.asker.name)
          .attempt(inner => answerRequest(inner, id, {outcome, reason: needed(reason)}), true)
        return context.json({step}, 200)
      } catch (error) {
        if (error instanceof ProblemError) throw error
        throw new ProblemError(409, (error as Error).message)
      }
    })
