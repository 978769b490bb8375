/** Live updates: what another person, or an ingest, changes is read again while it is on the screen. */
import {type QueryClient, useQueryClient} from '@tanstack/react-query'
import {useEffect, useState} from 'react'

/** Whether the server can be heard. */
export function useLive(): boolean {
  const queries = useQueryClient()
  const [isHeard, setHeard] = useState(true)
  useEffect(() => {
    const source = new EventSource('/api/events')
    source.addEventListener('ready', () => setHeard(true))
    source.addEventListener('error', () => setHeard(false))
    source.addEventListener('incidents', event => {
      const {changed} = JSON.parse((event as MessageEvent<string>).data) as {changed: string[]}
      refresh(queries, changed)
    })
    source.addEventListener('reports', () => refresh(queries, []))
    source.addEventListener('publications', () => refreshLists(queries, publicationLists))
    return () => source.close()
  }, [queries])
  return isHeard
}

/** Reads again what these incidents stand in. */
export function refresh(queries: QueryClient, incidents: readonly string[]): void {
  const changed = new Set(incidents)
  // One may have been asked for by what a report tells of it.
  const isOf = (data: unknown) =>
    changed.has((data as {readonly value?: {readonly id?: string}})?.value?.id ?? '')
  void queries.invalidateQueries({
    queryKey: ['incident'],
    predicate: ({queryKey: [, id], state}) => changed.has(String(id)) || isOf(state.data)
  })
  // A claim that somebody added, or took back.
  void queries.invalidateQueries({queryKey: ['report']})
  refreshLists(queries, lists)
}

const publicationLists = ['publications', 'publication']
const lists = [
  'inbox',
  'proposals',
  'incidents',
  'reports',
  'rulings',
  'pairs',
  'near',
  'explanation',
  'sources',
  ...publicationLists
]

function refreshLists(queries: QueryClient, names: readonly string[]): void {
  for (const list of names) {
    void queries.invalidateQueries({queryKey: [list], refetchType: 'none'})
    void queries.refetchQueries({
      queryKey: [list],
      type: 'active',
      stale: true,
      predicate: ({state}) => pagesOf(state.data) <= mostPages
    })
  }
}

/** Lists of more pages than these are not read again for each change somewhere, but when they are next gone to. */
const mostPages = 5

function pagesOf(data: unknown): number {
  return (data as {readonly pages?: readonly unknown[]} | undefined)?.pages?.length ?? 1
}
