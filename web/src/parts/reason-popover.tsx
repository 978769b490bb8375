/** A value that says why it holds, on asking. */
import {lazy, type ReactNode, Suspense, useRef, useState} from 'react'
import {Button} from 'react-aria-components'

/** Loaded when it is asked for: what lays one thing over others is large. */
const Over = lazy(() => import('./over.tsx'))

export function ReasonPopover({
  label,
  children,
  reason
}: {
  readonly label: string
  readonly children: ReactNode
  readonly reason: ReactNode
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        className="underline decoration-dotted underline-offset-4"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        {children}
      </Button>
      <Suspense>
        {isOpen && (
          <Over label={label} button={button} onClose={() => setOpen(false)}>
            {reason}
          </Over>
        )}
      </Suspense>
    </>
  )
}
