/** Items that failed, to be tried again: what was made of them takes their place. */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {RawDocument} from '../model/document.ts'
import type {Item} from './arrivals.ts'
import {Captures} from './captures.ts'
import type {Tables} from './tables.ts'

type Change = <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>

export interface FailedItem {
  readonly number: number
  readonly origin: string
  readonly reason: string
  /** Of the original, where it is kept. */
  readonly sha256: string | null
  /** The shard that it is of. */
  readonly shard: string | null
}

export interface FailedFilter {
  /** All of them where there are none. */
  readonly numbers: readonly number[]
  /** Those too that are not said to be worth it. */
  readonly all: boolean
}

export class FailedItems {
  readonly #database: Kysely<Tables>
  readonly #change: Change

  constructor(database: Kysely<Tables>, change: Change) {
    this.#database = database
    this.#change = change
  }

  /** In the order they came. Those that are named are given whatever is said of them. */
  async list({numbers, all}: FailedFilter): Promise<FailedItem[]> {
    const rows = await this.#database
      .selectFrom('items')
      .select(['number', 'origin', 'reason', 'sha256', 'shard'])
      .where('state', '=', 'failed')
      .$if(!all && numbers.length === 0, query => query.where('retryable', '=', true))
      .$if(numbers.length > 0, query =>
        query.where(sql<boolean>`number = any(${`{${numbers.join(',')}}`}::bigint[])`)
      )
      .orderBy('number')
      .execute()
    return rows.map(failedItem)
  }

  /** Of these shards, as they came. */
  async ofShards(ids: readonly string[], most: number): Promise<FailedItem[]> {
    const rows = await this.#database
      .selectFrom('items')
      .select(['number', 'origin', 'reason', 'sha256', 'shard'])
      .where('shard', 'in', [...ids, ''])
      .where('state', '=', 'failed')
      .orderBy('number')
      .limit(most)
      .execute()
    return rows.map(failedItem)
  }

  /** How it was received, where its original is kept; null otherwise. */
  async documentOf({sha256, origin}: FailedItem): Promise<Omit<RawDocument, 'kind'> | null> {
    if (sha256 === null) return null
    const captures = await new Captures(this.#database, this.#change).of(sha256)
    const capture = captures.findLast(one => one.origin === origin) ?? captures.at(-1)
    const row = await this.#database
      .selectFrom('originals')
      .select('bytes')
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (!capture || !row) return null
    const {requestedUrl, redirects, finalUrl, status, headers, fetchedAt, feed, mediaType} = capture
    return {
      bytes: row.bytes,
      mediaType,
      capture: {requestedUrl, redirects, finalUrl, status, headers, fetchedAt, feed}
    }
  }

  /** In a transaction that adds what was made of them, afterwards: they go, and their shard counts what came instead. */
  async replace(failed: readonly FailedItem[], items: readonly Item[]): Promise<void> {
    const [shard = null] = failed.map(item => item.shard)
    await this.#change(async tx => {
      for (const {number} of failed) await tx.deleteFrom('items').where('number', '=', number).execute()
      if (shard === null) return
      const of = (state: Item['state']) => items.filter(item => item.state === state).length
      await tx
        .updateTable('shards')
        .set({
          done: sql`done + ${of('done')}`,
          failed: sql`failed + ${of('failed') - failed.length}`,
          skipped: sql`skipped + ${of('skipped')}`,
          inputs: sql`inputs + ${items.length - failed.length}`
        })
        .where('id', '=', shard)
        .execute()
      await sql`delete from shard_bytes using shards
        where shard_bytes.shard = shards.id and shards.id = ${shard} and shards.state = 'done' and shards.failed = 0`.execute(
        tx
      )
    })
  }
}

function failedItem({reason, ...row}: Omit<FailedItem, 'reason'> & {reason: string | null}): FailedItem {
  return {...row, reason: reason ?? ''}
}
