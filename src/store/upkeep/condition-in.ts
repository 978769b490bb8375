/** How an open store is, asked without changing it. */
import {type Kysely, sql} from 'kysely'
import {auditHead} from '../audit.ts'
import {madeMigrations, migrationNames} from '../migrate.ts'
import type {Tables} from '../tables.ts'
import {lastNotes, type Note, type NoteKind} from './notes.ts'

export interface Condition {
  /** "18.6". */
  readonly serverVersion: string
  readonly collation: string
  /** Settings that a promise rests on, as the server says them: "on", "off". */
  readonly settings: Readonly<Record<'fsync' | 'synchronous_commit' | 'full_page_writes', string>>
  /** Migrations that the next command will make. */
  readonly missing: readonly string[]
  /** Those that only a newer version knows. */
  readonly unknown: readonly string[]
  readonly databaseBytes: number
  /** null where only an administrator may know. */
  readonly logBytes: number | null
  /** What it holds; null where it is not in the newest form. */
  readonly contents: Contents | null
}

export interface Contents {
  /** Rows by name: reports, claims, incidents, rulings, originals. */
  readonly rows: Readonly<Record<string, number>>
  /** Reports that no linking has seen. */
  readonly unlinked: number
  readonly failed: readonly Failure[]
  readonly auditHead: string
  /** Of backups and tests of them. */
  readonly notes: Readonly<Record<NoteKind, Note | null>>
}

export interface Failure {
  readonly reason: string
  readonly items: number
  /** How many of them may succeed later. */
  readonly retryable: number
}

export async function conditionIn(database: Kysely<Tables>): Promise<Condition> {
  const made = await madeMigrations(database)
  const missing = migrationNames.filter(name => !made.includes(name))
  const unknown = made.filter(name => !migrationNames.includes(name))
  const {rows} = await sql<Record<string, string>>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous_commit, current_setting('full_page_writes') as full_page_writes,
      (select datcollate from pg_database where datname = current_database()) as collation,
      pg_database_size(current_database())::text as bytes`.execute(database)
  const {version, collation, bytes, ...settings} = rows[0]!
  return {
    serverVersion: version!,
    collation: collation!,
    settings: settings as Condition['settings'],
    missing,
    unknown,
    databaseBytes: Number(bytes),
    logBytes: await logBytes(database),
    contents: missing.length + unknown.length ? null : await contentsOf(database)
  }
}

async function logBytes(database: Kysely<Tables>): Promise<number | null> {
  try {
    const {rows} = await sql<{bytes: string}>`select sum(size)::text as bytes from pg_ls_waldir()`.execute(
      database
    )
    return Number(rows[0]!.bytes)
  } catch {
    return null
  }
}

async function contentsOf(database: Kysely<Tables>): Promise<Contents> {
  const {rows} = await sql<Record<string, number>>`
    select (select count(*) from reports)::integer as reports, (select count(*) from claims)::integer as claims,
      (select count(*) from incidents)::integer as incidents, (select count(*) from rulings)::integer as rulings,
      (select count(*) from originals)::integer as originals,
      (select count(*) from reports where not linked)::integer as unlinked`.execute(database)
  const {unlinked, ...counts} = rows[0]!
  const {rows: failed} = await sql<Failure>`
    select reason, count(*)::integer as items, count(*) filter (where retryable)::integer as retryable
    from items where state = 'failed' group by reason order by items desc, reason limit 10`.execute(database)
  return {
    rows: counts,
    unlinked: unlinked!,
    failed,
    auditHead: await auditHead(database),
    notes: await lastNotes(database)
  }
}
