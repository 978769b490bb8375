/** A table as CSV (RFC 4180, UTF-8, line feeds), safe to open in a spreadsheet (SAFETY H7). */
import {stringify} from 'csv-stringify/sync'
import type {LinkedIncident} from '../model/assessment.ts'
import type {Counts, Setting} from './format.ts'
import {type Cell, type Column, rowsOf, type Table} from './table.ts'

/** What a spreadsheet takes for a formula; the full-width signs too. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** `tags`: whether a row of HXL hashtags follows the names. */
export async function* csvOf<Row>(
  table: Table<Row>,
  incidents: AsyncIterable<LinkedIncident>,
  setting: Setting,
  {tags = false} = {}
): AsyncGenerator<string, Counts> {
  const {columns} = table
  yield lines([columns.map(({name}) => name)])
  if (tags) yield lines([columns.map(({tag = ''}) => tag)])
  const rows = rowsOf(table, incidents, setting)
  while (true) {
    const {done, value} = await rows.next()
    if (done) return value
    yield lines(value.map(row => columns.map(column => written(column, row))))
  }
}

const lines = (rows: readonly (readonly string[])[]) => stringify(rows as string[][])

function written<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row)
  if (value === null) return ''
  return column.type === 'string' ? harmless(value) : `${value}`
}

/** With an apostrophe before what would be a formula; the JSON Lines of the same incidents have it as it was. */
export function harmless(value: Cell): string {
  const text = `${value}`
  return formula.test(text) ? `'${text}` : text
}
