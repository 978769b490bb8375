/** Brings a store to the newest form; refuses one that a newer version wrote. */
import type {Kysely} from 'kysely'
import {type Migration, Migrator} from 'kysely/migration'
import {up as reports} from './migrations/0001-reports.ts'
import type {Tables} from './tables.ts'

const migrations: Record<string, Migration> = {'0001-reports': {up: reports}}

export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({db: database, provider: {getMigrations: async () => migrations}})
  const {error} = await migrator.migrateToLatest()
  if (error)
    throw new Error('Cannot bring the store to the newest form; was it written by a newer version?', {
      cause: error
    })
}
