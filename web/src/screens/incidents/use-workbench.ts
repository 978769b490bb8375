/** Where one stands in the workbench, as the URL has it. */
import {getRouteApi, useNavigate} from '@tanstack/react-router'
import {useCallback} from 'react'
import type * as z from 'zod/mini'
import type {RuleId} from '../../../../src/model/assessment.ts'
import {WorkbenchSearch} from '../../app/filters.ts'
import {forgetful} from '../../app/remembered.ts'

type Search = z.infer<typeof WorkbenchSearch>

const route = getRouteApi('/incidents/$id')
/** The rule that this person last chose to work by. */
export const chosenRule = forgetful<RuleId>('rule', 'dateline')

export function useWorkbench() {
  const {id} = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate()
  /** Replaces, so that Back leads to the list and not through every cell. */
  const go = useCallback(
    (change: Partial<Search>) =>
      void navigate({
        to: '/incidents/$id',
        params: {id},
        search: former => WorkbenchSearch.parse({...former, ...change}),
        replace: true
      }),
    [id, navigate]
  )
  return {id, search, rule: search.rule ?? chosenRule.get(), go}
}
