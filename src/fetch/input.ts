/** What comes in, one by one: reports, documents to read reports from, and what is neither, with its reason. */
import {createHash} from 'node:crypto'
import type {Capture, RawDocument} from '../model/document.ts'
import type {Report, ReportRecord} from '../model/report.ts'

/** `origin`, for messages: a path, a URL, "reports.jsonl:7", "news.warc.gz, record 7". */
export interface ReportInput {
  readonly kind: 'report'
  readonly origin: string
  readonly report: Report
  /** The original; null where the document that the report was read from holds it. */
  readonly bytes: Uint8Array | null
  /** How a plain text was received; left out for those of documents, lines and files. */
  readonly capture?: Capture
}

export interface DocumentInput {
  readonly kind: 'document'
  readonly origin: string
  readonly document: RawDocument
}

export interface FailedInput {
  readonly kind: 'failed'
  readonly origin: string
  readonly reason: string
  /** Of the original, where it is kept. */
  readonly sha256?: string
  /** Whether the same may succeed later. */
  readonly retryable?: boolean
}

export interface SkippedInput {
  readonly kind: 'skipped'
  readonly origin: string
  readonly reason: string
}

/** What is ingested. */
export type Input = ReportInput | FailedInput | SkippedInput

/** What is received: documents are read before they are ingested. */
export type Received = Input | DocumentInput

/** `bytes`: as received. */
export function reportOf(record: ReportRecord, bytes: Uint8Array): Report {
  return identified(record, sha256Of(bytes))
}

/** `sha256`: of the original. */
export function identified(record: ReportRecord, sha256: string): Report {
  const identity = createHash('sha256')
  for (const part of [record.text, record.url ?? '', record.outlet ?? '']) identity.update(part).update('\0')
  return {id: identity.digest('hex').slice(0, 16), sha256, ...record}
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
