/** The first step of a new installation: the invented sample dossier into the empty store. */
import {z} from '@hono/zod-openapi'
import {readSample} from '../../workflows/sample.ts'
import type {Desk} from '../desk.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const sample = route('ingest', {
  method: 'post',
  path: '/sample',
  tags: ['First use'],
  summary: 'Read the sample dossier into an empty store',
  description: 'Nine invented reports of one march. It takes some seconds.',
  responses: {
    200: {
      description: 'What was read',
      content: {
        'application/json': {
          schema: z
            .object({
              items: z.number().int(),
              done: z.number().int(),
              failed: z.number().int(),
              skipped: z.number().int(),
              incidents: z.number().int()
            })
            .openapi('Summary')
        }
      }
    },
    ...problems(409)
  }
})

export const sampleRoutes = ({store}: Desk) =>
  router().openapi(sample, async context => {
    const {total} = await store.listings.reports({}, {limit: 1, after: null})
    if (total)
      throw new ProblemError(409, 'The store holds reports already', {
        detail: 'Invented reports do not go among real ones; open another store with --store DIR.'
      })
    return context.json({...(await readSample(store.as(context.var.asker.name)))}, 200)
  })
