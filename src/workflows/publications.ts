/**
 * Publishes, corrects and withdraws incidents, and whatever else people do towards that; each is a step that is added, and
 * undone by another.
 */
import {createIdentity} from '../algorithms/identity.ts'
import type {PublicIncident} from '../model/public-incident.ts'
import {
  type GateSettings,
  type PublicationStep,
  type PublicRow,
  type PublishedVersion,
  RequestOutcome
} from '../model/publication.ts'
import {type NextSteps, nextSteps} from '../review/last-ruling.ts'
import {heldSteps, publicIntervals, publicVersions} from '../review/publication-state.ts'
import {listedFigure} from '../review/view-changes.ts'
import type {Interval, Outcome, Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'
import type {PublicViewer} from './public-view.ts'
import {failingOf, gateOf, queuedIncident} from './publication-queue.ts'

const none = {
  on: [],
  version: null,
  publicFrom: null,
  hash: null,
  gate: null,
  override: null,
  leadsTo: null,
  settings: null,
  request: null,
  outcome: null,
  undoes: null,
  reason: null
} as const satisfies Partial<PublicationStep>

type Draft = Pick<PublicationStep, 'kind'> & Partial<Omit<PublicationStep, 'id' | 'by' | 'at'>>

/** Puts it before the public, from the delay on. `note`: what changed and why, where the public has seen an earlier version. */
export async function publish(
  store: Store,
  view: PublicViewer,
  id: string,
  {note, override}: {readonly note: string | null; readonly override: string | null}
): Promise<PublicationStep> {
  const [incident, queued] = [await store.incident(id), await queuedIncident(store, id, store.clerk.who)]
  if (!incident || !queued) throw new Error(await whereNow(store, id))
  const failing = failingOf(queued)
  if (failing.length && !override)
    throw new Error(`The gate does not pass: ${failing.join(', ')}; mend it, or give a reason to override it`)
  const steps = await store.publications.stepsOf(id)
  const now = store.clerk.now()
  const isCorrection = publicVersions(steps, now.toISOString()).length > 0
  if (isCorrection && !note)
    throw new Error(
      'The public has seen an earlier version: say what changed and why, it is shown with the page'
    )
  const made = (await view(store, id))!
  refuseUnsound(made.incident)
  const text = JSON.stringify(made.incident)
  const {settings} = await gateOf(store)
  const delayHours = isCorrection ? settings.correctionDelayHours : settings.delayHours
  return add(
    store,
    {
      kind: 'publish',
      on: [{incident: id, digest: queued.digest}],
      version: Math.max(0, ...steps.map(({version}) => version ?? 0)) + 1,
      publicFrom: new Date(now.getTime() + delayHours * 3_600_000).toISOString(),
      hash: store.publications.hashOf(text),
      gate: queued.conditions,
      override: failing.length ? override : null,
      reason: note
    },
    text
  )
}

/** Leaves of it that it was there, when and why it went. `reason` is shown to the public. */
export async function withdraw(store: Store, id: string, reason: string): Promise<PublicationStep> {
  const queued = await queuedIncident(store, id, null)
  const at = store.clerk.now().toISOString()
  if (queued?.standing === 'waiting' && publicVersions(await store.publications.stepsOf(id), at).length === 0)
    throw new Error('Nobody has seen it yet: undo its publication, and nothing of it is ever shown')
  if (queued?.standing !== 'public' && queued?.standing !== 'waiting')
    throw new Error(queued ? 'It is not public' : await whereNow(store, id))
  const now = queued.digest === null ? await incidentNow(store, id) : null
  return add(store, {
    kind: 'withdraw',
    on: [{incident: id, digest: queued.digest}],
    leadsTo: now && now.id !== id ? now.id : null,
    reason
  })
}

/** The incident changed, and what is public stands all the same. */
export async function keepAsPublished(store: Store, id: string, reason: string): Promise<PublicationStep> {
  const queued = await queuedIncident(store, id, null)
  if (!queued?.changed) throw new Error(queued ? 'It is as it was published' : await whereNow(store, id))
  return add(store, {kind: 'keep', on: [{incident: id, digest: queued.digest}], reason})
}

export interface Looked {
  readonly step: PublicationStep | null
  /** Incidents that changed since they were looked at, and were not marked. */
  readonly changed: readonly string[]
}

/** Says of these states of incidents that they were read, or that the names in them were looked through. */
export async function look(
  store: Store,
  kind: 'read' | 'redaction',
  seen: readonly {readonly incident: string; readonly digest: string}[]
): Promise<Looked> {
  const states = await store.publications.states(seen.map(({incident}) => incident))
  const on = [...new Map(seen.map(one => [one.incident, one])).values()].filter(
    ({incident, digest}) => states.get(incident) === digest
  )
  const marked = new Set(on.map(({incident}) => incident))
  const changed = [...new Set(seen.map(({incident}) => incident))].filter(id => !marked.has(id))
  return {step: on.length ? await add(store, {kind, on}) : null, changed}
}

export async function setGate(
  store: Store,
  settings: GateSettings,
  reason: string | null
): Promise<PublicationStep> {
  return add(store, {kind: 'settings', settings, reason})
}

/** `outcome`: what became of it; `reason`: what whoever asked is told. */
export async function answerRequest(
  store: Store,
  request: string,
  {outcome, reason}: {readonly outcome: PublicationStep['outcome']; readonly reason: string}
): Promise<PublicationStep> {
  const [asked] = (await store.publications.requests({id: request}, {limit: 1, after: null})).rows
  if (!asked) throw new Error(`Nobody asked for correction "${request}"`)
  if (asked.answer) throw new Error('It is answered already; undo that answer first')
  return add(store, {
    kind: 'answer',
    on: [{incident: asked.incident, digest: null}],
    request,
    outcome: RequestOutcome.nullable().parse(outcome),
    reason
  })
}

/** Takes a step back, or brings it back where it is an undo. What the public has seen goes with a reason, which it is shown. */
export async function undoStep(store: Store, id: string, reason: string | null): Promise<PublicationStep> {
  const undone = await store.publications.step(id)
  if (!undone) throw new Error(`There is no step "${id}"`)
  const chain = await chainOf(store, undone)
  if (isUndone(undone, chain))
    throw new Error(`Step ${id} is undone already; undo the step that undid it to bring it back`)
  const draft: Draft = {kind: 'undo', on: undone.on, undoes: id, reason}
  const at = store.clerk.now().toISOString()
  const before = publicVersions(chain, at)
  const after = publicVersions([...chain, {...none, ...draft, id: '', by: '', at}], at)
  if (isPublicKind(rootOf(undone, chain).kind) && after.length > before.length && !reason)
    throw new Error('The public sees it: give a reason, which is shown with the page')
  return add(store, draft)
}

export async function publicationSteps(store: Store, who: string): Promise<NextSteps<PublicationStep>> {
  return nextSteps(await store.publications.stepsBy(who, 400), who)
}

/** null: no step of this id published anything. */
export async function publishedVersion(store: Store, id: string): Promise<PublishedVersion | null> {
  const [step, view] = [await store.publications.step(id), await store.publications.view(id)]
  return step && view ? {step, view} : null
}

/** What a step is about: of an undo, what it takes back or brings back. */
export async function rootKind(store: Store, id: string): Promise<PublicationStep['kind'] | null> {
  const step = await store.publications.step(id)
  return step && rootOf(step, await chainOf(store, step)).kind
}

async function add(store: Store, draft: Draft, view: string | null = null): Promise<PublicationStep> {
  const {who, now} = store.clerk
  const body = {...none, ...draft, by: who, at: now().toISOString()}
  const before = await chainOf(store, body)
  const step: PublicationStep = {
    id: createIdentity([JSON.stringify(body), `${before.length}`]),
    ...body
  }
  await store.publications.save(step, view, await outcomeOf(store, step, [...before, step], view))
  return step
}

async function outcomeOf(
  store: Store,
  step: PublicationStep,
  chain: readonly PublicationStep[],
  view: string | null
): Promise<Outcome> {
  const root = rootOf(step, chain)
  const holds = heldSteps(chain).some(({id}) => id === root.id)
  if (root.kind === 'read' || root.kind === 'redaction') {
    const {kind, by: who, at} = root
    const held = root.on.map(({incident, digest}) => ({incident, kind, digest: digest!, who, at}))
    return {readings: {step: root.id, held: holds ? held : []}}
  }
  if (root.kind === 'answer') {
    const own = heldSteps(chain).findLast(({kind, request}) => kind === 'answer' && request === root.request)
    return {answer: {request: root.request!, step: own?.id ?? null}}
  }
  if (!isPublicKind(root.kind)) return {}
  return {intervals: new Map([[root.on[0]!.incident, await intervalsOf(store, chain, {step, view})]])}
}

/** `latest`: the step that is being added, with the version it publishes. */
async function intervalsOf(
  store: Store,
  chain: readonly PublicationStep[],
  latest: {readonly step: PublicationStep; readonly view: string | null}
): Promise<Interval[]> {
  const rows = new Map<string, PublicRow>()
  let last: PublicRow | null = null
  const intervals: Interval[] = []
  for (const {from, until, step, version, digest} of publicIntervals(chain)) {
    if (version !== null && !rows.has(step.id))
      rows.set(
        step.id,
        rowOf(
          step.id === latest.step.id
            ? (JSON.parse(latest.view!) as PublicIncident)
            : (await store.publications.view(step.id))!
        )
      )
    last = rows.get(step.id) ?? last
    // What was withdrawn is listed by what it was.
    intervals.push({from, until, step: step.id, version, digest, row: last!})
  }
  return intervals
}

function rowOf({headline, type, when, place, figures, reports}: PublicIncident): PublicRow {
  return {
    headline,
    type: type.id,
    when,
    place: place && {name: place.name, country: place.country, precision: place.precision},
    figures: Object.fromEntries(figures.map(figure => [figure.outcome, listedFigure(figure)])),
    origins: Object.fromEntries(figures.map(({outcome, origins}) => [outcome, origins])),
    reports: reports.length
  }
}

/** All steps about the same thing, in the order they were made. */
function chainOf(store: Store, {kind, on}: Pick<PublicationStep, 'kind' | 'on'>): Promise<PublicationStep[]> {
  const [first] = on
  if (first) return store.publications.stepsOf(first.incident)
  return kind === 'settings' || kind === 'undo' ? store.publications.settingSteps() : Promise.resolve([])
}

function rootOf(step: PublicationStep, chain: readonly PublicationStep[]): PublicationStep {
  const former = step.undoes === null ? undefined : chain.find(({id}) => id === step.undoes)
  return former ? rootOf(former, chain) : step
}

/** Whether a step takes it back that is not taken back itself. */
function isUndone({id}: PublicationStep, chain: readonly PublicationStep[]): boolean {
  return chain.some(step => step.undoes === id && !isUndone(step, chain))
}

/** Changes what the public sees, or for which state of the incident it stands. */
function isPublicKind(kind: PublicationStep['kind']): boolean {
  return kind === 'publish' || kind === 'withdraw' || kind === 'keep'
}

/** A public figure never stands without its range and the number of its origins (SAFETY D6). */
function refuseUnsound({figures}: PublicIncident): void {
  const unsound = figures.filter(({low, best, high, origins}) =>
    low === null ? best !== null || high !== null : origins < 1
  )
  if (unsound.length)
    throw new Error(
      `A figure has no range or no origin: ${unsound.map(({outcome}) => outcome).join(', ')}; look at it in the workbench`
    )
}

async function whereNow(store: Store, id: string): Promise<string> {
  const now = await incidentNow(store, id)
  return now && now.id !== id
    ? `Incident ${id} is no more; ${now.id} holds what it held`
    : `There is no incident "${id}"`
}
