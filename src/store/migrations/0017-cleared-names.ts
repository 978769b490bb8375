/**
 * Names that a person cleared for the public, of one incident or everywhere (SAFETY D2). As with restricted ones the audit
 * knows them as salted hashes: a name may be restricted later.
 */
import {type Kysely, sql} from 'kysely'

const auditColumns = 'at, who, action, object, old, new, reason'

const statements = [
  `create table cleared_names (
    id text primary key, name text not null, incident text, reason text not null, salt text not null, made_by text not null, made_at text not null)`,
  // For the feed of the public site.
  `create index public_intervals_latest on public_intervals (from_at desc, incident_id)`,
  `create index cleared_names_incident on cleared_names (incident)`,
  `create function cleared_summary(entry cleared_names) returns jsonb language sql immutable as $$
    select jsonb_build_object('name', encode(sha256(convert_to(entry.salt || entry.name, 'UTF8')), 'hex'), 'incident', entry.incident,
      'reason', entry.reason) $$`,
  `create function name_cleared() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), 'clear name', 'name ' || new.id, null, cleared_summary(new), change_reason());
      return null;
    end $$`,
  `create function name_withheld() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), 'withhold name', 'name ' || old.id, cleared_summary(old), null, change_reason());
      return null;
    end $$`,
  `create trigger name_cleared after insert on cleared_names for each row execute function name_cleared()`,
  `create trigger name_withheld after delete on cleared_names for each row execute function name_withheld()`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
