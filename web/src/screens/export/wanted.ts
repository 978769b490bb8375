/** Which incidents are meant: by where one stands, and what is selected there. */
import {useRouterState} from '@tanstack/react-router'
import type {ExploreFilter as Filter} from '../../app/filters.ts'
import {ExploreFilter} from '../../app/filters.ts'

export interface Wanted {
  readonly id: 'selected' | 'one' | 'all'
  /** null: all that the filter leaves. */
  readonly ids: readonly string[] | null
}

/** The likeliest first. */
export function useWanted(selected: readonly string[]): {choices: readonly Wanted[]; filter: Filter} {
  const {pathname, search} = useRouterState({select: ({location}) => location})
  const open = /^\/incidents\/([0-9a-f]{12})$/.exec(pathname)?.[1]
  const isListed = /^\/(?:incidents|explore)/.test(pathname)
  return {
    choices: [
      ...(selected.length ? [{id: 'selected', ids: selected} as const] : []),
      ...(open ? [{id: 'one', ids: [open]} as const] : []),
      {id: 'all', ids: null}
    ],
    filter: isListed ? ExploreFilter.parse(search) : {}
  }
}
