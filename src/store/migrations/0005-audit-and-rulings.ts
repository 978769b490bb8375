/**
 * Rulings, the audit of every change, and what was held before.
 *
 * The audit is written by triggers, so that no way of changing reports, rulings or incidents is left out.
 * Each row carries the hash of the one before; neither it nor a ruling nor an original is ever changed or
 * deleted. Who changes and when comes from the settings `dateline.who`, `dateline.at` and `dateline.reason`
 * of the transaction; without them it is the database's user and clock.
 *
 * An incident that changes or goes leaves its earlier version behind, without claims: those stand in the
 * codings of its reports, which are kept when a report is coded anew.
 */
import {type Kysely, sql} from 'kysely'

const auditColumns = 'at, who, action, object, old, new, reason'

const statements = [
  `create function change_at() returns text language sql stable as $$
    select coalesce(nullif(current_setting('dateline.at', true), ''),
      to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) $$`,
  `create function change_who() returns text language sql stable as $$
    select coalesce(nullif(current_setting('dateline.who', true), ''), session_user) $$`,
  `create function change_reason() returns text language sql stable as $$
    select nullif(current_setting('dateline.reason', true), '') $$`,

  `create function append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'insufficient_privilege';
    end $$`,
  `create table audit (
    seq bigint primary key, at text not null, who text not null, action text not null, object text not null,
    old jsonb, new jsonb, reason text, previous text not null, hash text not null)`,
  `create index audit_object on audit (object, seq)`,
  // One row: the end of the chain, so that cutting off its last rows is seen.
  `create table audit_head (one boolean primary key default true check (one), seq bigint not null, hash text not null)`,
  `insert into audit_head (seq, hash) values (0, '')`,
  `create function audit_hash(entry audit) returns text language sql stable as $$
    select encode(sha256(convert_to(jsonb_build_array(
      entry.seq, entry.at, entry.who, entry.action, entry.object, entry.old, entry.new, entry.reason, entry.previous)::text, 'UTF8')), 'hex') $$`,
  // One writer at a time: each row needs the hash of the one before.
  `create function audit_waits() returns trigger language plpgsql as $$
    begin
      perform 1 from audit_head for update;
      return null;
    end $$`,
  `create function audit_chains() returns trigger language plpgsql as $$
    declare
      last record;
    begin
      select seq, hash into last from audit order by seq desc limit 1;
      new.seq := coalesce(last.seq, 0) + 1;
      new.previous := coalesce(last.hash, '');
      new.at := coalesce(new.at, change_at());
      new.who := coalesce(new.who, change_who());
      new.hash := audit_hash(new);
      return new;
    end $$`,
  `create function audit_ends() returns trigger language plpgsql as $$
    begin
      update audit_head set seq = last.seq, hash = last.hash from (select seq, hash from audit order by seq desc limit 1) as last
        where last.seq > audit_head.seq;
      return null;
    end $$`,
  `create function audit_head_stands() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit where seq = new.seq and hash = new.hash) or new.seq < old.seq then
        raise exception 'the end of the audit is its last row' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`,
  `create trigger audit_waits before insert on audit for each statement execute function audit_waits()`,
  `create trigger audit_chains before insert on audit for each row execute function audit_chains()`,
  `create trigger audit_ends after insert on audit for each statement execute function audit_ends()`,
  `create trigger audit_head_stands before update on audit_head for each row execute function audit_head_stands()`,
  `create trigger append_only before insert or delete or truncate on audit_head for each statement execute function append_only()`,
  `create trigger append_only before update or delete or truncate on audit for each statement execute function append_only()`,
  `create trigger append_only before update or delete or truncate on originals for each statement execute function append_only()`,

  `create function report_summary(sha256 text, published_on text, coded jsonb) returns jsonb language sql immutable as $$
    select jsonb_build_object('sha256', sha256, 'publishedOn', published_on, 'url', coded #> '{report,url}',
      'outlet', coded #> '{report,outlet,name}', 'versions', coded -> 'versions') $$`,
  `create function reports_added() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns})
        select change_at(), change_who(), 'add report', 'report ' || id, null, report_summary(sha256, published_on, coded), change_reason()
        from written order by id;
      return null;
    end $$`,
  `create trigger reports_added after insert on reports referencing new table as written for each statement execute function reports_added()`,
  `create function report_recoded() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), 'recode report', 'report ' || new.id,
        report_summary(old.sha256, old.published_on, old.coded), report_summary(new.sha256, new.published_on, new.coded), change_reason());
      return null;
    end $$`,
  `create trigger report_recoded after update of coded on reports for each row when (old.coded is distinct from new.coded) execute function report_recoded()`,
  `create table report_codings (
    report_id text not null references reports, until text not null, coded jsonb not null, primary key (report_id, until))`,
  `create trigger append_only before update or delete or truncate on report_codings for each statement execute function append_only()`,

  `create table rulings (
    seq bigint generated always as identity primary key, id text not null unique, kind text not null, undoes text references rulings (id), ruling jsonb not null)`,
  `create trigger append_only before update or delete or truncate on rulings for each statement execute function append_only()`,
  `create function ruling_made() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (new.ruling ->> 'at', new.ruling ->> 'by',
        case when new.kind = 'undo' then 'undo' else 'rule' end, 'ruling ' || new.id, null, new.ruling, new.ruling ->> 'reason');
      return null;
    end $$`,
  `create trigger ruling_made after insert on rulings for each row execute function ruling_made()`,
  // What a ruling names, found in the present coding of its report; null where it is not found.
  `create table ruling_targets (
    ruling_id text not null references rulings (id), part text not null check (part in ('claims', 'tellings', 'others', 'leaves')),
    position integer not null, report_id text not null, found text, primary key (ruling_id, part, position))`,
  `create index ruling_targets_report on ruling_targets (report_id)`,

  `alter table incidents add column since text not null default ''`,
  `create table incident_versions (
    id text not null, type text not null, from_day text not null, to_day text not null, place text, country text,
    lat double precision, lon double precision, incident jsonb not null, since text not null, until text not null)`,
  `create index incident_versions_id on incident_versions (id, until)`,
  `create index incident_versions_until on incident_versions (until)`,
  `create trigger append_only before update or delete or truncate on incident_versions for each statement execute function append_only()`,
  `create function incident_digest(incident jsonb) returns text language sql stable as $$
    select encode(sha256(convert_to((incident - 'claims')::text, 'UTF8')), 'hex') $$`,
  `create function incident_figures(incident jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(outcome, jsonb_build_object(
      'low', figure -> 'low', 'best', figure -> 'best', 'high', figure -> 'high', 'open', figure -> 'open', 'contested', figure -> 'contested')), '{}')
    from jsonb_each(incident #> '{assessments,dateline}') as own(outcome, figure) $$`,
  `create function incident_members(incident jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg((member ->> 'report') || '/' || (member ->> 'incident') order by position), '{}')
    from jsonb_array_elements(incident -> 'members') with ordinality as own(member, position) $$`,
  // Of the members only those that the other version has not: a group of thousands that takes one more writes one.
  `create function incident_summary(incident jsonb, other jsonb) returns jsonb language sql stable as $$
    select jsonb_build_object('headline', incident -> 'headline', 'figures', incident_figures(incident),
      'reports', jsonb_array_length(incident -> 'reports'), 'digest', incident_digest(incident),
      'members', (select coalesce(jsonb_agg(key order by position), '[]') from unnest(incident_members(incident)) with ordinality as own(key, position)
        where other is null or key not in (select unnest(incident_members(other))))) $$`,
  `create function incident_since() returns trigger language plpgsql as $$
    begin
      new.since := case when tg_op = 'UPDATE' and old.incident is not distinct from new.incident then old.since else change_at() end;
      return new;
    end $$`,
  `create trigger incident_since before insert or update on incidents for each row execute function incident_since()`,
  `create function incidents_added() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns})
        select change_at(), change_who(), 'add incident', 'incident ' || id, null, incident_summary(incident, null), change_reason()
        from written order by id;
      return null;
    end $$`,
  `create function incidents_changed() returns trigger language plpgsql as $$
    begin
      insert into incident_versions
        select former.id, former.type, former.from_day, former.to_day, former.place, former.country, former.lat, former.lon,
          former.incident - 'claims', former.since, change_at()
        from former join written using (id) where former.incident is distinct from written.incident;
      insert into audit (${auditColumns})
        select change_at(), change_who(), 'change incident', 'incident ' || written.id,
          incident_summary(former.incident, written.incident), incident_summary(written.incident, former.incident), change_reason()
        from former join written using (id) where former.incident is distinct from written.incident order by written.id;
      return null;
    end $$`,
  `create function incidents_removed() returns trigger language plpgsql as $$
    begin
      insert into incident_versions
        select id, type, from_day, to_day, place, country, lat, lon, incident - 'claims', since, change_at() from former;
      insert into audit (${auditColumns})
        select change_at(), change_who(), 'remove incident', 'incident ' || id, incident_summary(incident, null), null, change_reason()
        from former order by id;
      return null;
    end $$`,
  `create trigger incidents_added after insert on incidents referencing new table as written for each statement execute function incidents_added()`,
  `create trigger incidents_changed after update on incidents referencing old table as former new table as written for each statement execute function incidents_changed()`,
  `create trigger incidents_removed after delete on incidents referencing old table as former for each statement execute function incidents_removed()`,

  // What was in the store before there was an audit.
  `insert into audit (${auditColumns})
    select change_at(), change_who(), 'add report', 'report ' || id, null, report_summary(sha256, published_on, coded), 'in the store before its audit began'
    from reports order by id`,
  `insert into audit (${auditColumns})
    select change_at(), change_who(), 'add incident', 'incident ' || id, null, incident_summary(incident, null), 'in the store before its audit began'
    from incidents order by id`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
