/** What the screen of sources asks of the server. */
import {infiniteQueryOptions, keepPreviousData, queryOptions} from '@tanstack/react-query'
import type {FigureState, SourceTie} from '../../../../src/model/source.ts'
import {answer, api} from '../../app/client.ts'
import type {SourcesSearch} from '../../app/filters.ts'

type Listing = Pick<SourcesSearch, 'text' | 'role' | 'kind' | 'sort' | 'order'>

const paged = {initialPageParam: '', getNextPageParam: (page: {readonly next: string | null}) => page.next}
const after = (cursor: string) => (cursor ? {cursor} : {})

export const sourcesQuery = ({text, role, kind, sort, order}: Listing) =>
  infiniteQueryOptions({
    queryKey: ['sources', 'list', {text, role, kind, sort, order}],
    // What was listed stays until the next list is there: the table does not blink while somebody types.
    placeholderData: keepPreviousData,
    queryFn: ({pageParam}) =>
      answer(
        api.sources.$get({
          query: {
            ...(text && {text}),
            ...(role && {role}),
            ...(kind && {kind}),
            ...(sort && {sort}),
            ...(order && {order}),
            ...after(pageParam),
            limit: pageParam ? '500' : '100'
          }
        })
      ),
    ...paged
  })

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['sources', 'one', id],
    queryFn: () => answer(api.sources[':id'].$get({param: {id}}))
  })

export const sourceReportsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['sources', 'reports', id],
    queryFn: ({pageParam}) =>
      answer(api.sources[':id'].reports.$get({param: {id}, query: {...after(pageParam), limit: '50'}})),
    ...paged
  })

export const sourceFiguresQuery = (id: string, state: FigureState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['sources', 'figures', id, state],
    queryFn: ({pageParam}) =>
      answer(
        api.sources[':id'].figures.$get({
          param: {id},
          query: {...(state && {state}), ...after(pageParam), limit: '100'}
        })
      ),
    ...paged
  })

/** `source`: ties of this one alone. */
export const tiesQuery = (source: string | undefined) =>
  queryOptions({
    queryKey: ['sources', 'ties', source],
    queryFn: () => answer(api.ties.$get({query: source ? {source} : {}}))
  })

export const passagesQuery = ({from, to, kind}: Pick<SourceTie, 'from' | 'to' | 'kind'>) =>
  infiniteQueryOptions({
    queryKey: ['sources', 'passages', from, to, kind],
    queryFn: ({pageParam}) =>
      answer(api.ties.passages.$get({query: {from, to, kind, ...after(pageParam), limit: '20'}})),
    ...paged
  })
