/**
 * What was made public, by steps that are only ever added (SAFETY C9): publications, withdrawals, readings by others,
 * settings of the gate, answers to corrections that were asked for, and undos of these.
 *
 * `public_intervals` and `held_readings` say what the steps come to, so that it can be asked for by index; they are
 * written anew with each step, and only in the transaction that adds it.
 */
import {type Kysely, sql} from 'kysely'

const auditColumns = 'at, who, action, object, old, new, reason'

const statements = [
  `create function incident_state(incident jsonb) returns text language sql immutable parallel safe as $$
    select encode(sha256(convert_to(incident::text, 'UTF8')), 'hex') $$`,
  // Who gives some fact or a figure over 0: a denial is no origin of what it denies, nor is nobody.
  `create function incident_origins(incident jsonb) returns integer language sql immutable parallel safe as $$
    select count(*)::integer from (
      select told #>> '{}' from jsonb_path_query(incident, '$.facts[*].values[*].accounts[*]') as told
      union
      select told #>> '{}' from jsonb_path_query(incident, '$.assessments.dateline.*.accounts[*] ? (@.max == null || @.max > 0).account') as told
    ) as telling(id)
    where id not in (select told #>> '{}' from jsonb_path_query(incident, '$.accounts[*] ? (@.origin == "unattributed").id') as told) $$`,
  // What is told without a number is no figure, and stands as such.
  `create function incident_unsound(incident jsonb) returns integer language sql immutable parallel safe as $$
    select count(*)::integer from jsonb_path_query(incident, '$.assessments.dateline.* ? ((@.low != null && !exists(@.accounts[*])) || (@.low == null && (@.best != null || @.high != null)))') $$`,
  `alter table incidents
    add column state text generated always as (incident_state(incident)) stored,
    add column origins integer generated always as (incident_origins(incident)) stored,
    add column unsound integer generated always as (incident_unsound(incident)) stored`,

  `create table publication_steps (
    seq bigint generated always as identity primary key, id text not null unique, kind text not null
      check (kind in ('publish', 'withdraw', 'keep', 'read', 'redaction', 'settings', 'answer', 'undo')),
    who text not null, undoes text references publication_steps (id), step jsonb not null, view text, hash text,
    check ((kind = 'publish') = (view is not null)), check (hash is not distinct from encode(sha256(convert_to(view, 'UTF8')), 'hex')))`,
  `create index publication_steps_undoes on publication_steps (undoes)`,
  `create index publication_steps_who on publication_steps (who, seq)`,
  `create index publication_steps_settings on publication_steps (seq) where kind = 'settings'`,
  `create table publication_targets (
    step_id text not null references publication_steps (id), incident_id text not null, digest text, primary key (incident_id, step_id))`,
  `create index publication_targets_step on publication_targets (step_id)`,
  `create trigger append_only before update or delete or truncate on publication_steps for each statement execute function append_only()`,
  `create trigger append_only before update or delete or truncate on publication_targets for each statement execute function append_only()`,
  `create function publication_stepped() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (new.step ->> 'at', new.who, new.kind || ' publication', 'publication ' || new.id,
        null, new.step, new.step ->> 'reason');
      return null;
    end $$`,
  `create trigger publication_stepped after insert on publication_steps for each row execute function publication_stepped()`,

  // version null: from then on only that it was withdrawn.
  `create table public_intervals (
    incident_id text not null, from_at text not null, until_at text, step_id text not null references publication_steps (id), version integer,
    digest text, row jsonb not null, from_day text not null, words tsvector not null, primary key (incident_id, from_at))`,
  `create unique index public_intervals_last on public_intervals (incident_id) where until_at is null`,
  `create index public_intervals_listed on public_intervals (from_day desc, incident_id)`,
  `create index public_intervals_words on public_intervals using gin (words)`,
  `create function interval_gone() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from publication_targets join publication_steps on id = step_id
          where incident_id = old.incident_id and publication_steps.xmin = pg_current_xact_id()::xid) then
        raise exception 'nothing published is deleted: incident % is withdrawn by a step', old.incident_id using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$`,
  `create constraint trigger interval_gone after delete on public_intervals deferrable initially deferred for each row execute function interval_gone()`,
  `create trigger append_only before update or truncate on public_intervals for each statement execute function append_only()`,

  `create table held_readings (
    incident_id text not null, kind text not null check (kind in ('read', 'redaction')), digest text not null, who text not null, at text not null,
    step_id text not null references publication_steps (id), primary key (incident_id, kind, step_id))`,

  `create table correction_requests (
    seq bigint generated always as identity primary key, id text not null unique, incident_id text not null, text text not null, contact text, at text not null,
    answer_id text references publication_steps (id))`,
  `create index correction_requests_open on correction_requests (seq) where answer_id is null`,
  `create index correction_requests_incident on correction_requests (incident_id)`,
  `create function request_stays() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - 'answer_id' is distinct from to_jsonb(old) - 'answer_id' then
        raise exception 'what was asked for stays as it was asked' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`,
  `create trigger request_stays before update on correction_requests for each row execute function request_stays()`,
  `create trigger append_only before delete or truncate on correction_requests for each statement execute function append_only()`,
  // Who asks and what they write stays out of the audit, which can never be destroyed (C10).
  `create function correction_asked() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (new.at, 'nobody', 'ask for correction', 'correction ' || new.id, null,
        jsonb_build_object('incident', new.incident_id), null);
      return null;
    end $$`,
  `create trigger correction_asked after insert on correction_requests for each row execute function correction_asked()`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
