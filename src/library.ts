/** What `import ... from 'dateline'` gives: docs/library.md. */
import type {LinkedIncident} from './model/assessment.ts'
import type {CodedReport} from './model/contract.ts'
import {type BatchOptions, createReader, type GivenReport, type Reader} from './workflows/reader.ts'
import {version as ownVersion} from './workflows/version.ts'

export type {
  Account,
  Assessment,
  Derivation,
  Fact,
  Figure,
  LinkedIncident,
  ReportedClaim
} from './model/assessment.ts'
export type {
  Actor,
  Attribution,
  Certainty,
  Claim,
  CodedReport,
  Incident,
  Interest,
  Outcome,
  Passage,
  Place,
  Polarity,
  Realis,
  Relation,
  SourceKind
} from './model/contract.ts'
export type {BatchOptions, GivenReport, Reader, ReaderOptions} from './workflows/reader.ts'
export {createReader}

/** Of this package: "0.1.0". */
export const version: string = ownVersion()

/** With all that is in the package; loaded by the first call. */
let reader: Reader | undefined
const packaged = (): Reader => (reader ??= createReader())

/** As `Reader.codeReport`, with the codebook and places of the package; the first call takes a second more. */
export function codeReport(report: GivenReport): CodedReport {
  return packaged().codeReport(report)
}

/** As `Reader.codeReports`, with the codebook and places of the package. */
export function codeReports(
  reports: Iterable<GivenReport> | AsyncIterable<GivenReport>,
  options?: BatchOptions
): AsyncGenerator<CodedReport, void> {
  return packaged().codeReports(reports, options)
}

/** As `Reader.linkReports`, with the codebook of the package. */
export function linkReports(reports: Iterable<CodedReport>): LinkedIncident[] {
  return packaged().linkReports(reports)
}
