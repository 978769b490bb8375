/** Publications: queues, one incident with its gate, and what the public sees of it. */
import {useInfiniteQuery, useQuery} from '@tanstack/react-query'
import {useNavigate, useRouter} from '@tanstack/react-router'
import {useEffect, useRef, useState} from 'react'
import {Tab, TabList, TabPanel, Tabs} from 'react-aria-components'
import type {PublicationEntry} from '../../../../src/model/publication.ts'
import type {PublishSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {EmptyState} from '../../parts/empty-state.tsx'
import {KeyedButton} from '../../parts/keycap.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {type Decision, DecisionDialog} from './decision-dialog.tsx'
import {EntryPane, possibleFor} from './entry-pane.tsx'
import {GateDialog} from './gate-dialog.tsx'
import {History} from './history.tsx'
import {Names} from './names.tsx'
import {Preview} from './preview.tsx'
import {countsQuery, entryQuery, queueQuery, requestsQuery} from './publish-queries.ts'
import {QueueList, Queues, queues} from './queue-list.tsx'
import {Requests} from './requests.tsx'
import {useLook, usePublish} from './use-publish.ts'

export function PublishScreen() {
  const {t, number} = useWords()
  const may = useMay()
  const {id, search, go} = usePublish()
  const navigate = useNavigate()
  const router = useRouter()
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useInfiniteQuery(queueQuery(search))
  const counts = useQuery(countsQuery(search))
  const read = useQuery({...entryQuery(id ?? ''), enabled: id !== null})
  const look = useLook()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [lastSelected, setLastSelected] = useState<string | null>(null)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [isSetting, setSetting] = useState(false)
  const [focus, setFocus] = useState<'list' | 'work' | 'evidence'>(id ? 'work' : 'list')
  useEffect(() => setFocus(id ? 'work' : 'list'), [id])

  const isRequests = search.queue === 'requests'
  const rows = isRequests ? [] : (list.data?.pages.flatMap(page => page.rows) ?? [])
  const total = list.data?.pages[0]?.total ?? 0
  const entry = id === null ? undefined : (read.data?.value as PublicationEntry | undefined)
  const seen = entry && read.data ? {value: entry, etag: read.data.etag} : null
  const can = entry && possibleFor(entry)
  const chosen = rows.filter(row => selected.has(row.id))
  const tab = search.tab ?? 'preview'

  // "z" on what the public has seen leads here: it asks for a reason.
  const undoing = search.undo && entry?.steps.some(({step}) => step.id === search.undo) ? search.undo : null
  const asked: Decision | null = undoing ? {kind: 'undo', step: undoing} : decision
  const close = () => {
    setDecision(null)
    if (search.undo) go({undo: undefined})
  }

  const step = (by: number) => () => {
    // Keys come faster than screens: the second counts from where the first one leads.
    const open = /^\/publish\/([^/]+)/.exec(router.history.location.pathname)?.[1]
    const at = rows.findIndex(row => row.id === open)
    const next = rows[at < 0 ? 0 : at + by]
    if (next) go({undo: undefined}, next.id)
  }
  const select = (row: string) => {
    setSelected(was => {
      const next = new Set(was)
      if (!next.delete(row)) next.add(row)
      return next
    })
    setLastSelected(row)
  }
  const selectRange = () => {
    const [from, to] = [lastSelected ?? id, id].map(own => rows.findIndex(row => row.id === own))
    if (from === undefined || to === undefined || from < 0 || to < 0) return
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(row => row.id)
    setSelected(was => new Set([...was, ...range]))
  }
  const lookAt = (kind: 'read' | 'redaction') => {
    const those = chosen.length ? chosen : entry ? [entry.queued] : []
    if (those.length === 0) return
    // As it was read here: a list may be older than what is open.
    look.mutate({
      kind,
      seen: those.map(row => (row.id === id && entry ? entry.queued : row)).slice(0, mostAtOnce)
    })
    setSelected(new Set())
  }
  const decide = (kind: 'publish' | 'withdraw' | 'keep') =>
    can?.[kind] ? () => setDecision({kind}) : undefined
  const show = (next: NonNullable<PublishSearch['tab']>) => () => {
    if (!entry) return
    go({tab: next})
    setFocus('evidence')
  }
  const open = entry?.requests.find(({answer}) => answer === null)
  useKeys('publish', {
    next: step(1),
    previous: step(-1),
    read: entry || chosen.length ? () => lookAt('read') : undefined,
    redaction: entry || chosen.length ? () => lookAt('redaction') : undefined,
    publish: decide('publish'),
    withdraw: decide('withdraw'),
    keep: decide('keep'),
    answer: open ? () => setDecision({kind: 'answer', request: open}) : undefined,
    open:
      entry?.queued.digest != null
        ? () => void navigate({to: '/incidents/$id', params: {id: entry.queued.id}, search: {}})
        : undefined,
    select: id && !isRequests ? () => select(id) : undefined,
    range: id && !isRequests ? selectRange : undefined,
    preview: show('preview'),
    names: show('names'),
    history: show('history'),
    gate: () => setSetting(true),
    ...Object.fromEntries(
      queues.map(queue => [queue, () => go({queue, condition: undefined}, null)] as const)
    ),
    search: () => searchBox.current?.focus(),
    back: () =>
      selected.size
        ? setSelected(new Set())
        : focus === 'evidence'
          ? setFocus('work')
          : id
            ? go({undo: undefined}, null)
            : undefined
  })

  const head = <Queues counts={counts.data} search={search} onGo={change => go(change, null)} />
  const actions = may('review') && chosen.length > 0 && (
    <p className="flex w-full flex-wrap items-baseline gap-2 pt-1">
      <b>{t('publish.selected', {n: chosen.length})}</b>
      <KeyedButton shows={screenKeys.publish.read} onPress={() => lookAt('read')}>
        {t('publish.do.readAll', {n: Math.min(chosen.length, mostAtOnce)})}
      </KeyedButton>
      <KeyedButton shows={screenKeys.publish.redaction} onPress={() => lookAt('redaction')}>
        {t('publish.do.redactionAll', {n: Math.min(chosen.length, mostAtOnce)})}
      </KeyedButton>
    </p>
  )
  const pane = list.isError ? (
    <ProblemNote error={list.error} onAgain={() => void list.refetch()} />
  ) : isRequests ? (
    <div>
      {head}
      <RequestList
        onAnswer={request => setDecision({kind: 'answer', request})}
        onOpen={incident => go({tab: 'requests'}, incident)}
      />
    </div>
  ) : (
    <QueueList
      rows={rows}
      total={total}
      chosen={id}
      selected={selected}
      search={search}
      searchBox={searchBox}
      isReading={list.isPending}
      head={head}
      actions={actions}
      onGo={change => go(change, null)}
      onSelect={select}
      onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
    />
  )
  return (
    <>
      <Panes
        name="publish"
        widths={{list: 320, evidence: 460}}
        focus={focus}
        list={pane}
        work={
          id === null ? (
            <EmptyState title={t('publish.chooseOne')}>
              <p className="text-ink-2">{t('publish.choose.what')}</p>
              {may('publish') && (
                <p>
                  <KeyedButton shows={screenKeys.publish.gate} onPress={() => setSetting(true)}>
                    {t('publish.gate.set')}
                  </KeyedButton>
                </p>
              )}
            </EmptyState>
          ) : read.isError ? (
            <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
          ) : entry ? (
            <EntryPane
              entry={entry}
              onDecide={kind => kind !== 'undo' && kind !== 'answer' && setDecision({kind})}
              onLook={kind => look.mutate({kind, seen: [entry.queued]})}
            />
          ) : (
            <p className="p-3">{t('frame.reading')}</p>
          )
        }
        evidence={
          entry && (
            <Tabs selectedKey={tab} onSelectionChange={key => go({tab: key as typeof tab})}>
              <TabList className="tabs" aria-label={t('pane.evidence')}>
                {(['preview', 'names', 'history', 'requests'] as const).map(name => (
                  <Tab key={name} id={name} className="tab">
                    {t(`publish.tab.${name}`)}
                    {name === 'names' && entry.withheld.length > 0 && ` ${number(entry.withheld.length)}`}
                    {name === 'requests' && entry.requests.length > 0 && ` ${number(entry.requests.length)}`}
                  </Tab>
                ))}
              </TabList>
              <TabPanel id="preview">
                {entry.view ? (
                  <Preview view={entry.view} title={t('publish.preview.now')} />
                ) : (
                  entry.shown && <Preview view={entry.shown.view} title={t('publish.preview.stands')} />
                )}
              </TabPanel>
              <TabPanel id="names">
                <Names entry={entry} />
              </TabPanel>
              <TabPanel id="history">
                <History entry={entry} onUndo={step => setDecision({kind: 'undo', step})} />
              </TabPanel>
              <TabPanel id="requests">
                <Requests
                  requests={entry.requests}
                  onAnswer={request => setDecision({kind: 'answer', request})}
                />
              </TabPanel>
            </Tabs>
          )
        }
      />
      {asked && (asked.kind === 'answer' || seen) && (
        <DecisionDialog key={JSON.stringify(asked)} decision={asked} seen={seen} onClose={close} />
      )}
      {isSetting && <GateDialog onClose={() => setSetting(false)} />}
    </>
  )
}

/** As the server takes them. */
const mostAtOnce = 500

function RequestList({
  onAnswer,
  onOpen
}: Pick<Parameters<typeof Requests>[0], 'onAnswer'> & {readonly onOpen: (incident: string) => void}) {
  const {t} = useWords()
  const [isAll, setAll] = useState(false)
  const list = useInfiniteQuery(requestsQuery(isAll))
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <>
      <header className="pane-head">
        <b>{t('publish.queue.requests')}</b>
        <label className="flex items-center gap-1">
          <input
            type="checkbox"
            className="min-h-0"
            checked={isAll}
            onChange={({target}) => setAll(target.checked)}
          />
          {t('publish.answeredToo')}
        </label>
      </header>
      {list.isError && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && <Requests requests={rows} onAnswer={onAnswer} onOpen={onOpen} />}
      {list.hasNextPage && (
        <button type="button" className="btn m-3" onClick={() => void list.fetchNextPage()}>
          {t('value.ofTotal', {shown: rows.length, n: list.data?.pages[0]?.total ?? 0})}
        </button>
      )}
    </>
  )
}
