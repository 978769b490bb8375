/** Rulings of the inbox: each one step, refused where somebody else has decided about a report meanwhile. */
import {useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import type {InboxRow} from '../../../../src/model/inbox.ts'
import {answer, api, inPath, ProblemFailure} from '../../app/client.ts'
import {refresh} from '../../app/live.ts'
import {useNotes} from '../../app/notes.tsx'
import type {Draft} from '../../app/rulings.ts'

/** Of each report the ruling that decided about it, as it was seen; null: nobody had. */
export type Seen = Readonly<Record<string, string | null>>

export function seenOf(rows: readonly InboxRow[]): Seen {
  return Object.fromEntries(rows.map(({id, decision}) => [id, decision?.ruling ?? null]))
}

export interface Deciding {
  /** Reports that are being ruled on: they are out of sight at once. */
  readonly pending: ReadonlySet<string>
  /** What went wrong last. */
  readonly failure: unknown
  decide(draft: Draft, seen: Seen, said: string): Promise<void>
  takeBack(ruling: string): Promise<void>
  forget(): void
}

export function useDecide(): Deciding {
  const queries = useQueryClient()
  const {say} = useNotes()
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<unknown>(null)
  const read = async (changed: readonly string[]) => {
    refresh(queries, changed)
    await queries.refetchQueries({queryKey: ['inbox'], type: 'active'})
  }

  async function decide(draft: Draft, seen: Seen, said: string) {
    const ids = Object.keys(seen)
    setFailure(null)
    setPending(former => new Set([...former, ...ids]))
    try {
      const {changes} = await answer(
        api.rulings.$post({json: {...draft, decided: seen, preview: false}, header: {}})
      )
      say(said)
      await read(changes.map(({id}) => id))
    } catch (error) {
      setFailure(error)
      if (error instanceof ProblemFailure) say(error.problem.title)
      await read([])
    } finally {
      setPending(former => new Set([...former].filter(id => !ids.includes(id))))
    }
  }

  async function takeBack(ruling: string) {
    setFailure(null)
    try {
      const {changes} = await answer(
        api.rulings[':id'].undo.$post({param: {id: inPath(ruling)}, json: {reason: null, preview: false}})
      )
      await read(changes.map(({id}) => id))
    } catch (error) {
      setFailure(error)
    }
  }
  return {pending, failure, decide, takeBack, forget: () => setFailure(null)}
}
