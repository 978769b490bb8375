/** What stands between incidents and the public: the queue, one incident of it, and what the gate asks for. */
import type {Listed} from '../model/listing.ts'
import {
  type ConditionId,
  type GateSettings,
  gateDefaults,
  type PublicationEntry,
  type PublicationStep,
  type PublishedVersion,
  type QueuedIncident
} from '../model/publication.ts'
import {heldSteps, publicIntervals, publicVersions} from '../review/publication-state.ts'
import {viewChanges} from '../review/view-changes.ts'
import type {QueueCounts, QueueFilter, Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'
import type {PublicViewer} from './public-view.ts'

export interface Gate {
  readonly settings: GateSettings
  /** Who set it last, and why; null: nobody, it is as it comes. */
  readonly step: PublicationStep | null
}

export async function gateOf(store: Store): Promise<Gate> {
  const step = heldSteps(await store.publications.settingSteps()).at(-1) ?? null
  return {settings: step?.settings ?? gateDefaults, step}
}

/** `publisher`: who would publish; null where the asker may not. */
export async function publicationQueue(
  store: Store,
  filter: QueueFilter,
  publisher: string | null,
  page: {readonly limit: number; readonly after: readonly (string | null)[] | null}
): Promise<Listed<QueuedIncident>> {
  const {settings} = await gateOf(store)
  return store.publications.queue.list(filter, {settings, publisher}, page)
}

export async function publicationCounts(
  store: Store,
  filter: Omit<QueueFilter, 'queue' | 'condition'>,
  publisher: string | null
): Promise<QueueCounts> {
  const {settings} = await gateOf(store)
  return store.publications.queue.counts(filter, {settings, publisher})
}

/** null: no incident ever had this id. An id that is no more and was never public leads to the incident that holds what it held. */
export async function publicationEntry(
  store: Store,
  view: PublicViewer,
  id: string,
  publisher: string | null
): Promise<PublicationEntry | null> {
  const queued = await queuedIncident(store, id, publisher)
  if (!queued) {
    const now = await incidentNow(store, id)
    return now && now.id !== id ? publicationEntry(store, view, now.id, publisher) : null
  }
  const incident = await store.incident(id)
  const [made, steps, requests] = await Promise.all([
    incident && view(store, id),
    store.publications.stepsOf(id),
    store.publications.requests({incident: id}, {limit: 100, after: null})
  ])
  const shown = await lastVersion(store, steps)
  const held = new Set(heldSteps(steps))
  return {
    queued,
    view: made?.incident ?? null,
    withheld: [...(made?.withheld ?? [])],
    shown,
    changes: shown && made ? viewChanges(shown.view, made.incident) : [],
    leadsTo: incident ? null : ((await incidentNow(store, id))?.id ?? null),
    readings: queued.digest === null ? [] : await store.publications.readings(id, queued.digest),
    steps: steps.map(step => ({
      step: {...step, on: step.on.filter(one => one.incident === id)},
      holds: step.kind === 'undo' ? !steps.some(({undoes}) => undoes === step.id) : held.has(step)
    })),
    versions: publicVersions(steps, store.clerk.now().toISOString()),
    requests: [...requests.rows]
  }
}

export async function queuedIncident(
  store: Store,
  id: string,
  publisher: string | null
): Promise<QueuedIncident | null> {
  const {rows} = await publicationQueue(store, {ids: [id]}, publisher, {limit: 1, after: null})
  return rows[0] ?? null
}

/** Which conditions the gate asks for and does not find. */
export function failingOf({conditions}: QueuedIncident): ConditionId[] {
  return conditions.filter(({passes}) => !passes).map(({id}) => id)
}

/** What the public was last given, or is given when its time comes. */
async function lastVersion(
  store: Store,
  steps: readonly PublicationStep[]
): Promise<PublishedVersion | null> {
  const step = publicIntervals(steps).findLast(({version}) => version !== null)?.step
  const view = step && (await store.publications.view(step.id))
  return view ? {step, view} : null
}
