/**
 * Turns received documents into the reports that stand in them, in the order received.
 *
 * Documents are kept before anything is read from them (SAFETY C1), a few at a time, and read side by side.
 */
import {batchesOf} from '../fetch/batches.ts'
import {type DocumentInput, type Input, type Received, sha256Of} from '../fetch/input.ts'
import {sideBySide} from '../fetch/side-by-side.ts'
import {isUrl} from '../fetch/urls.ts'
import type {Extraction, RawDocument} from '../model/document.ts'
import type {CapturedDocument} from '../store/store.ts'
import {capturedOf, entryInput} from './documents.ts'
import {type Following, followEntry} from './follow-feed.ts'

export interface DocumentReading {
  readonly extract: (document: RawDocument) => Promise<Extraction>
  /** Keeps them as received; left out where nothing is kept. */
  readonly keep?: ((documents: readonly CapturedDocument[]) => Promise<void>) | undefined
  /** Countries that the reports mostly tell of, where they name none. */
  readonly regions?: readonly string[] | undefined
  /** Fetches the pages that fetched feeds lead to; left out where the feeds' own words are taken. */
  readonly fetcher?: Following['fetcher'] | undefined
  readonly isClaimed?: Following['isClaimed']
  /** That of the fetcher: what was under way when it came is left out. */
  readonly stop?: AbortSignal | undefined
}

/** Kept in one transaction, and in memory. */
const batchSize = 16
/** Pages of one feed that are on their way: of one host, as most are, one after the other. */
const pagesAtOnce = 8

export async function* readDocuments(
  received: AsyncIterable<Received>,
  reading: DocumentReading
): AsyncGenerator<Input> {
  const {extract, keep, regions = []} = reading
  for await (const batch of batchesOf(received, batchSize)) {
    if (keep) await keep(batch.flatMap(capturedOf))
    const extractions = batch.map(input => input.kind === 'document' && extract(input.document))
    for (const [i, input] of batch.entries()) {
      const inputs =
        input.kind === 'document' ? inputsOf(input, (await extractions[i]) as Extraction, reading) : [input]
      for await (const one of inputs) yield ofRegions(one, regions)
    }
  }
}

async function* inputsOf(
  document: DocumentInput,
  extraction: Extraction,
  {extract, keep, fetcher, isClaimed, stop}: DocumentReading
): AsyncGenerator<Input> {
  const {kind, bytes} = document.document
  if ('reason' in extraction)
    yield {kind: 'failed', origin: document.origin, sha256: sha256Of(bytes), ...extraction}
  else if (fetcher && kind === 'feed' && isUrl(document.origin)) {
    const follow = (entry: (typeof extraction.found)[number]) =>
      followEntry(document, entry, {fetcher, extract, keep, isClaimed})
    for await (const {input} of sideBySide(extraction.found, pagesAtOnce, follow)) {
      if (stop?.aborted) return
      yield input
    }
  } else yield* extraction.found.map(found => entryInput(document, found))
}

/** With what is known of where the reports mostly tell of, where they do not say. */
export function ofRegions(input: Input, regions: readonly string[]): Input {
  return input.kind === 'report' && regions.length && !input.report.regions
    ? {...input, report: {...input.report, regions}}
    : input
}
