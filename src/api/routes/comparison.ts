/** Which incidents to compare: pairs that are nearly one, and the nearest of one incident. */
import {z} from '@hono/zod-openapi'
import {IncidentPair, NearIncident} from '../../model/near-incident.ts'
import {incidentNow} from '../../workflows/incident-now.ts'
import {nearestTo, openPairs} from '../../workflows/near-incidents.ts'
import type {Desk} from '../desk.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const threshold = z.number().describe('Sum from which a pair joins')

const pairs = route('read', {
  method: 'get',
  path: '/pairs',
  tags: ['Incidents'],
  summary: 'Pairs of incidents that linking found nearly one and nobody has ruled on, the likest first',
  request: {query: z.object(paging)},
  responses: {
    200: {
      description: 'A page of pairs',
      content: {
        'application/json': {
          schema: pageOf('IncidentPairPage', named('IncidentPair', IncidentPair)).extend({threshold})
        }
      }
    },
    ...problems(400)
  }
})

const near = route('read', {
  method: 'get',
  path: '/incidents/{id}/near',
  tags: ['Incidents'],
  summary: 'The incidents likest to one, those that were ruled on last',
  request: {
    params: z.object({id: z.string().max(300).describe('Any id it ever had')}),
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(20).describe('Incidents at most')
    })
  },
  responses: {
    200: {
      description: 'The nearest',
      content: {
        'application/json': {
          schema: z
            .object({
              id: z.string().describe('The id that it has now'),
              total: z.number().int().describe('Of all that meet it by place, day or rare words'),
              threshold,
              rows: z.array(named('NearIncident', NearIncident))
            })
            .openapi('Nearest')
        }
      }
    },
    ...problems(400, 404)
  }
})

export const comparisonRoutes = ({store, linker}: Desk) => {
  const line = () => linker().linking.weights.get('threshold')!
  return router()
    .openapi(pairs, async context => {
      const {limit, cursor} = context.req.valid('query')
      const page = await openPairs(store, linker().linking, {limit, after: afterOf(cursor, 'pair')})
      return context.json({...pageFrom(page), threshold: line()}, 200)
    })
    .openapi(near, async context => {
      const incident = await incidentNow(store, context.req.valid('param').id)
      if (!incident) throw new ProblemError(404, 'No such incident')
      const {total, rows} = await nearestTo(
        store,
        linker().linking,
        incident.id,
        context.req.valid('query').limit
      )
      return context.json({id: incident.id, total, threshold: line(), rows: [...rows]}, 200)
    })
}
