/** Claims, whatever report they are of: searched by their words, by what they are about and by who makes them. */
import {z} from '@hono/zod-openapi'
import {ClaimFilter, FoundClaim} from '../../model/found-claim.ts'
import type {Desk} from '../desk.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const list = route('read', {
  method: 'get',
  path: '/claims',
  tags: ['Claims'],
  summary: 'Claims that match, those of the newest reports first, in the order of each report',
  request: {query: z.object({...paging, ...ClaimFilter.shape})},
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
    const {limit, cursor, ...filter} = context.req.valid('query')
    return context.json(
      pageFrom(await store.listings.claims(filter, {limit, after: afterOf(cursor, 'claim')})),
      200
    )
  })
