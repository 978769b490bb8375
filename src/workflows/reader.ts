/**
 * Dateline for other programs: reports as objects in, coded reports and linked incidents out; nothing is kept.
 *
 * What comes in from outside is checked here; what is wrong is told with its place.
 */
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {loadKnowledge, type OwnKnowledge} from '../codebook/load.ts'
import {batchesOf} from '../fetch/batches.ts'
import {type Input, reportOf} from '../fetch/input.ts'
import {largestText} from '../fetch/read-bytes.ts'
import {recordIn} from '../fetch/record.ts'
import {sideBySide} from '../fetch/side-by-side.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import {CodedReport} from '../model/contract.ts'
import {batchSize, createCoder, versionsOf} from './code.ts'
import {type CodingPool, openCodingPool} from './coding-pool.ts'
import {createLinker, type LinkReports} from './link.ts'
import {oldNode} from './version.ts'

/** A report to code. Only the text is needed; the more is known of it, the better it is read. */
export interface GivenReport {
  /** As published, at most 16 MiB in UTF-8. Every offset of the result counts UTF-16 units in it. */
  readonly text: string
  /** Who publishes it: the first of everybody on whose word a claim stands. */
  readonly outlet?: string | null
  readonly title?: string | null
  readonly url?: string | null
  /** "2024-03-05", or an instant, which is cut to its day. "Yesterday" counts from it. */
  readonly publishedOn?: string | null
  /** Countries that the source mostly tells of ("IQ", ISO 3166-1 alpha-2): weak evidence for what a name means. */
  readonly regions?: readonly string[]
}

/** Folders, named from the working directory. */
export interface ReaderOptions {
  /** A whole codebook, read in place of the one in the package: a copy of that folder, edited. */
  readonly codebook?: string
  /** Holds `actors/` and `affiliations/`: groups and bodies of your own, read besides the codebook's. */
  readonly registry?: string
  /** Places that "dateline gazetteer import" made, read besides the embedded ones. */
  readonly gazetteer?: string
}

export interface BatchOptions {
  /** Threads that code, each with models of its own (some 130 MB); 1 where left out: this one. */
  readonly threads?: number
}

export interface Reader {
  /** Codes one report, in this thread: some ten milliseconds for a page of text. Throws a TypeError where it is no report. */
  codeReport(report: GivenReport): CodedReport
  /** Codes many, in their order, as quickly as they are taken. One that is no report ends it with a TypeError that has its number; all before it come first. */
  codeReports(
    reports: Iterable<GivenReport> | AsyncIterable<GivenReport>,
    options?: BatchOptions
  ): AsyncGenerator<CodedReport, void>
  /**
   * Which incidents of coded reports are one, who says what of each, and what holds by each rule. The order of the
   * reports plays no part; of reports with one id the first counts. Throws a TypeError where one is no coded report.
   */
  linkReports(reports: Iterable<CodedReport>): LinkedIncident[]
  /** What its results are made with, as they record it. */
  readonly versions: CodedReport['versions']
}

/** Loads codebook, gazetteer and models, which takes a second; make one and use it for everything. Throws where they cannot be read. */
export function createReader(options: ReaderOptions = {}): Reader {
  const old = oldNode()
  if (old) throw new Error(`Dateline cannot read: ${old}`)
  const own = foldersOf(options)
  const {coder, knowledge} = load(own)
  let link: LinkReports | null = null
  return {
    versions: versionsOf(knowledge),
    codeReport(given) {
      const input = inputOf(given, 'The report')
      if (input.kind !== 'report') throw faultOf(input)
      return coder.code(input.report)
    },
    async *codeReports(reports, {threads = 1} = {}) {
      if (!Number.isInteger(threads) || threads < 1)
        throw new RangeError(`threads is ${threads}; give a whole number from 1 on`)
      const pool = threads === 1 ? inThisThread(coder) : openCodingPool(own, threads)
      try {
        const batches = batchesOf(inputsOf(reports), batchSize)
        for await (const {coded, fault} of sideBySide(batches, threads, batch => codeBatch(batch, pool))) {
          yield* coded
          if (fault) throw fault
        }
      } finally {
        await pool.close()
      }
    },
    linkReports(reports) {
      link ??= createLinker(knowledge.codebook)
      return link(distinct(reports))
    }
  }
}

function foldersOf({codebook, registry, gazetteer}: ReaderOptions): OwnKnowledge {
  const folder = (option: string, path: string) => {
    const full = resolve(path)
    if (!existsSync(full)) throw new Error(`No folder ${full}, which the option "${option}" names`)
    return full
  }
  return {
    ...(codebook !== undefined && {codebook: folder('codebook', codebook)}),
    ...(registry !== undefined && {registry: folder('registry', registry)}),
    ...(gazetteer !== undefined && {packs: folder('gazetteer', gazetteer)})
  }
}

/** Stages read their tables when they are made: mistakes in a codebook show here. */
function load(own: OwnKnowledge) {
  try {
    const knowledge = loadKnowledge(own)
    return {knowledge, coder: createCoder(knowledge)}
  } catch (cause) {
    if (own.codebook === undefined) throw cause
    throw new Error(`Cannot use the codebook in ${own.codebook}: ${(cause as Error).message}`, {cause})
  }
}

/** `name`, for messages. */
function inputOf(given: unknown, name: string): Input {
  const record = recordIn(given)
  if ('reason' in record) return {kind: 'failed', origin: name, reason: record.reason}
  const bytes = Buffer.from(record.text, 'utf8')
  if (bytes.length > largestText)
    return {kind: 'failed', origin: name, reason: `has a text of more than ${largestText / 2 ** 20} MiB`}
  return {kind: 'report', origin: name, report: reportOf(record, bytes), bytes: null}
}

const faultOf = ({origin, reason}: {origin: string; reason: string}) => new TypeError(`${origin} ${reason}`)

async function* inputsOf(all: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<Input> {
  let number = 1
  for await (const given of all) yield inputOf(given, `Report ${number++}`)
}

type Batched = Pick<CodingPool, 'codeBatch' | 'close'>

const inThisThread = ({codeBatch}: ReturnType<typeof createCoder>): Batched => ({
  codeBatch: async reports => codeBatch(reports),
  close: async () => {}
})

/** What comes before the first fault, and the fault. */
async function codeBatch(
  batch: readonly Input[],
  pool: Batched
): Promise<{coded: CodedReport[]; fault: Error | null}> {
  const end = batch.findIndex(({kind}) => kind !== 'report')
  const good = (end < 0 ? batch : batch.slice(0, end)).filter(input => input.kind === 'report')
  const failed = batch[end]
  const fault = failed && failed.kind !== 'report' ? faultOf(failed) : null
  if (good.length === 0) return {coded: [], fault}
  try {
    return {coded: await pool.codeBatch(good.map(({report}) => report)), fault}
  } catch (cause) {
    const which = `${good[0]!.origin} and the ${good.length - 1} behind it`
    return {coded: [], fault: new Error(`${which}: ${(cause as Error).message}`, {cause})}
  }
}

function distinct(reports: Iterable<CodedReport>): CodedReport[] {
  const byId = new Map<string, CodedReport>()
  let number = 1
  for (const report of reports) {
    const {error} = CodedReport.safeParse(report)
    if (error) {
      const [{path, message}] = error.issues as [(typeof error.issues)[number]]
      const at = path.length ? ` (${path.join('.')}: ${message})` : ''
      throw new TypeError(`Report ${number} is no coded report${at}; link what codeReport gives`)
    }
    number++
    if (!byId.has(report.report.id)) byId.set(report.report.id, report)
  }
  return [...byId.values()]
}
