/** A value that says why it holds, on asking. */
import type {ReactNode} from 'react'
import {Button, Dialog, DialogTrigger, Popover} from 'react-aria-components'

export function ReasonPopover({
  label,
  children,
  reason
}: {
  readonly label: string
  readonly children: ReactNode
  readonly reason: ReactNode
}) {
  return (
    <DialogTrigger>
      <Button className="underline decoration-dotted underline-offset-4" aria-label={label}>
        {children}
      </Button>
      <Popover className="max-h-96 w-80 overflow-auto border border-edge bg-raised p-3 text-small shadow-over">
        <Dialog aria-label={label}>{reason}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}
