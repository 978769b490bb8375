/** Rows of named, typed columns: what CSV and Parquet write. */
import type {LinkedIncident} from '../model/assessment.ts'
import type {Counts, Setting} from './format.ts'

export type Cell = string | number | boolean | null

export interface Column<Row> {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'day'
  /** HXL hashtag and attributes, where the column has one (hxlstandard.org 1.1). */
  readonly tag?: string
  /** null: not known, which is never 0. */
  readonly value: (row: Row) => Cell
}

export interface Table<Row> {
  readonly columns: readonly Column<Row>[]
  /** Rows of one incident; a sentence says why there are none. */
  readonly rowsOf: (incident: LinkedIncident, setting: Setting) => readonly Row[] | string
}

/** The rows of each incident that has some, and at the end how many there were. */
export async function* rowsOf<Row>(
  table: Table<Row>,
  incidents: AsyncIterable<LinkedIncident>,
  setting: Setting
): AsyncGenerator<readonly Row[], Counts> {
  const leftOut: Record<string, number> = {}
  let [rows, written] = [0, 0]
  for await (const incident of incidents) {
    const own = table.rowsOf(incident, setting)
    if (typeof own === 'string') {
      leftOut[own] = (leftOut[own] ?? 0) + 1
      continue
    }
    rows += own.length
    written++
    yield own
  }
  return {rows, incidents: written, leftOut}
}
