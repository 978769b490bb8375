/** Incidents: listed, one by one, as they were, and why two are one. */
import {z} from '@hono/zod-openapi'
import {LinkedIncident} from '../../model/assessment.ts'
import {Explanation} from '../../model/explanation.ts'
import {IncidentComplex} from '../../model/incident-complex.ts'
import {IncidentOrder, ListedIncident} from '../../model/listing.ts'
import {explainLink} from '../../workflows/explain-link.ts'
import {complexOf} from '../../workflows/incident-complex.ts'
import {incidentAsOf, incidentNow} from '../../workflows/incident-now.ts'
import type {Desk} from '../desk.ts'
import {etagOf, isKnown} from '../etag.ts'
import {boxFor, IncidentQuery} from '../incident-query.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Instant} from '../values.ts'

const Row = named('ListedIncident', ListedIncident)
const Whole = named('LinkedIncident', LinkedIncident)

const list = route('read', {
  method: 'get',
  path: '/incidents',
  tags: ['Incidents'],
  summary: 'Incidents, by day unless told otherwise',
  request: {
    query: z.object({
      ...paging,
      ...IncidentQuery,
      order: IncidentOrder.default('newest').describe(
        'newest, oldest: by day; changed: what changed last; reports: the most; killed: the highest figure'
      )
    })
  },
  responses: {
    200: {
      description: 'A page of incidents',
      content: {'application/json': {schema: pageOf('IncidentPage', Row)}}
    },
    ...problems(400)
  }
})

const one = route('read', {
  method: 'get',
  path: '/incidents/{id}',
  tags: ['Incidents'],
  summary: 'An incident with its claims, accounts, and what holds by each rule',
  request: {
    params: z.object({id: z.string().max(300).describe('Any id it ever had, or REPORT/i2 with "/" as %2F')}),
    query: z.object({asOf: Instant.optional().describe('As it was held at this instant')})
  },
  responses: {
    200: {description: 'The incident', content: {'application/json': {schema: Whole}}},
    304: {description: 'As the asker has it'},
    ...problems(400, 404)
  }
})

const complex = route('read', {
  method: 'get',
  path: '/incidents/{id}/complex',
  tags: ['Incidents'],
  summary: 'The incident and those that it is tied to, near and far, for a timeline',
  request: {params: z.object({id: z.string().max(300)})},
  responses: {
    200: {
      description: 'Up to 24 incidents, the nearest by their ties',
      content: {'application/json': {schema: named('IncidentComplex', IncidentComplex)}}
    },
    ...problems(400, 404)
  }
})

const explanation = route('read', {
  method: 'get',
  path: '/explanation',
  tags: ['Incidents'],
  summary: 'Why two incidents or reports are one incident, or not',
  request: {
    query: z.object({
      a: z.string().min(1).max(2000).describe('Id of an incident or report, or address of a report'),
      b: z.string().min(1).max(2000)
    })
  },
  responses: {
    200: {
      description: 'Every sign with its weight',
      content: {'application/json': {schema: named('Explanation', Explanation)}}
    },
    ...problems(400, 404)
  }
})

export const incidentRoutes = ({store, linker}: Desk) =>
  router()
    .openapi(list, async context => {
      const {limit, cursor, order, ...query} = context.req.valid('query')
      const filter = boxFor(query, context.var.asker)
      return context.json(
        pageFrom(
          await store.listings.incidents(
            filter,
            {limit, after: afterOf(cursor, order === 'reports' || order === 'killed' ? 'count' : 'day')},
            order
          )
        ),
        200
      )
    })
    .openapi(one, async context => {
      const {id} = context.req.valid('param')
      const {asOf} = context.req.valid('query')
      const incident = asOf ? await incidentAsOf(store, id, asOf) : await incidentNow(store, id)
      if (!incident) throw new ProblemError(404, 'No such incident')
      return isKnown(context, etagOf(incident)) ? context.body(null, 304) : context.json(incident, 200)
    })
    .openapi(complex, async context => {
      const found = await complexOf(store, context.req.valid('param').id)
      if (!found) throw new ProblemError(404, 'No such incident')
      return context.json(found, 200)
    })
    .openapi(explanation, async context => {
      const {a, b} = context.req.valid('query')
      try {
        return context.json(await explainLink(store, linker().linking, a, b), 200)
      } catch (error) {
        throw new ProblemError(404, (error as Error).message)
      }
    })
