/**
 * Reads reports into the store: original, coded report, then linking.
 *
 * Every item ends done, failed with a reason, or skipped because it is there.
 * New reports are linked together with all that linking them may touch, so that the
 * same reports in any order, in one ingest or several, give the same incidents.
 */
import type {Input} from '../fetch/inputs.ts'
import type {Item, Store} from '../store/store.ts'
import type {Coder} from './code.ts'
import type {LinkReports} from './link.ts'

export interface Summary {
  readonly items: number
  readonly done: number
  readonly failed: number
  readonly skipped: number
  readonly incidents: number
}

/** Incidents whose days are further apart are not compared by the linker. */
const windowDays = 3

export async function ingest(
  inputs: AsyncIterable<Input>,
  {store, coder, link, onItem}: {store: Store; coder: Coder; link: LinkReports; onItem?: (item: Item) => void}
): Promise<Summary> {
  const counts = {done: 0, failed: 0, skipped: 0}
  for await (const input of inputs) {
    const item = await ingestOne(input, store, coder)
    counts[item.state]++
    await store.saveItem(item)
    onItem?.(item)
  }
  const incidents = await linkNew(store, link)
  return {items: counts.done + counts.failed + counts.skipped, ...counts, incidents}
}

async function ingestOne(input: Input, store: Store, coder: Coder): Promise<Item> {
  const {origin} = input
  if (input.kind === 'failed') return {origin, state: 'failed', reason: input.reason, reportId: null}
  const {report, bytes} = input
  if (await store.hasReport(report.id))
    return {origin, state: 'skipped', reason: 'the same report is in the store', reportId: report.id}
  await store.saveOriginal(report.sha256, bytes)
  if (report.text.includes('\0') || !report.text.isWellFormed()) {
    return {
      origin,
      state: 'failed',
      reason: 'holds NUL or broken surrogates, which no database keeps as text; mend the source',
      reportId: null
    }
  }
  try {
    const coded = coder.code(report)
    await store.saveReport(coded)
    return {origin, state: 'done', reason: null, reportId: report.id}
  } catch (error) {
    return {origin, state: 'failed', reason: (error as Error).message, reportId: null}
  }
}

/** Also takes up the reports of an ingest that was cut short before it linked. */
async function linkNew(store: Store, link: LinkReports): Promise<number> {
  const pending = await store.unlinkedReports()
  if (pending.length === 0) return 0
  const block = await store.reportsAround(pending, windowDays)
  const incidents = link(await store.codedReports(block))
  await store.replaceIncidents(block, incidents)
  return incidents.length
}
