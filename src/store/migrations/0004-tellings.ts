/**
 * What each report tells of each incident, and the blocks it is filed under, so that linking new reports opens no old one.
 *
 * An older store has no tellings: all its reports are marked as not linked, and the next ingest links them. Its
 * incidents stay until then.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `drop table report_incidents`,
  // "telling" is read as a whole and never asked about: text is smaller and quicker than jsonb.
  `create table tellings (
    number integer generated always as identity primary key, key text not null unique,
    report_id text not null references reports on delete cascade, rank bigint not null, telling text not null,
    component integer, incident_id text)`,
  `create index tellings_report on tellings (report_id)`,
  `create index tellings_component on tellings (component)`,
  `create index tellings_incident on tellings (incident_id)`,
  // No reference to tellings: checking twelve rows a telling would cost more than writing them.
  `create table telling_blocks (
    block bigint not null, rank bigint not null, telling integer not null, primary key (block, rank, telling))`,
  `create index incident_reports_report on incident_reports (report_id)`,
  `update reports set linked = false`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
