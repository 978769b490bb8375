/** Which incidents are near each other: pairs to be looked at, and what it takes to find the nearest of one. */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {Listed, ListedIncident} from '../model/listing.ts'
import {LinkRows, type StoredTelling} from './link-rows.ts'
import type {Page} from './listings.ts'
import type {Tables} from './tables.ts'

export interface NearIncidents {
  readonly one: ListedIncident
  readonly other: ListedIncident
  /** Of the likest two tellings. */
  readonly sum: number
}

export class NearRows {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /**
   * Pairs of incidents that nobody has ruled on, the likest first.
   *
   * `parting`: ids of the rulings that hold and say of two incidents that they are not one, or how else they hang together.
   */
  async open(parting: readonly string[], {limit, after}: Page): Promise<Listed<NearIncidents>> {
    // What is ruled on is found from the rulings: of each the incidents of its two sides, not every telling with every other;
    // "not in" is looked up in a table of hashes, whatever the database expects of their number.
    const behind = after
      ? sql`where sum < ${after[0]}::text::double precision
          or (sum = ${after[0]}::text::double precision and (low, high) > (${after[1]}, ${after[2]}))`
      : sql``
    const {rows: found} = await sql<{
      total: number
      rows: {low: string; high: string; sum: number; one: object; other: object}[]
    }>`with side as materialized (
        select array_agg(distinct incident_id) filter (where part = 'tellings') as moved,
          array_agg(distinct incident_id) filter (where part <> 'tellings') as kept
        from jsonb_array_elements_text(${JSON.stringify(parting)}::jsonb) as asked(ruling) join ruling_targets on ruling_id = asked.ruling
        join tellings on key = found
        where part in ('tellings', 'others', 'leaves') and incident_id is not null group by ruling_id),
      told as materialized (
        select distinct least(x, y) as low, greatest(x, y) as high from side, unnest(moved) as x, unnest(kept) as y),
      open as materialized (
        select low, high, max(sum) as sum from near_pairs
        where low <> high and (low, high) not in (select low, high from told)
        group by low, high),
      page as (select * from open ${behind} order by sum desc, low, high limit ${limit + 1})
      select (select count(*)::integer from open) as total,
        (select coalesce(jsonb_agg(jsonb_build_object('low', low, 'high', high, 'sum', page.sum, 'one', one.row, 'other', other.row)
          order by page.sum desc, low, high), '[]')
        from page join incidents one on one.id = low join incidents other on other.id = high) as rows`.execute(
      this.#database
    )
    const {total, rows} = found[0]!
    const last = rows[limit - 1]
    const listed = (id: string, row: unknown): ListedIncident => ({
      id,
      ...(row as Omit<ListedIncident, 'id'>)
    })
    return {
      total,
      rows: rows
        .slice(0, limit)
        .map(({low, high, sum, one, other}) => ({one: listed(low, one), other: listed(high, other), sum})),
      next: rows.length > limit && last ? [`${last.sum}`, last.low, last.high] : null
    }
  }

  /** Pairs of ids of incidents that these rulings tell apart, each in order; of those with one of these incidents. */
  async told(parting: readonly string[], incident: string): Promise<{id: string; kind: string}[]> {
    const {rows} = await sql<{id: string; kind: string}>`
      with own as materialized (
        select distinct ruling_id, part = 'tellings' as moved from tellings join ruling_targets on found = key
        where incident_id = ${incident} and part in ('tellings', 'others', 'leaves')
          and ruling_id in (select jsonb_array_elements_text(${JSON.stringify(parting)}::jsonb)))
      select distinct on (incident_id) incident_id as id, rulings.kind
      from own join ruling_targets on ruling_targets.ruling_id = own.ruling_id and part in ('tellings', 'others', 'leaves')
        and (part = 'tellings') <> own.moved
      join tellings on key = found join rulings on rulings.id = own.ruling_id
      where incident_id <> ${incident} order by incident_id, rulings.seq desc`.execute(this.#database)
    return rows
  }

  /** The first tellings of an incident, so many at most. */
  async tellingsOf(incident: string, most: number): Promise<StoredTelling[]> {
    const rows = await this.#database
      .selectFrom('tellings')
      .select('number')
      .where('incident_id', '=', incident)
      .orderBy('number')
      .limit(most)
      .execute()
    const tellings = await this.linked.numbered(rows.map(({number}) => number))
    return tellings.sort((a, b) => a.number - b.number)
  }

  /** Rows of the list, by id; one that is not held is left out. */
  async listed(ids: readonly string[]): Promise<Map<string, ListedIncident>> {
    const rows = await this.#database
      .selectFrom('incidents')
      .select(['id', 'row'])
      .where('id', 'in', [...ids, ''])
      .execute()
    return new Map(rows.map(({id, row}) => [id, {id, ...row}]))
  }

  /** What linking asks of blocks and tellings, to be read alone. */
  get linked(): Pick<LinkRows, 'firstIn' | 'numbered' | 'keyed'> {
    // These read one statement each, so that they need no transaction.
    return new LinkRows(this.#database as Transaction<Tables>)
  }
}
