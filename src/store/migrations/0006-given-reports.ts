/** What the outside said of a report (outlet, title, day, regions), so that it can be read anew as it was read first. */
import {type Kysely, sql} from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table reports add column given jsonb`.execute(database)
}
