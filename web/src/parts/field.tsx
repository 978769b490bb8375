/** A control under its name; beside the name a note, and a line of help below. */
import type {ReactNode} from 'react'

export function Field({
  label,
  note,
  help,
  children
}: {
  readonly label: string
  readonly note?: string | undefined
  readonly help?: string
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is given
    <label className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1">
      <span className="label flex justify-between gap-3">
        {label} {note && <span className="font-normal text-ink-3">{note}</span>}
      </span>
      {children}
      {help && <span className="text-small text-ink-3">{help}</span>}
    </label>
  )
}
