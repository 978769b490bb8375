/** Asks for a reason before something is done. */
import {type ReactNode, useState} from 'react'
import {Dialog, Heading, Modal, ModalOverlay} from 'react-aria-components'
import {useWords} from '../app/settings.tsx'

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
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={isOpen => isOpen || onClose()}>
      <Modal className="window">
        <Dialog className="outline-none">
          <form
            className="grid gap-3"
            onSubmit={event => {
              event.preventDefault()
              if (reason.trim()) onDo(reason.trim())
            }}
          >
            <Heading slot="title" className="text-h3">
              {title}
            </Heading>
            {children}
            <label className="grid gap-1">
              <span className="label">{t('incidents.ruling.reason')}</span>
              <input
                autoFocus
                dir="auto"
                required
                maxLength={500}
                value={reason}
                onChange={({target}) => setReason(target.value)}
              />
            </label>
            <p className="flex justify-end gap-2">
              <button type="button" className="btn" onClick={onClose}>
                {t('frame.cancel')} <kbd>Esc</kbd>
              </button>
              <button type="submit" className="btn primary" disabled={!reason.trim()}>
                {action} <kbd>↵</kbd>
              </button>
            </p>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
