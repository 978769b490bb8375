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
    const [counted, found] = await Promise.all([
      sql<{
        total: number
      }>`with ${judged} select count(*)::integer as total from judged where ${where}`.execute(database),
      sql<Row>`with ${judged}, page as (
          select * from judged where ${where} and ${behind} order by from_day desc, id limit ${limit + 1})
        select page.*, coalesce(incidents.row, last.row) as row,
          ${lastOf('read', judging.publisher)} as reader, ${lastOf('redaction', null)} as redactor
        from page left join incidents using (id) left join public_intervals as last on last.incident_id = id and last.until_at is null
        order by page.from_day desc, id`.execute(database)
    ])
    const rows = found.rows.slice(0, limit)
    const last = rows.at(-1)
    return {
      total: counted.rows[0]!.total,
      rows: rows.map(row => queuedOf(row, judging.settings)),
      next: found.rows.length > limit && last ? [last.from_day, last.id] : null
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
  const order = sql`array[${sql.join(precisions.map(name => sql.lit(name)))}]`
  const exact = precisions.indexOf(precision) + 1
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
    judged as (
      select own.id, own.from_day, own.state as digest, ${standing(
        at,
        sql`own.origins >= ${origins} and coalesce(array_position(${order}, own.precision), ${sql.lit(precisions.length)}) <= ${exact}
          and own.unsound = 0 and (${!secondReader} or coalesce(is_read, false)) and (${!redaction} or coalesce(is_redacted, false))`
      )} as standing,
        latest.version is not null and latest.digest is distinct from own.state as changed, latest.version,
        case when latest.version is not null then latest.from_at end as public_from,
        own.origins, own.precision as exactness, own.unsound, latest.incident_id is null as is_new,
        array[own.origins >= ${origins}, coalesce(array_position(${order}, own.precision), ${sql.lit(precisions.length)}) <= ${exact}, own.unsound = 0,
          ${!secondReader} or coalesce(is_read, false), ${!redaction} or coalesce(is_redacted, false)] as passes
      from own left join latest on latest.incident_id = own.id left join looked on looked.incident_id = own.id and looked.digest = own.state
      union all
      select incident_id, from_day, null, ${standing(at, sql`false`)}, version is not null, version,
        case when version is not null then from_at end, 0, null, 0, false, array[false, false, false, false, false]
      from gone as latest)`
}

function standing(at: string, isReady: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when latest.incident_id is null then case when ${isReady} then 'ready' else 'failing' end
    when latest.version is null then 'withdrawn' when latest.from_at > ${at} then 'waiting' else 'public' end`
}

function inQueue(queue: QueueId | undefined): RawBuilder<unknown> {
  return queue === undefined ? sql`true` : queue === 'changed' ? sql`changed` : sql`standing = ${queue}`
}

/** Of those that were never published. */
function failing(condition: ConditionId | undefined): RawBuilder<unknown> {
  return condition === undefined
    ? sql`true`
    : sql`(is_new and not passes[${sql.lit(conditionIds.indexOf(condition) + 1)}])`
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
