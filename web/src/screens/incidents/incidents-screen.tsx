/** Incidents: the list, one of them with its claim matrix, and the words behind a cell. */
import {useInfiniteQuery} from '@tanstack/react-query'
import {useNavigate, useParams, useRouter, useSearch} from '@tanstack/react-router'
import {useEffect, useRef, useState} from 'react'
import {IncidentFilter} from '../../app/filters.ts'
import {globalKeys, screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {incidentsQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {EmptyState} from '../../parts/empty-state.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {StartScreen} from '../start/start-screen.tsx'
import {DayRail} from './day-rail.tsx'
import {IncidentList} from './incident-list.tsx'
import {Workbench} from './workbench.tsx'

/** What is selected: kept while one goes from the list to an incident and on. */
let kept: ReadonlySet<string> = new Set()

export function IncidentsScreen() {
  const {t} = useWords()
  const {say} = useNotes()
  const {id} = useParams({strict: false})
  const search = useSearch({strict: false})
  const filter = IncidentFilter.parse(search)
  const navigate = useNavigate()
  const router = useRouter()
  const list = useInfiniteQuery(incidentsQuery(filter))
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const total = list.data?.pages[0]?.total ?? 0
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'order' && value !== undefined)
  const [selected, setShown] = useState(kept)
  const setSelected = (next: ReadonlySet<string>) => {
    kept = next
    setShown(next)
  }
  const anchor = useRef<string | null>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const [isListOpen, setListOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one was chosen in it
  useEffect(() => setListOpen(false), [id])

  // Keys come faster than screens: the second counts from where the first one leads.
  const open = () => /^\/incidents\/([^/]+)/.exec(router.history.location.pathname)?.[1]
  const step = (by: number) => () => {
    const at = rows.findIndex(row => row.id === open())
    const next = rows[at < 0 ? 0 : at + by]
    if (next) void navigate({to: '/incidents/$id', params: {id: next.id}, search: {...filter}})
  }
  const select = (chosen: string | undefined, isRange: boolean) => {
    if (!chosen) return
    const all = rows.map(row => row.id)
    const next = new Set(kept)
    const [from, to] = [all.indexOf(anchor.current ?? chosen), all.indexOf(chosen)].sort((a, b) => a - b)
    if (isRange) for (const one of all.slice(Math.max(0, from!), to! + 1)) next.add(one)
    else if (!next.delete(chosen)) next.add(chosen)
    anchor.current = chosen
    setSelected(next)
    // The list may be folded to a rail.
    say(t('incidents.selected', {n: next.size}))
  }
  /** Those selected; of one, or of the one that is open, what is near it. */
  const compare = () => {
    const ids = kept.size ? [...kept] : [open() ?? ''].filter(Boolean)
    setSelected(new Set())
    if (ids.length)
      void navigate({
        to: '/compare',
        search: {ids: ids.join(), ...(ids.length === 1 ? {list: 'near' as const} : {})}
      })
  }
  useKeys('incidents', {
    next: step(1),
    previous: step(-1),
    search: () => {
      setListOpen(true)
      // It may have been folded.
      setTimeout(() => searchBox.current?.focus())
    },
    select: () => select(open(), false),
    selectRange: () => select(open(), true),
    compare
  })

  if (list.isError) return <ProblemNote error={list.error} onAgain={() => void list.refetch()} />
  if (list.isSuccess && total === 0 && !isFiltered && !id) return <StartScreen />
  const pane = (
    <IncidentList
      rows={rows}
      total={total}
      chosen={id ?? null}
      filter={filter}
      searchBox={searchBox}
      selected={selected}
      onSelect={(chosen, isRange) => select(chosen, isRange)}
      onClear={() => setSelected(new Set())}
      onCompare={compare}
      isReading={list.isPending}
      onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
    />
  )
  const rail = (
    <DayRail
      rows={rows}
      total={total}
      chosen={id ?? ''}
      selected={selected}
      filter={filter}
      isOpen={isListOpen}
      onOpen={() => setListOpen(was => !was)}
    />
  )
  if (id)
    return <Workbench key={id} list={pane} rail={{content: rail, isOpen: isListOpen, toggle: setListOpen}} />
  return (
    <Panes
      name="incidents"
      widths={{list: 230, evidence: 350}}
      focus="list"
      list={pane}
      work={
        <EmptyState title={t(list.isPending ? 'frame.reading' : 'incidents.chooseOne')}>
          <p className="text-ink-2">
            <Keycap shows={screenKeys.incidents.next} /> {t('key.next')} ·{' '}
            <Keycap shows={screenKeys.incidents.search} /> {t('key.search')} ·{' '}
            <Keycap shows={globalKeys.palette} /> {t('key.palette')}
          </p>
        </EmptyState>
      }
      evidence={null}
    />
  )
}
