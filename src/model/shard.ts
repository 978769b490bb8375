/** A piece of what is to be ingested, small enough to be one job: some lines of a file, an archive, some files. */

export interface Shard {
  /** Made from the bytes and the regions: the same ones, the same id. */
  readonly id: string
  /** For people: "reports.jsonl:10001-20000", "news.warc.gz", "pages/a.html and 199 more". */
  readonly name: string
  readonly parts: readonly ShardPart[]
  /** Countries that the reports mostly tell of, where they name none. */
  readonly regions: readonly string[]
  /** How many there are to read; null where nobody knows before the end. */
  readonly inputs: number | null
}

export interface ShardPart {
  /** For messages: the path as a person knows it. */
  readonly origin: string
  /** Where a worker reads it; null where its bytes are in the store. */
  readonly path: string | null
  /** Bytes of the file, half-open. */
  readonly from: number
  readonly to: number
  /** Of JSON Lines, the number of the first line in the file, from 1; null for a whole file of any kind. */
  readonly firstLine: number | null
  /** Of these bytes. */
  readonly sha256: string
}

/** `waiting` for a worker; `running`; `done`: all its inputs have an item; `dead`: given up, with a reason. */
export type ShardState = 'waiting' | 'running' | 'done' | 'dead'
