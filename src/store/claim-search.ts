/** Claims by what they say and who says it: a page at a time, those of the newest reports first, with the exact total. */
import {type Kysely, sql} from 'kysely'
import type {ClaimFilter, FoundClaim} from '../model/found-claim.ts'
import type {Listed} from '../model/listing.ts'
import {type IncidentFilter, matching as matchingIncidents} from './incident-filter.ts'
import type {Page} from './listings.ts'
import {holding, wordsOf} from './search-words.ts'
import type {Tables} from './tables.ts'

export interface ClaimSearch extends ClaimFilter {
  /** Of reports that tell of such an incident. */
  readonly of?: IncidentFilter
}

export async function searchClaims(
  database: Kysely<Tables>,
  filter: ClaimSearch,
  {limit, after}: Page
): Promise<Listed<FoundClaim>> {
  const all = matching(
    database,
    filter,
    filter.incident === undefined ? null : await keysIn(database, filter.incident)
  )
  const {total} = await all.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
  const found = await (after ? all.where(behind(after)) : all)
    .select(['report_id', 'claim_id', 'published_on', 'position'])
    .orderBy('published_on', order => order.desc().nullsLast())
    .orderBy('report_id')
    .orderBy('position')
    .limit(limit + 1)
    .execute()
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const {rows} = await sql<FoundClaim>`
    select claims.claim || jsonb_build_object('key', report_id || '/' || claim_id, 'report', report_id) as claim,
      jsonb_build_object('id', reports.id, 'url', url, 'outlet', outlet, 'title', title, 'publishedOn', published_on, 'language', language) as report,
      array(select incident_id from tellings
        where tellings.report_id = claims.report_id and incident_id is not null group by 1 order by 1) as incidents
    from jsonb_to_recordset(${JSON.stringify(shown.map(({report_id, claim_id}, at) => ({report_id, claim_id, at})))}::text::jsonb)
      as asked(report_id text, claim_id text, at integer)
    join claims using (report_id, claim_id)
    join reports on reports.id = claims.report_id
    order by asked.at`.execute(database)
  return {
    total,
    rows,
    next: found.length > limit && last ? [last.published_on, last.report_id, `${last.position}`] : null
  }
}

interface ClaimKey {
  readonly report: string
  readonly id: string
}

function matching(
  database: Kysely<Tables>,
  {text, source, about, outcome, kind, interest, polarity, report, of = {}}: ClaimSearch,
  keys: readonly ClaimKey[] | null
) {
  let found = database.selectFrom('claim_facts')
  // Asked one by one: a planner that knows nothing of the store would walk all claims for them.
  if (keys)
    found = database.selectFrom(
      sql<Tables['claim_facts']>`(
        select facts.* from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as own(report text, id text)
        cross join lateral (
          select * from claim_facts where report_id = own.report and claim_id = own.id offset 0) as facts)`.as(
        'claim_facts'
      )
    ) as unknown as typeof found
  for (const [column, value] of Object.entries({about, outcome, kind, interest, polarity, report_id: report}))
    if (value !== undefined) found = found.where(sql.ref(column), '=', value)
  const [words, names] = [text, source].map(asked => (asked === undefined ? null : wordsOf(asked)))
  if (words) found = found.where(holding(words))
  if (names) found = found.where(holding(names, sql.ref('source')))
  if (Object.values(of).some(value => value !== undefined))
    found = found.where(
      'report_id',
      'in',
      database
        .selectFrom('tellings')
        .select('report_id')
        .where('incident_id', 'in', matchingIncidents(database.selectFrom('incidents'), of).select('id'))
    )
  return found
}

/** Report and id of each claim of an incident. */
async function keysIn(database: Kysely<Tables>, incident: string): Promise<ClaimKey[]> {
  const {rows} = await sql<ClaimKey>`
    select claim ->> 'report' as report, claim ->> 'id' as id
    from incidents, jsonb_array_elements(incident -> 'claims') as own(claim) where incidents.id = ${incident}`.execute(
    database
  )
  return rows
}

function behind([day, report, position]: readonly (string | null)[]) {
  const inReport = sql`(report_id > ${report} or (report_id = ${report} and position > ${Number(position)}))`
  return day === null
    ? sql<boolean>`(published_on is null and ${inReport})`
    : sql<boolean>`(published_on < ${day} or published_on is null or (published_on = ${day} and ${inReport}))`
}
