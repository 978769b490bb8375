/** Reports are found by the original that they were read from: a lossless export asks so for each original. */
import {type Kysely, sql} from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw('create index reports_original on reports (sha256)').execute(database)
}
