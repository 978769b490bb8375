/** The last thing that happened, in the foot, and read aloud. */
import {createContext, type ReactNode, use, useMemo, useState} from 'react'

export interface Notes {
  readonly last: string | null
  /** Says it until the next is said. */
  say(text: string): void
}

const NotesContext = createContext<Notes>({last: null, say: () => {}})

export function NotesProvider({children}: {readonly children: ReactNode}) {
  const [last, say] = useState<string | null>(null)
  const notes = useMemo(() => ({last, say}), [last])
  return <NotesContext value={notes}>{children}</NotesContext>
}

export const useNotes = () => use(NotesContext)
