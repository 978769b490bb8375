/** Asks for a reason before something is done. */
import {type ReactNode, useState} from 'react'
import {useWords} from '../app/settings.tsx'
import {Field} from './field.tsx'
import {FormDialog} from './form-dialog.tsx'

export function ReasonDialog({
  title,
  children,
  action,
  onDo,
  onClose
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action: string
  readonly onDo: (reason: string) => void
  readonly onClose: () => void
}) {
  const {t} = useWords()
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={title}
      action={action}
      isReady={reason.trim() !== ''}
      onDo={() => onDo(reason.trim())}
      onClose={onClose}
    >
      {children}
      <Field label={t('incidents.ruling.reason')}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write it
          autoFocus
          dir="auto"
          required
          maxLength={500}
          value={reason}
          onChange={({target}) => setReason(target.value)}
        />
      </Field>
    </FormDialog>
  )
}
