/** The formats of exports, in the order in which they are offered. */
import type {Codebook} from '../codebook/codebook.ts'
import {claimsTable} from './claims-table.ts'
import {csvOf} from './csv.ts'
import type {Format} from './format.ts'
import {incidentsTable} from './incidents-table.ts'
import {incidentsJsonl} from './json-lines.ts'
import {parquetOf} from './parquet.ts'
import type {Table} from './table.ts'

const csv = {version: 1, extension: 'csv', mediaType: 'text/csv; charset=utf-8', rule: 'dateline'} as const
const parquet = {
  version: 1,
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  rule: 'dateline'
} as const

const csvFormat = <Row>(id: string, about: string, table: Table<Row>, tags = false): Format => ({
  ...csv,
  id,
  about,
  write: (incidents, setting) => csvOf(table, incidents, setting, {tags})
})
const parquetFormat = <Row>(id: string, about: string, table: Table<Row>): Format => ({
  ...parquet,
  id,
  about,
  write: (incidents, setting) => parquetOf(table, incidents, setting)
})

export const createFormats = (_codebook: Codebook): readonly Format[] => [
  csvFormat('incidents-csv', 'One row an incident, with the figures of one rule', incidentsTable),
  csvFormat(
    'hxl-csv',
    'The same with a row of HXL hashtags under the names (hxlstandard.org)',
    incidentsTable,
    true
  ),
  csvFormat('claims-csv', 'One row a claim: who says it, on whose word, in which words', claimsTable),
  parquetFormat('parquet', 'The table of claims, typed, for DuckDB, pandas, Arrow', claimsTable),
  parquetFormat('incidents-parquet', 'The table of incidents, typed', incidentsTable),
  incidentsJsonl
]
