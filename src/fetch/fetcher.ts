/** What a fetcher does, so that reading inputs needs no network library where nothing is fetched. */
import type {Capture} from '../model/document.ts'

export type Fetched =
  | {
      readonly kind: 'document'
      readonly bytes: Uint8Array
      /** As declared; null where nothing is. */
      readonly mediaType: string | null
      readonly capture: Capture
      readonly etag: string | null
      readonly lastModified: string | null
    }
  /** As it was when it had that ETag or that time; with the headers of the answer. */
  | {readonly kind: 'unchanged'; readonly capture: Capture}
  /** Its host does not want robots there. */
  | {readonly kind: 'skipped'; readonly reason: string}
  | {
      readonly kind: 'failed'
      readonly reason: string
      /** Whether trying again later may help. */
      readonly retryable: boolean
      /** What the host asks us to wait. */
      readonly retryAfterMs?: number
      /** Of what came before it failed; null where nothing did. */
      readonly capture: Capture | null
    }

export interface FetchConditions {
  /** As the last answer gave them: where nothing has changed since, nothing is sent. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** URL of the feed that led here, for the capture. */
  readonly feed?: string | null
}

export interface Fetcher {
  /** Never rejects for what the world may bring. */
  fetchDocument(url: string, conditions?: FetchConditions): Promise<Fetched>
  /** Ends the connections. */
  close(): Promise<void>
}
