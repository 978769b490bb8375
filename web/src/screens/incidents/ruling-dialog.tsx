/** A ruling about the claims of a cell: what it would change is shown before it is made. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useDeferredValue, useState} from 'react'
import type {LinkedIncident, ReportedClaim} from '../../../../src/model/assessment.ts'
import {ProblemFailure} from '../../app/client.ts'
import {refresh} from '../../app/live.ts'
import {useNotes} from '../../app/notes.tsx'
import {incidentQuery} from '../../app/queries.ts'
import {type Draft, makeRuling, previewRuling} from '../../app/rulings.ts'
import {useWords} from '../../app/settings.tsx'
import {Words} from '../../parts/bidi.tsx'
import {FigureChanges} from '../../parts/changes.tsx'
import {certainties, polarities, realities} from '../../parts/claim-values.ts'
import {Field} from '../../parts/field.tsx'
import {FormDialog, StaleNote} from '../../parts/form-dialog.tsx'
import {Previewed} from '../../parts/previewed.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Select} from '../../parts/select.tsx'

export interface RulingOn {
  readonly kind: 'prefer' | 'reject' | 'correct'
  /** Keys of the claims. */
  readonly on: readonly string[]
  /** Stands for them. */
  readonly claim: ReportedClaim
}

interface Props {
  readonly ruling: RulingOn
  readonly incident: LinkedIncident
  readonly etag: string
  readonly onClose: () => void
}

export function RulingDialog({ruling: {kind, on, claim}, incident, etag, onClose}: Props) {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [correction, setCorrection] = useState<Draft['correction']>({})
  // As the person saw it: kept when live updates bring another.
  const [seen, setSeen] = useState({incident, etag})
  const draft: Draft = {
    kind,
    on: [...on],
    reason: reason.trim() || null,
    ...(kind === 'correct' && {correction})
  }
  const asked = useDeferredValue(JSON.stringify(correction))
  const isEmpty = kind === 'correct' && Object.keys(correction ?? {}).length === 0
  const preview = useQuery({
    queryKey: ['preview', kind, on, asked, seen.etag],
    // What changes does not hang on the reason, which a rejection needs all the same.
    queryFn: () => previewRuling({...draft, reason: draft.reason ?? '…'}),
    enabled: !isEmpty,
    staleTime: 0
  })
  const save = useMutation({
    mutationFn: () => makeRuling(draft, {incident: seen.incident.id, etag: seen.etag}),
    onSuccess: ({changes}) => {
      refresh(queries, [incident.id, ...changes.map(({id}) => id)])
      say(t('incidents.ruling.done', {what: t(`ruling.${kind}`), n: changes.length}))
      onClose()
    }
  })
  const isStale = save.error instanceof ProblemFailure && save.error.problem.status === 412
  const lookAgain = async () => {
    const now = await queries.fetchQuery({...incidentQuery(incident.id), staleTime: 0})
    setSeen({incident: now.value as LinkedIncident, etag: now.etag})
    save.reset()
  }
  const isReady = !isEmpty && !(kind === 'reject' && !reason.trim()) && preview.isSuccess && !save.isPending
  return (
    <FormDialog
      title={t(`incidents.ruling.${kind}`)}
      action={t('incidents.ruling.save')}
      isReady={isReady && !isStale}
      onDo={() => save.mutate()}
      onClose={onClose}
    >
      <p>
        <mark>
          <Words>{claim.quote.text}</Words>
        </mark>
      </p>
      <p className="text-ink-2">{t(`incidents.ruling.${kind}.what`)}</p>
      {kind === 'correct' && <Correcting claim={claim} onChange={setCorrection} />}
      <Field label={t('incidents.ruling.reason')}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write it
          autoFocus={kind !== 'correct'}
          dir="auto"
          value={reason}
          maxLength={2000}
          required={kind === 'reject'}
          onChange={({target}) => setReason(target.value)}
        />
      </Field>
      <Previewed preview={preview} />
      {isStale ? (
        <Stale seen={seen.incident} onAgain={() => void lookAgain()} />
      ) : (
        save.isError && <ProblemNote error={save.error} />
      )}
    </FormDialog>
  )
}

/** Somebody was faster: what they changed, and the question anew. */
function Stale({seen, onAgain}: {readonly seen: LinkedIncident; readonly onAgain: () => void}) {
  const {t} = useWords()
  const now = useQuery({...incidentQuery(seen.id), staleTime: 0})
  const [was, is] = [seen.assessments.dateline ?? {}, now.data?.value.assessments.dateline ?? {}]
  const isOfFigures = JSON.stringify(was) !== JSON.stringify(is)
  return (
    <StaleNote title={t('incidents.ruling.stale')} again={t('incidents.ruling.again')} onAgain={onAgain}>
      <p>{t('incidents.ruling.stale.what')}</p>
      {now.isSuccess &&
        (isOfFigures ? (
          <FigureChanges before={was} after={is} />
        ) : (
          <p>{t('incidents.ruling.stale.otherwise')}</p>
        ))}
    </StaleNote>
  )
}

/** Values as they were read, to be set otherwise; what stays as read is no correction. */
function Correcting({
  claim,
  onChange
}: {
  readonly claim: ReportedClaim
  readonly onChange: (correction: NonNullable<Draft['correction']>) => void
}) {
  const {t} = useWords()
  const count = (claim.casualties ?? claim.crowd ?? claim.damage)?.count
  const [values, setValues] = useState({
    min: `${count?.min ?? ''}`,
    max: `${count?.max ?? ''}`,
    polarity: claim.polarity,
    realis: claim.realis,
    certainty: claim.certainty
  })
  const set = (change: Partial<typeof values>) => {
    const next = {...values, ...change}
    setValues(next)
    const max = next.max === '' ? null : Number(next.max)
    onChange({
      ...(next.min !== '' && Number(next.min) !== count?.min && {min: Number(next.min)}),
      ...(count && max !== count.max && {max}),
      ...(next.polarity !== claim.polarity && {polarity: next.polarity}),
      ...(next.realis !== claim.realis && {realis: next.realis}),
      ...(next.certainty !== claim.certainty && {certainty: next.certainty})
    })
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      {claim.casualties && (
        <>
          <Field label={t('incidents.ruling.atLeast')}>
            <input
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write it
              autoFocus
              type="number"
              min={0}
              value={values.min}
              onChange={({target}) => set({min: target.value})}
            />
          </Field>
          <Field label={t('incidents.ruling.atMost')}>
            <input
              type="number"
              min={Number(values.min) || 0}
              value={values.max}
              onChange={({target}) => set({max: target.value})}
            />
          </Field>
        </>
      )}
      <Field label={t('incidents.ruling.polarity')}>
        <Select
          value={values.polarity}
          of={polarities}
          name={name => t(`polarity.${name}`)}
          onChoose={polarity => set({polarity})}
        />
      </Field>
      <Field label={t('incidents.ruling.realis')}>
        <Select
          value={values.realis}
          of={realities}
          name={name => t(`realis.${name}`)}
          onChoose={realis => set({realis})}
        />
      </Field>
      <Field label={t('incidents.ruling.certainty')}>
        <Select
          value={values.certainty}
          of={certainties}
          name={name => t(`certainty.${name}`)}
          onChoose={certainty => set({certainty})}
        />
      </Field>
    </div>
  )
}
