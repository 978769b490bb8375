/**
 * Turns received documents into the reports that stand in them, in the order received.
 *
 * Documents are kept before anything is read from them (SAFETY C1), a few at a time, and read side by side.
 */
import {batchesOf} from '../fetch/batches.ts'
import {type DocumentInput, type Input, identified, type Received, sha256Of} from '../fetch/input.ts'
import type {Extraction, RawDocument} from '../model/document.ts'
import type {CapturedDocument} from '../store/store.ts'

export interface DocumentReading {
  readonly extract: (document: RawDocument) => Promise<Extraction>
  /** Keeps them as received; left out where nothing is kept. */
  readonly keep?: ((documents: readonly CapturedDocument[]) => Promise<void>) | undefined
  /** Countries that the reports mostly tell of, where they name none. */
  readonly regions?: readonly string[] | undefined
}

/** Kept in one transaction, and in memory. */
const batchSize = 16

export async function* readDocuments(
  received: AsyncIterable<Received>,
  {extract, keep, regions = []}: DocumentReading
): AsyncGenerator<Input> {
  for await (const batch of batchesOf(received, batchSize)) {
    if (keep) await keep(batch.flatMap(capturedOf))
    const extractions = batch.map(input => input.kind === 'document' && extract(input.document))
    for (const [i, input] of batch.entries()) {
      const inputs =
        input.kind === 'document' ? inputsOf(input, (await extractions[i]) as Extraction) : [input]
      for (const one of inputs) yield ofRegions(one, regions)
    }
  }
}

function capturedOf(input: Received): CapturedDocument[] {
  if (input.kind === 'document') {
    const {origin, document} = input
    const {bytes, mediaType, capture} = document
    return [{origin, sha256: sha256Of(bytes), bytes, mediaType, capture}]
  }
  if (input.kind !== 'report' || !input.capture || !input.bytes) return []
  const {origin, report, bytes, capture} = input
  return [{origin, sha256: report.sha256, bytes, mediaType: 'text/plain', capture}]
}

function inputsOf({origin, document: {bytes}}: DocumentInput, extraction: Extraction): Input[] {
  const sha256 = sha256Of(bytes)
  if ('reason' in extraction) return [{kind: 'failed', origin, sha256, ...extraction}]
  return extraction.found.map(found => {
    const at = found.entry === null ? origin : `${origin}, entry ${found.entry}`
    return 'reason' in found
      ? {kind: 'skipped', origin: at, reason: found.reason}
      : {kind: 'report', origin: at, report: identified(found.record, sha256), bytes: null}
  })
}

function ofRegions(input: Input, regions: readonly string[]): Input {
  return input.kind === 'report' && regions.length && !input.report.regions
    ? {...input, report: {...input.report, regions}}
    : input
}
