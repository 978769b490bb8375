/** What received documents are to the store, and what their entries are to an ingest. */
import {type DocumentInput, type Input, identified, type Received, sha256Of} from '../fetch/input.ts'
import type {Extracted, NotExtracted} from '../model/document.ts'
import type {CapturedDocument} from '../store/store.ts'

/** How it was received, where it is a document or came alone as a text. */
export function capturedOf(input: Received): CapturedDocument[] {
  if (input.kind === 'document') {
    const {origin, document} = input
    const {bytes, mediaType, capture} = document
    return [{origin, sha256: sha256Of(bytes), bytes, mediaType, capture}]
  }
  if (input.kind !== 'report' || !input.capture || !input.bytes) return []
  const {origin, report, bytes, capture} = input
  return [{origin, sha256: report.sha256, bytes, mediaType: 'text/plain', capture}]
}

/** The report that stands in the document, or why that is none. */
export function entryInput(
  {origin, document: {bytes}}: DocumentInput,
  found: Extracted | NotExtracted
): Input {
  const at = found.entry === null ? origin : `${origin}, entry ${found.entry}`
  return 'reason' in found
    ? {kind: 'skipped', origin: at, reason: found.reason}
    : {kind: 'report', origin: at, report: identified(found.record, sha256Of(bytes)), bytes: null}
}
