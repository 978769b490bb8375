/** What must hold before an incident is public, and how long it waits then: set for the whole desk. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import type {GateSettings} from '../../../../src/model/publication.ts'
import {answer, api} from '../../app/client.ts'
import {useNotes} from '../../app/notes.tsx'
import {useWords} from '../../app/settings.tsx'
import {Field} from '../../parts/field.tsx'
import {DialogForm, Window} from '../../parts/form-dialog.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Select} from '../../parts/select.tsx'
import {gateQuery, refreshPublications} from './publish-queries.ts'

const exactness = ['site', 'town', 'area', 'admin1', 'country'] as const

export function GateDialog({onClose}: {readonly onClose: () => void}) {
  const gate = useQuery({...gateQuery, staleTime: 0})
  return (
    <Window onClose={onClose}>
      {gate.isError && <ProblemNote error={gate.error} />}
      {gate.data && (
        <Fields
          key={gate.data.etag}
          first={gate.data.value.settings}
          etag={gate.data.etag}
          onClose={onClose}
        />
      )}
    </Window>
  )
}

function Fields({
  first,
  etag,
  onClose
}: {
  readonly first: GateSettings
  readonly etag: string
  readonly onClose: () => void
}) {
  const {t, label} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const [settings, setSettings] = useState(first)
  const [reason, setReason] = useState('')
  const set = (change: Partial<GateSettings>) => setSettings({...settings, ...change})
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.publications.gate.$put({
          json: {settings, reason: reason.trim() || null},
          header: {'if-match': etag}
        })
      ),
    onSuccess: () => {
      refreshPublications(queries)
      say(t('publish.said.gate'))
      onClose()
    }
  })
  const count = (key: 'origins' | 'delayHours' | 'correctionDelayHours', min: number, max: number) => (
    <Field label={t(`publish.gate.${key}`)}>
      <input
        type="number"
        min={min}
        max={max}
        required
        value={Number.isNaN(settings[key]) ? '' : settings[key]}
        onChange={({target}) => set({[key]: target.valueAsNumber})}
      />
    </Field>
  )
  const check = (key: 'secondReader' | 'redaction') => (
    <label className="flex items-baseline gap-2">
      <input
        type="checkbox"
        className="min-h-0"
        checked={settings[key]}
        onChange={({target}) => set({[key]: target.checked})}
      />
      {t(`publish.gate.${key}`)}
    </label>
  )
  return (
    <DialogForm
      title={t('publish.gate.set')}
      action={t('publish.gate.save')}
      isReady={!save.isPending}
      onDo={() => save.mutate()}
      onClose={onClose}
    >
      {count('origins', 1, 50)}
      <Field label={t('publish.gate.precision')}>
        <Select
          value={settings.precision}
          of={[...exactness, 'none']}
          name={id => (id === 'none' ? t('publish.gate.anyPlace') : label('precision', id))}
          onChoose={precision => set({precision})}
        />
      </Field>
      {check('secondReader')}
      {check('redaction')}
      {count('delayHours', 0, 8760)}
      {count('correctionDelayHours', 0, 8760)}
      <Field label={t('publish.gate.reason')}>
        <input dir="auto" value={reason} maxLength={2000} onChange={({target}) => setReason(target.value)} />
      </Field>
      {save.isError && <ProblemNote error={save.error} />}
    </DialogForm>
  )
}
