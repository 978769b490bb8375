/** A page, feed or text as it was received, before anything is read from it, and how it was received. */
import type {IsoDate} from './date.ts'
import type {ReportRecord} from './report.ts'

/** What is known of one taking of a document (SAFETY C2). */
export interface Capture {
  /** Absolute URL that was asked for; null for files and standard input. */
  readonly requestedUrl: string | null
  /** Each answer that led elsewhere, in order. */
  readonly redirects: readonly Redirect[]
  /** URL that gave the bytes. */
  readonly finalUrl: string | null
  /** Of the HTTP answer; null where there was none. */
  readonly status: number | null
  /** Of the HTTP answer, names in lower case, in the order received. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Instant, UTC: when it was fetched, of a record of an archive when that was made; null where nobody knows. */
  readonly fetchedAt: string | null
  /** URL of the feed that led to it. */
  readonly feed: string | null
}

export interface Redirect {
  readonly url: string
  readonly status: number
  /** As the answer said it. */
  readonly location: string
}

/** What is read by a reader of its own, in `extract`. */
export type DocumentKind = 'page' | 'feed'

export interface RawDocument {
  readonly kind: DocumentKind
  readonly bytes: Uint8Array
  /** As declared, with its parameters: "text/html; charset=windows-1256"; null where nothing declares it. */
  readonly mediaType: string | null
  readonly capture: Capture
}

/** Of what came by no network. */
export const uncaptured: Capture = {
  requestedUrl: null,
  redirects: [],
  finalUrl: null,
  status: null,
  headers: [],
  fetchedAt: null,
  feed: null
}

/** What a reader found in a document: its reports, each or why it is none, or why there are none at all. */
export type Extraction =
  | {readonly found: readonly (Extracted | NotExtracted)[]; readonly feed?: FeedFacts}
  | {readonly reason: string; readonly retryable?: boolean}

export interface Extracted {
  /** Which entry of a feed; null for a page. */
  readonly entry: string | null
  readonly record: ReportRecord
  readonly link?: EntryLink
}

export interface NotExtracted {
  readonly entry: string | null
  readonly reason: string
  readonly link?: EntryLink
}

/** Where the page of a feed's entry is, and what the feed tells of it, for what the page does not say. */
export interface EntryLink {
  readonly url: string | null
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  readonly publishedOn: IsoDate | null
  /** Instant, UTC: of the entry's last change; null where the feed does not tell. */
  readonly updatedAt: string | null
}

export interface FeedFacts {
  readonly title: string | null
  /** How long it wishes to be left alone between two checks; null where it does not say. */
  readonly refreshMs: number | null
}
