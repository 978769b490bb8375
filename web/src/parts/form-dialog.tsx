/** What asks before something is done: a window with its title, what is to be said, and the two ways out of it. */
import type {ReactNode} from 'react'
import {Dialog, Heading, Modal, ModalOverlay} from 'react-aria-components'
import {useWords} from '../app/settings.tsx'

interface FormProps {
  readonly title?: ReactNode
  /** What is done, as its button says. */
  readonly action: ReactNode
  readonly isReady: boolean
  readonly onDo: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** `label`: its name for who does not see it, where it has no title yet. */
export function Window({
  label,
  onClose,
  children
}: {
  readonly label?: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={isOpen => isOpen || onClose()}>
      <Modal className="window">
        <Dialog className="grid gap-3 outline-none" {...(label && {'aria-label': label})}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

export function FormDialog(props: FormProps) {
  return (
    <Window onClose={props.onClose}>
      <DialogForm {...props} />
    </Window>
  )
}

/** In a window that is there already. */
export function DialogForm({title, action, isReady, onDo, onClose, children}: FormProps) {
  const {t} = useWords()
  return (
    <form
      className="grid gap-3"
      onSubmit={event => {
        event.preventDefault()
        if (isReady) onDo()
      }}
      onKeyDown={event => {
        // In a list of choices the browser does nothing with it.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
        event.preventDefault()
        event.currentTarget.requestSubmit()
      }}
    >
      {title && (
        <Heading slot="title" className="text-h3">
          {title}
        </Heading>
      )}
      {children}
      <p className="flex justify-end gap-2">
        <button type="button" className="btn" onClick={onClose}>
          {t('frame.cancel')} <kbd>Esc</kbd>
        </button>
        <button type="submit" className="btn primary" disabled={!isReady}>
          {action} <kbd>↵</kbd>
        </button>
      </p>
    </form>
  )
}

/** Somebody was faster: what they changed, and the question anew. */
export function StaleNote({
  title,
  children,
  again,
  onAgain
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly again: string
  readonly onAgain: () => void
}) {
  return (
    <section role="alert" className="grid gap-1 border border-contest bg-contest-bg p-3">
      <b>{title}</b>
      {children}
      <button type="button" className="btn justify-self-start" onClick={onAgain}>
        {again}
      </button>
    </section>
  )
}
