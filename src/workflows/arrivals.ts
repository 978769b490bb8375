/** Inputs on their way into the store: those that are there are told apart, the others kept as received and given to the coder. */
import type {FailedInput, Input, SkippedInput} from '../fetch/input.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import {alreadyHeld, type GivenReport, type Item} from '../store/store.ts'
import {batchSize} from './code.ts'
import type {Keeping} from './keep.ts'

export interface ReportCoder {
  /** In the order given; throws or rejects where one of them cannot be coded. */
  codeBatch(reports: readonly Report[]): readonly CodedReport[] | Promise<readonly CodedReport[]>
}

export interface Arriving {
  readonly origin: string
  /** Of the report that the input would add; null where it adds none. */
  readonly id: string | null
  /** The report as it came in, where it is new. */
  readonly given: GivenReport | null
  /** The report, or why there is none. */
  readonly outcome: Promise<Outcome>
  /** The same report further ahead in the same ingest. */
  readonly first: Arriving | null
  /** What became of it, once it is kept. */
  item: Item | null
}

export type Outcome =
  | {readonly state: 'done'; readonly coded: CodedReport}
  | {
      readonly state: 'failed'
      readonly reason: string
      readonly sha256?: string | undefined
      readonly retryable?: boolean | undefined
    }
  | {readonly state: 'skipped'; readonly reason: string; readonly reportId: string | null}

/** `coming`: those that are begun and not kept yet, by id; the new ones are added. Bytes are kept before anything is read from them. */
export async function arrive(
  inputs: readonly Input[],
  coming: Map<string, Arriving>,
  store: Keeping,
  coder: ReportCoder
): Promise<Arriving[]> {
  const reports = inputs.filter(input => input.kind === 'report')
  const held = await store.heldReports(reports.map(({report}) => report.id))
  const fresh = new Map<string, Report>()
  const originals: {sha256: string; bytes: Uint8Array}[] = []
  for (const {report, bytes} of reports) {
    if (held.has(report.id) || coming.has(report.id) || fresh.has(report.id)) continue
    fresh.set(report.id, report)
    if (bytes) originals.push({sha256: report.sha256, bytes})
  }
  await store.saveOriginals(originals)
  const outcomes = outcomesOf([...fresh.values()], coder)
  return inputs.map(input => {
    if (input.kind !== 'report') return settled(input.origin, outcomeOf(input))
    const {origin, report} = input
    const again = {state: 'skipped', reason: alreadyHeld, reportId: report.id} as const
    if (held.has(report.id)) return settled(origin, again)
    const first = coming.get(report.id)
    if (first) return {...settled(origin, again), first}
    const {id, sha256: _sha256, text: _text, ...given} = report
    const arriving = {origin, id, given, outcome: outcomes.get(report.id)!, first: null, item: null}
    coming.set(report.id, arriving)
    return arriving
  })
}

function outcomeOf(input: FailedInput | SkippedInput): Outcome {
  const {reason} = input
  if (input.kind === 'skipped') return {state: 'skipped', reason, reportId: null}
  return {state: 'failed', reason, sha256: input.sha256, retryable: input.retryable}
}

function settled(origin: string, outcome: Outcome): Arriving {
  return {origin, id: null, given: null, outcome: Promise.resolve(outcome), first: null, item: null}
}

/** By id. Reports are begun at once, some together. */
export function outcomesOf(reports: readonly Report[], coder: ReportCoder): Map<string, Promise<Outcome>> {
  const outcomes = new Map<string, Promise<Outcome>>()
  const sound: Report[] = []
  for (const report of reports) {
    const reason = flawOf(report)
    if (reason) outcomes.set(report.id, Promise.resolve({state: 'failed', reason}))
    else sound.push(report)
  }
  for (let from = 0; from < sound.length; from += batchSize) {
    const batch = sound.slice(from, from + batchSize)
    const coded = codeBatch(batch, coder)
    for (const [i, {id}] of batch.entries())
      outcomes.set(
        id,
        coded.then(all => all[i]!)
      )
  }
  return outcomes
}

function flawOf({text, title, outlet, url, byline}: Report): string | null {
  const isBroken = [text, title, outlet, url, byline].some(
    words => typeof words === 'string' && (words.includes('\0') || !words.isWellFormed())
  )
  return isBroken ? 'holds NUL or broken surrogates, which no database keeps as text; mend the source' : null
}

/** One that cannot be coded fails alone. */
async function codeBatch(reports: readonly Report[], coder: ReportCoder): Promise<Outcome[]> {
  try {
    return (await coder.codeBatch(reports)).map(coded => ({state: 'done', coded}))
  } catch (error) {
    if (reports.length === 1) return [{state: 'failed', reason: (error as Error).message}]
    const outcomes: Outcome[] = []
    for (const report of reports) outcomes.push(...(await codeBatch([report], coder)))
    return outcomes
  }
}
