/**
 * What a store holds as the lines of src/model/held-line.ts, in their order, a few megabytes at a time.
 *
 * Rows are asked for by the key behind the last one: how much is in memory does not grow with the store.
 */
import {type Kysely, sql} from 'kysely'
import type {
  CaptureLine,
  HeldLine,
  IncidentLine,
  NameLine,
  OriginalLine,
  ReportLine
} from '../../model/held-line.ts'
import type {Ruling} from '../../model/ruling.ts'
import {codedReports} from '../coded-reports.ts'
import type {IncidentFilter} from '../incident-filter.ts'
import {lacking} from '../rulings.ts'
import type {Tables} from '../tables.ts'
import {chosenIncidents, chosenReports, takesAll} from './chosen.ts'

type Database = Kysely<Tables>

/** Keys that are asked for at once. */
const mostKeys = 1000
/** Bytes of rows that are asked for at once. */
const most = 2 * 2 ** 20

interface Sized {
  readonly key: string
  readonly size: number
}

/** All but the names, of which `namesIn` gives all. Reports are as they were read. */
export async function* heldLines(database: Database, filter: IncidentFilter): AsyncGenerator<HeldLine> {
  const chosen = takesAll(filter) ? null : filter
  yield* originalLines(database, chosen)
  yield* captureLines(database, chosen)
  yield* reportLines(database, chosen)
  yield* rulingLines(database, chosen)
}

async function* originalLines(
  database: Database,
  filter: IncidentFilter | null
): AsyncGenerator<OriginalLine> {
  const rows = (after: string) => {
    // What is the text of a report is made from it again.
    const query = database
      .selectFrom('originals')
      .select(['sha256 as key', sql<number>`octet_length(bytes)`.as('size')])
      .where('sha256', '>', after)
      .where(
        sql<boolean>`not exists (select 1 from reports where reports.sha256 = originals.sha256 and given -> 'made' is null
          and octet_length(text) = octet_length(bytes) and convert_to(text, 'UTF8') = bytes)`
      )
      .orderBy('sha256')
      .limit(mostKeys)
    return filter
      ? query.where('sha256', 'in', eb =>
          eb.selectFrom('reports').select('sha256').where('id', 'in', chosenReports(database, filter))
        )
      : query
  }
  for await (const keys of inParts(after => rows(after).execute())) {
    const found = await database
      .selectFrom('originals')
      .selectAll()
      .where('sha256', 'in', keys)
      .orderBy('sha256')
      .execute()
    for (const {sha256, bytes} of found)
      yield {kind: 'original', sha256, bytes: Buffer.from(bytes).toString('base64')}
  }
}

async function* captureLines(database: Database, filter: IncidentFilter | null): AsyncGenerator<CaptureLine> {
  let after = 0
  while (true) {
    let query = database
      .selectFrom('captures')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(mostKeys / 5)
    if (filter)
      query = query.where('sha256', 'in', eb =>
        eb.selectFrom('reports').select('sha256').where('id', 'in', chosenReports(database, filter))
      )
    const rows = await query.execute()
    if (rows.length === 0) return
    for (const row of rows)
      yield {
        kind: 'capture',
        sha256: row.sha256,
        origin: row.origin,
        length: row.length,
        mediaType: row.media_type,
        requestedUrl: row.requested_url,
        redirects: row.redirects,
        finalUrl: row.final_url,
        status: row.status,
        headers: row.headers as CaptureLine['headers'],
        fetchedAt: row.fetched_at,
        keptAt: row.kept_at,
        feed: row.feed,
        tool: row.tool
      }
    after = Number(rows.at(-1)!.number)
  }
}

async function* reportLines(database: Database, filter: IncidentFilter | null): AsyncGenerator<ReportLine> {
  const rows = (after: string) => {
    const query = database
      .selectFrom('reports')
      .select(['id as key', sql<number>`octet_length(text) + pg_column_size(coded)`.as('size')])
      .where('id', '>', after)
      .orderBy('id')
      .limit(mostKeys)
    return filter ? query.where('id', 'in', chosenReports(database, filter)) : query
  }
  for await (const keys of inParts(after => rows(after).execute())) {
    const given = await database
      .selectFrom('reports')
      .select(['id', 'given'])
      .where('id', 'in', keys)
      .execute()
    const byId = new Map(given.map(row => [row.id, row.given]))
    for (const coded of await codedReports(database, keys, {asRead: true}))
      yield {kind: 'report', coded, given: (byId.get(coded.report.id) ?? null) as ReportLine['given']}
  }
}

/** Those that name one of the reports, and what undoes them. */
async function* rulingLines(
  database: Database,
  filter: IncidentFilter | null
): AsyncGenerator<{kind: 'ruling'; ruling: Ruling}> {
  let after = 0
  while (true) {
    let query = database
      .selectFrom('rulings')
      .select(['seq', 'ruling'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(mostKeys / 5)
    if (filter)
      query = query.where(
        sql<boolean>`id in (
          with recursive named as (
            select distinct ruling_id as id from ruling_targets where report_id in (${chosenReports(database, filter)})
            union
            select rulings.id from rulings join named on rulings.undoes = named.id)
          select id from named)`
      )
    const rows = await query.execute()
    if (rows.length === 0) return
    for (const {ruling} of rows) yield {kind: 'ruling', ruling: {...lacking, ...ruling}}
    after = Number(rows.at(-1)!.seq)
  }
}

export async function* incidentLines(
  database: Database,
  filter: IncidentFilter
): AsyncGenerator<IncidentLine> {
  let after = ''
  while (true) {
    const rows = await chosenIncidents(database, filter)
      .select('state')
      .where('id', '>', after)
      .orderBy('id')
      .limit(mostKeys)
      .execute()
    if (rows.length === 0) return
    for (const {id, state} of rows) yield {kind: 'incident', id, state}
    after = rows.at(-1)!.id
  }
}

/** Of all of the store; restricted ones first. */
export async function namesIn(database: Database): Promise<NameLine[]> {
  const restricted = await database
    .selectFrom('restricted_names')
    .selectAll()
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const cleared = await database
    .selectFrom('cleared_names')
    .selectAll()
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const said = (row: {id: string; name: string; reason: string; made_by: string; made_at: string}) => ({
    id: row.id,
    name: row.name,
    reason: row.reason,
    by: row.made_by,
    at: row.made_at
  })
  return [
    ...restricted.map(row => ({kind: 'restricted-name' as const, ...said(row)})),
    ...cleared.map(row => ({kind: 'cleared-name' as const, ...said(row), incident: row.incident}))
  ]
}

/** Keys in their order, so many at a time as are not too large together; one that is too large comes alone. */
async function* inParts(rows: (after: string) => Promise<Sized[]>): AsyncGenerator<string[]> {
  let after = ''
  while (true) {
    const found = await rows(after)
    if (found.length === 0) return
    let [part, size]: [string[], number] = [[], 0]
    for (const row of found) {
      if (part.length && size + row.size > most) {
        yield part
        ;[part, size] = [[], 0]
      }
      part.push(row.key)
      size += row.size
    }
    yield part
    after = found.at(-1)!.key
  }
}
