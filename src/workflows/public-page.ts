/** What the public is given of an incident at this moment: its version, or that it was withdrawn, with all that the page tells of its past. */
import type {PublicPage} from '../model/public-incident.ts'
import {publicIntervals, publicVersions} from '../review/publication-state.ts'
import type {Store} from '../store/store.ts'
import {withheld} from './withhold.ts'

export interface ShownPage extends PublicPage {
  /** SHA-256 of the version as it was published; null: it was withdrawn. */
  readonly hash: string | null
  /** Of one that was withdrawn: the incident that now holds what it told. */
  readonly leadsTo: string | null
}

/** null: the public has seen nothing of this id. A name that was restricted since it was published is not in it. */
export async function publicPage(store: Store, id: string): Promise<ShownPage | null> {
  const steps = await store.publications.stepsOf(id)
  const now = store.clerk.now().toISOString()
  const shown = publicIntervals(steps).findLast(({from}) => from <= now)
  if (!shown) return null
  const versions = publicVersions(steps, now)
  const incident = shown.version === null ? null : await store.publications.view(shown.step.id)
  const page = {id, version: shown.version ?? versions[0]!.version, versions, incident}
  return {
    ...(await withheld(store, page)),
    hash: incident && shown.step.hash,
    leadsTo: shown.step.leadsTo
  }
}
