/** Refuses a ruling on reports about which somebody else has decided since the asker looked: and says who, and what. */
import type {Store} from '../workflows/open-store.ts'
import {ProblemError} from './problem.ts'

/** Errors that are named one by one. */
const mostNamed = 20

/** `seen`: for each report the ruling that decided about it, as the asker saw it; null: nobody had. */
export async function refuseDecided(
  store: Store,
  seen: Readonly<Record<string, string | null>>
): Promise<void> {
  const now = await store.inbox.decisions(Object.keys(seen))
  const errors = Object.entries(seen).flatMap(([id, ruling]) => {
    const decision = now.get(id) ?? null
    if ((decision?.ruling ?? null) === ruling) return []
    const {state, by, at, reason} = decision ?? {}
    const message = decision
      ? `${by} ${state} it at ${at}${reason ? `: ${reason}` : ''}`
      : 'somebody took back what was decided'
    return [{at: id, message}]
  })
  if (errors.length)
    throw new ProblemError(412, 'Somebody was faster', {
      detail: `Of ${Object.keys(seen).length} reports ${errors.length} ${errors.length === 1 ? 'is' : 'are'} no longer as you saw them. Nothing was changed; look again and decide.`,
      errors: errors.slice(0, mostNamed)
    })
}
