/** Incidents by the thousand: where they are, and when they were. */
import {z} from '@hono/zod-openapi'
import {BinWidth, ExploredDays, ExploredIncidents} from '../../model/explored.ts'
import {exploredDays, exploredIncidents} from '../../workflows/explore.ts'
import type {Desk} from '../desk.ts'
import {etagOf, isKnown} from '../etag.ts'
import {boxFor, IncidentQuery, seesExactly} from '../incident-query.ts'
import {named} from '../named.ts'
import {problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Day} from '../values.ts'

const incidents = route('read', {
  method: 'get',
  path: '/explore/incidents',
  tags: ['Explore'],
  summary: 'All incidents that match, as columns, with their places',
  request: {query: z.object(IncidentQuery)},
  responses: {
    200: {
      description: 'In the order of the list of incidents; up to 50,000 of them',
      content: {'application/json': {schema: named('ExploredIncidents', ExploredIncidents)}}
    },
    304: {description: 'As the asker has it'},
    ...problems(400)
  }
})

const days = route('read', {
  method: 'get',
  path: '/explore/days',
  tags: ['Explore'],
  summary: 'How many incidents there were when, and how many reports told of them',
  request: {
    query: z.object({
      ...IncidentQuery,
      width: BinWidth.optional().describe(
        'Of the bins, or wider where there would be thousands; as the span needs it where it is left out'
      ),
      first: Day.optional().describe(
        'Day of the first bin; where it is left out, that of all but those decades away from the others'
      ),
      last: Day.optional()
    })
  },
  responses: {
    200: {
      description: 'Bins without gaps, and what no bin holds',
      content: {'application/json': {schema: named('ExploredDays', ExploredDays)}}
    },
    304: {description: 'As the asker has it'},
    ...problems(400)
  }
})

export const exploreRoutes = ({store}: Desk) =>
  router()
    .openapi(incidents, async context => {
      const {asker} = context.var
      const filter = boxFor(context.req.valid('query'), asker)
      const found = await exploredIncidents(store, filter, !seesExactly(asker))
      return isKnown(context, etagOf(found)) ? context.body(null, 304) : context.json(found, 200)
    })
    .openapi(days, async context => {
      const {width, first, last, ...query} = context.req.valid('query')
      const filter = boxFor(query, context.var.asker)
      const found = await exploredDays(store, filter, {width, first, last})
      return isKnown(context, etagOf(found)) ? context.body(null, 304) : context.json(found, 200)
    })
