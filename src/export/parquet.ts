/** A table as Apache Parquet, typed, a group of rows at a time. */
import {ByteWriter, ParquetWriter, type SchemaElement} from 'hyparquet-writer'
import type {LinkedIncident} from '../model/assessment.ts'
import type {Counts, Setting} from './format.ts'
import {type Column, rowsOf, type Table} from './table.ts'

/** Rows that are held at once. */
const groupSize = 10_000
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
  let group: Row[] = []
  const written = () => {
    const columnData = columns.map(({name, type, value}) => ({
      name,
      data: group.map(row => (type === 'day' ? dayOf(value(row)) : value(row)))
    }))
    file.write({columnData, rowGroupSize: groupSize})
    group = []
    return taken(writer)
  }
  const rows = rowsOf(table, incidents, setting)
  while (true) {
    const {done, value} = await rows.next()
    if (done) {
      if (group.length || value.rows === 0) yield written()
      file.finish()
      yield taken(writer)
      return value
    }
    group.push(...value)
    if (group.length >= groupSize) yield written()
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
