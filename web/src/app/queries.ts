/** What screens ask of the server. Keys begin with what is asked for: live updates name them (live.ts). */
import {infiniteQueryOptions, queryOptions} from '@tanstack/react-query'
import {answer, api, inPath, tagged} from './client.ts'
import type {IncidentFilter} from './filters.ts'

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
