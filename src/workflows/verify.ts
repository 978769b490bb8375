/**
 * Whether a store is as it was written: originals under their hashes, texts as their originals say, quotes
 * as their texts say, and the audit without a gap. In bounded memory.
 */
import {decode} from '../fetch/decode.ts'
import type {Claim, CodedReport} from '../model/contract.ts'
import type {Fault, Store} from '../store/store.ts'

/** Reports in memory at a time. */
const block = 200

export async function* verify(store: Store): AsyncGenerator<Fault> {
  yield* store.faults()
  for await (const reports of store.everyReport(block)) {
    const originals = await store.originals(reports.map(({report}) => report.sha256))
    for (const coded of reports) {
      const bytes = originals.get(coded.report.sha256)
      if (!bytes || !isTextOf(bytes, coded.report.text))
        yield {item: `report ${coded.report.id}`, what: 'its text is not that of its original'}
      yield* misquotes(coded)
    }
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
