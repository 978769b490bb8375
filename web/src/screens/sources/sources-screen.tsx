/** Outlets, agencies and speakers over the whole store: the table, one of them, and who carries whose words. */
import {useInfiniteQuery} from '@tanstack/react-query'
import {useNavigate, useParams, useRouter, useSearch} from '@tanstack/react-router'
import {useEffect, useRef, useState} from 'react'
import {Tab, TabList, TabPanel, Tabs} from 'react-aria-components'
import type {SourceTie} from '../../../../src/model/source.ts'
import {SourcesSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {EmptyState} from '../../parts/empty-state.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Total} from '../../parts/total.tsx'
import {sourcesQuery} from './queries.ts'
import {SourceFilters} from './source-filters.tsx'
import {SourceGraph} from './source-graph.tsx'
import {SourcePane} from './source-pane.tsx'
import {SourceTable} from './source-table.tsx'
import {TiePane} from './tie-pane.tsx'

const views = ['table', 'graph'] as const

export function SourcesScreen() {
  const {t} = useWords()
  const {id} = useParams({strict: false})
  const search = SourcesSearch.parse(useSearch({strict: false}))
  const {view = 'table', tab = 'claims', from, to, tie: kind} = search
  const navigate = useNavigate()
  const router = useRouter()
  const searchBox = useRef<HTMLInputElement>(null)
  const [focus, setFocus] = useState<'work' | 'evidence'>('work')
  const list = useInfiniteQuery(sourcesQuery(search))
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const total = list.data?.pages[0]?.total ?? 0
  const tie = from && to && kind ? {from, to, kind} : null
  const isFiltered = search.text !== undefined || search.role !== undefined || search.kind !== undefined

  const set = (change: Partial<SourcesSearch>) =>
    void navigate({to: '.', search: former => SourcesSearch.parse({...former, ...change}), replace: true})
  const openTie = ({from, to, kind}: SourceTie) => {
    set({from, to, tie: kind})
    setFocus('evidence')
  }
  const open = (source: string) => {
    void navigate({
      to: '/sources/$id',
      params: {id: source},
      search: {...search, from: undefined, to: undefined, tie: undefined},
      replace: true
    })
  }
  const step = (by: number) => () => {
    // Keys come faster than screens: the second counts from where the first one leads.
    const now = /^\/sources\/([^/]+)/.exec(router.history.location.pathname)?.[1]
    const at = rows.findIndex(row => row.id === now)
    const next = rows[at < 0 ? 0 : at + by]
    if (next) open(next.id)
  }
  useKeys('sources', {
    next: step(1),
    previous: step(-1),
    open: id ? () => setFocus('evidence') : undefined,
    table: () => set({view: 'table'}),
    graph: () => set({view: 'graph'}),
    search: () => searchBox.current?.focus(),
    back: () =>
      tie
        ? set({from: undefined, to: undefined, tie: undefined})
        : focus === 'evidence'
          ? setFocus('work')
          : void navigate({to: '/sources', search, replace: true})
  })
  // A narrow screen shows what was chosen.
  useEffect(() => {
    if (id) setFocus('evidence')
  }, [id])

  if (list.isError) return <ProblemNote error={list.error} onAgain={() => void list.refetch()} />
  return (
    <Panes
      name="sources"
      widths={{list: 170, evidence: 380}}
      focus={focus}
      labels={{list: t('sources.filters'), work: t('screen.sources')}}
      list={<SourceFilters search={search} searchBox={searchBox} onSet={set} />}
      work={
        <Tabs
          selectedKey={view}
          onSelectionChange={key => set({view: key as (typeof views)[number]})}
          className="flex h-full flex-col"
        >
          <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line-2 bg-surface px-3 pt-2">
            <h1 className="text-h3">{t('sources.title')}</h1>
            <span className="text-small text-ink-2">
              <Total shown={rows.length} total={total} />
            </span>
            <TabList className="tabs static! w-full border-0! px-0!" aria-label={t('pane.work')}>
              {views.map(name => (
                <Tab key={name} id={name} className="tab">
                  {t(`sources.${name}`)} <Keycap shows={screenKeys.sources[name]} />
                </Tab>
              ))}
            </TabList>
          </header>
          <TabPanel id="table" className="min-h-0 grow">
            {list.isSuccess && total === 0 ? (
              <EmptyState title={t(isFiltered ? 'sources.nothingFits' : 'sources.none')} />
            ) : (
              <SourceTable
                rows={rows}
                total={total}
                chosen={id ?? null}
                search={search}
                onSet={set}
                onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
              />
            )}
          </TabPanel>
          <TabPanel id="graph" className="min-h-0 grow overflow-auto bg-surface">
            {id && (
              <p className="px-3 pt-2 text-small">
                <button
                  type="button"
                  className="underline"
                  onClick={() => void navigate({to: '/sources', search, replace: true})}
                >
                  {t('sources.graph.all')}
                </button>
              </p>
            )}
            <SourceGraph source={id} chosen={tie} onTie={openTie} onSource={open} />
          </TabPanel>
        </Tabs>
      }
      evidence={
        tie ? (
          <TiePane tie={tie} />
        ) : id ? (
          <SourcePane key={id} id={id} tab={tab} onTab={name => set({tab: name})} onTie={openTie} />
        ) : (
          <p className="p-3 text-ink-3">{t('sources.choose')}</p>
        )
      }
    />
  )
}
