/** The tables of a store as its own catalogue has them, so that none that is added later is forgotten. */
import {type Kysely, sql} from 'kysely'
import type {Tables} from './tables.ts'

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
}

export interface Column {
  readonly name: string
  /** "bigint", "jsonb", "text[]". */
  readonly type: string
  /** Of a column that counts by itself. */
  readonly sequence: string | null
}

export interface ForeignKey {
  readonly table: string
  readonly name: string
  /** "FOREIGN KEY (report_id) REFERENCES reports(id)". */
  readonly definition: string
}

/** In order of their names; those of the job queue have a schema of their own, those of the migrations are made by them, and marks of transactions mean nothing elsewhere. */
export async function tablesOf(database: Kysely<Tables>): Promise<Table[]> {
  const {rows} = await sql<{table: string; name: string; type: string; sequence: string | null}>`
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type,
      pg_get_serial_sequence(quote_ident(relname), attname) as sequence
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> 'commits' and relname not like 'kysely\\_%' and attnum > 0 and not attisdropped and attgenerated = ''
    order by relname collate "C", attnum`.execute(database)
  return [...Map.groupBy(rows, ({table}) => table)].map(([name, columns]) => ({name, columns}))
}

export async function foreignKeysOf(database: Kysely<Tables>): Promise<ForeignKey[]> {
  const {rows} = await sql<ForeignKey>`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on conrelid = pg_class.oid
    where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
      and relname not like 'kysely\\_%' order by relname collate "C", conname collate "C"`.execute(database)
  return rows
}
