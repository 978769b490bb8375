/** A claim that was not read, over the words selected: what it would change is shown before it is added. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useDeferredValue, useState} from 'react'
import {types} from '../../../../src/messages/en/types.ts'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import type {CodedReport} from '../../../../src/model/contract.ts'
import type {Span} from '../../../../src/model/span.ts'
import {answer, api} from '../../app/client.ts'
import {refresh} from '../../app/live.ts'
import {useNotes} from '../../app/notes.tsx'
import {type Draft, previewRuling} from '../../app/rulings.ts'
import {useWords} from '../../app/settings.tsx'
import {Words} from '../../parts/bidi.tsx'
import {certainties, groups, outcomes, polarities, realities, speakerKinds} from '../../parts/claim-values.ts'
import {Field} from '../../parts/field.tsx'
import {FormDialog} from '../../parts/form-dialog.tsx'
import {Previewed} from '../../parts/previewed.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Select} from '../../parts/select.tsx'
import {draftOf, type Entry, voicesIn} from './claim-entry.ts'

const abouts = ['casualties', 'event', 'crowd'] as const
const typeIds = Object.keys(types).map(key => key.replace('type.', ''))

interface Props {
  readonly report: CodedReport
  readonly span: Span
  /** The incident under discussion, where there is one. */
  readonly incident: LinkedIncident | undefined
  readonly onClose: () => void
  readonly onAdded: (claim: string) => void
}

export function ClaimDialog({report, span, incident, onClose, onAdded}: Props) {
  const {t, label, day} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const own = incident?.members.find(member => member.report === report.report.id)?.incident
  const [entry, setEntry] = useState<Entry>({
    about: 'casualties',
    outcome: 'killed',
    group: 'people',
    min: '',
    max: '',
    isOpen: false,
    type: report.incidents[0]?.type ?? incident?.type ?? '',
    day: report.report.publishedOn ?? '',
    voice: 'outlet',
    words: '',
    kind: 'official',
    certainty: 'certain',
    polarity: 'affirmed',
    realis: 'happened',
    telling: own ?? report.incidents[0]?.id ?? '',
    reason: ''
  })
  const set = (change: Partial<Entry>) => setEntry(former => ({...former, ...change}))
  const voices = voicesIn(report, incident)
  const founds = report.incidents.length === 0 && !incident
  const draft = draftOf(entry, {report, span, incident, voices, founds})
  const asked = useDeferredValue(JSON.stringify(draft && {...draft, reason: null}))
  const preview = useQuery({
    queryKey: ['preview', 'add', asked],
    queryFn: () => previewRuling(JSON.parse(asked) as Draft),
    enabled: draft !== null && asked !== 'null',
    staleTime: 0,
    retry: false
  })
  const save = useMutation({
    mutationFn: () => answer(api.rulings.$post({json: draft!, header: {}})),
    onSuccess: ({ruling, changes}) => {
      refresh(
        queries,
        changes.map(({id}) => id)
      )
      say(t('incidents.ruling.done', {what: t('ruling.add'), n: changes.length}))
      onAdded(`p${ruling.id}`)
      onClose()
    }
  })
  const isReady = draft !== null && preview.isSuccess && !save.isPending
  return (
    <FormDialog
      title={t('reader.key.claim')}
      action={t('reader.claim.add')}
      isReady={isReady}
      onDo={() => save.mutate()}
      onClose={onClose}
    >
      <p className="max-h-32 overflow-auto">
        <mark>
          <Words>{report.report.text.slice(span.from, span.to)}</Words>
        </mark>
      </p>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field label={t('reader.claim.about')}>
          <Select
            autoFocus
            value={entry.about}
            of={abouts}
            name={about => t(`about.${about}`)}
            onChoose={about => set({about})}
          />
        </Field>
        {entry.about === 'casualties' && (
          <Field label={t('reader.claim.outcome')}>
            <Select
              value={entry.outcome}
              of={outcomes}
              name={outcome => label('outcome', outcome)}
              onChoose={outcome => set({outcome})}
            />
          </Field>
        )}
        {(entry.about === 'event' || founds) && (
          <Field label={t('fact.what')}>
            <Select
              required
              value={entry.type}
              of={['', ...typeIds]}
              name={type => (type === '' ? '' : label('type', type))}
              onChoose={type => set({type})}
            />
          </Field>
        )}
        {founds && (
          <Field label={t('fact.when')}>
            <input type="date" value={entry.day} onChange={({target}) => set({day: target.value})} />
          </Field>
        )}
        {entry.about !== 'event' && (
          <>
            <Field label={t('fact.who')}>
              <Select
                value={entry.group}
                of={groups}
                name={group => label('group', group)}
                onChoose={group => set({group})}
              />
            </Field>
            <Field label={t('reader.claim.atLeast')}>
              <input
                type="number"
                min={0}
                max={1e9}
                value={entry.min}
                required={entry.about === 'crowd'}
                onChange={({target}) => set({min: target.value})}
              />
            </Field>
            <Field label={t('reader.claim.atMost')}>
              <input
                type="number"
                min={Number(entry.min) || 0}
                max={1e9}
                value={entry.max}
                disabled={entry.isOpen || entry.min === ''}
                onChange={({target}) => set({max: target.value})}
              />
            </Field>
            <label className="flex items-center gap-2 self-end">
              <input
                type="checkbox"
                checked={entry.isOpen}
                disabled={entry.min === ''}
                onChange={({target}) => set({isOpen: target.checked})}
              />
              {t('reader.claim.orMore')}
            </label>
          </>
        )}
        <Field label={t('reader.claim.voice')}>
          <select value={entry.voice} onChange={({target}) => set({voice: target.value})}>
            <option value="outlet">
              {t('reader.claim.outlet', {outlet: report.report.outlet?.name ?? report.report.id})}
            </option>
            {voices.map(({id, source, account}) => (
              <option key={id} value={id} dir="auto">
                {account ? t('reader.claim.account', {origin: source}) : source}
              </option>
            ))}
            <option value="other">{t('reader.claim.other')}</option>
          </select>
        </Field>
        {entry.voice === 'other' && (
          <>
            <Field label={t('reader.claim.source')}>
              <input
                dir="auto"
                required
                maxLength={300}
                value={entry.words}
                onChange={({target}) => set({words: target.value})}
              />
            </Field>
            <Field label={t('reader.claim.kind')}>
              <Select
                value={entry.kind}
                of={speakerKinds}
                name={kind => t(`speaker.${kind}`)}
                onChoose={kind => set({kind})}
              />
            </Field>
          </>
        )}
        <Field label={t('incidents.ruling.certainty')}>
          <Select
            value={entry.certainty}
            of={certainties}
            name={name => t(`certainty.${name}`)}
            onChoose={certainty => set({certainty})}
          />
        </Field>
        <Field label={t('incidents.ruling.polarity')}>
          <Select
            value={entry.polarity}
            of={polarities}
            name={name => t(`polarity.${name}`)}
            onChoose={polarity => set({polarity})}
          />
        </Field>
        <Field label={t('incidents.ruling.realis')}>
          <Select
            value={entry.realis}
            of={realities}
            name={name => t(`realis.${name}`)}
            onChoose={realis => set({realis})}
          />
        </Field>
        {report.incidents.length > 1 && (
          <Field label={t('reader.claim.telling')}>
            <select value={entry.telling} onChange={({target}) => set({telling: target.value})}>
              {report.incidents.map(({id, type, when}) => (
                <option key={id} value={id}>
                  {label('type', type)} · {day(when.from.slice(0, 10))}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field label={t('incidents.ruling.reason')}>
          <input
            dir="auto"
            maxLength={2000}
            value={entry.reason}
            onChange={({target}) => set({reason: target.value})}
          />
        </Field>
      </div>
      <Previewed preview={preview} />
      {save.isError && <ProblemNote error={save.error} />}
    </FormDialog>
  )
}
