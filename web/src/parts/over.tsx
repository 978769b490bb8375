/** What is laid over the page beside the button that asked for it. */
import type {ReactNode, RefObject} from 'react'
import {Dialog, Popover} from 'react-aria-components'

export default function Over({
  label,
  button,
  onClose,
  children
}: {
  readonly label: string
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <Popover
      className="max-h-96 w-80 overflow-auto border border-edge bg-raised p-3 text-small shadow-over"
      triggerRef={button}
      isOpen
      onOpenChange={isOpen => isOpen || onClose()}
    >
      <Dialog aria-label={label}>{children}</Dialog>
    </Popover>
  )
}
