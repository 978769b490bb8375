/** The sector that PLOVER and CAMEO give an actor, where ACLED's class of it decides that. */
import type {LinkedIncident} from '../model/assessment.ts'

/** Forces of a state may be police or soldiers, and a militia anything: these have none. */
const sectors: Readonly<Record<string, string>> = {
  'Rebel group': 'REB',
  Protesters: 'CVL',
  Rioters: 'CVL',
  Civilians: 'CVL'
}

/** Of one actor, or of those of a side together: `names`. */
export function sectorOf({codings}: LinkedIncident, names: readonly string[]): string | null {
  const {actor1, inter1, actor2, inter2} = codings.acled ?? {}
  const has = (name: unknown) => typeof name === 'string' && names.includes(name)
  const kind = has(actor1) ? inter1 : has(actor2) ? inter2 : null
  return sectors[String(kind)] ?? null
}
