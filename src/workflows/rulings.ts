/** Makes and undoes rulings: kept first, then what they touch is linked and reconciled anew. */
import {createIdentity} from '../algorithms/identity.ts'
import {loadOwnCodebook} from '../codebook/load.ts'
import {activeRulings} from '../model/active-rulings.ts'
import type {Listed} from '../model/listing.ts'
import type {FoundRuling, Ruling} from '../model/ruling.ts'
import {addedBy} from '../review/added-claims.ts'
import {type IncidentChange, incidentChanges} from '../review/incident-changes.ts'
import {type NextSteps, nextSteps} from '../review/last-ruling.ts'
import {movesBy} from '../review/moved-claims.ts'
import {decisionsOn} from '../review/report-rulings.ts'
import {foundIn, isDangling} from '../review/rulings-on.ts'
import {type Page, type RulingStep, reportsOf, type Store} from '../store/store.ts'
import {type Draft, draftRuling, nothing} from './draft-ruling.ts'
import {incidentNow} from './incident-now.ts'
import {createLinker, type LinkReports} from './link.ts'
import {linkPending} from './link-reports.ts'
import {refindRulings} from './refind-rulings.ts'

export {changesInWords, type IncidentChange, incidentChanges} from '../review/incident-changes.ts'

export interface IncidentChanges {
  readonly changes: readonly IncidentChange[]
  /** For incidents that are no more: the one that holds what they held. */
  readonly nowIn: ReadonlyMap<string, string>
}

/** By the codebook of this installation and the user's own registry of actors. */
export function installedLinker(registry: string): LinkReports {
  return createLinker(loadOwnCodebook(registry))
}

/** Rulings that are looked at first to find what somebody would undo. */
const firstLooked = 50

export interface ListedRuling {
  readonly ruling: Ruling
  /** dangling: what it names is not found, or not all of it. */
  readonly state: 'holds' | 'undone' | 'dangling'
}

/** In the order they were made. */
export async function listRulings(store: Store): Promise<ListedRuling[]> {
  const all = await store.rulings()
  const holding = new Set(activeRulings(all.map(({ruling}) => ruling)))
  return all
    .filter(({ruling}) => ruling.kind !== 'undo')
    .map(found => ({
      ruling: found.ruling,
      state: !holding.has(found.ruling) ? 'undone' : isDangling(found) ? 'dangling' : 'holds'
    }))
}

/** A page of them, the last first. */
export async function rulingsPage(store: Store, page: Page): Promise<Listed<ListedRuling>> {
  const {rows, ...listed} = await store.rulingRecord.page(page)
  return {
    ...listed,
    rows: rows.map(({found, holds}) => ({
      ruling: found.ruling,
      state: !holds ? 'undone' : isDangling(found) ? 'dangling' : 'holds'
    }))
  }
}

/** What the next undo and redo of this person are about. `looked`: at so many of the last rulings first. */
export async function stepsOf(store: Store, who: string, looked = firstLooked): Promise<NextSteps<Ruling>> {
  const {undo, redo} = await nextOf(store, who, looked)
  const ids = [undo?.id, redo?.by.id, redo?.ruling.id].filter(id => id !== undefined)
  const whole = new Map((await store.rulingRecord.whole(ids)).map(({ruling}) => [ruling.id, ruling] as const))
  return {
    undo: undo && whole.get(undo.id)!,
    redo: redo && {by: whole.get(redo.by.id)!, ruling: whole.get(redo.ruling.id)!}
  }
}

/** From as few of the last rulings as tell it: what they held last was held after all that are left out. */
async function nextOf(store: Store, who: string, looked: number): Promise<NextSteps<RulingStep>> {
  for (let most = looked; ; most *= 8) {
    const {steps, since} = await store.rulingRecord.latest(who, most)
    const next = nextSteps(steps, who)
    if (since === 0 || (next.undo?.by === who && next.undo.seq >= since)) return next
  }
}

/** The last ruling of all that holds. */
async function lastHolding(store: Store): Promise<RulingStep | null> {
  for (let most = firstLooked; ; most *= 8) {
    const {steps, since} = await store.rulingRecord.latest(null, most)
    const last = activeRulings(steps).at(-1)
    if (since === 0 || (last && last.seq >= since)) return last ?? null
  }
}

export interface Ruled extends IncidentChanges {
  readonly ruling: Ruling
}

export async function rule(store: Store, link: LinkReports, draft: Draft): Promise<Ruled> {
  const {who, now} = store.clerk
  return carryOut(
    store,
    link,
    await draftRuling(store, draft, {by: who, at: now().toISOString(), types: link.linking.types})
  )
}

/** `id`: of the ruling, or null for the last one that holds. */
export async function undo(
  store: Store,
  link: LinkReports,
  id: string | null,
  reason: string | null = null
): Promise<Ruled & {readonly undone: Ruling}> {
  const record = store.rulingRecord
  const named = id ?? (await lastHolding(store))?.id
  const around = named === undefined ? [] : await record.around(named)
  const step = around.find(one => one.id === named)
  if (!step)
    throw new Error(
      id === null
        ? 'No ruling holds that could be undone'
        : `No ruling "${id}"; "dateline rulings" lists them`
    )
  if (step.kind !== 'undo' && !activeRulings(around).includes(step))
    throw new Error(`Ruling ${step.id} is undone already; undo the ruling that undid it to bring it back`)
  // What an undo, or the undo of one, is about in the end.
  const ends = around.find(({undoes}) => undoes === null)!
  const whole = (await record.whole([step.id, ends.id])).map(({ruling}) => ruling)
  const [undone, root] = [step.id, ends.id].map(id => whole.find(ruling => ruling.id === id)!) as [
    Ruling,
    Ruling
  ]
  const {who, now} = store.clerk
  const body: Omit<Ruling, 'id'> = {
    kind: 'undo',
    ...nothing,
    undoes: undone.id,
    reason,
    by: who,
    at: now().toISOString()
  }
  const ruling = {id: createIdentity([JSON.stringify(body), `${await record.count()}`]), ...body}
  return {...(await carryOut(store, link, ruling, root)), undone}
}

/** What an undo, or the undo of one, is about in the end. */
export function rootOf(ruling: Ruling, all: readonly Ruling[]): Ruling {
  const former = ruling.undoes === null ? null : all.find(({id}) => id === ruling.undoes)
  return former ? rootOf(former, all) : ruling
}

async function carryOut(store: Store, link: LinkReports, ruling: Ruling, root = ruling): Promise<Ruled> {
  const [before] = (await store.auditHead()).split(':')
  await keepRuling(store, ruling, root)
  await linkPending(store, link)
  return {ruling, ...(await changesAfter(store, Number(before)))}
}

/** Adds it, with what follows for its reports; they are linked anew by the next linking. `root`: what it is about, of an undo. */
export async function keepRuling(store: Store, ruling: Ruling, root: Ruling): Promise<void> {
  await store.saveRuling(await found(store, ruling), reportsOf(root), rulings => ({
    decisions: decisionsOn(rulings.map(({ruling}) => ruling)),
    added: addedBy(rulings),
    moved: movesBy(rulings)
  }))
  // What others ruled about a claim, or what is told by it, that comes or goes.
  if (root.added) await refindRulings(store, root.reports)
  if (root.kind === 'move') await refindRulings(store, [...new Set(root.claims.map(({report}) => report))])
}

/** What changed in incidents after a row of the audit. */
export async function changesAfter(store: Store, row: number): Promise<IncidentChanges> {
  const changes = incidentChanges(await store.incidentChangesAfter(row))
  const nowIn = new Map<string, string>()
  for (const {id, after} of changes) {
    const now = after === null ? await incidentNow(store, id) : null
    if (now) nowIn.set(id, now.id)
  }
  return {changes, nowIn}
}

async function found(store: Store, ruling: Ruling): Promise<FoundRuling> {
  const reports = await store.codedReports(reportsOf(ruling))
  return foundIn(ruling, new Map(reports.map(coded => [coded.report.id, coded])))
}
