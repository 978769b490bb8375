/**
 * Work on a server that may go away: restarted, crashed, or cut off for a while.
 *
 * Questions and new connections wait until it answers again. A transaction that was cut is asked about (its commit
 * may have reached the server, only the answer not us) and made again where it was not kept.
 */
import {setTimeout as later} from 'node:timers/promises'
import {type Kysely, type PostgresPool, type PostgresPoolClient, sql, type Transaction} from 'kysely'
import type {Tables} from './tables.ts'

export interface Patience {
  /** How long the server may be away before the work fails. */
  readonly forMs: number
  /** Told when waiting begins and when it ends. */
  readonly onWait: (words: string) => void
}

/** The server was away longer than anybody wants to wait. */
export class ServerAway extends Error {}

const pauseMs = 250
/** Of a transaction that others were in the way of, or that was cut each time. */
const mostAttempts = 10

/** Classes and codes of PostgreSQL and of the network that say: the server went, the statement is not to blame. */
const gone =
  /^(?:08...|57P0[1235]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
const goneInWords =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/
/** Deadlock and serialization failure: taken back by the server, good to be made again. */
const stoodInTheWay = /^40(?:P01|001)$/

export function isGone(error: unknown): boolean {
  const {code, message, errors} = error as {code?: string; message?: string; errors?: readonly unknown[]}
  return gone.test(code ?? '') || goneInWords.test(message ?? '') || (errors ?? []).some(isGone)
}

/** The pool, whose connections and questions wait for a server that has answered once. */
export function lastingPool(pool: PostgresPool, {forMs, onWait}: Patience): PostgresPool {
  let hasAnswered = false
  const connect = async (): Promise<PostgresPoolClient> => {
    const from = Date.now()
    let waits = false
    while (true) {
      try {
        const client = await pool.connect()
        if (waits) onWait('The server answers again')
        hasAnswered = true
        return client
      } catch (error) {
        if (!hasAnswered || !isGone(error)) throw error
        const seconds = Math.round(forMs / 1000)
        if (Date.now() - from > forMs)
          throw new ServerAway(
            `The server has not answered for ${seconds} s; what was kept stays kept. Start it, and run the same command again`,
            {cause: error}
          )
        if (!waits)
          onWait(`The server does not answer (${(error as Error).message}); waiting up to ${seconds} s`)
        waits = true
        await later(pauseMs)
      }
    }
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => askingAgain(await connect(), connect)
  }
}

/** A question outside a transaction changes nothing, and is asked again of another connection. */
function askingAgain(
  first: PostgresPoolClient,
  connect: () => Promise<PostgresPoolClient>
): PostgresPoolClient {
  let client = first
  let inTransaction = false
  const query = async (text: string, parameters: readonly unknown[]) => {
    if (/^(?:begin|start transaction)\b/.test(text)) inTransaction = true
    else if (/^(?:commit|rollback)\b/.test(text)) inTransaction = false
    while (true) {
      try {
        return await client.query(text, parameters)
      } catch (error) {
        if (inTransaction || !isGone(error) || !/^\s*(?:select|show)\b/i.test(text)) throw error
        client.release(true)
        client = await connect()
      }
    }
  }
  return {query, release: destroy => client.release(destroy)} as PostgresPoolClient
}

/**
 * One transaction, kept once. `begin` is its first statement and gives its number (`pg_current_xact_id`); `work` may be
 * run several times, and must change nothing but through its transaction.
 */
export async function lasting<T>(
  database: Kysely<Tables>,
  begin: (tx: Transaction<Tables>) => Promise<string>,
  work: (tx: Transaction<Tables>) => Promise<T>
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let done: {readonly number: string; readonly value: T} | null = null
    try {
      return await database.transaction().execute(async tx => {
        const number = await begin(tx)
        done = {number, value: await work(tx)}
        return done.value
      })
    } catch (error) {
      const isOver = stoodInTheWay.test((error as {code?: string}).code ?? '')
      if (attempt === mostAttempts || !(isOver || isGone(error))) throw error
      const made = done as {readonly number: string; readonly value: T} | null
      if (made && !isOver && (await isKept(database, made.number))) return made.value
    }
  }
}

async function isKept(database: Kysely<Tables>, number: string): Promise<boolean> {
  while (true) {
    const {rows} = await sql<{
      status: string | null
    }>`select pg_xact_status(${number}::xid8) as status`.execute(database)
    if (rows[0]?.status !== 'in progress') return rows[0]?.status === 'committed'
    await later(pauseMs)
  }
}
