/**
 * Tellings of different incidents that linking compared and found nearly of one, so that people are shown whom to compare; and
 * what sorts the list of incidents.
 *
 * A store from before has no pairs until its reports are linked anew (`dateline relink --save`).
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  // Incidents stand here too: what is asked is which incidents are near, and rows of tellings are long. No reference to
  // tellings, as with their blocks: whoever removes a telling removes its pairs.
  `create table near_pairs (
    a integer not null, b integer not null, sum double precision not null, one text, other text,
    low text generated always as (least(one, other)) stored,
    high text generated always as (greatest(one, other)) stored,
    primary key (a, b))`,
  `create index near_pairs_b on near_pairs (b)`,
  `create index near_pairs_incidents on near_pairs (low, high, sum) where low <> high`,
  `create index near_pairs_high on near_pairs (high, low, sum) where low <> high`,
  `create index incidents_by_reports on incidents (((row ->> 'reports')::integer) desc, id)`,
  `create index incidents_by_killed on incidents (((row #>> '{figures,killed,high}')::bigint) desc nulls last, id)`,
  `create index incidents_by_change on incidents (since desc, id)`,
  `create index incidents_oldest on incidents (from_day, id)`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
