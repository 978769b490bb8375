/** What the store takes on its disk. */
import {type Kysely, sql} from 'kysely'
import type {Tables} from '../tables.ts'

export interface Sizes {
  readonly databaseBytes: number
  /** Of each table with its indexes, the largest first. */
  readonly tables: readonly {readonly name: string; readonly bytes: number}[]
}

export async function sizesOf(database: Kysely<Tables>): Promise<Sizes> {
  const {rows} = await sql<{name: string; bytes: number}>`
    select relname as name, pg_total_relation_size(oid)::float8 as bytes from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like 'kysely\\_%'
    order by bytes desc, name`.execute(database)
  const {rows: all} = await sql<{
    bytes: number
  }>`select pg_database_size(current_database())::float8 as bytes`.execute(database)
  return {databaseBytes: all[0]!.bytes, tables: rows}
}
