/** Discarding reports: why they do not count, and what that would change, before it is done. */
import {useQuery} from '@tanstack/react-query'
import {useState} from 'react'
import {type Draft, previewRuling} from '../../app/rulings.ts'
import {useWords} from '../../app/settings.tsx'
import {Field} from '../../parts/field.tsx'
import {FormDialog} from '../../parts/form-dialog.tsx'
import {Previewed} from '../../parts/previewed.tsx'

const grounds = ['not-political-violence', 'satire', 'duplicate', 'wrong'] as const

interface Props {
  readonly reports: readonly string[]
  readonly onDiscard: (draft: Draft) => void
  readonly onClose: () => void
}

export function DiscardDialog({reports, onDiscard, onClose}: Props) {
  const {t} = useWords()
  const [ground, setGround] = useState<(typeof grounds)[number]>('not-political-violence')
  const [reason, setReason] = useState('')
  const draft: Draft = {kind: 'discard', on: [...reports], ground, reason: reason.trim() || null}
  const preview = useQuery({
    queryKey: ['preview', 'discard', reports],
    // What changes does not hang on the reason.
    queryFn: () => previewRuling({...draft, ground: 'wrong', reason: null}),
    staleTime: 0
  })
  return (
    <FormDialog
      title={t('inbox.discard.title', {n: reports.length})}
      action={t('inbox.discard.title', {n: reports.length})}
      isReady={true}
      onDo={() => onDiscard(draft)}
      onClose={onClose}
    >
      <p className="text-ink-2">{t('inbox.discard.what')}</p>
      <fieldset className="grid gap-1">
        <legend className="label mb-1">{t('inbox.discard.ground')}</legend>
        {grounds.map((name, i) => (
          <label key={name} className="flex items-center gap-2">
            <input
              type="radio"
              name="ground"
              className="min-h-0"
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to choose it
              autoFocus={i === 0}
              checked={ground === name}
              onChange={() => setGround(name)}
            />
            {t(`ground.${name}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('inbox.discard.reason')}>
        <input dir="auto" value={reason} maxLength={2000} onChange={({target}) => setReason(target.value)} />
      </Field>
      <Previewed preview={preview} most={20} />
    </FormDialog>
  )
}
