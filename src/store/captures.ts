/** How documents were received: kept with their bytes before anything is read from them, and never changed (SAFETY C1, C2). */
import {type Kysely, type Selectable, sql, type Transaction} from 'kysely'
import type {Capture} from '../model/document.ts'
import {blocksOf} from './blocks.ts'
import {saveOriginals} from './originals.ts'
import type {Tables} from './tables.ts'

/** One document on its way into the store. */
export interface CapturedDocument {
  readonly origin: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly mediaType: string | null
  readonly capture: Capture
}

export interface StoredCapture extends Capture {
  readonly number: number
  readonly origin: string
  readonly sha256: string
  /** In bytes. */
  readonly length: number
  readonly mediaType: string | null
  /** Instant, UTC, at which the store took it. */
  readonly keptAt: string
  /** Name and version of what received it. */
  readonly tool: string
}

export class Captures {
  readonly #database: Kysely<Tables>
  readonly #change: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>

  constructor(
    database: Kysely<Tables>,
    change: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>
  ) {
    this.#database = database
    this.#change = change
  }

  /** All or nothing. `tool`: name and version of what received them. */
  async keep(documents: readonly CapturedDocument[], tool: string): Promise<void> {
    if (documents.length === 0) return
    await this.#change(async tx => {
      await saveOriginals(tx, documents)
      const rows = documents.map(({origin, sha256, bytes, mediaType, capture}) => ({
        sha256,
        origin: origin.replaceAll('\0', '\uFFFD').toWellFormed(),
        length: bytes.length,
        media_type: mediaType,
        requested_url: capture.requestedUrl,
        redirects: JSON.stringify(capture.redirects),
        final_url: capture.finalUrl,
        status: capture.status,
        headers: JSON.stringify(capture.headers),
        fetched_at: capture.fetchedAt,
        feed: capture.feed,
        tool
      }))
      for (const block of blocksOf(rows))
        await tx
          .insertInto('captures')
          .values(block)
          .onConflict(clash => clash.doNothing())
          .execute()
    })
  }

  /** The oldest first: of an original by its hash, or of what was asked for at a URL or came from it. */
  async of(hashOrUrl: string): Promise<StoredCapture[]> {
    const rows = await this.#database
      .selectFrom('captures')
      .selectAll()
      .where(({or, eb, and}) =>
        or([
          eb('sha256', '=', hashOrUrl),
          // The indexes are on a digest: a URL may be longer than a row of an index.
          ...(['requested_url', 'final_url'] as const).map(column =>
            and([
              eb(sql`md5(${sql.ref(column)})`, '=', sql`md5(${hashOrUrl}::text)`),
              eb(column, '=', hashOrUrl)
            ])
          )
        ])
      )
      .orderBy('number')
      .execute()
    return rows.map(storedCapture)
  }

  /** Of each of these originals, by its hash, the oldest first. */
  async ofOriginals(hashes: readonly string[]): Promise<Map<string, StoredCapture[]>> {
    const rows = await this.#database
      .selectFrom('captures')
      .selectAll()
      .where('sha256', 'in', [...hashes, ''])
      .orderBy('number')
      .execute()
    return Map.groupBy(rows.map(storedCapture), ({sha256}) => sha256)
  }
}

function storedCapture(row: Selectable<Tables['captures']>): StoredCapture {
  return {
    number: row.number,
    origin: row.origin,
    sha256: row.sha256,
    length: row.length,
    mediaType: row.media_type,
    requestedUrl: row.requested_url,
    redirects: row.redirects,
    finalUrl: row.final_url,
    status: row.status,
    headers: row.headers,
    fetchedAt: row.fetched_at,
    keptAt: row.kept_at,
    feed: row.feed,
    tool: row.tool
  }
}
