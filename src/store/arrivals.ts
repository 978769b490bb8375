/** What an ingest adds: items, each with what became of it, and the reports and claims of those that are done. */
import {type Insertable, type Kysely, sql, type Transaction} from 'kysely'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import {blocksOf, inOrder} from './blocks.ts'
import {claimRows, reportRow} from './report-rows.ts'
import type {Tables} from './tables.ts'

/** Why an item is skipped. */
export const alreadyHeld = 'the same report is in the store'

export interface Item {
  readonly origin: string
  readonly state: 'done' | 'failed' | 'skipped'
  readonly reason: string | null
  readonly reportId: string | null
  /** Of the original, where it is kept. */
  readonly sha256?: string | null
  /** Of a failed one, whether the same may succeed later. */
  readonly retryable?: boolean
}

/** One item of an ingest, and the report that it adds. */
export interface Arrival {
  readonly item: Item
  readonly coded: CodedReport | null
  /** What the outside said of the report, so that it can be read anew. */
  readonly given?: GivenReport | null
}

/** A report as it came in, without what stands elsewhere. */
export type GivenReport = Omit<Report, 'id' | 'sha256' | 'text'>

/** In one transaction; see `Store.saveArrivals`. */
export async function saveArrivals(tx: Transaction<Tables>, arrivals: readonly Arrival[]): Promise<Item[]> {
  const reports = arrivals.flatMap(({coded}) => coded ?? [])
  const rows = arrivals.flatMap(({coded, given}) =>
    coded ? [{...reportRow(coded), given: given ? JSON.stringify(given) : null}] : []
  )
  const added = new Set<string>()
  for (const block of blocksOf(inOrder(rows, ({id}) => id))) {
    const own = await tx
      .insertInto('reports')
      .values(block)
      .onConflict(clash => clash.column('id').doNothing())
      .returning('id')
      .execute()
    for (const {id} of own) added.add(id)
  }
  const claims = reports.filter(({report}) => added.has(report.id)).flatMap(claimRows)
  // Each statement is checked in one pass over the texts: few and large.
  for (const block of blocksOf(claims, 10_000)) await tx.insertInto('claims').values(block).execute()
  const items = arrivals.map(({item, coded}) =>
    !coded || added.has(coded.report.id) ? item : {...item, state: 'skipped' as const, reason: alreadyHeld}
  )
  for (const block of blocksOf(items.map(itemRow))) await tx.insertInto('items').values(block).execute()
  return items
}

export async function itemCounts(database: Kysely<Tables>): Promise<Readonly<Record<Item['state'], number>>> {
  const rows = await database
    .selectFrom('items')
    .select(['state', sql<number>`count(*)::integer`.as('count')])
    .groupBy('state')
    .execute()
  return {
    done: 0,
    failed: 0,
    skipped: 0,
    ...Object.fromEntries(rows.map(({state, count}) => [state, count]))
  }
}

/** An origin or reason may quote what no database keeps as text: such characters are shown as U+FFFD. */
function itemRow({
  origin,
  state,
  reason,
  reportId,
  sha256 = null,
  retryable = false
}: Item): Insertable<Tables['items']> {
  return {
    origin: shown(origin),
    state,
    reason: reason && shown(reason),
    report_id: reportId,
    sha256,
    retryable
  }
}

function shown(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}
