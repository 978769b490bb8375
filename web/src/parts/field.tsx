/** A control under its name. */
import type {ReactNode} from 'react'

export function Field({label, children}: {readonly label: string; readonly children: ReactNode}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is given
    <label className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <span className="label">{label}</span>
      {children}
    </label>
  )
}
