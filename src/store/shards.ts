/**
 * Shards and how far each is: what several workers share, whatever hands out the jobs.
 *
 * A worker that begins a shard gets a number for its attempt. All that it saves carries the number, and is refused
 * once another attempt has begun: a worker that was thought dead, and was only slow, writes nothing twice.
 */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {Shard, ShardPart, ShardState} from '../model/shard.ts'
import type {Item} from './arrivals.ts'
import type {Tables} from './tables.ts'

type Tx = Transaction<Tables>

/** What else is done in the same transaction, such as settling the job. */
export type Also = (tx: Tx) => Promise<void>

export interface StoredShard extends Shard {
  readonly state: ShardState
  readonly done: number
  readonly failed: number
  readonly skipped: number
  /** How often it was begun. */
  readonly attempt: number
  /** Attempts that began at the same input, read one by one, and left nothing: two blame the input. */
  readonly tries: number
  readonly worker: string | null
  /** Instants, UTC: when the last attempt began, and when it last saved something. */
  readonly begunAt: string | null
  readonly savedAt: string | null
  /** Why it is dead, or why its last attempt failed. */
  readonly reason: string | null
}

/** Of a shard that another worker has begun meanwhile. */
export class LostShard extends Error {}

export class Shards {
  readonly #database: Kysely<Tables>
  readonly #change: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly #now: () => Date

  constructor(
    database: Kysely<Tables>,
    change: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
    now: () => Date
  ) {
    this.#database = database
    this.#change = change
    this.#now = now
  }

  /**
   * Adds a shard with its bytes, where they are to be kept; one that is there already stays, but is read from the new
   * path, and a dead one waits again.
   */
  async add(
    shard: Shard,
    bytes: AsyncIterable<ShardPiece>,
    also: Also
  ): Promise<'new' | 'known' | 'revived'> {
    return this.#change(async tx => {
      const parts = JSON.stringify(shard.parts)
      const {id, name, inputs} = shard
      const added = await tx
        .insertInto('shards')
        .values({id, name, inputs, parts, regions: JSON.stringify(shard.regions), state: 'waiting'})
        .onConflict(clash => clash.column('id').doNothing())
        .executeTakeFirst()
      const isNew = Number(added.numInsertedOrUpdatedRows ?? 0) > 0
      const before = await tx
        .selectFrom('shards')
        .select('state')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirstOrThrow()
      if (!isNew && (before.state === 'done' || before.state === 'running')) return 'known'
      await tx.deleteFrom('shard_bytes').where('shard', '=', id).execute()
      for await (const piece of bytes)
        await tx
          .insertInto('shard_bytes')
          .values({shard: id, ...piece})
          .execute()
      if (!isNew)
        await tx
          .updateTable('shards')
          .set({name, parts, state: 'waiting', tries: 0})
          .where('id', '=', id)
          .execute()
      await also(tx)
      return isNew ? 'new' : before.state === 'dead' ? 'revived' : 'known'
    })
  }

  /** The uploaded bytes of a part, in order, as they were given. */
  async *bytesOf(id: string, part: number): AsyncGenerator<Uint8Array> {
    for (let piece = 0; ; piece++) {
      const row = await this.#database
        .selectFrom('shard_bytes')
        .select('bytes')
        .where('shard', '=', id)
        .where('part', '=', part)
        .where('piece', '=', piece)
        .executeTakeFirst()
      if (!row) return
      yield row.bytes
    }
  }

  /**
   * Takes a shard for a new attempt; null where there is nothing to do any more. `carefully`: an earlier attempt ended
   * without a word, so inputs are read one by one and the attempts at each are counted.
   */
  async begin(id: string, worker: string, carefully: boolean): Promise<StoredShard | null> {
    const position = sql<number>`done + failed + skipped`
    const row = await this.#database
      .updateTable('shards')
      .set(({ref}) => ({
        state: 'running',
        worker,
        begun_at: this.#now().toISOString(),
        saved_at: null,
        attempt: sql`${ref('attempt')} + 1`,
        tries: carefully ? sql`case when tried_at = done + failed + skipped then tries + 1 else 1 end` : 0,
        tried_at: position
      }))
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .returningAll()
      .executeTakeFirst()
    return row ? storedShard(row) : null
  }

  /** In a transaction, before it adds items: they are of this attempt, which must be the last. */
  async hold({id, attempt}: StoredShard): Promise<void> {
    await this.#change(async tx => {
      const row = await tx
        .selectFrom('shards')
        .select('attempt')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (row?.attempt !== attempt) throw new LostShard(`Another worker has begun the shard ${id} meanwhile`)
      await labelItems(tx, id)
    })
  }

  /** In a transaction, before it adds items: they are of this shard. */
  async label(id: string | null): Promise<void> {
    await this.#change(tx => labelItems(tx, id ?? ''))
  }

  /** In the same transaction, after it: the items that it added. */
  async advance(attempt: StoredShard, items: readonly Pick<Item, 'state'>[]): Promise<void> {
    const of = (state: Item['state']) => items.filter(item => item.state === state).length
    await this.#change(tx =>
      this.#update(tx, attempt, {
        done: sql`done + ${of('done')}`,
        failed: sql`failed + ${of('failed')}`,
        skipped: sql`skipped + ${of('skipped')}`,
        saved_at: this.#now().toISOString()
      })
    )
  }

  /** All its inputs have items: its uploaded bytes go, unless some failed and may be tried again. */
  async finish(attempt: StoredShard, also: Also): Promise<void> {
    await this.#change(async tx => {
      await this.#update(tx, attempt, {
        state: 'done',
        reason: null,
        inputs: sql`done + failed + skipped`
      })
      await tx
        .deleteFrom('shard_bytes')
        .where('shard', 'in', query =>
          query.selectFrom('shards').select('id').where('id', '=', attempt.id).where('failed', '=', 0)
        )
        .execute()
      await also(tx)
    })
  }

  /** Somebody else may take it: the worker ends, or lost sight of the server. */
  async giveBack(attempt: StoredShard, also: Also): Promise<void> {
    await this.#change(async tx => {
      await this.#update(tx, attempt, {state: 'waiting', tries: 0, worker: null})
      await also(tx)
    })
  }

  /** The attempt ended with an error; whether there is another is for the queue to say. */
  async fail(attempt: StoredShard, reason: string): Promise<void> {
    await this.#change(tx => this.#update(tx, attempt, {state: 'waiting', tries: 0, worker: null, reason}))
  }

  /** Gives it up; `also` settles what told of it. A reason that an attempt left goes before the one given. */
  async bury(id: string, reason: string, also: Also): Promise<void> {
    await this.#change(async tx => {
      await tx
        .updateTable('shards')
        .set({state: 'dead', worker: null, reason: sql`coalesce(reason, ${reason})`})
        .where('id', '=', id)
        .where('state', 'in', ['waiting', 'running'])
        .execute()
      await also(tx)
    })
  }

  /** Dead ones, all or those named by the beginnings of their ids, wait again from where they stood. */
  async revive(
    ids: readonly string[],
    also: (tx: Tx, ids: readonly string[]) => Promise<void>
  ): Promise<string[]> {
    return this.#change(async tx => {
      const rows = await tx
        .updateTable('shards')
        .set({state: 'waiting', tries: 0, reason: null})
        .where('state', '=', 'dead')
        .$if(ids.length > 0, query =>
          query.where(({or, eb}) => or(ids.map(id => eb('id', 'like', `${id}%`))))
        )
        .returning('id')
        .execute()
      const revived = rows.map(({id}) => id)
      if (revived.length) await also(tx, revived)
      return revived
    })
  }

  /** Ids of those that a queue should hold. */
  async unfinished(): Promise<string[]> {
    const rows = await this.#database
      .selectFrom('shards')
      .select('id')
      .where('state', 'in', ['waiting', 'running'])
      .orderBy('number')
      .execute()
    return rows.map(({id}) => id)
  }

  /** How many there are in each state, what items they have, and how many are known to come: of all, or of these. */
  async sums(ids?: readonly string[]): Promise<ShardSums> {
    const rows = await this.#database
      .selectFrom('shards')
      .select([
        'state',
        sql<number>`count(*)::integer`.as('count'),
        sql<number>`sum(done)::bigint`.as('done'),
        sql<number>`sum(failed)::bigint`.as('failed'),
        sql<number>`sum(skipped)::bigint`.as('skipped'),
        sql<number>`sum(greatest(inputs - done - failed - skipped, 0))::bigint`.as('left'),
        sql<number>`count(*) filter (where inputs is null)::integer`.as('uncounted')
      ])
      .$if(ids !== undefined, query => query.where(sql<boolean>`id = any(${`{${ids?.join(',')}}`}::text[])`))
      .groupBy('state')
      .execute()
    const sum = (key: 'done' | 'failed' | 'skipped' | 'left' | 'uncounted') =>
      rows.reduce((total, row) => total + (row[key] ?? 0), 0)
    const count = (state: ShardState) => rows.find(row => row.state === state)?.count ?? 0
    return {
      shards: {
        waiting: count('waiting'),
        running: count('running'),
        done: count('done'),
        dead: count('dead')
      },
      items: {done: sum('done'), failed: sum('failed'), skipped: sum('skipped')},
      left: sum('left'),
      uncounted: sum('uncounted')
    }
  }

  /** In the order they were added: those of these states, or whose ids begin so. */
  async list({states, ids = [], most}: ShardFilter): Promise<StoredShard[]> {
    const rows = await this.#database
      .selectFrom('shards')
      .selectAll()
      .where(({or, eb}) =>
        or([
          ...(states.length ? [eb('state', 'in', states)] : []),
          ...ids.map(id => eb('id', 'like', `${id}%`))
        ])
      )
      .orderBy('number')
      .limit(most)
      .execute()
    return rows.map(storedShard)
  }

  async #update(tx: Tx, {id, attempt}: Pick<StoredShard, 'id' | 'attempt'>, set: object): Promise<void> {
    const {numUpdatedRows} = await tx
      .updateTable('shards')
      .set(set)
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0)
      throw new LostShard(`Another worker has begun the shard ${id} meanwhile`)
  }
}

async function labelItems(tx: Tx, id: string): Promise<void> {
  await sql`select set_config('dateline.shard', ${id}, true)`.execute(tx)
}

export interface ShardPiece {
  readonly part: number
  readonly piece: number
  readonly bytes: Uint8Array
}

export interface ShardFilter {
  readonly states: readonly ShardState[]
  /** Beginnings of ids. */
  readonly ids?: readonly string[]
  readonly most: number
}

export interface ShardSums {
  readonly shards: Readonly<Record<ShardState, number>>
  readonly items: Readonly<Record<Item['state'], number>>
  /** Inputs without an item, of the shards of which it is known how many there are. */
  readonly left: number
  /** Shards of which nobody knows before their end how many inputs they have, such as archives. */
  readonly uncounted: number
}

export function storedShard(row: {
  id: string
  name: string
  parts: ShardPart[]
  regions: string[]
  inputs: number | null
  state: ShardState
  done: number
  failed: number
  skipped: number
  attempt: number
  tries: number
  worker: string | null
  begun_at: string | null
  saved_at: string | null
  reason: string | null
}): StoredShard {
  const {begun_at, saved_at, ...shard} = row
  return {...shard, begunAt: begun_at, savedAt: saved_at}
}
