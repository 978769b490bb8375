/**
 * All tables of a store as lines of text, as they were at one moment, whoever writes meanwhile.
 *
 *     {"format":"dateline-backup","version":1,"migrations":["0001-reports",...],...}
 *     {"table":"audit","columns":["seq","at",...]}
 *     ["1","2024-03-07T09:30:00.250Z",...]              a row; each value as PostgreSQL writes it as text, or null
 *     {"rows":1,"sha256":"..."}                         of the lines of the rows, each with its line feed
 *     ...
 *     {"tables":14,"rows":1200,"auditHead":"12:86bf...","contentHash":"..."}
 *
 * Without the last line it is not whole. Why so: docs/decisions/2026-11-26-backups-are-lines.md.
 */
import {createHash} from 'node:crypto'
import {type Kysely, sql} from 'kysely'
import {auditHead} from './audit.ts'
import {type Table, tablesOf} from './catalogue.ts'
import {contentHash} from './content-hash.ts'
import {madeMigrations} from './migrate.ts'
import type {Tables} from './tables.ts'

export interface Header {
  readonly format: 'dateline-backup'
  readonly version: number
  /** Version of Dateline that wrote it. */
  readonly dateline: string
  /** Instant, UTC. */
  readonly madeAt: string
  readonly migrations: readonly string[]
}

export interface Ending {
  readonly tables: number
  readonly rows: number
  readonly auditHead: string
  readonly contentHash: string
}

export const formatVersion = 1
/** Text of rows that is asked for at once. */
const most = 4 * 2 ** 20
const mostRows = 1000

/** Without line feeds. Gives back the last of them. */
export async function* dump(
  database: Kysely<Tables>,
  {dateline, madeAt}: Pick<Header, 'dateline' | 'madeAt'>
): AsyncGenerator<string, Ending> {
  const tx = await database
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const migrations = await madeMigrations(tx)
    yield JSON.stringify({
      format: 'dateline-backup',
      version: formatVersion,
      dateline,
      madeAt,
      migrations
    } satisfies Header)
    const tables = await tablesOf(tx)
    let all = 0
    for (const table of tables) {
      yield JSON.stringify({table: table.name, columns: table.columns.map(({name}) => name)})
      const hash = createHash('sha256')
      let rows = 0
      for await (const line of rowsOf(tx, table)) {
        hash.update(line).update('\n')
        rows++
        yield line
      }
      yield JSON.stringify({rows, sha256: hash.digest('hex')})
      all += rows
    }
    const ending = {
      tables: tables.length,
      rows: all,
      auditHead: await auditHead(tx),
      contentHash: await contentHash(tx)
    }
    yield JSON.stringify(ending)
    return ending
  } finally {
    await tx.rollback().execute()
  }
}

async function* rowsOf(tx: Kysely<Tables>, {name, columns}: Table): AsyncGenerator<string> {
  // As many rows at a time as would fit if all were as large as the largest.
  const size = sql.join(
    columns.map(({name: column, type}) =>
      type === 'bytea' || type === 'text'
        ? sql`coalesce(octet_length(${sql.ref(column)}), 0)`
        : sql`coalesce(pg_column_size(${sql.ref(column)}), 0)`
    ),
    sql` + `
  )
  const {rows: found} = await sql<{largest: number}>`
    select coalesce(max(${size}), 0)::float8 as largest from ${sql.table(name)}`.execute(tx)
  const some = Math.max(1, Math.min(mostRows, Math.floor(most / Math.max(1, found[0]!.largest))))
  const values = sql.join(columns.map(({name: column}) => sql`${sql.ref(column)}::text`))
  await sql`declare dumped no scroll cursor for
    select json_build_array(${values})::text as line from ${sql.table(name)}`.execute(tx)
  while (true) {
    const {rows} = await sql<{line: string}>`fetch ${sql.lit(some)} from dumped`.execute(tx)
    if (rows.length === 0) break
    for (const {line} of rows) yield line
  }
  await sql`close dumped`.execute(tx)
}
