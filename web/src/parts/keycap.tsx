/** Keys as they are drawn, and buttons that show theirs. Keys are never translated. */
import type {ReactNode} from 'react'
import {Button} from 'react-aria-components'
import type {Key} from '../app/keys.ts'
import {useMay} from '../app/rights.ts'

const drawn: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
  Mod: 'Ctrl'
}

/** "Mod+k" as it is drawn: "Ctrl K". */
export function Keycap({shows}: {readonly shows: Key}) {
  const parts = shows.key.split(/(?<=.)[+ ]/).map(part => drawn[part] ?? part)
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a drawing of a key, which takes no focus
  return <kbd aria-hidden="true">{parts.join(' ')}</kbd>
}

/** Absent where its key needs what whoever works here may not do. */
export function KeyedButton({
  shows,
  onPress,
  primary = false,
  disabled = false,
  children
}: {
  readonly shows: Key
  readonly onPress: () => void
  readonly primary?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
}) {
  const may = useMay()
  if (!may(shows.needs)) return null
  return (
    <Button className={primary ? 'btn primary' : 'btn'} onPress={onPress} isDisabled={disabled}>
      {children} <Keycap shows={shows} />
    </Button>
  )
}
