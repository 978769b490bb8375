/** The inbox: reports that wait for a person, in queues; what is proposed for each, and the ruling on it without opening it. */
import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query'
import {getRouteApi, useNavigate, useRouter} from '@tanstack/react-router'
import {lazy, Suspense, useEffect, useMemo, useRef, useState} from 'react'
import type {ExplainedProposal, InboxCounts, InboxFilter, InboxRow} from '../../../../src/model/inbox.ts'
import {InboxSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {inboxCountsQuery, inboxIds, inboxQuery, inboxTotalQuery, proposalsQuery} from '../../app/queries.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {EmptyState} from '../../parts/empty-state.tsx'
import {KeyedButton} from '../../parts/keycap.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {StartScreen} from '../start/start-screen.tsx'
import {FailedItems, useFailedItems} from './failed-items.tsx'
import {filterOf, isNarrowed} from './filter.ts'
import {InboxHead} from './inbox-head.tsx'
import {ProposalPane} from './proposal-pane.tsx'
import {QueueList, waiting} from './queue-list.tsx'
import {ReportRows} from './report-rows.tsx'
import {scoreText} from './score.tsx'
import {among, nothing, ranged, toggled} from './selection.ts'
import {seenOf, useDecide} from './use-decide.ts'

const DiscardDialog = lazy(async () => ({default: (await import('./discard-dialog.tsx')).DiscardDialog}))
const MoveDialog = lazy(async () => ({default: (await import('./move-dialog.tsx')).MoveDialog}))

const route = getRouteApi('/inbox')
const keys = screenKeys.inbox
/** From here on what is proposed may be accepted together. */
const sure = 0.9
/** Reports that one ruling may name. */
const mostTogether = 1000

export function InboxScreen() {
  const words = useWords()
  const {t, number, locale} = words
  const {say} = useNotes()
  const may = useMay()
  const navigate = useNavigate()
  const router = useRouter()
  const queries = useQueryClient()
  const search = route.useSearch()
  const searchBox = useRef<HTMLInputElement>(null)
  const [selection, setSelection] = useState(nothing)
  const [over, setOver] = useState<'discard' | 'move' | null>(null)
  const [happening, setHappening] = useState(0)
  const deciding = useDecide()

  const queue = search.queue ?? 'new'
  const isOfReports = queue !== 'failed'
  const filterKey = JSON.stringify(filterOf(search))
  const filter = useMemo(() => JSON.parse(filterKey) as InboxFilter, [filterKey])
  const counts = useQuery(inboxCountsQuery).data as InboxCounts | undefined
  const list = useInfiniteQuery({...inboxQuery(filter), enabled: isOfReports})
  const failed = useFailedItems(search.text, !isOfReports)
  const sureFilter: InboxFilter = {...filter, score: Math.max(sure, filter.score ?? 0)}
  const isWaiting = queue !== 'settled' && queue !== 'discarded' && isOfReports
  const sureTotal = useQuery({...inboxTotalQuery(sureFilter), enabled: isWaiting && may('rule')}).data ?? 0

  const all = useMemo(
    () => (list.data?.pages.flatMap(page => page.rows) ?? []) as readonly InboxRow[],
    [list.data]
  )
  const rows = useMemo(() => all.filter(({id}) => !deciding.pending.has(id)), [all, deciding.pending])
  const total = Math.max(0, (list.data?.pages.at(-1)?.total ?? 0) - (all.length - rows.length))
  const ids = useMemo(() => rows.map(({id}) => id), [rows])
  const selected = among(selection, ids)
  const current = search.report ?? ids[0] ?? null
  const opened = useQuery({...proposalsQuery(current ?? ''), enabled: current !== null && isOfReports})
  const report = opened.data?.report as InboxRow | undefined
  const proposals = (opened.data?.proposals ?? []) as readonly ExplainedProposal[]
  const proposal = proposals[happening]

  // biome-ignore lint/correctness/useExhaustiveDependencies: another report begins with its first happening
  useEffect(() => setHappening(0), [current])
  // What is gone to next is there already.
  const next = ids[ids.indexOf(current ?? '') + 1]
  useEffect(() => {
    if (next) void queries.prefetchQuery(proposalsQuery(next))
  }, [next, queries])

  const go = (change: Partial<InboxSearch>) =>
    void navigate({
      to: '/inbox',
      search: former => InboxSearch.parse({...former, ...change}),
      replace: true
    })
  const narrow = (change: Partial<InboxSearch>) => go({...change, own: undefined, report: undefined})
  const goToQueue = (to: InboxSearch) => {
    setSelection(nothing)
    void navigate({to: '/inbox', search: to})
  }
  /** Where keys stand now: they come faster than screens. */
  const now = () => {
    const there = InboxSearch.parse(router.history.location ? router.state.location.search : search)
    return there.report ?? current
  }
  const step = (by: number) => () => {
    const at = ids.indexOf(now() ?? '')
    const to = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))]
    if (to) go({report: to})
  }
  const open = (id: string | null) => id && void navigate({to: '/reports/$id', params: {id}, search: {}})
  const select = (id: string, isRange: boolean) =>
    setSelection(former => (isRange ? ranged(former, ids, id) : toggled(former, id)))

  /** Those that are selected, else the one that is looked at. */
  const targets = (): readonly InboxRow[] => {
    if (selected.length) return rows.filter(({id}) => selected.includes(id))
    const id = now()
    const row = rows.find(one => one.id === id) ?? (report?.id === id ? report : undefined)
    return row ? [row] : []
  }
  /** Rules, and goes on to the row behind. */
  const decide = (
    kind: 'settle' | 'discard' | 'split' | 'link',
    draft: Parameters<typeof deciding.decide>[0],
    of: readonly InboxRow[]
  ) => {
    const gone = new Set(of.map(({id}) => id))
    const at = ids.findIndex(id => gone.has(id))
    const left = ids.filter(id => !gone.has(id))
    const to = ids.slice(at + 1).find(id => !gone.has(id)) ?? left.at(-1)
    setOver(null)
    setSelection(nothing)
    go({report: to})
    const said = kind === 'link' ? t('inbox.done.link') : t(`inbox.done.${kind}`, {n: of.length})
    void deciding.decide(draft, seenOf(of), said)
  }
  const accept = () => {
    const of = targets()
    if (of.length) decide('settle', {kind: 'settle', on: of.map(({id}) => id), reason: null}, of)
  }
  const fresh = () => {
    const of = targets()
    const own = of.flatMap(row =>
      of.length === 1 && proposal && report?.id === row.id ? [proposal] : row.proposals.slice(0, 1)
    )
    const incidents = new Set(own.map(({incident}) => incident))
    if (incidents.size !== 1 || own.length !== of.length)
      return of.length && say(t('inbox.fresh.several', {n: incidents.size}))
    if (own[0]!.reports === of.length) return accept()
    const on = [own[0]!.incident, ...own.map(({telling}) => telling)]
    decide('split', {kind: 'split', on, reason: null}, of)
  }
  const move = () => (targets().length === 1 ? proposal && setOver('move') : say(t('inbox.one')))
  const discard = () => targets().length > 0 && setOver('discard')
  const acceptSure = async () => {
    if (!sureTotal) return
    const found = await inboxIds(sureFilter, mostTogether)
    if (found.total !== sureTotal) {
      void queries.invalidateQueries({queryKey: ['inbox']})
      return say(t('inbox.acceptSure.moved', {n: found.total}))
    }
    setSelection(nothing)
    await deciding.decide(
      {kind: 'settle', on: found.ids, reason: null},
      Object.fromEntries(found.ids.map(id => [id, null])),
      t('inbox.done.settle', {n: found.ids.length})
    )
  }
  const queueKey = (at: number) => () => goToQueue({queue: waiting[at] === 'new' ? undefined : waiting[at]})
  const ownKey = (at: number) => () => {
    const own = counts?.own[at]
    if (own) goToQueue(InboxSearch.parse({...own.filter, own: own.id}))
  }
  useKeys('inbox', {
    next: step(1),
    previous: step(-1),
    select: () => current && select(now() ?? current, false),
    selectRange: () => current && select(now() ?? current, true),
    accept,
    acceptSure: isWaiting ? () => void acceptSure() : undefined,
    fresh,
    choose: move,
    discard,
    open: () => open(now()),
    proposal: () => go({tab: 'proposal'}),
    text: () => go({tab: 'text'}),
    happening: () => proposals.length > 1 && setHappening((happening + 1) % proposals.length),
    search: () => searchBox.current?.focus(),
    back: () => {
      setSelection(nothing)
      deciding.forget()
    },
    queue1: queueKey(0),
    queue2: queueKey(1),
    queue3: queueKey(2),
    queue4: queueKey(3),
    queue5: queueKey(4),
    queue6: ownKey(0),
    queue7: ownKey(1),
    queue8: ownKey(2),
    queue9: ownKey(3)
  })

  if (counts && counts.total === 0 && counts.failed === 0) return <StartScreen />
  const own = counts?.own.find(({id}) => id === search.own)
  const title = own?.name ?? t(`inbox.queue.${queue}`)
  const n = selected.length
  const chosen = rows.filter(({id}) => selection.ids.has(id))
  const isOfOne =
    chosen.every(({proposals: [first]}) => first) &&
    new Set(chosen.map(({proposals: [first]}) => first?.incident)).size === 1
  const sureNumber = Math.min(sureTotal, mostTogether)
  const scoreLabel = scoreText(locale, sureFilter.score!)
  const head = (
    <>
      <InboxHead
        title={title}
        shown={isOfReports ? rows.length : (failed.data?.pages.flatMap(page => page.rows).length ?? 0)}
        total={isOfReports ? total : (failed.data?.pages[0]?.total ?? 0)}
        search={search}
        searchBox={searchBox}
        onSet={narrow}
      >
        {isOfReports && <span>{t('inbox.selected', {n})}</span>}
        {n > 0 ? (
          <>
            <KeyedButton primary shows={keys.accept} onPress={accept}>
              {t('inbox.acceptSelected', {n})}
            </KeyedButton>
            {isOfOne && (
              <KeyedButton shows={keys.fresh} onPress={fresh}>
                {t('inbox.freshSelected', {n})}
              </KeyedButton>
            )}
            <KeyedButton shows={keys.discard} onPress={discard}>
              {t('inbox.discardSelected', {n})}
            </KeyedButton>
            <KeyedButton shows={keys.back} onPress={() => setSelection(nothing)}>
              {t('inbox.selectNone')}
            </KeyedButton>
          </>
        ) : (
          isWaiting &&
          sureTotal > 0 && (
            <KeyedButton shows={keys.acceptSure} onPress={() => void acceptSure()}>
              {sureTotal > mostTogether
                ? t('inbox.acceptSure.first', {
                    n: sureNumber,
                    total: number(sureTotal),
                    score: scoreLabel
                  })
                : t('inbox.acceptSure', {n: sureNumber, score: scoreLabel})}
            </KeyedButton>
          )
        )}
      </InboxHead>
      {deciding.failure !== null && <ProblemNote error={deciding.failure} />}
    </>
  )
  return (
    <>
      <Panes
        name="inbox"
        widths={{list: 208, evidence: 424}}
        focus="work"
        labels={{list: t('inbox.queues'), work: t('screen.reports'), evidence: t('inbox.proposal')}}
        list={
          <QueueList
            search={search}
            filter={filter}
            isKeepable={isOfReports && isNarrowed(filter) && !search.own}
          />
        }
        work={
          isOfReports ? (
            list.isError ? (
              <ProblemNote error={list.error} onAgain={() => void list.refetch()} />
            ) : (
              <ReportRows
                rows={rows}
                total={total}
                label={title}
                current={current}
                selected={selection.ids}
                isSelectable={may('rule')}
                head={head}
                empty={
                  <EmptyState
                    title={t(
                      list.isPending
                        ? 'frame.reading'
                        : isNarrowed(filter)
                          ? 'inbox.nothingFits'
                          : 'inbox.nothing'
                    )}
                  />
                }
                onCurrent={id => go({report: id})}
                onOpen={open}
                onSelect={select}
                onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
              />
            )
          ) : (
            <>
              <header className="sticky top-0 z-3">{head}</header>
              <FailedItems list={failed} />
            </>
          )
        }
        evidence={
          !isOfReports ? (
            <p className="p-3 text-ink-2">{t('inbox.failed.what')}</p>
          ) : current === null ? (
            <EmptyState title={t('inbox.choose')} />
          ) : opened.isError ? (
            <ProblemNote error={opened.error} onAgain={() => void opened.refetch()} />
          ) : report ? (
            <ProposalPane
              report={report}
              proposals={proposals}
              at={Math.min(happening, Math.max(0, proposals.length - 1))}
              tab={search.tab ?? 'proposal'}
              onTab={tab => go({tab})}
              onHappening={setHappening}
              actions={{
                accept,
                fresh,
                choose: move,
                discard,
                takeBack: () => report.decision && void deciding.takeBack(report.decision.ruling)
              }}
            />
          ) : (
            <p className="p-3 text-ink-3">{t('frame.reading')}</p>
          )
        }
      />
      <Suspense>
        {over === 'discard' && (
          <DiscardDialog
            reports={targets().map(({id}) => id)}
            onDiscard={draft => decide('discard', draft, targets())}
            onClose={() => setOver(null)}
          />
        )}
        {over === 'move' && report && proposal && (
          <MoveDialog
            report={report}
            proposal={proposal}
            onMove={draft => decide('link', draft, [report])}
            onClose={() => setOver(null)}
          />
        )}
      </Suspense>
    </>
  )
}
