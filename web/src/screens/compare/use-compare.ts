/** Which incidents are compared, as the URL has it, and the letters they are called by. */
import {getRouteApi, useNavigate} from '@tanstack/react-router'
import {useCallback} from 'react'
import {CompareSearch} from '../../app/filters.ts'

const route = getRouteApi('/compare')
/** More do not fit beside each other. */
export const mostCompared = 6

export const letterOf = (index: number): string => String.fromCharCode(65 + index)

export function useCompare() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const go = useCallback(
    (change: Partial<CompareSearch>) =>
      void navigate({
        to: '/compare',
        search: former => CompareSearch.parse({...former, ...change}),
        replace: true
      }),
    [navigate]
  )
  return {ids: idsIn(search.ids), list: search.list ?? 'pairs', text: search.text ?? '', go}
}

export function idsIn(ids: string | undefined): string[] {
  return [...new Set(ids?.split(',').filter(Boolean))].slice(0, mostCompared)
}
