/** The record of every change, which the database writes by itself and nobody can change: who, when, what, from what to what. */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {Tables} from './tables.ts'

export interface AuditRow {
  readonly seq: number
  /** Instant, UTC. */
  readonly at: string
  readonly who: string
  readonly action: string
  /** Kind and id: "incident 4d2fe397cf31". */
  readonly object: string
  readonly old: object | null
  readonly new: object | null
  readonly reason: string | null
}

/** Lays what the transaction changes to somebody, at one instant. */
export async function signChanges(
  tx: Transaction<Tables>,
  {who, now}: {readonly who: string; readonly now: () => Date}
): Promise<void> {
  await sql`select set_config('dateline.who', ${who}, true), set_config('dateline.at', ${now().toISOString()}, true)`.execute(
    tx
  )
}

/** The last row: "12:86bf5f...". */
export async function auditHead(database: Kysely<Tables>): Promise<string> {
  const {seq, hash} = await database
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  return `${seq}:${hash}`
}

/** Instant, UTC, of the last row; null: there is none. */
export async function changedAt(database: Kysely<Tables>): Promise<string | null> {
  const row = await database
    .selectFrom('audit')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** In the order they were written. */
export function auditOf(database: Kysely<Tables>, object: string): Promise<AuditRow[]> {
  return database
    .selectFrom('audit')
    .select(['seq', 'at', 'who', 'action', 'object', 'old', 'new', 'reason'])
    .where('object', '=', object)
    .orderBy('seq')
    .execute()
}

/** Of rows behind this one those about incidents, in the order they were written. */
export function incidentChangesAfter(database: Kysely<Tables>, seq: number): Promise<AuditRow[]> {
  return database
    .selectFrom('audit')
    .select(['seq', 'at', 'who', 'action', 'object', 'old', 'new', 'reason'])
    .where('seq', '>', seq)
    .where('object', 'like', 'incident %')
    .orderBy('seq')
    .execute()
}

/** What was changed behind this row: "incident", "report", "ruling", ... */
export async function kindsChangedAfter(database: Kysely<Tables>, seq: number): Promise<string[]> {
  const rows = await database
    .selectFrom('audit')
    .select(sql<string>`split_part(object, ' ', 1)`.as('kind'))
    .distinct()
    .where('seq', '>', seq)
    .execute()
  return rows.map(({kind}) => kind)
}

/** `head`: as `auditHead` gave it. */
export async function hasAuditRow(database: Kysely<Tables>, head: string): Promise<boolean> {
  const [seq, hash] = head.split(':')
  const row = await database
    .selectFrom('audit')
    .select('seq')
    .where('seq', '=', Number(seq))
    .where('hash', '=', hash ?? '')
    .executeTakeFirst()
  return row !== undefined
}
