/** What the screen of publications asks of the server, and tells it. */
import {infiniteQueryOptions, type QueryClient, queryOptions} from '@tanstack/react-query'
import type {PublicationEntry, QueueId} from '../../../../src/model/publication.ts'
import {answer, api, inPath, tagged} from '../../app/client.ts'
import type {PublishSearch} from '../../app/filters.ts'

export type Queued = PublicationEntry['queued']

/** An incident before the public, with the ETag that a decision about it names. */
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['publication', id],
    queryFn: () => tagged(api.publications[':id'].$get({param: {id: inPath(id)}}))
  })

export const queueQuery = ({queue, condition, text, since, until}: PublishSearch) =>
  infiniteQueryOptions({
    queryKey: ['publications', 'queue', {queue, condition, text, since, until}],
    queryFn: ({pageParam}) =>
      answer(
        api.publications.$get({
          query: {
            ...given({queue: queue as QueueId | undefined, condition, text, since, until}),
            ...nextPage(pageParam)
          }
        })
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    enabled: queue !== 'requests'
  })

export const countsQuery = ({text, since, until}: PublishSearch) =>
  queryOptions({
    queryKey: ['publications', 'counts', {text, since, until}],
    queryFn: () => answer(api.publications.counts.$get({query: given({text, since, until})}))
  })

export const requestsQuery = (answered: boolean) =>
  infiniteQueryOptions({
    queryKey: ['publications', 'requests', answered],
    queryFn: ({pageParam}) =>
      answer(
        api['correction-requests'].$get({
          query: {...(answered ? {} : {answered: 'false' as const}), ...nextPage(pageParam)}
        })
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next
  })

export const gateQuery = queryOptions({
  queryKey: ['publications', 'gate'],
  queryFn: () => tagged(api.publications.gate.$get())
})

/** Reads again what a step changed. */
export function refreshPublications(queries: QueryClient): void {
  void queries.invalidateQueries({queryKey: ['publications']})
  void queries.invalidateQueries({queryKey: ['publication']})
}

/** Without what is not set. */
function given<T extends object>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}

const nextPage = (cursor: string) => (cursor ? {cursor, limit: '500'} : {})
