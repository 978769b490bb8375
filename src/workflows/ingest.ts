/**
 * Reads reports into the store: original, coded report, then linking.
 *
 * Every item ends done, failed with a reason, or skipped because it is there.
 * Reports of the days around the new ones are linked anew, so that the same
 * reports in any order give the same incidents.
 */
import type {Input} from '../fetch/inputs.ts'
import {addDays, type IsoDate, isIsoDate} from '../model/date.ts'
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

/** Linking looks this many days around a new report. */
const windowDays = 7

export async function ingest(
  inputs: AsyncIterable<Input>,
  {store, coder, link, onItem}: {store: Store; coder: Coder; link: LinkReports; onItem?: (item: Item) => void}
): Promise<Summary> {
  const counts = {done: 0, failed: 0, skipped: 0}
  const days: string[] = []
  const fresh: string[] = []
  for await (const input of inputs) {
    const item = await ingestOne(input, store, coder, days)
    if (item.state === 'done') fresh.push(item.reportId!)
    counts[item.state]++
    await store.saveItem(item)
    onItem?.(item)
  }
  const incidents = fresh.length ? await relink(store, link, days) : 0
  return {items: counts.done + counts.failed + counts.skipped, ...counts, incidents}
}

async function ingestOne(input: Input, store: Store, coder: Coder, days: string[]): Promise<Item> {
  const {origin} = input
  if (input.kind === 'failed') return {origin, state: 'failed', reason: input.reason, reportId: null}
  const {report, bytes} = input
  if (await store.hasReport(report.id))
    return {origin, state: 'skipped', reason: 'the same report is in the store', reportId: report.id}
  if (report.text.includes('\u0000') || !report.text.isWellFormed()) {
    return {
      origin,
      state: 'failed',
      reason: 'holds NUL or broken surrogates, which no database keeps as text; mend the source',
      reportId: null
    }
  }
  await store.saveOriginal(report.sha256, bytes)
  try {
    const coded = coder.code(report)
    await store.saveReport(coded)
    days.push(coded.report.publishedOn ?? '')
    return {origin, state: 'done', reason: null, reportId: report.id}
  } catch (error) {
    return {origin, state: 'failed', reason: (error as Error).message, reportId: null}
  }
}

async function relink(store: Store, link: LinkReports, days: readonly string[]): Promise<number> {
  const known = days.filter(day => isIsoDate(day)).sort() as IsoDate[]
  const from = known[0] ? addDays(known[0], -windowDays) : '0001-01-01'
  const to = known.at(-1) ? addDays(known.at(-1)!, windowDays) : '9999-12-31'
  const reports = await store.reportsBetween(from, to)
  const incidents = link(reports)
  await store.replaceIncidents(
    reports.map(({report}) => report.id),
    incidents
  )
  return incidents.length
}
