/** What screens ask of the server. Keys begin with what is asked for: live updates name them (live.ts). */
import {infiniteQueryOptions, queryOptions} from '@tanstack/react-query'
import type {InboxFilter} from '../../../src/model/inbox.ts'
import {answer, api, type Good, inPath, tagged} from './client.ts'
import type {ClaimsSearch, ExploreFilter, IncidentFilter} from './filters.ts'

/** An incident with the ETag it was read with. */
export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incident', id],
    queryFn: () => tagged(api.incidents[':id'].$get({param: {id: inPath(id)}, query: {}}))
  })

export const incidentsQuery = (filter: IncidentFilter) =>
  infiniteQueryOptions({
    queryKey: ['incidents', filter],
    queryFn: ({pageParam}) => {
      const {contested, ...texts} = filter
      return answer(
        api.incidents.$get({
          query: {
            ...texts,
            ...(contested === undefined ? {} : {contested: contested ? 'true' : 'false'}),
            ...nextPage(pageParam)
          }
        })
      )
    },
    initialPageParam: '',
    getNextPageParam: page => page.next
  })

/** Pairs of incidents that nobody has ruled on. */
export const pairsQuery = infiniteQueryOptions({
  queryKey: ['pairs'],
  queryFn: ({pageParam}) => answer(api.pairs.$get({query: nextPage(pageParam)})),
  initialPageParam: '',
  getNextPageParam: page => page.next
})

/** The incidents likest to one. */
export const nearQuery = (id: string) =>
  queryOptions({
    queryKey: ['near', id],
    queryFn: () => answer(api.incidents[':id'].near.$get({param: {id: inPath(id)}, query: {limit: '30'}}))
  })

/** Why linking put two incidents apart, or together. */
export const explanationQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ['explanation', a, b],
    queryFn: () => answer(api.explanation.$get({query: {a, b}}))
  })

/** The whole of what the filter finds, for a map. */
export const exploredQuery = (filter: ExploreFilter) =>
  queryOptions({
    queryKey: ['incidents', 'explored', filter],
    queryFn: () => answer(api.explore.incidents.$get({query: flagged(filter)}))
  })

/** The same by its days, whatever window is chosen among them; `first` and `last`: what the plot spans. */
export const exploredDaysQuery = (
  {since: _, until: __, ...filter}: ExploreFilter,
  span: {readonly first?: string; readonly last?: string}
) =>
  queryOptions({
    queryKey: ['incidents', 'days', filter, span],
    queryFn: () => answer(api.explore.days.$get({query: {...flagged(filter), ...span}}))
  })

export const reportsQuery = (filter: {readonly text?: string | undefined}) =>
  infiniteQueryOptions({
    queryKey: ['reports', filter],
    queryFn: ({pageParam}) =>
      answer(
        api.reports.$get({
          query: {...(filter.text ? {text: filter.text} : {}), ...nextPage(pageParam)}
        })
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next
  })

/** Of the reports: what changes them changes these. */
export const claimsQuery = ({claim: _, contested, ...filter}: ClaimsSearch) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'claims', filter, contested],
    queryFn: ({pageParam}) =>
      answer(
        api.claims.$get({
          query: {
            ...filter,
            ...(contested === undefined ? {} : {contested: contested ? 'true' : 'false'}),
            ...nextPage(pageParam)
          }
        })
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next
  })

/** Without what is absent, as the address of the request has it. */
function inboxParts({score, ...texts}: InboxFilter) {
  return {...texts, ...(score === undefined ? {} : {score: `${score}`})}
}

export const inboxQuery = (filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'rows', filter],
    queryFn: ({pageParam}) =>
      answer(
        api.inbox.$get({
          query: {...inboxParts(filter), ...(pageParam ? {cursor: pageParam, limit: '250'} : {limit: '60'})}
        })
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next
  })

/** How many reports a filter leaves. */
export const inboxTotalQuery = (filter: InboxFilter) =>
  queryOptions({
    queryKey: ['inbox', 'total', filter],
    queryFn: async () => (await answer(api.inbox.$get({query: {...inboxParts(filter), limit: '1'}}))).total
  })

/** Ids of the first reports that a filter leaves, so many of them at most, and how many it leaves in all. */
export async function inboxIds(filter: InboxFilter, most: number): Promise<{ids: string[]; total: number}> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null && ids.length < most; ) {
    const page: Good<Awaited<ReturnType<typeof api.inbox.$get>>> = await answer(
      api.inbox.$get({query: {...inboxParts(filter), limit: '500', ...(cursor ? {cursor} : {})}})
    )
    ids.push(...page.rows.map(({id}) => id))
    if (page.next === null || ids.length >= most) return {ids: ids.slice(0, most), total: page.total}
    cursor = page.next
  }
  return {ids, total: ids.length}
}

export const inboxCountsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: () => answer(api.inbox.queues.$get())
})

export const proposalsQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposals', id],
    queryFn: () => answer(api.reports[':id'].proposals.$get({param: {id: inPath(id)}}))
  })

export const failedItemsQuery = (text: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'failed', text],
    queryFn: ({pageParam}) =>
      answer(
        api.items.$get({
          query: {
            state: 'failed',
            discarded: 'false',
            ...(text ? {text} : {}),
            ...(pageParam ? {cursor: pageParam} : {})
          }
        })
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next
  })

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => answer(api.reports[':id'].$get({param: {id: inPath(id)}}))
  })

export const capturesQuery = (id: string) =>
  queryOptions({
    queryKey: ['captures', id],
    queryFn: () => answer(api.reports[':id'].captures.$get({param: {id: inPath(id)}}))
  })

/** The first page is small, to be there soon; those after it are large. */
const nextPage = (cursor: string) => (cursor ? {cursor, limit: '500'} : {})

/** How many incidents a filter leaves. */
export const incidentCountQuery = (filter: ExploreFilter) =>
  queryOptions({
    queryKey: ['incidents', 'total', filter],
    queryFn: async () => (await answer(api.incidents.$get({query: {...flagged(filter), limit: '1'}}))).total
  })

/** A filter as the address of a request has it. */
export function flagged({contested, located, ...texts}: ExploreFilter) {
  const flag = (value: boolean) => (value ? ('true' as const) : ('false' as const))
  return {
    ...texts,
    ...(contested === undefined ? {} : {contested: flag(contested)}),
    ...(located === undefined ? {} : {located: flag(located)})
  }
}
