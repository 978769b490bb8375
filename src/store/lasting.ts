/**
 * Work on a server that may go away: restarted, crashed, or cut off for a while.
 *
 * Questions and new connections wait until it answers again. A transaction that was cut is asked about (its commit
 * may have reached the server, only the answer not us) and made again where it was not kept.
 */
import {randomUUID} from 'node:crypto'
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

/** Marks of transactions whose answer came: nobody will ask about them, and the next one takes them away. */
const answered = new WeakMap<Kysely<Tables>, string[]>()

/**
 * One transaction, kept once. `work` may be run several times, and must change nothing but through its transaction.
 *
 * Each leaves a mark of its own. The server's own numbers of transactions would not do: one that was lost in a crash
 * is given again, to somebody else's transaction.
 */
export async function lasting<T>(
  database: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>
): Promise<T> {
  const known = answered.get(database) ?? []
  answered.set(database, known)
  for (let attempt = 1; ; attempt++) {
    const mark = randomUUID()
    // Taken out of the list, so that no two at once wait for each other's rows.
    const old = known.splice(0)
    let done: {readonly value: T} | null = null
    try {
      const value = await database.transaction().execute(async tx => {
        await sql`delete from commits where mark = any(${old}::text[])`.execute(tx)
        await leave(mark, tx)
        done = {value: await work(tx)}
        return done.value
      })
      known.push(mark)
      return value
    } catch (error) {
      known.push(...old)
      const isOver = stoodInTheWay.test((error as {code?: string}).code ?? '')
      if (attempt === mostAttempts || !(isOver || isGone(error))) throw error
      const made = done as {readonly value: T} | null
      if (made && !isOver && (await isKept(database, mark))) return made.value
    }
  }
}

/** Whether the mark was not there yet; waits for a transaction that has left it and is not over. */
async function leave(mark: string, tx: Transaction<Tables>): Promise<boolean> {
  const {rows} =
    await sql`insert into commits (mark) values (${mark}) on conflict do nothing returning mark`.execute(tx)
  return rows.length === 1
}

class TakenBack extends Error {}

async function isKept(database: Kysely<Tables>, mark: string): Promise<boolean> {
  let isNew = false
  while (true) {
    try {
      await database.transaction().execute(async tx => {
        isNew = await leave(mark, tx)
        throw new TakenBack()
      })
    } catch (error) {
      if (error instanceof TakenBack) return !isNew
      if (!isGone(error)) throw error
    }
  }
}
