/** A report: the text that never changes, its claims beside it, and how it came. */
import {useInfiniteQuery, useQuery} from '@tanstack/react-query'
import {useNavigate, useParams, useSearch} from '@tanstack/react-router'
import {lazy, Suspense, useMemo, useRef, useState} from 'react'
import {Tab, TabList, TabPanel, Tabs} from 'react-aria-components'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import type {Claim, CodedReport} from '../../../../src/model/contract.ts'
import type {Span} from '../../../../src/model/span.ts'
import {ReaderSearch} from '../../app/filters.ts'
import {type Key, screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {incidentQuery, reportQuery, reportsQuery} from '../../app/queries.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {EmptyState} from '../../parts/empty-state.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import type {RulingOn} from '../incidents/ruling-dialog.tsx'
import {StartScreen} from '../start/start-screen.tsx'
import {CaptureFacts} from './capture-facts.tsx'
import {CapturedPage} from './captured-page.tsx'
import {ClaimList} from './claim-list.tsx'
import {inTextOrder, underlines} from './highlights.ts'
import {ReportList} from './report-list.tsx'
import {ReportText, type Selecting} from './report-text.tsx'

const RulingDialog = lazy(async () => ({
  default: (await import('../incidents/ruling-dialog.tsx')).RulingDialog
}))
const ClaimDialog = lazy(async () => ({default: (await import('./claim-dialog.tsx')).ClaimDialog}))

export function ReaderScreen() {
  const {t} = useWords()
  const {say} = useNotes()
  const {id} = useParams({strict: false})
  const {text, claim: claimId, incident, tab = 'text'} = ReaderSearch.parse(useSearch({strict: false}))
  const navigate = useNavigate()
  const searchBox = useRef<HTMLInputElement>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const all = useInfiniteQuery({...reportsQuery({text}), enabled: !incident})
  const one = useQuery({...incidentQuery(incident ?? ''), enabled: incident !== undefined})
  const read = useQuery({...reportQuery(id ?? ''), enabled: id !== undefined})
  const rows = incident ? (one.data?.value.reports ?? []) : (all.data?.pages.flatMap(page => page.rows) ?? [])
  const total = incident ? rows.length : (all.data?.pages[0]?.total ?? 0)
  const report = read.data as CodedReport | undefined
  const claims = useMemo(() => inTextOrder(report?.claims ?? []), [report])
  const chosen = claims.find(claim => claim.id === claimId) ?? null
  const selecting = useRef<Selecting>(null)
  const [adding, setAdding] = useState<Span | null>(null)
  const [ruling, setRuling] = useState<RulingOn['kind'] | null>(null)
  // The incident that holds what is discussed: that of the claim chosen, else the one that the report is read for.
  const telling =
    report?.incidents.find(own => chosen && own.claims.includes(chosen.id)) ?? report?.incidents[0]
  const about = chosen && telling ? `${id}/${telling.id}` : (incident ?? (telling && `${id}/${telling.id}`))
  const discussed = useQuery({...incidentQuery(about ?? ''), enabled: about !== undefined, retry: false})
  const held = discussed.isSuccess ? (discussed.data.value as LinkedIncident) : undefined
  const ruled = chosen && held?.claims.find(({key}) => key === `${id}/${chosen.id}`)
  const addClaim = () => {
    const span = selecting.current?.span()
    if (span) setAdding(span)
    else say(t('reader.select.first'))
  }

  const go = (change: Partial<{claim: string | undefined; tab: typeof tab}>) =>
    void navigate({to: '.', search: former => ({...former, ...change}), replace: true})
  const choose = (claim: Claim | undefined) => claim && go({claim: claim.id})
  const step = (by: number) => () => {
    const at = rows.findIndex(row => row.id === id)
    const next = rows[at < 0 ? 0 : at + by]
    if (next) void navigate({to: '/reports/$id', params: {id: next.id}, search: {incident, text}})
  }
  const stepClaim = (by: number) => () =>
    choose(claims[chosen ? claims.indexOf(chosen) + by : by > 0 ? 0 : -1])
  useKeys('reports', {
    next: step(1),
    previous: step(-1),
    nextClaim: stepClaim(1),
    previousClaim: stepClaim(-1),
    incident: incident
      ? () => void navigate({to: '/incidents/$id', params: {id: incident}, search: {}})
      : undefined,
    select: tab === 'text' ? () => selecting.current?.byKeys() : undefined,
    claim: report && tab === 'text' ? addClaim : undefined,
    reject: ruled ? () => setRuling('reject') : undefined,
    correct: ruled ? () => setRuling('correct') : undefined,
    text: () => go({tab: 'text'}),
    page: () => go({tab: 'page'}),
    capture: () => go({tab: 'capture'}),
    search: () => searchBox.current?.focus(),
    back: () =>
      chosen
        ? go({claim: undefined})
        : incident
          ? void navigate({to: '/incidents/$id', params: {id: incident}, search: {}})
          : void navigate({to: '/reports'})
  })

  if (all.isError) return <ProblemNote error={all.error} onAgain={() => void all.refetch()} />
  if (all.isSuccess && total === 0 && !text && !id) return <StartScreen />
  return (
    <>
      <Panes
        name="reader"
        widths={{list: 200, evidence: 420}}
        focus={id ? 'work' : 'list'}
        labels={{list: t('screen.reports'), work: t('reader.text')}}
        list={
          <ReportList
            rows={rows}
            total={total}
            chosen={id ?? null}
            incident={incident}
            text={text}
            searchBox={searchBox}
            onEnd={() => all.hasNextPage && !all.isFetchingNextPage && void all.fetchNextPage()}
          />
        }
        work={
          read.isError ? (
            <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
          ) : report ? (
            <Tabs
              selectedKey={tab}
              onSelectionChange={key => go({tab: key as typeof tab})}
              className="flex min-h-full flex-col"
            >
              <Head report={report} />
              <TabPanel id="text" className="flex grow flex-col bg-surface -outline-offset-2">
                <ReportText
                  key={report.report.id}
                  report={report}
                  chosen={chosen}
                  pointed={pointed}
                  onChoose={choose}
                  onPoint={setPointed}
                  selecting={selecting}
                />
                <Legend />
              </TabPanel>
              <TabPanel id="page" className="flex grow flex-col bg-surface">
                <CapturedPage report={report.report.id} />
              </TabPanel>
              <TabPanel id="capture" className="grow bg-surface">
                <CaptureFacts report={report.report.id} />
              </TabPanel>
            </Tabs>
          ) : (
            <EmptyState title={t(id ? 'frame.reading' : 'reader.choose')} />
          )
        }
        evidence={
          report && (
            <ClaimList
              report={report}
              claims={claims}
              chosen={chosen}
              pointed={pointed}
              incident={incident}
              onChoose={choose}
              onPoint={setPointed}
              onRule={ruled ? setRuling : undefined}
              onAdd={addClaim}
            />
          )
        }
      />
      {adding && report && (
        <Suspense>
          <ClaimDialog
            report={report}
            span={adding}
            incident={held}
            onClose={() => setAdding(null)}
            onAdded={claim => go({claim})}
          />
        </Suspense>
      )}
      {ruling && ruled && held && (
        <Suspense>
          <RulingDialog
            ruling={{kind: ruling, on: [ruled.key], claim: ruled}}
            incident={held}
            etag={discussed.data!.etag}
            onClose={() => setRuling(null)}
          />
        </Suspense>
      )}
    </>
  )
}

const tabs = ['text', 'page', 'capture'] as const
const needs = (key: Key) => key.needs

function Head({report: {report}}: {readonly report: CodedReport}) {
  const {t, day} = useWords()
  const may = useMay()
  const keys = screenKeys.reports
  return (
    <header className="sticky top-0 z-3 border-b border-line-2 bg-surface px-3 pt-2">
      <h1 className="text-h3 leading-tight">
        <Bidi>{report.outlet?.name ?? report.id}</Bidi>{' '}
        <span className="font-normal text-ink-3">
          {report.title ? <Bidi>{report.title}</Bidi> : t('reader.noTitle')}
        </span>
      </h1>
      <p className="flex flex-wrap items-baseline gap-x-4 text-small text-ink-2">
        <span>
          {report.publishedOn ? t('reader.published', {day: day(report.publishedOn)}) : t('reader.notDated')}
        </span>
        {report.dateline?.place && <span>{t('reader.filedFrom', {place: report.dateline.place})}</span>}
        <LanguageChip language={report.language} />
        <span title={report.sha256}>
          SHA-256{' '}
          <span className="id">
            {report.sha256.slice(0, 7)}…{report.sha256.slice(-6)}
          </span>
        </span>
        {report.url && <span className="id truncate">{report.url}</span>}
      </p>
      <TabList className="tabs static! border-0! px-0!" aria-label={t('pane.work')}>
        {tabs
          .filter(name => may(needs(keys[name])))
          .map(name => (
            <Tab key={name} id={name} className="tab">
              {t(`reader.${name}`)} <Keycap shows={keys[name]} />
            </Tab>
          ))}
      </TabList>
    </header>
  )
}

function Legend() {
  const {t} = useWords()
  return (
    <p className="legend sticky bottom-0 mt-auto flex flex-wrap gap-x-5 border-t border-line bg-raised px-3 py-1.5 text-small text-ink-2">
      {underlines.map(name => (
        <i key={name} className={name}>
          {t(`reader.legend.${name}`)}
        </i>
      ))}
    </p>
  )
}
