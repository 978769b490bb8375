/** A table as Apache Parquet, typed, a group of rows at a time. */
import {ByteWriter, ParquetWriter, type SchemaElement} from 'hyparquet-writer'
import type {LinkedIncident} from '../model/assessment.ts'
import type {Counts, Setting} from './format.ts'
import {type Cell, type Column, rowsOf, type Table} from './table.ts'

/** Rows whose cells are held at once. */
const groupSize = 5_000
const dayMs = 86_400_000

const types = {
  string: {type: 'BYTE_ARRAY', converted_type: 'UTF8'},
  integer: {type: 'INT32'},
  number: {type: 'DOUBLE'},
  boolean: {type: 'BOOLEAN'},
  day: {type: 'INT32', converted_type: 'DATE'}
} as const satisfies Record<Column<unknown>['type'], Partial<SchemaElement>>

export async function* parquetOf<Row>(
  table: Table<Row>,
  incidents: AsyncIterable<LinkedIncident>,
  setting: Setting
): AsyncGenerator<Uint8Array, Counts> {
  const {columns} = table
  const writer = new ByteWriter()
  const schema: SchemaElement[] = [
    {name: 'root', num_children: columns.length},
    ...columns.map(({name, type}) => ({name, ...types[type], repetition_type: 'OPTIONAL' as const}))
  ]
  const file = new ParquetWriter({writer, schema, createdBy: 'dateline'})
  // Cells, not rows: a row may lead to a whole incident, which would be held with it.
  const cellsOf = () => columns.map(({name}) => ({name, data: [] as Cell[]}))
  let [group, held] = [cellsOf(), 0]
  const written = () => {
    const columnData = group.map(({name, data}, i) => ({
      name,
      data: columns[i]!.type === 'day' ? data.map(dayOf) : data
    }))
    file.write({columnData, rowGroupSize: groupSize})
    ;[group, held] = [cellsOf(), 0]
    return taken(writer)
  }
  const rows = rowsOf(table, incidents, setting)
  while (true) {
    const {done, value} = await rows.next()
    if (done) {
      if (held || value.rows === 0) yield written()
      file.finish()
      yield taken(writer)
      return value
    }
    for (const row of value)
      for (const [i, column] of columns.entries()) group[i]!.data.push(column.value(row))
    held += value.length
    if (held >= groupSize) yield written()
  }
}

function dayOf(value: unknown): Date | null {
  return value === null ? null : new Date(Math.floor(Date.parse(`${value}`.slice(0, 10)) / dayMs) * dayMs)
}

/** What was written since it was last asked; offsets in the file go on. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}
