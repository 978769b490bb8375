/** What people change about the desk itself (model/desk-change.ts), with what takes it back; only ever added to. */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create table desk_changes (
    seq bigint generated always as identity primary key, id text not null unique, kind text not null,
    undoes text references desk_changes (id), who text not null, at text not null, subject text, count integer not null, change jsonb)`,
  `create index desk_changes_who on desk_changes (who, seq)`,
  `create index desk_changes_undoes on desk_changes (undoes) where undoes is not null`,
  `create trigger append_only before update or delete or truncate on desk_changes for each statement execute function append_only()`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
