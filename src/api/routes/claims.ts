/** Claims, whatever report they are of: searched by their words, by what they are about and by who makes them. */
import {z} from '@hono/zod-openapi'
import {ClaimFilter, FoundClaim} from '../../model/found-claim.ts'
import type {Desk} from '../desk.ts'
import {IncidentQuery} from '../incident-query.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const {since, until, place, type, actor, contested} = IncidentQuery
/** What may be asked of the incidents that a claim's report tells of. */
const OfIncident = z.object({
  since: since.describe('Day; of reports that tell of an incident of that day or later'),
  until: until.describe('Day; of reports that tell of an incident of that day or before'),
  place: place.describe('Part of the name of the place of such an incident, or a country code'),
  type: type.describe('Of such an incident'),
  actor: actor.describe('Part of the name of a side of such an incident'),
  contested: contested.describe('Whether some fact or figure of such an incident is')
})

const list = route('read', {
  method: 'get',
  path: '/claims',
  tags: ['Claims'],
  summary: 'Claims that match, those of the newest reports first, in the order of each report',
  request: {query: z.object({...paging, ...ClaimFilter.shape, ...OfIncident.shape})},
  responses: {
    200: {
      description: 'A page of claims with their reports',
      content: {'application/json': {schema: pageOf('ClaimPage', named('FoundClaim', FoundClaim))}}
    },
    ...problems(400)
  }
})

export const claimRoutes = ({store}: Desk) =>
  router().openapi(list, async context => {
    const {limit, cursor, since, until, place, type, actor, contested, ...filter} = context.req.valid('query')
    const of = {since, until, place, type, actor, contested}
    return context.json(
      pageFrom(await store.listings.claims({...filter, of}, {limit, after: afterOf(cursor, 'claim')})),
      200
    )
  })
