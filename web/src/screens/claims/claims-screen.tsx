/** Claims of all reports: searched by their words, by who says them, by what they are about and of which incidents. */
import {keepPreviousData, useInfiniteQuery} from '@tanstack/react-query'
import {useNavigate, useRouter, useSearch} from '@tanstack/react-router'
import {useMemo, useRef} from 'react'
import type {FoundClaim} from '../../../../src/model/found-claim.ts'
import {ClaimsSearch} from '../../app/filters.ts'
import {claimsQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {EmptyState} from '../../parts/empty-state.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Total} from '../../parts/total.tsx'
import {StartScreen} from '../start/start-screen.tsx'
import {ClaimFilters} from './claim-filters.tsx'
import {ClaimPane} from './claim-pane.tsx'
import {ClaimRows} from './claim-rows.tsx'
import './claims.css'

export function ClaimsScreen() {
  const {t} = useWords()
  const search = ClaimsSearch.parse(useSearch({strict: false}))
  const {claim: key, ...filter} = search
  const navigate = useNavigate()
  const router = useRouter()
  const searchBox = useRef<HTMLInputElement>(null)
  const found = useInfiniteQuery({...claimsQuery(search), placeholderData: keepPreviousData})
  const rows = useMemo(
    () => (found.data?.pages.flatMap(page => page.rows) ?? []) as FoundClaim[],
    [found.data]
  )
  const total = found.data?.pages[0]?.total ?? 0
  const chosen = key === undefined ? -1 : rows.findIndex(({claim}) => claim.key === key)

  const go = (change: Partial<ClaimsSearch>) =>
    void navigate({
      to: '/claims',
      search: former => ({...ClaimsSearch.parse(former), ...change}),
      replace: true
    })
  const choose = ({claim}: FoundClaim) => go({claim: claim.key})
  const open = ({claim}: FoundClaim) =>
    void navigate({to: '/reports/$id', params: {id: claim.report}, search: {claim: claim.id}})
  const step = (by: number) => () => {
    // Keys come faster than screens: the second counts from where the first one leads.
    const {claim: now} = ClaimsSearch.parse(router.latestLocation.search)
    const at = rows.findIndex(({claim}) => claim.key === now)
    const next = rows[at < 0 ? 0 : Math.max(0, at + by)]
    if (next) choose(next)
  }
  const more = () => found.hasNextPage && !found.isFetchingNextPage && void found.fetchNextPage()
  const one = rows[chosen]
  const [held] = one?.incidents ?? []
  useKeys('claims', {
    next: step(1),
    previous: step(-1),
    open: one && (() => open(one)),
    incident:
      held === undefined
        ? undefined
        : () => void navigate({to: '/incidents/$id', params: {id: held}, search: {}}),
    search: () => searchBox.current?.focus(),
    back: one && (() => go({claim: undefined}))
  })

  if (found.isError) return <ProblemNote error={found.error} onAgain={() => void found.refetch()} />
  const isFiltered = Object.values(filter).some(value => value !== undefined)
  if (found.isSuccess && total === 0 && !isFiltered) return <StartScreen />
  return (
    <Panes
      name="claims"
      widths={{list: 0, evidence: 400}}
      focus={one ? 'evidence' : 'work'}
      labels={{work: t('screen.claims'), evidence: t('claims.exact')}}
      work={
        <div className="claims">
          <ClaimFilters filter={search} searchBox={searchBox} onSet={go} />
          <p className="claims-head">
            <span>
              <b className="text-ink">
                <Total shown={rows.length} total={total} />
              </b>{' '}
              {t('claims.order')}
            </span>
            <span>{t('claims.ofIncidents')}</span>
          </p>
          {found.isSuccess && total === 0 ? (
            <p className="p-3 text-ink-3">{t('claims.nothing')}</p>
          ) : (
            <ClaimRows
              rows={rows}
              hasMore={found.hasNextPage}
              chosen={chosen}
              onChoose={choose}
              onOpen={open}
              onEnd={more}
            />
          )}
        </div>
      }
      evidence={one ? <ClaimPane found={one} /> : <EmptyState title={t('claims.choose')} />}
    />
  )
}
