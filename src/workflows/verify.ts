/**
 * Whether a store is as it was written: originals under their hashes, texts as their originals give them, quotes
 * as their texts say, and the audit without a gap. In bounded memory.
 */
import {decode} from '../fetch/decode.ts'
import {kindOf} from '../fetch/document-kind.ts'
import type {Claim, CodedReport} from '../model/contract.ts'
import type {Extraction, RawDocument} from '../model/document.ts'
import type {Report} from '../model/report.ts'
import type {Fault, Store} from '../store/store.ts'
import {openExtractionPool} from './extraction-pool.ts'

/** Reports in memory at a time. */
const block = 200

/** `onRead` is called with how many reports are looked at so far. */
export async function* verify(
  store: Store,
  onRead: (count: number) => void = () => {}
): AsyncGenerator<Fault> {
  yield* store.faults()
  const pool = openExtractionPool()
  let count = 0
  try {
    for await (const reports of store.everyReport(block)) {
      yield* otherTexts(reports, store, pool.extract)
      for (const coded of reports) yield* misquotes(coded)
      count += reports.length
      onRead(count)
    }
  } finally {
    await pool.close()
  }
  for await (const incidents of store.everyIncident(block)) {
    const reports = await store.codedReports(incidents.flatMap(({reports}) => reports.map(({id}) => id)))
    const claims = new Map(
      reports.flatMap(({report, claims}) =>
        claims.map(claim => [`${report.id}/${claim.id}` as string, wordsOf(claim)] as const)
      )
    )
    for (const {id, claims: own} of incidents)
      for (const claim of own)
        if (claims.get(claim.key) !== wordsOf(claim))
          yield {item: `incident ${id}`, what: `its claim ${claim.key} is not that of the report`}
  }
}

function wordsOf({quote, evidence, attribution}: Claim): string {
  return JSON.stringify([quote, evidence, attribution])
}

/** Reports whose text is not what their original gives (SAFETY C3). */
async function* otherTexts(
  reports: readonly CodedReport[],
  store: Store,
  extract: (document: RawDocument) => Promise<Extraction>
): AsyncGenerator<Fault> {
  const originals = await store.originals(reports.map(({report}) => report.sha256))
  const given = await store.givenReports(reports.map(({report}) => report.id))
  const readings = new Map<string, Promise<Extraction | null>>()
  for (const {report} of reports) {
    const bytes = originals.get(report.sha256)
    const {made} = given.get(report.id)!
    const fault = (what: string) => ({item: `report ${report.id}`, what})
    if (!bytes) yield fault('its original is missing')
    else if (!made) {
      if (!isTextOf(bytes, report.text)) yield fault('its text is not that of its original')
    } else {
      if (!readings.has(report.sha256))
        readings.set(report.sha256, readAgain(report.sha256, bytes, store, extract))
      const reading = await readings.get(report.sha256)!
      if (reading && !gives(reading, report.text, made))
        yield fault('its text is not what its original gives')
    }
  }
}

/** null where nothing but its bytes is known. */
async function readAgain(
  sha256: string,
  bytes: Uint8Array,
  store: Store,
  extract: (document: RawDocument) => Promise<Extraction>
): Promise<Extraction | null> {
  const [first] = await store.captures.of(sha256)
  if (!first) return null
  const {mediaType, origin, ...capture} = first
  const kind = kindOf(bytes, mediaType, capture.finalUrl ?? origin)
  return kind === 'page' || kind === 'feed' ? extract({kind, bytes, mediaType, capture}) : null
}

/** A text that an older reader made cannot be compared: it is as good as its quotes and the audit. */
function gives(extraction: Extraction, text: string, made: NonNullable<Report['made']>): boolean {
  if ('reason' in extraction) return false
  const same = extraction.found.find(({entry}) => entry === made.entry)
  if (!same || !('record' in same)) return false
  return same.record.made?.by !== made.by || same.record.text === text
}

function isTextOf(bytes: Uint8Array, text: string): boolean {
  if (Buffer.from(text, 'utf8').equals(bytes)) return true
  const decoded = decode(bytes)
  return 'text' in decoded && decoded.text === text
}

function* misquotes({report, claims}: CodedReport): Generator<Fault> {
  for (const {id, quote, evidence, attribution, event} of claims) {
    const quotes = [quote, ...evidence, ...attribution.map(link => link.quote), event?.trigger]
    const wrong = quotes.find(words => words && report.text.slice(words.from, words.to) !== words.text)
    if (wrong)
      yield {
        item: `claim ${report.id}/${id}`,
        what: `the words at ${wrong.from} to ${wrong.to} are not "${wrong.text}"`
      }
  }
}
