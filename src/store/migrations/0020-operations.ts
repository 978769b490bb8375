/**
 * What those who look after a desk ask and do: feeds that rest, items that are given up, when the store was last
 * backed up, which reports an older version coded, and who did what when.
 *
 * Giving up an item and letting a feed rest are told of in the audit; a backup is not, for a record that grew with
 * each backup would never be the one that was backed up.
 */
import {type Kysely, sql} from 'kysely'

const auditColumns = 'at, who, action, object, old, new, reason'

const statements = [
  `alter table feeds add column paused_at text`,
  `create function feed_paused() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), case when new.paused_at is null then 'resume feed' else 'pause feed' end,
        'feed ' || new.number, jsonb_build_object('url', old.url, 'pausedAt', old.paused_at), jsonb_build_object('url', new.url, 'pausedAt', new.paused_at),
        change_reason());
      return null;
    end $$`,
  `create trigger feed_paused after update of paused_at on feeds for each row when (old.paused_at is distinct from new.paused_at) execute function feed_paused()`,

  // Why a person gave it up: it is skipped then, and its own reason stays.
  `alter table items add column discarded text`,
  `create index items_discarded on items (number) where discarded is not null`,
  `create function item_discarded() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), case when new.discarded is null then 'take back item' else 'discard item' end,
        'item ' || new.number, jsonb_build_object('origin', old.origin, 'state', old.state, 'reason', old.reason),
        jsonb_build_object('origin', new.origin, 'state', new.state, 'reason', new.reason), new.discarded);
      return null;
    end $$`,
  `create trigger item_discarded after update of discarded on items for each row when (old.discarded is distinct from new.discarded) execute function item_discarded()`,

  `create table upkeep (
    number bigint generated always as identity primary key, kind text not null check (kind in ('backup', 'restore test')),
    at text not null, who text not null, says jsonb not null)`,
  `create index upkeep_kind on upkeep (kind, number)`,
  `create trigger append_only before update or delete or truncate on upkeep for each statement execute function append_only()`,

  `create index reports_versions on reports ((coded -> 'versions'))`,

  `create index audit_who on audit (who, seq)`,
  `create index audit_action on audit (action, seq)`,
  `create index audit_at on audit (at, seq)`,
  // Bound to what it calls when it is made: an index is built where no schema is looked through.
  `create function audit_words(object text, reason text, old jsonb, new jsonb) returns tsvector language sql immutable parallel safe
    return to_tsvector('simple', search_form(left(concat_ws(' ', object, reason, old::text, new::text), 100000)))`,
  // Rows about reports and incidents are many and are found by what they are about; those that people wrote are found by their words.
  `create index audit_words on audit using gin (audit_words(object, reason, old, new)) where object !~ '^(report|incident|capture) '`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
