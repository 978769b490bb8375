/** Opens the export of what the screen shows; absent where whoever works here may take nothing out. */
import type {ReactNode} from 'react'
import {Button} from 'react-aria-components'
import {useExport} from '../app/export-context.ts'
import {globalKeys} from '../app/keys.ts'
import {useMay} from '../app/rights.ts'
import {KeyedButton} from './keycap.tsx'

export function ExportButton({
  incidents = [],
  isPlain = false,
  children
}: {
  /** Only these. */
  readonly incidents?: readonly string[]
  /** Where there is little room: without its key. */
  readonly isPlain?: boolean
  readonly children: ReactNode
}) {
  const open = useExport()
  const may = useMay()
  if (!may(globalKeys.export.needs)) return null
  if (isPlain)
    return (
      <Button className="min-h-6 underline" onPress={() => open(incidents)}>
        {children}
      </Button>
    )
  return (
    <KeyedButton shows={globalKeys.export} onPress={() => open(incidents)}>
      {children}
    </KeyedButton>
  )
}
