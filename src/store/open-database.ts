/** Opens the database behind a store and brings it to the newest form, or says what stands in the way. */
import {Kysely, PGliteDialect, PostgresDialect, sql} from 'kysely'
import {openEmbedded} from './embedded.ts'
import {lastingPool, type Patience} from './lasting.ts'
import {migrate} from './migrate.ts'
import type {Tables} from './tables.ts'

/** Whether it names a PostgreSQL server, not a folder. */
export const isUrl = (target: string) => /^postgres(?:ql)?:/.test(target)

const embedded = new WeakSet<Kysely<Tables>>()

/** Whether everybody shares its one connection. */
export const isEmbedded = (database: Kysely<Tables>) => embedded.has(database)

/** PostgreSQL's number for its type bigint. */
const bigintOid = 20

const patient: Patience = {forMs: 60_000, onWait() {}}

/**
 * `target`: a folder, made where it is absent, or a postgres:// URL. `patience`: with a server that goes away later.
 * `prepare`: what is done to it before it is used, where that is not bringing it to the newest form.
 */
export async function openDatabase(
  target: string,
  patience: Partial<Patience> = {},
  prepare: (database: Kysely<Tables>) => Promise<void> = migrate
): Promise<Kysely<Tables>> {
  const database = new Kysely<Tables>({
    dialect: isUrl(target)
      ? new PostgresDialect({pool: lastingPool(await poolOf(target), {...patient, ...patience})})
      : new PGliteDialect({pglite: await openEmbedded(target)})
  })
  if (!isUrl(target)) embedded.add(database)
  try {
    if (isUrl(target)) await refuseOtherEncodings(database)
    await prepare(database)
    return database
  } catch (error) {
    await database.destroy()
    throw new Error(`Cannot open the store ${withoutPassword(target)}: ${reasonOf(error as Error)}`, {
      cause: error
    })
  }
}

async function poolOf(url: string) {
  const {default: pg} = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    types: {
      // PGlite gives numbers; so must the server.
      getTypeParser: ((oid: number, format: 'text') =>
        oid === bigintOid ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
    }
  })
  // A server that restarts drops connections; unheard, that would end the process. The next query opens another.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** Offsets are counted in characters of UTF-8. */
async function refuseOtherEncodings(database: Kysely<Tables>): Promise<void> {
  const {rows} = await sql<{server_encoding: string}>`show server_encoding`.execute(database)
  const [{server_encoding: encoding} = {server_encoding: 'unknown'}] = rows
  if (encoding !== 'UTF8') {
    throw new Error(
      `its encoding is ${encoding}; create the database with "createdb --encoding UTF8 --template template0"`
    )
  }
}

function reasonOf({message, cause, ...error}: Error & {code?: string}): string {
  const words = message || (cause as Error | undefined)?.message || error.code || 'no reason given'
  return error.code === 'ECONNREFUSED' ? `${words}; is the server running there?` : words
}

function withoutPassword(target: string): string {
  return target.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1:***@')
}
