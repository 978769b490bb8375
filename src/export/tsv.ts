/** A table without names of columns, cells with tabs between, nothing quoted: the form of the feeds of GDELT and Phoenix. */
import type {LinkedIncident} from '../model/assessment.ts'
import {harmless} from './csv.ts'
import type {Counts, Setting} from './format.ts'
import {rowsOf, type Table} from './table.ts'

export async function* tsvOf<Row>(
  {columns, ...table}: Table<Row>,
  incidents: AsyncIterable<LinkedIncident>,
  setting: Setting
): AsyncGenerator<string, Counts> {
  const rows = rowsOf({columns, ...table}, incidents, setting)
  while (true) {
    const {done, value} = await rows.next()
    if (done) return value
    yield value
      .map(row => `${columns.map(({type, value}) => written(type, value(row))).join('\t')}\n`)
      .join('')
  }
}

/** What reads such a file knows no quotes: a tab or a line break in a cell becomes a blank. */
function written(type: string, value: string | number | boolean | null): string {
  if (value === null) return ''
  return type === 'string' ? harmless(`${value}`.replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ')) : `${value}`
}
