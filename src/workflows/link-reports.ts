/**
 * Links new reports in the store: only what they touch is read, compared and written.
 *
 * Their tellings meet others in blocks, by index. Every component that they join, or that loses an anchor to
 * them, is resolved anew, and the incidents that changed are reconciled. What comes out is what `createLinker`
 * gives for all reports of the store in memory, whatever the order and the batches.
 */
import {anchorsPerBlock, rankOf} from '../link/block.ts'
import type {Linking} from '../link/linking.ts'
import type {CodedReport} from '../model/contract.ts'
import type {RulingsAtHand} from '../model/ruling.ts'
import type {SourcesOfReport} from '../model/source.ts'
import type {Telling} from '../model/telling.ts'
import {contextOf, rulingsOf, withRuling} from '../review/rulings-on.ts'
import type {FiledTelling, LinkRows, Store, StoredTelling} from '../store/store.ts'
import {encounter} from './encounter.ts'
import type {LinkReports} from './link.ts'
import {regroup, type StoredGroup} from './regroup.ts'
import {saveGroups} from './save-groups.ts'

/** Linked in one transaction: a burst of so many reports is resolved and reconciled once. */
export const linkedTogether = 5000
/** Reports that are in memory together while their tellings are made. */
const readTogether = 500

export interface Changed {
  /** Ids of incidents that are no more. */
  readonly gone: readonly string[]
  /** Of those that are new or not as they were. */
  readonly saved: readonly string[]
}

export interface LinkingWatch {
  /** Called with how many of all that wait are linked so far. */
  readonly onLinked?: ((count: number, all: number) => void) | undefined
  /** Reports of one transaction: fewer keep others waiting less, and take longer together. */
  readonly together?: number | undefined
  /** Ends it after the transaction in work. */
  readonly stop?: AbortSignal | undefined
}

/** Links what is not linked yet, also what an earlier ingest left; gives back how many incidents it made or changed. */
export async function linkPending(
  store: Store,
  link: LinkReports,
  {onLinked, together = linkedTogether, stop}: LinkingWatch = {}
): Promise<number> {
  const touched = new Set<string>()
  const all = onLinked ? await store.countUnlinked() : 0
  if (all > 0) onLinked?.(0, all)
  let linked = 0
  while (!stop?.aborted) {
    const changed = await store.linking(rows => linkSome(rows, link, together))
    if (changed === null) break
    for (const id of changed.gone) touched.delete(id)
    for (const id of changed.saved) touched.add(id)
    linked += changed.reports
    onLinked?.(linked, Math.max(linked, all))
  }
  return touched.size
}

/** Links some of what is not linked yet, unless another process does; whether it did. */
export async function linkTurn(store: Store, link: LinkReports): Promise<boolean> {
  return Boolean(await store.linkingIfFree(rows => linkSome(rows, link, linkedTogether)))
}

/** They are read while no other process links or rules: what one marks as linked, the others need not have heard of. */
async function linkSome(
  rows: LinkRows,
  link: LinkReports,
  together: number
): Promise<(Changed & {reports: number}) | null> {
  const pending = await rows.unlinkedReports(together)
  if (pending.length === 0) return null
  const changed = await linkReports(pending, rows, link)
  return {...changed, reports: pending.length}
}

/** What people said of tellings, by their keys; of others it need not be complete. */
export type AskRulings = (keys: readonly string[]) => Promise<RulingsAtHand>

/** Links these reports, for the first time or anew after another reading. */
export async function linkReports(
  ids: readonly string[],
  rows: LinkRows,
  link: LinkReports,
  rulingsOn: AskRulings = async keys => rulingsOf(await rows.rulingsOn(keys))
): Promise<Changed> {
  const {linking} = link
  const filed = (telling: Telling): FiledTelling => ({
    telling,
    rank: rankOf(telling),
    filed: linking.blocksOf(telling).filed
  })
  const gone = await rows.remove(ids, filed)
  const promoted = await promotedBy(gone, rows, linking)
  const discarded = await rows.discarded(ids)
  const added: StoredTelling[] = []
  const sources: SourcesOfReport[] = []
  for (let from = 0; from < ids.length; from += readTogether) {
    const reports = await rows.codedReports(ids.slice(from, from + readTogether))
    const counting = reports.filter(({report}) => !discarded.has(report.id))
    added.push(...(await rows.add(counting.flatMap(report => linking.tellingsOf(report)).map(filed))))
    for (const report of reports)
      sources.push(discarded.has(report.report.id) ? withoutSources(report) : link.sources.ofReport(report))
  }
  await rows.sources.saveReports(sources)
  const changed = await relink(rows, link, {fresh: [...promoted, ...added], gone}, rulingsOn)
  // Those of a store from before there were tellings: named otherwise, they would stand beside the new ones.
  await rows.removeIncidents(await rows.incidentsWithoutTellings(ids))
  await rows.markLinked(ids)
  return changed
}

/** A report that a person discarded is nobody's. */
function withoutSources({report: {id, publishedOn}}: CodedReport): SourcesOfReport {
  return {report: id, publishedOn, sources: [], rows: []}
}

/** Those that are anchors now in place of some that are gone; a few that were before may be among them. */
async function promotedBy(
  gone: readonly StoredTelling[],
  rows: LinkRows,
  linking: Linking
): Promise<StoredTelling[]> {
  const left = new Map<number, number>()
  for (const {telling} of gone)
    for (const block of linking.blocksOf(telling).filed) left.set(block, (left.get(block) ?? 0) + 1)
  const anchors = await rows.firstIn([...left.keys()], anchorsPerBlock)
  const promoted = new Set<number>()
  for (const [block, numbers] of anchors)
    if (numbers.length === anchorsPerBlock)
      for (const number of numbers.slice(-left.get(block)!)) promoted.add(number)
  return rows.numbered(promoted)
}

/** `fresh`: tellings whose pairs are to be found. */
async function relink(
  rows: LinkRows,
  link: LinkReports,
  {fresh, gone}: {readonly fresh: readonly StoredTelling[]; readonly gone: readonly StoredTelling[]},
  rulingsOn: AskRulings
): Promise<Changed> {
  const {linking} = link
  const {joined, displaced, near: met} = await encounter(rows, linking, fresh)
  const components = new Set([...joined, ...[...fresh, ...gone].flatMap(({component}) => component ?? [])])
  for (const {component} of await rows.numbered(displaced)) if (component !== null) components.add(component)
  const unplaced = fresh.filter(({component}) => component === null)
  const {touched, rulings} = await withCompanions(
    [...unplaced, ...(await rows.inComponents(components))],
    rows,
    rulingsOn
  )
  const regrouped = await regroup(rows, linking, touched, rulings.links)
  const groups = regrouped.groups.map(({members, ...group}) => ({
    ...group,
    members: members.map(({why, ...member}) => ({
      ...member,
      why: withRuling(member.stored.telling.key, why, rulings)
    }))
  }))

  const before = [...touched, ...gone]
  const sizes = Map.groupBy(before, ({incidentId}) => incidentId)
  const moved = new Set([...fresh.map(({number}) => number), ...displaced])
  const isAsBefore = ({id, members}: StoredGroup) =>
    members.length === sizes.get(id)?.length &&
    members.every(({stored}) => stored.incidentId === id && !moved.has(stored.number))
  const now = new Set(groups.map(({id}) => id))
  const lost = [...sizes.keys()].filter(id => id !== null).filter(id => !now.has(id))
  await rows.place(
    groups.flatMap(({id, component, members}) =>
      members
        .filter(
          ({stored, score}) =>
            stored.incidentId !== id || stored.component !== component || stored.score !== score
        )
        .map(({stored: {number}, score}) => ({number, component, incidentId: id, score}))
    )
  )
  await rows.saveNear(
    touched.map(({number}) => number),
    [...met, ...regrouped.near]
  )
  const changed = groups.filter(group => !isAsBefore(group))
  await saveGroups(rows, lost, changed, {
    reconcile: members => link.reconcile(members, contextOf(rulings)),
    sources: link.sources
  })
  const told = changed.flatMap(({members}) => members.map(({stored}) => stored.telling.report))
  await rows.triage(new Set([...told, ...gone.map(({telling}) => telling.report)]))
  return {gone: lost, saved: changed.map(({id}) => id)}
}

/** With the components of all that a person put together with one of them, and what people said of all these. */
async function withCompanions(
  tellings: readonly StoredTelling[],
  rows: LinkRows,
  rulingsOn: AskRulings
): Promise<{readonly touched: StoredTelling[]; readonly rulings: RulingsAtHand}> {
  const found = new Map(tellings.map(stored => [stored.telling.key, stored]))
  while (true) {
    const rulings = await rulingsOn([...found.keys()])
    const missing = rulings.links.together.flatMap(([a, b]) =>
      found.has(a) === found.has(b) ? [] : [found.has(a) ? b : a]
    )
    const added = await rows.keyed(missing)
    if (added.length === 0) return {touched: [...found.values()].sort((a, b) => a.number - b.number), rulings}
    const components = added.flatMap(({component}) => component ?? [])
    for (const stored of [...added, ...(await rows.inComponents(components))])
      found.set(stored.telling.key, stored)
  }
}
