/** What the public is given of an incident at this moment: its version, or that it was withdrawn, with all that the page tells of its past. */
import type {PublicPage} from '../model/public-incident.ts'
import {publicIntervals, publicVersions} from '../review/publication-state.ts'
import type {Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'
import {withheld} from './withhold.ts'

export interface ShownPage extends PublicPage {
  /** SHA-256 of the version as it was published; of one that was withdrawn, of the last version. */
  readonly hash: string | null
  /** Of one that was withdrawn: the incident that now holds what it told, where the public sees that. */
  readonly leadsTo: string | null
}

/** null: the public has seen nothing of this id. A name that was restricted since it was published is not in it. */
export async function publicPage(store: Store, id: string): Promise<ShownPage | null> {
  const steps = await store.publications.stepsOf(id)
  const now = store.clerk.now().toISOString()
  const past = publicIntervals(steps).filter(({from}) => from <= now)
  const shown = past.at(-1)
  if (!shown) return null
  const versions = publicVersions(steps, now)
  const incident = shown.version === null ? null : await store.publications.view(shown.step.id)
  const page = {id, version: shown.version ?? versions[0]!.version, versions, incident}
  return {
    ...(await withheld(store, page)),
    hash: past.findLast(({version}) => version !== null)?.step.hash ?? null,
    leadsTo: await seenNow(store, shown.step.leadsTo, now)
  }
}

/** The id that an incident has now, where its page is public. */
async function seenNow(store: Store, id: string | null, now: string): Promise<string | null> {
  const held = id === null ? null : await incidentNow(store, id)
  if (!held) return null
  const steps = await store.publications.stepsOf(held.id)
  const shown = publicIntervals(steps).findLast(({from}) => from <= now)
  return shown && shown.version !== null ? held.id : null
}
