/**
 * Puts the lines that `dump` gave into an empty store of either kind: all of them, or none.
 *
 * Every row is put back as it was, the audit too: triggers that would write or refuse stand aside meanwhile, and
 * references between tables are checked once all is there. An older store is put back in its own form, then
 * brought to the newest.
 */
import {createHash} from 'node:crypto'
import {type Kysely, sql, type Transaction} from 'kysely'
import {auditHead} from './audit.ts'
import {foreignKeysOf, type Table, tablesOf} from './catalogue.ts'
import {contentHash} from './content-hash.ts'
import {type Ending, formatVersion, type Header} from './dump.ts'
import {madeMigrations, migrate, migrationNames} from './migrate.ts'
import {openDatabase} from './open-database.ts'
import type {Tables} from './tables.ts'

export class DamagedBackup extends Error {}

/** Ends of chains have their one row from the beginning. */
const isHead = (table: string) => table.endsWith('_head')

/** Text of rows that is put in at once. */
const most = 4 * 2 ** 20

/** `onRow`: called for each row. Throws `DamagedBackup` where a line is not as it was written. */
export async function load(
  target: string,
  lines: AsyncIterator<string>,
  onRow: () => void = () => {}
): Promise<Ending> {
  const {migrations} = headerOf(await next(lines))
  const database = await openDatabase(target, {}, database => prepare(database, migrations))
  try {
    const ending = await database.transaction().execute(tx => fill(tx, lines, onRow))
    await migrate(database)
    return ending
  } finally {
    await database.destroy()
  }
}

function headerOf(line: string): Header {
  const header = parsed(line) as unknown as Header
  if (header.format !== 'dateline-backup') throw new DamagedBackup('it is no backup of Dateline')
  const unknown = header.migrations.find(name => !migrationNames.includes(name))
  if (header.version > formatVersion || unknown)
    throw new Error(
      `it was made by a newer version of Dateline (${header.dateline}${unknown ? `, with "${unknown}"` : ''}); update Dateline`
    )
  return header
}

/** Brings an empty database to the form that the backup was made in. */
async function prepare(database: Kysely<Tables>, migrations: readonly string[]): Promise<void> {
  const made = await madeMigrations(database)
  for (const {name} of await tablesOf(database)) {
    const {rows} = await sql<{
      count: number
    }>`select count(*)::integer as count from ${sql.table(name)}`.execute(database)
    if (made.length === 0 || rows[0]!.count > (isHead(name) ? 1 : 0))
      throw new Error(
        `it is not empty (it holds "${name}"); give a folder that does not exist yet, or a new database`
      )
  }
  if (made.length && made.join() !== migrations.join())
    throw new Error(
      'it is empty, but of another version than the backup; give a folder that does not exist yet, or a new database'
    )
  if (made.length === 0) await migrate(database, migrations.at(-1)!)
}

async function fill(
  tx: Transaction<Tables>,
  lines: AsyncIterator<string>,
  onRow: () => void
): Promise<Ending> {
  const tables = new Map((await tablesOf(tx)).map(table => [table.name, table]))
  const references = await foreignKeysOf(tx)
  for (const {table, name} of references)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx)
  for (const name of tables.keys()) await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx)
  for (const name of tables.keys()) if (isHead(name)) await sql`delete from ${sql.table(name)}`.execute(tx)
  let all = 0
  let line = parsed(await next(lines))
  while ('table' in line) {
    const own = tables.get(line.table as string)
    if (!own) throw new DamagedBackup(`this version has no table "${line.table}"`)
    all += await fillTable(tx, own, line.columns as string[], lines, onRow)
    tables.delete(own.name)
    line = parsed(await next(lines))
  }
  const ending = line as unknown as Ending
  for (const {table, name, definition} of references)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      tx
    )
  for (const {name, columns} of await tablesOf(tx)) {
    await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx)
    for (const {name: column, sequence} of columns)
      if (sequence)
        await sql`select setval(${sequence}::regclass, coalesce(max(${sql.ref(column)}), 1), count(*) > 0)
          from ${sql.table(name)}`.execute(tx)
  }
  if (
    all !== ending.rows ||
    (await auditHead(tx)) !== ending.auditHead ||
    (await contentHash(tx)) !== ending.contentHash
  )
    throw new DamagedBackup('what it gives is not what it says it holds')
  return ending
}

/** Gives back how many rows. */
async function fillTable(
  tx: Transaction<Tables>,
  {name, columns}: Table,
  told: readonly string[],
  lines: AsyncIterator<string>,
  onRow: () => void
): Promise<number> {
  const types = told.map(column => {
    const own = columns.find(({name}) => name === column)
    if (!own) throw new DamagedBackup(`this version has no column "${column}" of table "${name}"`)
    return own.type
  })
  const into = sql.join(told.map(column => sql.ref(column)))
  const values = sql.join(types.map((type, i) => sql`(own ->> ${sql.lit(i)})::${sql.raw(type)}`))
  const put = async (rows: readonly string[]) => {
    if (rows.length)
      await sql`insert into ${sql.table(name)} (${into}) overriding system value
        select ${values} from jsonb_array_elements(${`[${rows.join(',')}]`}::jsonb) as row(own)`.execute(tx)
  }
  const hash = createHash('sha256')
  let count = 0
  let waiting: string[] = []
  let size = 0
  while (true) {
    const line = await next(lines)
    if (line.startsWith('{')) {
      await put(waiting)
      const {rows, sha256} = parsed(line)
      if (rows !== count || sha256 !== hash.digest('hex'))
        throw new DamagedBackup(`the rows of table "${name}" are not as they were written`)
      return count
    }
    hash.update(line).update('\n')
    count++
    onRow()
    waiting.push(line)
    size += line.length
    if (size < most) continue
    await put(waiting)
    waiting = []
    size = 0
  }
}

async function next(lines: AsyncIterator<string>): Promise<string> {
  const {done, value} = await lines.next()
  if (done) throw new DamagedBackup('it ends too early')
  return value
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch (cause) {
    throw new DamagedBackup('a line of it is no JSON', {cause})
  }
}
