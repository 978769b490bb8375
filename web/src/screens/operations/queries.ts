/** What the operations ask of the server. */
import {infiniteQueryOptions, queryOptions} from '@tanstack/react-query'
import {answer, api} from '../../app/client.ts'
import type {OperationsSearch} from '../../app/filters.ts'

const next = (cursor: string) => (cursor ? {cursor, limit: '500'} : {})
const pages = {initialPageParam: '', getNextPageParam: (page: {next: string | null}) => page.next}

export const itemsQuery = ({state, text, job}: OperationsSearch) =>
  infiniteQueryOptions({
    queryKey: ['items', state, text, job],
    queryFn: ({pageParam}) =>
      answer(
        api.items.$get({
          query: {
            ...(state === 'discarded' ? {discarded: 'true'} : {state: 'failed' as const}),
            ...(state === 'retryable' ? {retryable: 'true'} : {}),
            ...(text ? {text} : {}),
            ...(job ? {job} : {}),
            ...next(pageParam)
          }
        })
      ),
    ...pages
  })

/** How many there are of these, without their rows. */
export const itemCountQuery = (which: 'failed' | 'retryable' | 'discarded') =>
  queryOptions({
    queryKey: ['item-sums', which],
    queryFn: async () => {
      const {total} = await answer(
        api.items.$get({
          query: {
            ...(which === 'discarded' ? {discarded: 'true'} : {state: 'failed' as const}),
            ...(which === 'retryable' ? {retryable: 'true'} : {}),
            limit: '1'
          }
        })
      )
      return total
    }
  })

export const itemSumsQuery = queryOptions({
  queryKey: ['item-sums', 'all'],
  queryFn: () => answer(api.items.sums.$get())
})

export const feedsQuery = queryOptions({queryKey: ['feeds'], queryFn: () => answer(api.feeds.$get())})

export const jobSumsQuery = queryOptions({
  queryKey: ['jobs', 'sums'],
  queryFn: () => answer(api.jobs.sums.$get()),
  refetchInterval: 5000
})

export const jobsQuery = (state: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'list', state],
    queryFn: ({pageParam}) =>
      answer(
        api.jobs.$get({
          query: {...(state ? {state: state as 'dead'} : {}), ...next(pageParam)}
        })
      ),
    ...pages,
    refetchInterval: 5000
  })

export const upkeepQuery = queryOptions({queryKey: ['upkeep'], queryFn: () => answer(api.upkeep.$get())})

export const findingsQuery = queryOptions({
  queryKey: ['upkeep', 'findings'],
  queryFn: () => answer(api.upkeep.findings.$get())
})

/** Days stand for the instants at which they begin and end. */
export const auditQuery = ({text, who, action, object, since, until}: OperationsSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', text, who, action, object, since, until],
    queryFn: ({pageParam}) =>
      answer(
        api.audit.$get({
          query: {
            ...(text ? {text} : {}),
            ...(who ? {who} : {}),
            ...(action ? {action} : {}),
            ...(object ? {object} : {}),
            ...(since ? {since: `${since}T00:00:00Z`} : {}),
            ...(until ? {until: `${until}T23:59:59.999Z`} : {}),
            ...next(pageParam)
          }
        })
      ),
    ...pages
  })
