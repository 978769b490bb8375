/** What whoever works here may do, as the server says it: keys, buttons and screens that need more are not offered. */
import {queryOptions, useQuery} from '@tanstack/react-query'
import type {Permission} from '../../../src/api/access/permissions.ts'
import {answer, api} from './client.ts'

/** A change of role ends the sessions of its user, so this holds for the whole of a visit. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(api.me.$get()),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY
})

/** Who works here; undefined where the server has not said it. */
export function useMe() {
  return useQuery(meQuery).data
}

/** `may(undefined)`: what needs nothing is always offered. */
export function useMay(): (needs: Permission | undefined) => boolean {
  const me = useMe()
  return needs => needs === undefined || (me?.permissions.includes(needs) ?? false)
}
