/**
 * How each document was received, and when (SAFETY C2): a row for each taking, never changed or deleted,
 * told of in the audit. The same document of the same address and time is kept once.
 *
 * Items get a number, the time, the original they are about, and whether they may be tried again.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create table captures (
    number bigint generated always as identity primary key, sha256 text not null references originals, origin text not null,
    length integer not null, media_type text, requested_url text, redirects jsonb not null, final_url text, status integer,
    headers jsonb not null, fetched_at text, kept_at text not null default change_at(), feed text, tool text not null)`,
  `create unique index captures_once on captures (sha256, md5(coalesce(requested_url, origin)), coalesce(fetched_at, ''))`,
  `create index captures_requested on captures (md5(requested_url))`,
  `create index captures_final on captures (md5(final_url))`,
  `create trigger append_only before update or delete or truncate on captures for each statement execute function append_only()`,
  `create function capture_summary(entry captures) returns jsonb language sql stable as $$
    select to_jsonb(entry) - 'headers' - 'number' || jsonb_build_object('headers',
      encode(sha256(convert_to((entry.headers)::text, 'UTF8')), 'hex')) $$`,
  `create function captures_added() returns trigger language plpgsql as $$
    begin
      insert into audit (at, who, action, object, old, new, reason)
        select change_at(), change_who(), 'capture', 'capture ' || number, null, capture_summary(captures), change_reason()
        from captures where number in (select number from written) order by number;
      return null;
    end $$`,
  `create trigger captures_added after insert on captures referencing new table as written for each statement execute function captures_added()`,

  `alter table items add column number bigint generated always as identity primary key`,
  `alter table items add column at text`,
  `alter table items alter column at set default change_at()`,
  `alter table items add column sha256 text`,
  `alter table items add column retryable boolean not null default false`,
  `create index items_state on items (state, number)`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
