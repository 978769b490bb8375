/** The formats of exports, in the order in which they are offered. */

import {cameoRoots} from '../codebook/cameo-roots.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {countryNumbers} from '../codebook/country-numbers.ts'
import type {RuleId} from '../model/assessment.ts'
import {acledTable} from './acled-table.ts'
import {annotations} from './annotations.ts'
import {gdeltTable, phoenixTable} from './cameo-tables.ts'
import {claimsTable} from './claims-table.ts'
import {csvOf} from './csv.ts'
import {dossier} from './dossier/dossier.ts'
import type {Format} from './format.ts'
import {geoJson} from './geo-json.ts'
import {incidentsTable} from './incidents-table.ts'
import {incidentsJsonl} from './json-lines.ts'
import {losslessJsonl} from './lossless.ts'
import {parquetOf} from './parquet.ts'
import {ploverJsonl} from './plover-json-lines.ts'
import type {Table} from './table.ts'
import {tsvOf} from './tsv.ts'
import {ucdpTable} from './ucdp-table.ts'

const csv = {version: 1, extension: 'csv', mediaType: 'text/csv; charset=utf-8', rule: 'dateline'} as const
const parquet = {
  version: 1,
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  rule: 'dateline'
} as const

const csvFormat = <Row>(
  id: string,
  about: string,
  table: Table<Row>,
  {rule = csv.rule as RuleId, tags = false} = {}
): Format => ({
  ...csv,
  id,
  about,
  rule,
  write: (incidents, setting) => csvOf(table, incidents, setting, {tags})
})
const parquetFormat = <Row>(id: string, about: string, table: Table<Row>): Format => ({
  ...parquet,
  id,
  about,
  write: (incidents, setting) => parquetOf(table, incidents, setting)
})

const tsvFormat = <Row>(id: string, about: string, table: Table<Row>): Format => ({
  ...{version: 1, extension: 'tsv', mediaType: 'text/tab-separated-values; charset=utf-8', rule: 'dateline'},
  id,
  about,
  write: (incidents, setting) => tsvOf(table, incidents, setting)
})

export function createFormats(codebook: Codebook): readonly Format[] {
  const countries = countryNumbers(codebook)
  const roots = cameoRoots(codebook)
  return [
    csvFormat('incidents-csv', 'One row an incident, with the figures of one rule', incidentsTable),
    csvFormat(
      'hxl-csv',
      'The same with a row of HXL hashtags under the names (hxlstandard.org)',
      incidentsTable,
      {tags: true}
    ),
    csvFormat('claims-csv', 'One row a claim: who says it, on whose word, in which words', claimsTable),
    parquetFormat('parquet', 'The table of claims, typed, for DuckDB, pandas, Arrow', claimsTable),
    parquetFormat('incidents-parquet', 'The table of incidents, typed', incidentsTable),
    dossier(code => isoText(countries.get(code)?.iso)),
    incidentsJsonl,
    annotations,
    losslessJsonl,
    geoJson,
    csvFormat('acled-csv', 'Rows of the shape of ACLED, one a day of an incident', acledTable(countries), {
      rule: 'acled'
    }),
    csvFormat(
      'ucdp-ged-csv',
      'Rows of the shape of UCDP GED, one an incident with dead',
      ucdpTable(countries),
      {rule: 'ucdp'}
    ),
    ploverJsonl,
    tsvFormat(
      'phoenix-tsv',
      'Rows of the shape of Phoenix, coded by CAMEO',
      phoenixTable({roots, countries})
    ),
    tsvFormat(
      'gdelt-tsv',
      'Rows of the shape of the events of GDELT 2, coded by CAMEO',
      gdeltTable({roots, countries})
    )
  ]
}

/** As ISO 3166-1 writes it: three digits. */
function isoText(number: number | null | undefined): string | undefined {
  return number == null ? undefined : String(number).padStart(3, '0')
}
