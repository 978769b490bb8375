/** The texts in which quotes stand, with what they were read from: for exports that somebody else checks. */
import {type Kysely, sql} from 'kysely'
import type {CodedReport} from '../model/contract.ts'
import type {Tables} from './tables.ts'

export interface QuotedReport {
  readonly text: string
  /** SHA-256 of the bytes as received: a page, a file, the text itself. */
  readonly original: string
  /** Instant, UTC, at which these bytes were first received; null where no capture tells. */
  readonly fetchedAt: string | null
  /** Where it names places that are in the gazetteer: half-open offsets. */
  readonly places: readonly {readonly from: number; readonly to: number}[]
}

/** By id of the report. */
export async function quotedReports(
  database: Kysely<Tables>,
  ids: readonly string[]
): Promise<Map<string, QuotedReport>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('reports')
    .select(['id', 'text', 'sha256', sql<CodedReport['places']>`coded -> 'places'`.as('places')])
    .select(
      sql<string | null>`(select min(fetched_at) from captures where captures.sha256 = reports.sha256)`.as(
        'fetched_at'
      )
    )
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({id, text, sha256, fetched_at, places}) => [
      id,
      {
        text,
        original: sha256,
        fetchedAt: fetched_at,
        places: places
          .filter(({gazetteerId}) => gazetteerId !== null)
          .flatMap(({mentions}) => mentions.map(({from, to}) => ({from, to})))
      }
    ])
  )
}
