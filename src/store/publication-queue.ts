/**
 * Where each incident stands on its way to the public: what the gate asks for, said in SQL alone, so that lists, counts and
 * a single incident cannot differ.
 */
import {type RawBuilder, sql} from 'kysely'
import type {Listed, ListedFigure} from '../model/listing.ts'
import {
  type Condition,
  type ConditionId,
  conditionIds,
  type GateSettings,
  type PublicRow,
  precisions,
  type QueuedIncident,
  type QueueId,
  queueIds
} from '../model/publication.ts'
import type {Rows} from './access.ts'
import type {Page} from './listings.ts'
import {holding, wordsOf} from './search-words.ts'

export interface QueueFilter {
  readonly queue?: QueueId | undefined
  /** Only those that fail this one. */
  readonly condition?: ConditionId | undefined
  /** Days, both included. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly type?: string | undefined
  readonly text?: string | undefined
  readonly ids?: readonly string[] | undefined
}

/** By whom and by what the gate judges. */
export interface Judging {
  readonly settings: GateSettings
  /** Who would publish, whose own reading is none by another; null: whoever it will be. */
  readonly publisher: string | null
}

export type QueueCounts = Readonly<Record<QueueId, number>> & {
  readonly all: number
  /** By the condition that fails, of those that were never published. */
  readonly conditions: Readonly<Record<ConditionId, number>>
}

interface Row {
  readonly id: string
  readonly from_day: string
  readonly row: PublicRow & {readonly figures: Record<string, ListedFigure>}
  readonly digest: string | null
  readonly standing: QueuedIncident['standing']
  readonly changed: boolean
  readonly version: number | null
  readonly public_from: string | null
  readonly origins: number
  readonly exactness: string | null
  readonly unsound: number
  readonly reader: string | null
  readonly redactor: string | null
  readonly passes: readonly boolean[]
}

export const publicationQueue = ({database, now}: Pick<Rows, 'database' | 'now'>) => ({
  /** By day, the newest first. */
  async list(filter: QueueFilter, judging: Judging, {limit, after}: Page): Promise<Listed<QueuedIncident>> {
    const judged = judgedBy(filter, judging, now().toISOString())
    const where = sql`${inQueue(filter.queue)} and ${failing(filter.condition)}`
    const behind = after
      ? sql`(from_day < ${after[0]} or (from_day = ${after[0]} and id > ${after[1]}))`
      : sql`true`
    // Judged once, for the number and the page.
    const {rows: found} = await sql<Row & {readonly total: number}>`with ${judged}, page as (
        select * from judged where ${where} and ${behind} order by from_day desc, id limit ${limit + 1})
      select counted.total, page.*, array[passes_1, passes_2, passes_3, passes_4, passes_5] as passes,
        coalesce(incidents.row, last.row) as row,
        ${lastOf('read', judging.publisher)} as reader, ${lastOf('redaction', null)} as redactor
      from (select count(*)::integer as total from judged where ${where}) as counted left join page on true
        left join incidents on incidents.id = page.id left join public_intervals as last on last.incident_id = page.id and last.until_at is null
      order by page.from_day desc, page.id`.execute(database)
    const rows = found.filter(({id}) => id !== null).slice(0, limit)
    const last = rows.at(-1)
    return {
      total: found[0]!.total,
      rows: rows.map(row => queuedOf(row, judging.settings)),
      next: found.length > limit && last ? [last.from_day, last.id] : null
    }
  },

  /** Exact numbers of each queue; all of them but `changed` sum to `all`. */
  async counts(filter: Omit<QueueFilter, 'queue' | 'condition'>, judging: Judging): Promise<QueueCounts> {
    const counts = [
      sql`count(*)::integer as all`,
      ...queueIds.map(
        queue => sql`(count(*) filter (where ${inQueue(queue)}))::integer as ${sql.ref(queue)}`
      ),
      ...conditionIds.map(
        id => sql`(count(*) filter (where ${failing(id)}))::integer as ${sql.ref(`fails ${id}`)}`
      )
    ]
    const {rows} = await sql<Record<string, number>>`
      with ${judgedBy(filter, judging, now().toISOString())} select ${sql.join(counts)} from judged`.execute(
      database
    )
    const [own] = rows
    return {
      all: own!.all!,
      ...(Object.fromEntries(queueIds.map(queue => [queue, own![queue]!])) as Record<QueueId, number>),
      conditions: Object.fromEntries(conditionIds.map(id => [id, own![`fails ${id}`]!])) as Record<
        ConditionId,
        number
      >
    }
  }
})

function judgedBy(
  {since, until, type, text, ids}: QueueFilter,
  {settings, publisher}: Judging,
  at: string
): RawBuilder<unknown> {
  const {origins, precision, secondReader, redaction} = settings
  const exact = precisions.slice(0, precisions.indexOf(precision) + 1)
  const passes = sql`own.origins >= ${origins} as passes_1,
        ${precision === 'none' ? sql`true` : sql`coalesce(own.precision in (${sql.join(exact.map(name => sql.lit(name)))}), false)`} as passes_2,
        own.unsound = 0 as passes_3, ${secondReader ? sql`coalesce(is_read, false)` : sql`true`} as passes_4,
        ${redaction ? sql`coalesce(is_redacted, false)` : sql`true`} as passes_5`
  const words = text === undefined ? null : wordsOf(text)
  const narrowed = (day: {from: string; to: string; type: string; id: string}) =>
    sql.join(
      [
        sql`true`,
        since && sql`${sql.raw(day.to)} >= ${since}`,
        until && sql`${sql.raw(day.from)} <= ${until}`,
        type && sql`${sql.raw(day.type)} = ${type}`,
        words && holding(words),
        ids && sql`${sql.raw(day.id)} in (${sql.join([...ids, ''])})`
      ].filter(Boolean),
      sql` and `
    )
  const own = {from: 'from_day', to: 'to_day', type: 'type', id: 'id'}
  const gone = {
    from: 'from_day',
    to: "left(row #>> '{when,to}', 10)",
    type: "row ->> 'type'",
    id: 'incident_id'
  }
  return sql`latest as (select * from public_intervals where until_at is null),
    own as (select id, from_day, state, origins, precision, unsound from incidents where ${narrowed(own)}),
    gone as (select * from latest where not exists (select 1 from incidents where id = incident_id) and ${narrowed(gone)}),
    looked as (
      select incident_id, digest, bool_or(kind = 'read' and who is distinct from ${publisher}::text) as is_read,
        bool_or(kind = 'redaction') as is_redacted
      from held_readings group by incident_id, digest),
    found as (
      select own.*, ${passes}, latest.incident_id, latest.version, latest.from_at, latest.digest
      from own left join latest on latest.incident_id = own.id left join looked on looked.incident_id = own.id and looked.digest = own.state
      union all
      select incident_id, from_day, null, 0, null, 0, false, false, false, false, false, incident_id, version, from_at, digest from gone),
    judged as (
      select id, from_day, state as digest, case
          when incident_id is null then case when passes_1 and passes_2 and passes_3 and passes_4 and passes_5 then 'ready' else 'failing' end
          when version is null then 'withdrawn' when from_at > ${at} then 'waiting' else 'public' end as standing,
        version is not null and digest is distinct from state as changed, version, case when version is not null then from_at end as public_from,
        origins, precision as exactness, unsound, incident_id is null as is_new, passes_1, passes_2, passes_3, passes_4, passes_5
      from found)`
}

function inQueue(queue: QueueId | undefined): RawBuilder<unknown> {
  return queue === undefined ? sql`true` : queue === 'changed' ? sql`changed` : sql`standing = ${queue}`
}

/** Of those that were never published. */
function failing(condition: ConditionId | undefined): RawBuilder<unknown> {
  return condition === undefined
    ? sql`true`
    : sql`(is_new and not ${sql.ref(`passes_${conditionIds.indexOf(condition) + 1}`)})`
}

/** Who last looked at the present state: another than the publisher, where there is one. */
function lastOf(kind: 'read' | 'redaction', publisher: string | null): RawBuilder<unknown> {
  return sql`(select who from held_readings as reading where reading.incident_id = page.id and reading.kind = ${kind}
    and reading.digest = page.digest order by (who is distinct from ${publisher}::text) desc, at desc limit 1)`
}

function queuedOf(row: Row, settings: GateSettings): QueuedIncident {
  const {headline, type, when, place, figures, reports} = row.row
  return {
    id: row.id,
    headline,
    type,
    when,
    place: place && {name: place.name, country: place.country, precision: place.precision},
    figures,
    reports,
    digest: row.digest,
    standing: row.standing,
    changed: row.changed,
    version: row.version,
    publicFrom: row.public_from,
    conditions: row.digest === null ? [] : conditionsOf(row, settings)
  }
}

function conditionsOf(row: Row, settings: GateSettings): Condition[] {
  const {origins, precision, secondReader, redaction} = settings
  const values: Record<ConditionId, Pick<Condition, 'asked' | 'is' | 'needs'>> = {
    origins: {asked: true, is: row.origins, needs: origins},
    place: {asked: precision !== 'none', is: row.exactness ?? 'none', needs: precision},
    figures: {asked: true, is: row.unsound, needs: 0},
    'second-reader': {asked: secondReader, is: row.reader, needs: null},
    redaction: {asked: redaction, is: row.redactor, needs: null}
  }
  return conditionIds.map((id, i) => ({id, passes: row.passes[i]!, ...values[id]}))
}
