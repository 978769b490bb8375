/** One incident: who it is about, what each rule makes of it, and who says what. */
import {useQuery} from '@tanstack/react-query'
import {useNavigate} from '@tanstack/react-router'
import {lazy, type ReactNode, Suspense, useMemo, useState} from 'react'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import {incidentQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {ExportButton} from '../../parts/export-button.tsx'
import {Days} from '../../parts/headline.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {ClaimMatrix} from './claim-matrix.tsx'
import {DossierButton} from './dossier-button.tsx'
import {EvidencePane} from './evidence-pane.tsx'
import {firstCell, type Matrix, matrixOf, rules, standingFirst} from './matrix.ts'
import {Relations} from './relations.tsx'
import {RuleSwitch} from './rule-switch.tsx'
import type {RulingOn} from './ruling-dialog.tsx'
import {useWorkbench} from './use-workbench.ts'

const CasualtyPlot = lazy(() => import('./casualty-plot.tsx'))
const Independence = lazy(() => import('./independence.tsx'))
const RulingDialog = lazy(async () => ({default: (await import('./ruling-dialog.tsx')).RulingDialog}))
const TimelineLanes = lazy(() => import('./timeline-lanes.tsx'))

interface Lists {
  readonly list: ReactNode
  /** The list folded, and how it is opened and closed. */
  readonly rail: {
    readonly content: ReactNode
    readonly isOpen: boolean
    readonly toggle: (isOpen: boolean) => void
  }
}

export function Workbench({list, rail}: Lists) {
  const {t} = useWords()
  const {id} = useWorkbench()
  const read = useQuery(incidentQuery(id))
  if (read.data)
    return <Read list={list} rail={rail} incident={read.data.value as LinkedIncident} etag={read.data.etag} />
  return (
    <Panes
      name="incidents"
      widths={{list: 230, evidence: 350}}
      focus="work"
      list={list}
      rail={rail}
      work={
        read.isError ? (
          <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
        ) : (
          <p className="p-3">{t('frame.reading')}</p>
        )
      }
      evidence={null}
    />
  )
}

function Read({
  list,
  rail,
  incident,
  etag
}: Lists & {
  readonly incident: LinkedIncident
  readonly etag: string
}) {
  const {t} = useWords()
  const {search, rule, go} = useWorkbench()
  const navigate = useNavigate()
  const [isUnfolded, setUnfolded] = useState(false)
  const [trying, setTrying] = useState<typeof rule | null>(null)
  const [ruling, setRuling] = useState<RulingOn | null>(null)
  const [focus, setFocus] = useState<'work' | 'evidence'>('work')
  const matrix = useMemo(() => matrixOf(incident, rule, isUnfolded), [incident, rule, isUnfolded])
  const at = cellAt(matrix, search)
  const values = standingFirst(at.row?.cells.get(at.account) ?? [])
  const value = values[0]

  const openRuling = (kind: RulingOn['kind']) => () =>
    value && setRuling({kind, on: value.claims.map(({key}) => key), claim: value.claim})
  const show = (tab: 'evidence' | 'why' | 'history') => () => {
    go({tab})
    setFocus('evidence')
  }
  const walk = (rows: number, columns: number) => () => {
    const row = matrix.rows.findIndex(({id}) => id === at.row?.id)
    const ids = ['assessed', ...matrix.columns.map(({id}) => id)]
    const isMirrored = document.documentElement.dir === 'rtl'
    const column = ids.indexOf(at.account) + (isMirrored ? -columns : columns)
    const next = matrix.rows[Math.min(matrix.rows.length - 1, Math.max(0, row + rows))]
    const account = ids[Math.min(ids.length - 1, Math.max(0, column))]
    if (next && account) go({row: next.id, account})
  }
  useKeys('incidents', {
    down: walk(1, 0),
    up: walk(-1, 0),
    forward: walk(0, 1),
    backward: walk(0, -1),
    evidence: show('evidence'),
    why: show('why'),
    history: show('history'),
    unfold: () => setUnfolded(was => !was),
    list: () => rail.toggle(!rail.isOpen),
    read: value
      ? () =>
          void navigate({
            to: '/reports/$id',
            params: {id: value.claim.report},
            search: {claim: value.claim.id, incident: incident.id}
          })
      : undefined,
    prefer: openRuling('prefer'),
    reject: openRuling('reject'),
    correct: openRuling('correct'),
    rule: () => setTrying(rules[(rules.indexOf(trying ?? rule) + 1) % rules.length] ?? null),
    back: () =>
      rail.isOpen
        ? rail.toggle(false)
        : trying
          ? setTrying(null)
          : focus === 'evidence'
            ? setFocus('work')
            : void navigate({to: '/incidents'})
  })
  return (
    <>
      <Panes
        name="incidents"
        widths={{list: 230, evidence: 350}}
        focus={focus}
        list={list}
        rail={rail}
        work={
          <>
            <Head incident={incident}>
              <span className="ms-auto flex flex-wrap items-center gap-2">
                <DossierButton incident={incident.id} rule={rule} />
                <ExportButton>{t('export.short')}</ExportButton>
              </span>
              <RuleSwitch incident={incident} rule={rule} trying={trying} onTry={setTrying} />
            </Head>
            <ClaimMatrix
              incident={incident}
              matrix={matrix}
              rule={rule}
              at={{row: at.row?.id ?? '', account: at.account}}
              isUnfolded={isUnfolded}
              onUnfold={() => setUnfolded(was => !was)}
              onCell={(row, account) => {
                go({row, account})
                setFocus('evidence')
              }}
            />
            <Suspense>
              {Object.keys(incident.assessments.dateline ?? {}).map(outcome => (
                <CasualtyPlot
                  key={outcome}
                  incident={incident}
                  outcome={outcome}
                  onClaim={({claim}) => {
                    const account = incident.accounts.find(({claims}) => claims.includes(claim))
                    go({row: `figure.${outcome}`, account: account?.id, tab: 'evidence'})
                    setFocus('evidence')
                  }}
                />
              ))}
              <TimelineLanes incident={incident} />
              <Independence incident={incident} />
            </Suspense>
          </>
        }
        evidence={
          <EvidencePane
            incident={incident}
            row={at.row}
            account={at.account}
            columns={matrix.columns}
            values={values}
            rule={rule}
            tab={search.tab ?? (at.account === 'assessed' ? 'why' : 'evidence')}
            onTab={tab => go({tab})}
            onRuling={setRuling}
          />
        }
      />
      <Suspense>
        {ruling && (
          <RulingDialog ruling={ruling} incident={incident} etag={etag} onClose={() => setRuling(null)} />
        )}
      </Suspense>
    </>
  )
}

/** The cell that the URL names, where it is still there; else the first that is contested. */
function cellAt(matrix: Matrix, {row, account}: {row?: string | undefined; account?: string | undefined}) {
  const first = firstCell(matrix)
  const named = matrix.rows.find(({id}) => id === row)
  // An account that was folded is found in the column that holds it now.
  const column =
    account === 'assessed'
      ? account
      : matrix.columns.find(({id, accounts}) => id === account || accounts.some(own => own.id === account))
          ?.id
  return {
    row: named ?? matrix.rows.find(({id}) => id === first.row),
    account: column ?? (named ? 'assessed' : first.account)
  }
}

function Head({incident, children}: {readonly incident: LinkedIncident; readonly children: ReactNode}) {
  const {t, label} = useWords()
  const {type, place, when, reports, accounts} = incident
  const languages = [...new Set(reports.map(({language}) => language))]
  return (
    <header className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line-2 bg-surface px-3 py-2">
      <div>
        <h1 className="text-h3 leading-tight">
          {label('type', type)}
          {' · '}
          {place ? <Bidi>{place.name}</Bidi> : t('value.noPlace')}
        </h1>
        <p className="flex flex-wrap items-baseline gap-x-3 text-small text-ink-2">
          <Days {...when} />
          <span>{t('value.reports', {n: reports.length})}</span>
          <span>{t('value.accounts', {n: accounts.length})}</span>
          <span className="flex gap-1">
            {languages.map(language => (
              <LanguageChip key={language} language={language} />
            ))}
          </span>
        </p>
        <Relations incident={incident} />
      </div>
      {children}
    </header>
  )
}
