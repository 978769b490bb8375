/** Marks of transactions, by which it is found out whether one was kept whose answer did not come (lasting.ts). */
import {type Kysely, sql} from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table commits (mark text primary key)`.execute(database)
}
