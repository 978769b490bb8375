/**
 * What several workers share: shards of what is to be ingested, and how far each is.
 *
 * The counts are those of its items, changed in the transaction that adds them. Bytes that were uploaded are kept
 * until all their reports are in the store. An item says which shard it is of by the setting `dateline.shard` of the
 * transaction that adds it.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create table shards (
    number bigint generated always as identity primary key, id text not null unique, name text not null, parts jsonb not null,
    regions jsonb not null, inputs integer, state text not null check (state in ('waiting', 'running', 'done', 'dead')),
    done integer not null default 0, failed integer not null default 0, skipped integer not null default 0,
    attempt integer not null default 0, tries integer not null default 0, tried_at integer,
    worker text, begun_at text, saved_at text, reason text, made_at text not null default change_at())`,
  `create index shards_state on shards (state, number)`,
  `create table shard_bytes (
    shard text not null references shards (id) on delete cascade, part integer not null, piece integer not null, bytes bytea not null,
    primary key (shard, part, piece))`,
  `alter table items add column shard text`,
  `alter table items alter column shard set default nullif(current_setting('dateline.shard', true), '')`,
  `create index items_shard on items (shard) where shard is not null`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
