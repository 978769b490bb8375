/** Inputs on their way into the store: those that are there are told apart, the others kept as received and given to the coder. */
import type {Input} from '../fetch/inputs.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import type {Item, Store} from '../store/store.ts'

export interface ReportCoder {
  code(report: Report): CodedReport | Promise<CodedReport>
}

export interface Arriving {
  readonly origin: string
  /** Of the report that the input would add; null where it adds none. */
  readonly id: string | null
  /** The report, or why there is none. */
  readonly outcome: Promise<Outcome>
  /** The same report further ahead in the same ingest. */
  readonly first: Arriving | null
  /** What became of it, once it is kept. */
  item: Item | null
}

export type Outcome =
  | {readonly state: 'done'; readonly coded: CodedReport}
  | {readonly state: 'failed'; readonly reason: string}
  | {readonly state: 'skipped'; readonly reportId: string}

type ReportInput = Extract<Input, {readonly kind: 'report'}>

/** `coming`: those that are begun and not kept yet, by id; the new ones are added. Bytes are kept before anything is read from them. */
export async function arrive(
  inputs: readonly Input[],
  coming: Map<string, Arriving>,
  store: Store,
  coder: ReportCoder
): Promise<Arriving[]> {
  const reports = inputs.filter(input => input.kind === 'report')
  const held = await store.heldReports(reports.map(({report}) => report.id))
  const isNew = ({report}: ReportInput) => !held.has(report.id) && !coming.has(report.id)
  await store.saveOriginals(reports.filter(isNew).map(({report, bytes}) => ({sha256: report.sha256, bytes})))
  return inputs.map(input => {
    if (input.kind === 'failed') return settled(input.origin, {state: 'failed', reason: input.reason})
    const {origin, report} = input
    if (held.has(report.id)) return settled(origin, {state: 'skipped', reportId: report.id})
    const first = coming.get(report.id)
    if (first) return {...settled(origin, {state: 'skipped', reportId: report.id}), first}
    const arriving = {origin, id: report.id, outcome: outcomeOf(report, coder), first: null, item: null}
    coming.set(report.id, arriving)
    return arriving
  })
}

function settled(origin: string, outcome: Outcome): Arriving {
  return {origin, id: null, outcome: Promise.resolve(outcome), first: null, item: null}
}

async function outcomeOf(report: Report, coder: ReportCoder): Promise<Outcome> {
  if (report.text.includes('\0') || !report.text.isWellFormed())
    return {
      state: 'failed',
      reason: 'holds NUL or broken surrogates, which no database keeps as text; mend the source'
    }
  try {
    return {state: 'done', coded: await coder.code(report)}
  } catch (error) {
    return {state: 'failed', reason: (error as Error).message}
  }
}
