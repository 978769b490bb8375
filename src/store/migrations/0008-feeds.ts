/**
 * Feeds that are watched: what their hosts last said of them, when they are due, and which of their entries
 * have been taken up. A URL or an entry's id may be longer than a row of an index: digests are.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create table feeds (
    number bigint generated always as identity primary key, url text not null, title text, state text not null default 'live'
      check (state in ('live', 'dead', 'gone')),
    etag text, last_modified text, checked_at text, changed_at text, failures integer not null default 0, error text,
    interval_ms bigint not null, due_at text not null)`,
  `create unique index feeds_once on feeds (md5(url))`,
  `create table feed_entries (
    feed bigint not null references feeds on delete cascade, entry text not null, version text, seen_at text not null,
    tries integer not null default 0, primary key (feed, entry))`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
