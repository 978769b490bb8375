/** One tie of dependence in one incident: the words that show it, and what becomes of the incident where a person cuts or confirms it. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import {Heading} from 'react-aria-components'
import type {LinkedIncident, OriginEdge} from '../../../src/model/assessment.ts'
import {ProblemFailure} from '../app/client.ts'
import {refresh} from '../app/live.ts'
import {useNotes} from '../app/notes.tsx'
import {incidentQuery} from '../app/queries.ts'
import {useMay} from '../app/rights.ts'
import {makeRuling, previewRuling} from '../app/rulings.ts'
import {useWords} from '../app/settings.tsx'
import {Bidi, Words} from './bidi.tsx'
import {Field} from './field.tsx'
import {DialogForm, StaleNote, Window} from './form-dialog.tsx'
import {Previewed} from './previewed.tsx'
import {ProblemNote} from './problem-note.tsx'

export type TieOfIncident = Pick<OriginEdge, 'from' | 'to' | 'kind'> & {readonly incident: string}

export function TieDialog({tie, onClose}: {readonly tie: TieOfIncident; readonly onClose: () => void}) {
  const {t} = useWords()
  const read = useQuery(incidentQuery(tie.incident))
  return (
    <Window label={t('tie.who')} onClose={onClose}>
      {read.data ? (
        <Tie incident={read.data.value as LinkedIncident} etag={read.data.etag} tie={tie} onClose={onClose} />
      ) : read.isError ? (
        <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
      ) : (
        <p>{t('frame.reading')}</p>
      )}
    </Window>
  )
}

/** What a node is called: a report by its outlet. */
export function nodeName({origins}: Pick<LinkedIncident, 'origins'>, id: string): string {
  return origins.nodes.find(node => node.id === id)?.name ?? id
}

interface Read {
  readonly incident: LinkedIncident
  readonly etag: string
  readonly tie: TieOfIncident
  readonly onClose: () => void
}

function Tie({incident, etag, tie: {from, to, kind}, onClose}: Read) {
  const {t} = useWords()
  const may = useMay()
  // As the person saw it: kept when live updates bring another.
  const [seen, setSeen] = useState({incident, etag})
  const edge = seen.incident.origins.edges.find(
    own => own.from === from && own.to === to && own.kind === kind
  )
  const names = {from: nodeName(seen.incident, from), to: nodeName(seen.incident, to)}
  return (
    <>
      <Heading slot="title" className="text-h3">
        <Bidi>{names.from}</Bidi> {t(`tie.kind.${kind}`)} <Bidi>{names.to}</Bidi>
      </Heading>
      {!edge ? (
        <p>{t('tie.gone')}</p>
      ) : (
        <>
          {edge.ruled && (
            <p className={`tag justify-self-start ${edge.ruled.verdict === 'cut' ? 'deny' : ''}`}>
              {t(edge.ruled.verdict === 'cut' ? 'tie.cut' : 'tie.confirmed', {by: edge.ruled.by})}
              {edge.ruled.reason && (
                <>
                  : <Bidi>{edge.ruled.reason}</Bidi>
                </>
              )}
            </p>
          )}
          <Evidence incident={seen.incident} edge={edge} />
        </>
      )}
      {edge && may('rule') && (
        <Verdict
          key={seen.etag}
          incident={seen.incident}
          etag={seen.etag}
          edge={edge}
          onAgain={(now, tag) => setSeen({incident: now, etag: tag})}
          onClose={onClose}
        />
      )}
      {!(edge && may('rule')) && (
        <p className="flex justify-end">
          <button type="button" className="btn" onClick={onClose}>
            {t('frame.close')} <kbd>Esc</kbd>
          </button>
        </p>
      )}
    </>
  )
}

function Evidence({incident, edge}: {readonly incident: LinkedIncident; readonly edge: OriginEdge}) {
  const {t, day} = useWords()
  if (edge.evidence.length === 0) return <p className="text-ink-2">{t('tie.noWords')}</p>
  return (
    <ul className="grid max-h-[40dvh] gap-2 overflow-auto">
      {edge.evidence.map(({report, quote}) => {
        const source = incident.reports.find(({id}) => id === report)
        return (
          <li key={`${report} ${quote.from}`}>
            <p className="text-small text-ink-2">
              <Link to="/reports/$id" params={{id: report}} search={{incident: incident.id}}>
                <Bidi>{source?.outlet ?? report}</Bidi>
              </Link>{' '}
              {source?.publishedOn && day(source.publishedOn)}
            </p>
            <blockquote className="words" dir="auto">
              <Words lang={source?.language}>{quote.text}</Words>
            </blockquote>
          </li>
        )
      })}
    </ul>
  )
}

function Verdict({
  incident,
  etag,
  edge,
  onAgain,
  onClose
}: {
  readonly incident: LinkedIncident
  readonly etag: string
  readonly edge: OriginEdge
  readonly onAgain: (incident: LinkedIncident, etag: string) => void
  readonly onClose: () => void
}) {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const [kind, setKind] = useState<'cut' | 'confirm' | null>(null)
  const [reason, setReason] = useState('')
  const draft = {
    kind: kind ?? 'cut',
    on: [incident.id, edge.from, edge.kind, edge.to],
    reason: reason.trim() || null
  } as const
  const preview = useQuery({
    queryKey: ['preview', draft.kind, draft.on, etag],
    queryFn: () => previewRuling({...draft, on: [...draft.on], reason: null}),
    enabled: kind !== null,
    staleTime: 0
  })
  const save = useMutation({
    mutationFn: () => makeRuling({...draft, on: [...draft.on]}, {incident: incident.id, etag}),
    onSuccess: ({changes}) => {
      refresh(queries, [incident.id, ...changes.map(({id}) => id)])
      say(t('incidents.ruling.done', {what: t(`ruling.${draft.kind}`), n: changes.length}))
      onClose()
    }
  })
  const isStale = save.error instanceof ProblemFailure && save.error.problem.status === 412
  const lookAgain = async () => {
    const now = await queries.fetchQuery({...incidentQuery(incident.id), staleTime: 0})
    onAgain(now.value as LinkedIncident, now.etag)
  }
  const isReady = kind !== null && preview.isSuccess && !save.isPending && !isStale
  return (
    <div className="border-t border-line pt-3">
      <DialogForm
        action={t('incidents.ruling.save')}
        isReady={isReady}
        onDo={() => save.mutate()}
        onClose={onClose}
      >
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="sr-only">{t('sources.rule')}</legend>
          {(['cut', 'confirm'] as const).map(own => (
            <label key={own} className="flex items-center gap-1">
              <input
                type="radio"
                className="min-h-0"
                name="verdict"
                checked={kind === own}
                disabled={edge.ruled?.verdict === (own === 'cut' ? 'cut' : 'confirmed')}
                onChange={() => setKind(own)}
              />
              {t(own === 'cut' ? 'tie.doCut' : 'tie.doConfirm')}
            </label>
          ))}
        </fieldset>
        {kind && (
          <>
            <p className="text-ink-2">{t(kind === 'cut' ? 'tie.doCut.what' : 'tie.doConfirm.what')}</p>
            <Field label={t('incidents.ruling.reason')}>
              <input
                dir="auto"
                value={reason}
                maxLength={2000}
                onChange={({target}) => setReason(target.value)}
              />
            </Field>
          </>
        )}
        <Previewed preview={preview} />
        {save.isError && !isStale && <ProblemNote error={save.error} />}
        {isStale && (
          <StaleNote
            title={t('incidents.ruling.stale')}
            again={t('incidents.ruling.again')}
            onAgain={() => void lookAgain()}
          />
        )}
      </DialogForm>
    </div>
  )
}
