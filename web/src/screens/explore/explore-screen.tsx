/** Where incidents were, when, and which: a map, a plot of time and a list that always show the same set. */
import {keepPreviousData, useQuery} from '@tanstack/react-query'
import {useNavigate, useRouter, useSearch} from '@tanstack/react-router'
import {lazy, Suspense, useMemo, useRef, useState} from 'react'
import type {ExploredIncidents} from '../../../../src/model/explored.ts'
import {ExploreFilter, ExploreSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {exploredDaysQuery, exploredQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Keycap} from '../../parts/keycap.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {StartScreen} from '../start/start-screen.tsx'
import {ExploreList} from './explore-list.tsx'
import {dayNumber, dayOf, rowsWithin} from './explored-set.ts'
import {FilterBar} from './filter-bar.tsx'
import type {MapHandle} from './incident-map.tsx'
import {spotsOf} from './map-marks.ts'
import {TimeBrush} from './time-brush.tsx'
import {moved, type TimeWindow} from './time-window.ts'
import './explore.css'

const IncidentMap = lazy(() => import('./incident-map.tsx'))
const nothing: ExploredIncidents = {
  total: 0,
  placed: 0,
  shown: 0,
  grid: false,
  places: [],
  types: [],
  outcomes: [],
  id: [],
  place: [],
  type: [],
  from: [],
  days: [],
  exact: [],
  contested: [],
  reports: [],
  accounts: [],
  figures: []
}

export function ExploreScreen() {
  const {t, number, dir} = useWords()
  const search = ExploreSearch.parse(useSearch({strict: false}))
  const filter = ExploreFilter.parse(search)
  const navigate = useNavigate()
  const router = useRouter()
  const map = useRef<MapHandle>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const [lit, setLit] = useState<ReadonlySet<number> | null>(null)
  const [hasMap, setHasMap] = useState(true)
  const [drawing, setDrawing] = useState(0)

  const found = useQuery({...exploredQuery(filter), placeholderData: keepPreviousData})
  const {since, until} = filter
  const span = search.span === 'window' && since && until ? around(since, until) : {}
  const time = useQuery({...exploredDaysQuery(filter, span), placeholderData: keepPreviousData})
  const set = found.data ?? nothing
  const spots = useMemo(() => spotsOf(set), [set])
  const at = search.at ? set.id.indexOf(search.at) : -1
  const chosen = at < 0 ? null : at
  const bins = time.data?.bins ?? []
  const window: TimeWindow =
    since || until
      ? {since: since ?? bins[0]?.from ?? until!, until: until ?? bins.at(-1)?.to ?? since!}
      : null

  const go = (change: Partial<ExploreSearch>) =>
    void navigate({
      to: '/explore',
      search: former => ({...ExploreSearch.parse(former), ...change}),
      replace: true
    })
  const choose = (row: number) => go({at: set.id[row]})
  const open = (id: string) => void navigate({to: '/incidents/$id', params: {id}, search: {}})
  const step = (by: number) => () => {
    // Keys come faster than screens: the second counts from where the first one leads.
    const now = set.id.indexOf(ExploreSearch.parse(router.latestLocation.search).at ?? '')
    const next = now < 0 ? 0 : Math.max(0, Math.min(set.shown - 1, now + by))
    if (set.shown > 0) choose(next)
  }
  const setWindow = (next: TimeWindow) => go(next ?? {since: undefined, until: undefined, span: undefined})
  const here = () => go({bbox: filter.bbox ? undefined : map.current?.box()})
  const onlyUnplaced = () => go({located: filter.located === false ? undefined : false, at: undefined})
  useKeys('explore', {
    next: step(1),
    previous: step(-1),
    open: chosen === null ? undefined : () => open(set.id[chosen]!),
    search: () => searchBox.current?.focus(),
    earlier: () => setWindow(moved(window, bins, -1)),
    later: () => setWindow(moved(window, bins, 1)),
    nearer: () => map.current?.zoom(1),
    farther: () => map.current?.zoom(-1),
    fit: fitAll,
    here: hasMap ? here : undefined,
    unplaced: onlyUnplaced,
    back: chosen === null ? undefined : () => go({at: undefined})
  })
  function fitAll() {
    map.current?.fit()
    go({view: undefined})
  }

  if (found.isError) return <ProblemNote error={found.error} onAgain={() => void found.refetch()} />
  const isFiltered = Object.values(filter).some(value => value !== undefined)
  if (found.isSuccess && set.total === 0 && !isFiltered) return <StartScreen />
  const unplaced = set.total - set.placed
  const outside = window && time.data ? time.data.total - set.total : 0
  return (
    <Panes
      name="explore"
      widths={{list: 0, evidence: 350}}
      focus="work"
      labels={{work: t('explore.work'), evidence: t('explore.list')}}
      work={
        <div className="explore">
          <FilterBar filter={filter} searchBox={searchBox} onSet={go} />
          <div className="map" dir="ltr">
            {hasMap ? (
              <Suspense fallback={<p className="map-note">{t('explore.map.reading')}</p>}>
                <IncidentMap
                  key={drawing}
                  ref={map}
                  set={set}
                  spots={spots}
                  chosen={chosen}
                  lit={lit}
                  view={search.view}
                  box={filter.bbox}
                  onChoose={choose}
                  onLight={setLit}
                  onView={view => go({view})}
                  onNone={() => setHasMap(false)}
                />
              </Suspense>
            ) : (
              <p className="map-note" role="status">
                <span dir={dir}>{t('explore.map.none')}</span>
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setDrawing(drawing + 1)
                    setHasMap(true)
                  }}
                >
                  {t('explore.map.again')}
                </button>
              </p>
            )}
            {hasMap && (
              <div className="map-tools" dir={dir}>
                <MapButton
                  shows={screenKeys.explore.nearer}
                  says={t('explore.nearer')}
                  onPress={() => map.current?.zoom(1)}
                />
                <MapButton
                  shows={screenKeys.explore.farther}
                  says={t('explore.farther')}
                  onPress={() => map.current?.zoom(-1)}
                />
                <button type="button" className="btn" onClick={fitAll}>
                  {t('explore.fit')} <Keycap shows={screenKeys.explore.fit} />
                </button>
                <button type="button" className="btn" aria-pressed={filter.bbox !== undefined} onClick={here}>
                  {t('explore.here')} <Keycap shows={screenKeys.explore.here} />
                </button>
              </div>
            )}
            {(unplaced > 0 || filter.located === false) && (
              <p className="map-unplaced" dir={dir}>
                {filter.located === false
                  ? t('explore.unplaced.listed')
                  : t('explore.unplaced', {n: unplaced, total: number(set.total)})}{' '}
                <button type="button" className="underline" onClick={onlyUnplaced}>
                  {t(filter.located === false ? 'explore.unplaced.all' : 'explore.unplaced.list')}
                </button>
              </p>
            )}
            <p className="map-made" dir={dir}>
              {set.grid && `${t('explore.grid')}. `}
              {t('explore.madeWith')}
            </p>
          </div>
          {time.data && (
            <TimeBrush
              days={time.data}
              window={window}
              onWindow={setWindow}
              lit={daysOf(set, lit)}
              onLight={days => setLit(days && new Set(rowsWithin(set, days.from, days.to)))}
            >
              <span>
                <Keycap shows={screenKeys.explore.earlier} /> <Keycap shows={screenKeys.explore.later} />{' '}
                {t('explore.time.window')}
              </span>
              {window && (
                <button
                  type="button"
                  className="underline"
                  onClick={() => go({span: search.span === 'window' ? undefined : 'window'})}
                >
                  {t(search.span === 'window' ? 'explore.time.far' : 'explore.time.near')}
                </button>
              )}
            </TimeBrush>
          )}
        </div>
      }
      evidence={
        <ExploreList set={set} chosen={chosen} lit={lit} onChoose={choose} onOpen={open} onLight={setLit}>
          {found.isSuccess && set.total === 0 && <p className="w-full">{t('explore.nothing')}</p>}
          {outside > 0 && (
            <p className="w-full">
              {t('explore.outside', {n: outside})}{' '}
              <button type="button" className="underline" onClick={() => setWindow(null)}>
                {t('explore.widen')}
              </button>
            </p>
          )}
        </ExploreList>
      }
    />
  )
}

function MapButton({
  shows,
  says,
  onPress
}: {
  readonly shows: (typeof screenKeys.explore)['nearer' | 'farther']
  readonly says: string
  readonly onPress: () => void
}) {
  return (
    <button type="button" className="btn" title={says} onClick={onPress}>
      <span className="sr-only">{says}</span>
      <Keycap shows={shows} />
    </button>
  )
}

/** What a plot of a window shows: half as much again before and after it. */
function around(since: string, until: string): {first: string; last: string} {
  const [from, to] = [dayNumber(since), dayNumber(until)]
  const more = Math.ceil((to - from + 1) / 2)
  return {first: dayOf(from - more), last: dayOf(to + more)}
}

/** From the first to the last day of these. */
function daysOf(set: ExploredIncidents, rows: ReadonlySet<number> | null): {from: string; to: string} | null {
  const [row] = rows ?? []
  if (rows?.size !== 1 || row === undefined || row >= set.shown) return null
  return {from: dayOf(set.from[row]!), to: dayOf(set.from[row]! + set.days[row]!)}
}
