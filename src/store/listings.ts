/** Lists a page at a time, with exact totals; a page begins behind the keys of the last row of the one before. */
import {type Kysely, sql} from 'kysely'
import type {FoundClaim} from '../model/found-claim.ts'
import type {Listed, ListedIncident, ListedReport} from '../model/listing.ts'
import type {Decision} from '../model/ruling.ts'
import type {AuditRow} from './audit.ts'
import {type ClaimSearch, searchClaims} from './claim-search.ts'
import {type IncidentFilter, matching, partOf} from './incident-filter.ts'
import {behindIn, type IncidentOrder, incidentOrders} from './incident-order.ts'
import {holding, wordsOf} from './search-words.ts'
import type {Tables} from './tables.ts'

const count = sql<number>`count(*)::integer`.as('total')

export interface Page {
  readonly limit: number
  /** As `next` of the page before. */
  readonly after: readonly (string | null)[] | null
}

export interface ReportFilter {
  /** Days, both included. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Words of title, outlet or text; the last may be a beginning. */
  readonly text?: string | undefined
  readonly outlet?: string | undefined
  readonly language?: string | undefined
  /** Whether some incident holds it. */
  readonly inIncident?: boolean | undefined
  /** What a person decided about where it belongs; open: nobody did. */
  readonly decision?: Decision['state'] | 'open' | undefined
}

export interface AuditFilter {
  /** Kind, or kind and id. */
  readonly object?: string | undefined
  readonly who?: string | undefined
  readonly action?: string | undefined
  /** Words of what a person did and why; rows about reports, incidents and captures are found by their object. */
  readonly text?: string | undefined
  /** Instants, UTC, both included. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export interface ItemFilter {
  readonly state?: 'done' | 'failed' | 'skipped' | undefined
  readonly retryable?: boolean | undefined
  /** Part of the origin or the reason. */
  readonly text?: string | undefined
  /** Whether a person gave it up. */
  readonly discarded?: boolean | undefined
  /** Id of the job that it is of. */
  readonly job?: string | undefined
}

export interface ListedItem {
  readonly number: number
  readonly origin: string
  readonly state: 'done' | 'failed' | 'skipped'
  readonly reason: string | null
  readonly report: string | null
  readonly sha256: string | null
  readonly retryable: boolean
  /** Instant, UTC. */
  readonly at: string | null
  /** Why a person gave it up. */
  readonly discarded: string | null
}

/** How much waits for a person. */
export interface Queues {
  readonly unplaced: number
  readonly contested: number
  readonly imprecise: number
  readonly unlinked: number
  readonly failed: number
}

export class Listings {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async incidents(
    filter: IncidentFilter,
    {limit, after}: Page,
    order: IncidentOrder = 'newest'
  ): Promise<Listed<ListedIncident>> {
    const all = matching(this.#database.selectFrom('incidents'), filter)
    const {by, isRising = false} = incidentOrders[order]
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      (after ? all.where(behindIn(order, after)) : all)
        .select(['id', 'row', sql<string | null>`(${by})::text`.as('sorted_by')])
        .orderBy(by, order => (isRising ? order.asc() : order.desc().nullsLast()))
        .orderBy('id')
        .limit(limit + 1)
        .execute()
    ])
    const last = rows[limit - 1]
    return {
      total,
      rows: rows.slice(0, limit).map(({id, row}) => ({id, ...row})),
      next: rows.length > limit && last ? [last.sorted_by, last.id] : null
    }
  }

  /** By day of publication, the newest first, those without a day last. */
  async reports(filter: ReportFilter, {limit, after}: Page): Promise<Listed<ListedReport>> {
    const all = this.#matchingReports(filter)
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      (after ? all.where(behind(after)) : all)
        .select(['id', 'url', 'outlet', 'title', 'published_on', 'language', 'decision'])
        .select(
          sql<
            string[]
          >`array(select incident_id from incident_reports where report_id = reports.id order by 1)`.as(
            'incidents'
          )
        )
        .orderBy('published_on', order => order.desc().nullsLast())
        .orderBy('id')
        .limit(limit + 1)
        .execute()
    ])
    const last = rows[limit - 1]
    return {
      total,
      rows: rows.slice(0, limit).map(({published_on: publishedOn, ...row}) => ({...row, publishedOn})),
      next: rows.length > limit && last ? [last.published_on, last.id] : null
    }
  }

  /** Those of the newest reports first, in the order of each report. */
  claims(filter: ClaimSearch, page: Page): Promise<Listed<FoundClaim>> {
    return searchClaims(this.#database, filter, page)
  }

  /** The newest first. */
  async audit(
    {object, who, action, text, since, until}: AuditFilter,
    {limit, after}: Page
  ): Promise<Listed<AuditRow>> {
    let all = this.#database.selectFrom('audit')
    if (object)
      all = object.includes(' ')
        ? all.where('object', '=', object)
        : all.where(sql<boolean>`starts_with(object, ${`${object} `})`)
    if (who) all = all.where('who', '=', who)
    if (action) all = all.where('action', '=', action)
    if (since) all = all.where('at', '>=', since)
    if (until) all = all.where('at', '<=', until)
    const words = text === undefined ? null : wordsOf(text)
    if (words)
      all = all
        .where(sql<boolean>`object !~ '^(report|incident|capture) '`)
        .where(holding(words, sql`audit_words(object, reason, old, new)`))
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      (after ? all.where('seq', '<', Number(after[0])) : all)
        .select(['seq', 'at', 'who', 'action', 'object', 'old', 'new', 'reason'])
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
    ])
    return {total, rows: rows.slice(0, limit), next: rows.length > limit ? [`${rows[limit - 1]!.seq}`] : null}
  }

  /** The newest first. */
  async items(
    {state, retryable, text, discarded, job}: ItemFilter,
    {limit, after}: Page
  ): Promise<Listed<ListedItem>> {
    let all = this.#database.selectFrom('items')
    if (state) all = all.where('state', '=', state)
    if (retryable !== undefined) all = all.where('retryable', '=', retryable)
    if (discarded !== undefined) all = all.where('discarded', discarded ? 'is not' : 'is', null)
    if (job) all = all.where('shard', '=', job)
    if (text) {
      const part = partOf(text)
      all = all.where(({or, eb}) => or([eb('origin', 'ilike', part), eb('reason', 'ilike', part)]))
    }
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      (after ? all.where('number', '<', Number(after[0])) : all)
        .select([
          'number',
          'origin',
          'state',
          'reason',
          'report_id as report',
          'sha256',
          'retryable',
          'at',
          'discarded'
        ])
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute()
    ])
    return {
      total,
      rows: rows.slice(0, limit),
      next: rows.length > limit ? [`${rows[limit - 1]!.number}`] : null
    }
  }

  async queues(): Promise<Queues> {
    const {rows} = await sql<Queues>`select
      (select count(*)::integer from reports where not exists (select 1 from incident_reports where report_id = reports.id)) as unplaced,
      (select count(*)::integer from incidents where contested) as contested,
      (select count(*)::integer from incidents where precision is null or precision in ('admin1', 'country')) as imprecise,
      (select count(*)::integer from reports where not linked) as unlinked,
      (select count(*)::integer from items where state = 'failed') as failed`.execute(this.#database)
    return rows[0]!
  }

  #matchingReports({since, until, text, outlet, language, inIncident, decision}: ReportFilter) {
    let found = this.#database.selectFrom('reports')
    if (since) found = found.where('published_on', '>=', since)
    if (until) found = found.where('published_on', '<=', until)
    if (outlet) found = found.where('outlet', '=', outlet)
    if (language) found = found.where('language', '=', language)
    if (decision)
      found =
        decision === 'open' ? found.where('decision', 'is', null) : found.where('decision', '=', decision)
    const words = text === undefined ? null : wordsOf(text)
    if (words) found = found.where(holding(words))
    if (inIncident !== undefined)
      found = found.where(
        sql<boolean>`exists (select 1 from incident_reports where report_id = reports.id) = ${inIncident}`
      )
    return found
  }
}

/** Of a list by `published_on` and `id`: what comes after these keys. */
export function behind([day, id]: readonly (string | null)[]) {
  return day === null
    ? sql<boolean>`(published_on is null and id > ${id})`
    : sql<boolean>`(published_on < ${day} or published_on is null or (published_on = ${day} and id > ${id}))`
}
