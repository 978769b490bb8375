/** Brings a store to the newest form; refuses one that a newer version wrote. */
import {type Kysely, sql} from 'kysely'
import {type Migration, Migrator} from 'kysely/migration'
import {up as reports} from './migrations/0001-reports.ts'
import {up as claims} from './migrations/0002-claims-checked-together.ts'
import {up as incidents} from './migrations/0003-report-incidents.ts'
import {up as tellings} from './migrations/0004-tellings.ts'
import {up as audit} from './migrations/0005-audit-and-rulings.ts'
import {up as given} from './migrations/0006-given-reports.ts'
import {up as captures} from './migrations/0007-captures.ts'
import {up as feeds} from './migrations/0008-feeds.ts'
import {up as shards} from './migrations/0009-shards.ts'
import {up as search} from './migrations/0011-search.ts'
import {up as access} from './migrations/0012-access.ts'
import {up as commits} from './migrations/0013-commits.ts'
import {up as rulings} from './migrations/0014-rulings.ts'
import {up as inbox} from './migrations/0015-inbox.ts'
import {up as publications} from './migrations/0016-publications.ts'
import {up as clearedNames} from './migrations/0017-cleared-names.ts'
import {up as explore} from './migrations/0018-explore.ts'
import {up as sources} from './migrations/0019-sources.ts'
import {up as operations} from './migrations/0020-operations.ts'
import {up as nearPairs} from './migrations/0021-near-pairs.ts'
import {up as searches} from './migrations/0022-searches.ts'
import {up as rulingsByIndex} from './migrations/0023-rulings-by-index.ts'
import {up as deskChanges} from './migrations/0026-desk-changes.ts'
import {up as gathered} from './migrations/0027-gathered.ts'
import {up as reportsByOriginal} from './migrations/0029-reports-by-original.ts'
import type {Tables} from './tables.ts'

const migrations: Record<string, Migration> = {
  '0001-reports': {up: reports},
  '0002-claims-checked-together': {up: claims},
  '0003-report-incidents': {up: incidents},
  '0004-tellings': {up: tellings},
  '0005-audit-and-rulings': {up: audit},
  '0006-given-reports': {up: given},
  '0007-captures': {up: captures},
  '0008-feeds': {up: feeds},
  '0009-shards': {up: shards},
  '0011-search': {up: search},
  '0012-access': {up: access},
  '0013-commits': {up: commits},
  '0014-rulings': {up: rulings},
  '0015-inbox': {up: inbox},
  '0016-publications': {up: publications},
  '0017-cleared-names': {up: clearedNames},
  '0018-explore': {up: explore},
  '0019-sources': {up: sources},
  '0020-operations': {up: operations},
  '0021-near-pairs': {up: nearPairs},
  '0022-searches': {up: searches},
  '0023-rulings-by-index': {up: rulingsByIndex},
  '0026-desk-changes': {up: deskChanges},
  '0027-gathered': {up: gathered},
  '0029-reports-by-original': {up: reportsByOriginal}
}

/** Names of all, in their order. */
export const migrationNames: readonly string[] = Object.keys(migrations)

/** `last`: of the migrations that are made; all where it is left out. */
export async function migrate(database: Kysely<Tables>, last?: string): Promise<void> {
  const migrator = new Migrator({db: database, provider: {getMigrations: async () => migrations}})
  const {error} = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last))
  if (!error) return
  const {message} = error as Error
  // Kysely's own words when the store holds a migration that is not in the list.
  const [, unknown] = /previously executed migration (\S+) is missing/.exec(message) ?? []
  if (unknown) {
    throw new Error(
      `it was written by a newer version of Dateline (it holds "${unknown}"); update Dateline, or give another --store`,
      {cause: error}
    )
  }
  throw error
}

/** Those that were made, in their order; none where it is no store yet. */
export async function madeMigrations(database: Kysely<Tables>): Promise<string[]> {
  const {rows} = await sql<{
    there: boolean
  }>`select to_regclass('kysely_migration') is not null as there`.execute(database)
  if (!rows[0]?.there) return []
  const {rows: made} = await sql<{name: string}>`select name from kysely_migration order by name`.execute(
    database
  )
  return made.map(({name}) => name)
}
