/** Feeds that are watched and their entries that were taken up, so that a watch goes on where it stood. */
import {createHash} from 'node:crypto'
import {type Kysely, type Selectable, sql, type Transaction} from 'kysely'
import {blocksOf} from './blocks.ts'
import type {Tables} from './tables.ts'

export interface FeedState {
  readonly url: string
  readonly title: string | null
  /** dead: it has failed again and again, and is asked for once a day. gone: its host said so; it is asked for no more. */
  readonly state: 'live' | 'dead' | 'gone'
  /** As its host gave them with the last answer that was taken up as a whole. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Instants, UTC; null where that has not been yet. */
  readonly checkedAt: string | null
  /** When an entry was new last. */
  readonly changedAt: string | null
  /** In a row. */
  readonly failures: number
  /** Why it failed last; null where it did not. */
  readonly error: string | null
  /** Between two checks, while all is well. */
  readonly intervalMs: number
  readonly dueAt: string
  /** Since when a person lets it rest: it is not asked for then; null where nobody does. */
  readonly pausedAt: string | null
}

/** An entry in one of its versions: of the same id and version nothing new is to be had. */
export interface EntryVersion {
  readonly id: string
  readonly version: string
}

type Change = <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>

export class Feeds {
  readonly #database: Kysely<Tables>
  readonly #change: Change
  readonly #now: () => Date

  constructor(database: Kysely<Tables>, change: Change, now: () => Date) {
    this.#database = database
    this.#change = change
    this.#now = now
  }

  /** By URL. */
  async all(): Promise<FeedState[]> {
    const rows = await this.#database.selectFrom('feeds').selectAll().orderBy('url').execute()
    return rows.map(stateOf)
  }

  async of(url: string): Promise<FeedState | null> {
    const row = await this.#database
      .selectFrom('feeds')
      .selectAll()
      .where(sql`md5(url)`, '=', sql`md5(${url}::text)`)
      .executeTakeFirst()
    return row ? stateOf(row) : null
  }

  /** Whether it rests is for people to say, and stays as it is: a check may end after somebody said so. */
  async save(feed: FeedState): Promise<void> {
    const row = rowOf(feed)
    await this.#change(tx =>
      tx
        .insertInto('feeds')
        .values(row)
        .onConflict(clash => clash.expression(sql`md5(url)`).doUpdateSet(row))
        .execute()
    )
  }

  /** Which of these entries are still to be taken up, in their order, and how often that failed. The feed must have been saved. */
  async unseen<Entry extends EntryVersion>(
    url: string,
    entries: readonly Entry[]
  ): Promise<(Entry & {readonly tries: number})[]> {
    const feed = await numberOf(this.#database, url)
    const seen = new Map<string, {version: string | null; tries: number}>()
    for (const block of blocksOf(entries)) {
      const rows = await this.#database
        .selectFrom('feed_entries')
        .select(['entry', 'version', 'tries'])
        .where('feed', '=', feed)
        .where(
          'entry',
          'in',
          block.map(({id}) => digest(id))
        )
        .execute()
      for (const {entry, ...row} of rows) seen.set(entry, row)
    }
    return entries.flatMap(entry => {
      const row = seen.get(digest(entry.id))
      return row?.version === digest(entry.version) ? [] : [{...entry, tries: row?.tries ?? 0}]
    })
  }

  /** Takes note that these have been taken up. */
  async see(url: string, entries: readonly EntryVersion[]): Promise<void> {
    await this.#note(
      url,
      entries.map(({id, version}) => ({entry: digest(id), version: digest(version), tries: 0}))
    )
  }

  /** Takes note that one could not be taken up, and is to be tried again. */
  async putOff(url: string, {id, tries}: {readonly id: string; readonly tries: number}): Promise<void> {
    await this.#note(url, [{entry: digest(id), version: null, tries: tries + 1}])
  }

  async #note(url: string, rows: readonly {entry: string; version: string | null; tries: number}[]) {
    await this.#change(async tx => {
      const feed = await numberOf(tx, url)
      const seen_at = this.#now().toISOString()
      for (const block of blocksOf(rows))
        await tx
          .insertInto('feed_entries')
          .values(block.map(row => ({feed, seen_at, ...row})))
          .onConflict(clash =>
            clash.columns(['feed', 'entry']).doUpdateSet(({ref}) => ({
              version: ref('excluded.version'),
              tries: ref('excluded.tries'),
              seen_at
            }))
          )
          .execute()
    })
  }
}

async function numberOf(database: Kysely<Tables>, url: string): Promise<number> {
  const row = await database
    .selectFrom('feeds')
    .select('number')
    .where(sql`md5(url)`, '=', sql`md5(${url}::text)`)
    .executeTakeFirst()
  if (!row) throw new Error(`The feed ${url} is not in the store`)
  return row.number
}

function stateOf(row: Selectable<Tables['feeds']>): FeedState {
  return {
    url: row.url,
    title: row.title,
    state: row.state,
    etag: row.etag,
    lastModified: row.last_modified,
    checkedAt: row.checked_at,
    changedAt: row.changed_at,
    failures: row.failures,
    error: row.error,
    intervalMs: row.interval_ms,
    dueAt: row.due_at,
    pausedAt: row.paused_at
  }
}

function rowOf(feed: FeedState) {
  return {
    url: feed.url,
    title: textOf(feed.title),
    state: feed.state,
    etag: textOf(feed.etag),
    last_modified: textOf(feed.lastModified),
    checked_at: feed.checkedAt,
    changed_at: feed.changedAt,
    failures: feed.failures,
    error: textOf(feed.error),
    interval_ms: Math.round(feed.intervalMs),
    due_at: feed.dueAt
  }
}

/** What comes from outside may hold what no database keeps. */
function textOf(text: string | null): string | null {
  return text?.replaceAll('\0', '\uFFFD').toWellFormed() ?? null
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
