/**
 * What the inbox is counted and listed by: for each report one narrow row, so that no queue is read from texts and codings.
 *
 * A row comes with its report and follows what people decide about it, by triggers; what linking found of the report
 * is written by linking. How likely a telling is of its incident (`score`) is not known of what an older store linked:
 * it is there when the incident is linked next.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `alter table tellings add column score double precision`,
  `alter table incident_reports add column copies text, add column conflicts jsonb not null default '[]'`,
  `update incident_reports set copies = edge ->> 'to'
    from incidents, jsonb_array_elements(incident #> '{origins,edges}') as edge
    where incidents.id = incident_id and edge ->> 'kind' = 'copies' and edge ->> 'from' = report_id`,
  `update incident_reports set conflicts = found.outcomes
    from (
      select incidents.id, told.report, jsonb_agg(distinct outcome) as outcomes
      from incidents, jsonb_each(incident #> '{assessments,dateline}') as own(outcome, figure),
        jsonb_array_elements(figure -> 'accounts') as account, jsonb_array_elements_text(account -> 'reports') as told(report)
      where figure -> 'contested' = 'true' and account ->> 'status' <> 'superseded' group by 1, 2) as found
    where found.id = incident_id and found.report = report_id`,

  `create table triage (
    id text primary key references reports on delete cascade, published_on text, seen_at text, decision text,
    duplicate boolean not null default false, conflicting boolean not null default false, imprecise boolean not null default false,
    score double precision)`,
  `create index triage_listed on triage (published_on desc nulls last, id)`,
  `insert into triage (id, published_on, seen_at, decision, duplicate, conflicting, imprecise)
    select id, published_on, seen.at, decision, coalesce(duplicate, false), coalesce(conflicting, false), coalesce(imprecise, false)
    from reports
    left join (select report_id, min(at) as at from items where state = 'done' group by 1) as seen on seen.report_id = reports.id
    left join (
      select report_id, bool_or(copies is not null) as duplicate, bool_or(conflicts <> '[]') as conflicting,
        bool_or(precision is null or precision in ('admin1', 'country')) as imprecise
      from incident_reports join incidents on incidents.id = incident_id group by 1) as told on told.report_id = reports.id`,
  `create function triage_begins() returns trigger language plpgsql as $$
    begin
      insert into triage (id, published_on, seen_at, decision) select id, published_on, change_at(), decision from written;
      return null;
    end $$`,
  `create trigger triage_begins after insert on reports referencing new table as written for each statement execute function triage_begins()`,
  `create function triage_follows() returns trigger language plpgsql as $$
    begin
      update triage set decision = new.decision, published_on = new.published_on where id = new.id;
      return null;
    end $$`,
  `create trigger triage_follows after update of decision, published_on on reports for each row
    when (old.decision is distinct from new.decision or old.published_on is distinct from new.published_on) execute function triage_follows()`,
  `create index items_failed on items (number) where state = 'failed'`,

  `create table saved_queues (
    id text primary key, owner text not null, name text not null, filter jsonb not null, made_at text not null, unique (owner, name))`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
