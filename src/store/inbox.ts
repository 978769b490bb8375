/** Reports in queues: counted in one pass, listed a page at a time with what is proposed and claimed; and queues that people saved. */
import {type Kysely, type SelectQueryBuilder, sql, type Transaction} from 'kysely'
import type {DeskChange} from '../model/desk-change.ts'
import type {
  InboxCounts,
  InboxFilter,
  InboxRow,
  ListedClaim,
  Proposal,
  QueueId,
  SavedQueue
} from '../model/inbox.ts'
import type {Listed} from '../model/listing.ts'
import {blocksOf} from './blocks.ts'
import {behind, type Page} from './listings.ts'
import {holding, wordsOf} from './search-words.ts'
import type {Tables} from './tables.ts'

type QueueRow = Extract<DeskChange, {kind: 'queue'}>['row']
type Change = <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>
type Query = SelectQueryBuilder<Tables, 'triage', object>

const conditions: Readonly<Record<QueueId, ReturnType<typeof sql<boolean>>>> = {
  new: sql`decision is null`,
  duplicates: sql`decision is null and duplicate`,
  conflicting: sql`decision is null and conflicting`,
  imprecise: sql`decision is null and imprecise`,
  settled: sql`decision is not null and decision = 'settled'`,
  discarded: sql`decision is not null and decision = 'discarded'`
}

/** Characters of a text that stand for a title. */
const openingLength = 160
/** Claims of a row: figures tell most. */
const mostClaims = 8

export class Inbox {
  readonly #database: Kysely<Tables>
  readonly #change: Change

  constructor(database: Kysely<Tables>, change: Change) {
    this.#database = database
    this.#change = change
  }

  /** `owner`: whose own queues are counted too. */
  async counts(owner: string): Promise<InboxCounts> {
    const {rows} = await sql<Record<QueueId | 'total' | 'failed', number>>`
      select count(*)::integer as total, ${sql.join(
        Object.entries(conditions).map(
          ([id, condition]) => sql`count(*) filter (where ${condition})::integer as ${sql.ref(id)}`
        )
      )}, (select count(*)::integer from items where state = 'failed' and discarded is null) as failed
      from triage`.execute(this.#database)
    const {total, failed, ...queues} = rows[0]!
    const own: InboxCounts['own'] = []
    for (const queue of await this.savedBy(owner))
      own.push({...queue, count: await this.#count(this.#matching(queue.filter))})
    return {total, failed, queues, own}
  }

  /** By day of publication, the newest first, those without a day last. */
  async list(filter: InboxFilter, {limit, after}: Page): Promise<Listed<InboxRow>> {
    const all = this.#matching(filter)
    const total = await this.#count(all)
    const found = await (after ? all.where(behind(after)) : all)
      .select(['id', 'published_on'])
      .orderBy('published_on', order => order.desc().nullsLast())
      .orderBy('id')
      .limit(limit + 1)
      .execute()
    const last = found[limit - 1]
    return {
      total,
      rows: await this.rows(found.slice(0, limit).map(({id}) => id)),
      next: found.length > limit && last ? [last.published_on, last.id] : null
    }
  }

  /** In the order of these ids; those that are not held are left out. */
  async rows(ids: readonly string[]): Promise<InboxRow[]> {
    if (ids.length === 0) return []
    const reports = await this.#database
      .selectFrom('reports')
      .innerJoin('triage', 'triage.id', 'reports.id')
      .select(['reports.id', 'outlet', 'title', 'language', 'reports.published_on', 'seen_at'])
      .select(sql<string | null>`case when title is null then left(text, ${openingLength}) end`.as('opening'))
      .where('reports.id', 'in', ids)
      .execute()
    const [decisions, proposals, claims] = [
      await this.decisions(ids),
      await this.#proposals(ids),
      await this.#claims(ids)
    ]
    const rows = new Map(
      reports.map(({published_on, seen_at, ...report}) => [
        report.id,
        {
          ...report,
          publishedOn: published_on,
          seenAt: seen_at,
          decision: decisions.get(report.id) ?? null,
          proposals: proposals.get(report.id) ?? [],
          ...(claims.get(report.id) ?? {claims: [], claimsLeft: 0})
        }
      ])
    )
    return ids.flatMap(id => rows.get(id) ?? [])
  }

  /** What people decided about these reports; one that is open is left out. */
  async decisions(ids: readonly string[]): Promise<Map<string, NonNullable<InboxRow['decision']>>> {
    const found = new Map<string, NonNullable<InboxRow['decision']>>()
    for (const block of blocksOf(ids)) {
      const rows = await this.#database
        .selectFrom('reports')
        .innerJoin('rulings', 'rulings.id', 'reports.decided_by')
        .select(['reports.id', 'decision', 'ruling'])
        .where('reports.id', 'in', block)
        .execute()
      for (const {id, decision, ruling} of rows)
        if (decision)
          found.set(id, {
            state: decision,
            ruling: ruling.id,
            kind: ruling.kind,
            ground: ruling.ground ?? null,
            by: ruling.by,
            at: ruling.at,
            reason: ruling.reason
          })
    }
    return found
  }

  /** In the order in which they were saved. */
  async savedBy(owner: string): Promise<SavedQueue[]> {
    return this.#database
      .selectFrom('saved_queues')
      .select(['id', 'name', 'filter'])
      .where('owner', '=', owner)
      .orderBy('made_at')
      .orderBy('id')
      .execute()
  }

  /** null: there is one of this name, or there are so many that no more are kept. */
  async save(owner: string, {id, name, filter}: SavedQueue, at: string): Promise<SavedQueue | null> {
    return this.#change(async tx => {
      const row = await tx
        .insertInto('saved_queues')
        .values({id, owner, name, filter: JSON.stringify(filter), made_at: at})
        .onConflict(clash => clash.doNothing())
        .returning(['id', 'name', 'filter'])
        .executeTakeFirst()
      return row ?? null
    })
  }

  /** One that was given up, as it was. Gives back how many were not there. */
  async put(row: QueueRow): Promise<number> {
    const done = await this.#change(tx =>
      tx
        .insertInto('saved_queues')
        .values({...row, filter: JSON.stringify(row.filter)})
        .onConflict(clash => clash.doNothing())
        .executeTakeFirst()
    )
    return Number(done.numInsertedOrUpdatedRows)
  }

  /** Gives back what was given up; null where there was none of theirs. */
  async remove(owner: string, id: string): Promise<QueueRow | null> {
    return this.#change(async tx => {
      const gone = await tx
        .deleteFrom('saved_queues')
        .where('owner', '=', owner)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      return gone ?? null
    })
  }

  async #count(all: Query): Promise<number> {
    const {total} = await all.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
    return total
  }

  #matching({queue, text, outlet, language, since, until, score}: InboxFilter): Query {
    let found: Query = this.#database.selectFrom('triage').where(conditions[queue])
    if (since) found = found.where('published_on', '>=', since)
    if (until) found = found.where('published_on', '<=', until)
    if (score !== undefined) found = found.where('score', '>=', score)
    const words = text === undefined ? null : wordsOf(text)
    if (!words && !outlet && !language) return found
    let of = this.#database.selectFrom('reports').select('reports.id')
    if (outlet) of = of.where('outlet', '=', outlet)
    if (language) of = of.where('language', '=', language)
    if (words) of = of.where(holding(words))
    // Found once: a planner that knows nothing of the store would ask for each report by itself.
    return found.where(sql<boolean>`id in (with found as materialized (${of}) select id from found)`)
  }

  /** By laterals, so that each is asked by its key whatever the planner thinks of the sizes. */
  async #proposals(ids: readonly string[]): Promise<Map<string, Proposal[]>> {
    const {rows} = await sql<Proposal & {report: string}>`
      select asked.id as report, tellings.key as telling, incidents.id as incident, row ->> 'headline' as headline, incidents.type,
        row -> 'when' as when, case when jsonb_typeof(row -> 'place') = 'object' then (row -> 'place') - 'lat' - 'lon' end as place,
        (row -> 'reports')::integer as reports, score, conflicts, row -> 'figures' as figures,
        case when copies is not null then jsonb_build_object('report', copies, 'outlet', (select outlet from reports where id = copies)) end as copies
      from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as asked(id)
      cross join lateral (select number, key, incident_id, score from tellings where report_id = asked.id offset 0) as tellings
      cross join lateral (select id, type, row from incidents where id = tellings.incident_id offset 0) as incidents
      cross join lateral (
        select copies, conflicts from incident_reports where incident_id = incidents.id and report_id = asked.id offset 0) as told
      order by tellings.number`.execute(this.#database)
    const own = Map.groupBy(rows, ({report}) => report)
    return new Map(
      [...own].map(([report, found]) => [report, found.map(({report: _, ...proposal}) => proposal)])
    )
  }

  async #claims(ids: readonly string[]): Promise<Map<string, Pick<InboxRow, 'claims' | 'claimsLeft'>>> {
    const {rows} = await sql<{report: string; claims: ListedClaim[]; total: number}>`
      select asked.id as report, shown.claims, (select count(*)::integer from claims where report_id = asked.id) as total
      from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as asked(id)
      cross join lateral (
        select jsonb_agg(jsonb_build_object('id', claim_id, 'about', about, 'outcome', claim #> '{casualties,outcome}',
          'group', claim #> '{casualties,group}', 'min', claim #> '{casualties,count,min}', 'max', claim #> '{casualties,count,max}',
          'type', claim #> '{event,type}', 'kind', claim #> '{attribution,-1,kind}', 'interest', claim -> 'interest',
          'certainty', claim -> 'certainty', 'polarity', claim -> 'polarity', 'realis', claim -> 'realis')) as claims
        from (
          select * from claims where report_id = asked.id
          order by case about when 'casualties' then 0 when 'denial' then 1 when 'event' then 2 else 3 end, position limit ${mostClaims}) as first) as shown
      where shown.claims is not null`.execute(this.#database)
    return new Map(
      rows.map(({report, claims, total}) => [report, {claims, claimsLeft: total - claims.length}])
    )
  }
}
