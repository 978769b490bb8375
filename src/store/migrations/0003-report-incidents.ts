/**
 * The incidents of each report by day and place, so that linking asks only for those around the new ones,
 * and whether a report has been linked: an ingest that was cut short is taken up by the next.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create table report_incidents (
    report_id text not null references reports on delete cascade, incident_id text not null, type text not null,
    from_day text not null, to_day text not null, place text, country text, lat double precision, lon double precision,
    primary key (report_id, incident_id))`,
  `create index report_incidents_day on report_incidents (from_day)`,
  `insert into report_incidents
    select reports.id, incident ->> 'id', incident ->> 'type', left(incident #>> '{when,from}', 10), left(incident #>> '{when,to}', 10),
      place ->> 'name', place ->> 'country', (place ->> 'lat')::double precision, (place ->> 'lon')::double precision
    from reports
    cross join lateral jsonb_array_elements(coded -> 'incidents') as incident
    left join lateral jsonb_array_elements(coded -> 'places') as place on place -> 'id' = incident -> 'place'`,
  `alter table reports add column linked boolean not null default false`,
  `create index reports_unlinked on reports (id) where not linked`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
