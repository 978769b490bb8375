/** Publishing, withdrawing, keeping, undoing, answering: each with what it means and the reason it needs. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import type {CorrectionRequest, PublicationEntry, PublicationStep} from '../../../../src/model/publication.ts'
import {answer, api, inPath, ProblemFailure} from '../../app/client.ts'
import {useNotes} from '../../app/notes.tsx'
import {useWords} from '../../app/settings.tsx'
import {Field} from '../../parts/field.tsx'
import {FormDialog, StaleNote} from '../../parts/form-dialog.tsx'
import {Headline} from '../../parts/headline.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Select} from '../../parts/select.tsx'
import {gateQuery, refreshPublications} from './publish-queries.ts'

export type Decision =
  | {readonly kind: 'publish' | 'withdraw' | 'keep'}
  | {readonly kind: 'undo'; readonly step: string}
  | {readonly kind: 'answer'; readonly request: CorrectionRequest}

interface Props {
  readonly decision: Decision
  /** As the person saw it; null for an answer from the list. */
  readonly seen: {readonly value: PublicationEntry; readonly etag: string} | null
  readonly onClose: () => void
}

type Outcome = NonNullable<PublicationStep['outcome']>
const outcomes: readonly Outcome[] = ['corrected', 'withdrawn', 'no-change', 'no-request']

export function DecisionDialog({decision, seen: now, onClose}: Props) {
  const {t, instant} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  // Kept when live updates bring another.
  const [seen, setSeen] = useState(now)
  const [reason, setReason] = useState('')
  const [override, setOverride] = useState('')
  const [outcome, setOutcome] = useState<Outcome>('corrected')
  const {kind} = decision
  const entry = seen?.value
  const isCorrection = (entry?.versions.length ?? 0) > 0
  const failing = kind === 'publish' ? (entry?.queued.conditions.filter(({passes}) => !passes) ?? []) : []
  const isReasonNeeded = kind === 'publish' ? isCorrection : kind !== 'undo' || isSeen(entry, decision)

  const save = useMutation({
    mutationFn: (): Promise<{step: PublicationStep}> => {
      const words = reason.trim()
      const id = entry?.queued.id ?? ''
      const asked = {param: {id: inPath(id)}, header: {'if-match': seen?.etag ?? ''}}
      if (decision.kind === 'publish')
        return answer(
          api.publications[':id'].publish.$post({
            ...asked,
            json: {note: words || null, override: failing.length ? override.trim() || null : null}
          })
        )
      if (decision.kind === 'undo')
        return answer(
          api.publications.steps[':id'].undo.$post({
            param: {id: inPath(decision.step)},
            json: {reason: words || null}
          })
        )
      if (decision.kind === 'answer')
        return answer(
          api['correction-requests'][':id'].answer.$post({
            param: {id: inPath(decision.request.id)},
            json: {outcome, reason: words}
          })
        )
      return answer(api.publications[':id'][decision.kind].$post({...asked, json: {reason: words}}))
    },
    onSuccess: ({step}) => {
      refreshPublications(queries)
      say(
        kind === 'publish'
          ? t('publish.said.publish', {at: instant(step.publicFrom!)})
          : kind === 'undo'
            ? t('publish.said.undo', {what: undoneName(entry, decision, t)})
            : t(`publish.said.${kind}`)
      )
      onClose()
    }
  })
  const isStale = save.error instanceof ProblemFailure && save.error.problem.status === 412
  const lookAgain = async (first: NonNullable<Props['seen']>) => {
    const queryKey = ['publication', first.value.queued.id]
    await queries.refetchQueries({queryKey})
    setSeen(queries.getQueryData<NonNullable<Props['seen']>>(queryKey) ?? first)
    save.reset()
  }
  const isReady =
    !(isReasonNeeded && !reason.trim()) &&
    !(failing.length && !override.trim()) &&
    !save.isPending &&
    !isStale
  const label =
    kind === 'publish'
      ? t(isCorrection ? 'publish.dialog.note' : 'publish.dialog.firstNote')
      : t(`publish.dialog.${kind}`)
  return (
    <FormDialog
      title={kind === 'publish' && isCorrection ? t('publish.do.correct') : t(`publish.do.${kind}`)}
      action={kind === 'publish' && isCorrection ? t('publish.do.correct') : t(`publish.do.${kind}`)}
      isReady={isReady}
      onDo={() => save.mutate()}
      onClose={onClose}
    >
      {decision.kind === 'answer' ? (
        <p dir="auto" className="max-h-40 overflow-auto whitespace-pre-wrap wrap-anywhere">
          {decision.request.text}
        </p>
      ) : (
        entry && (
          <p className="text-ink-2">
            <Headline {...entry.queued} />
            {decision.kind === 'undo' && <b className="block">{undoneName(entry, decision, t)}</b>}
          </p>
        )
      )}
      {kind === 'publish' && <Delay isCorrection={isCorrection} />}
      {kind === 'answer' && (
        <Field label={t('publish.outcome')}>
          <Select
            value={outcome}
            of={outcomes}
            name={name => t(`publish.outcome.${name}`)}
            onChoose={setOutcome}
          />
        </Field>
      )}
      <Field label={label} note={isReasonNeeded ? t('publish.dialog.needed') : undefined}>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write it
          autoFocus
          dir="auto"
          rows={3}
          value={reason}
          maxLength={2000}
          required={isReasonNeeded}
          onChange={({target}) => setReason(target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </Field>
      {failing.length > 0 && (
        <section className="grid gap-2 border border-edge p-3">
          <b>
            ✕ {t('publish.dialog.fails')}: {failing.map(({id}) => t(`publish.condition.${id}`)).join(', ')}
          </b>
          <Field label={t('publish.dialog.override')} note={t('publish.dialog.needed')}>
            <input
              dir="auto"
              value={override}
              maxLength={2000}
              required
              onChange={({target}) => setOverride(target.value)}
            />
          </Field>
        </section>
      )}
      {isStale && now ? (
        <StaleNote
          title={t('publish.dialog.stale')}
          again={t('publish.dialog.again')}
          onAgain={() => void lookAgain(now)}
        />
      ) : (
        save.isError && <ProblemNote error={save.error} />
      )}
    </FormDialog>
  )
}

function Delay({isCorrection}: {readonly isCorrection: boolean}) {
  const {t} = useWords()
  const gate = useQuery(gateQuery)
  const hours = gate.data?.value.settings[isCorrection ? 'correctionDelayHours' : 'delayHours']
  if (hours === undefined) return null
  return <p>{hours === 0 ? t('publish.dialog.atOnce') : t('publish.dialog.from', {n: hours})}</p>
}

/** Whether the public has seen what is undone, or would again. */
function isSeen(entry: PublicationEntry | undefined, decision: Decision): boolean {
  if (decision.kind !== 'undo' || !entry) return false
  const step = entry.steps.find(one => one.step.id === decision.step)?.step
  return (
    step?.kind === 'withdraw' ||
    (step?.kind === 'publish' && entry.versions.some(own => own.version === step.version))
  )
}

function undoneName(
  entry: PublicationEntry | undefined,
  decision: Decision,
  t: ReturnType<typeof useWords>['t']
): string {
  const step =
    decision.kind === 'undo' ? entry?.steps.find(one => one.step.id === decision.step)?.step : undefined
  return step ? t(`publish.step.${step.kind}`) : ''
}
