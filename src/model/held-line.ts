/**
 * The lines of a lossless export, one JSON object each: what gives the same incidents again in another store.
 *
 *     {"kind":"header","format":"dateline-jsonl","version":1,...}
 *     {"kind":"original",...} {"kind":"capture",...} {"kind":"report",...}
 *     {"kind":"ruling",...} {"kind":"incident",...} {"kind":"restricted-name",...} {"kind":"cleared-name",...}
 *     {"kind":"end","lines":120,"sha256":"..."}
 *
 * In this order: a line needs nothing but lines before it. Without the last one the file is not whole.
 */
import {z} from 'zod'
import {CodedReport, Passage} from './contract.ts'
import {Ruling} from './ruling.ts'

/** Of the form of the lines; grows when they change. */
export const linesVersion = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Instant = z.string().max(40)

export const HeaderLine = z.object({
  kind: z.literal('header'),
  format: z.literal('dateline-jsonl'),
  version: z.number().int(),
  made: z.object({by: z.string(), codebook: z.string()}),
  redacted: z.boolean().describe('Without what is restricted: it gives no store again'),
  filter: z.record(z.string(), z.unknown()).describe('Empty: all of the store'),
  contentHash: Sha256.nullable().describe('Of the store, where all of it is here')
})

const OriginalLine = z.object({
  kind: z.literal('original'),
  sha256: Sha256,
  bytes: z
    .string()
    .describe('As received, in base64; there is no such line where they are the text of a report')
})

const CaptureLine = z.object({
  kind: z.literal('capture'),
  sha256: Sha256,
  origin: z.string(),
  length: z.number().int().nonnegative(),
  mediaType: z.string().nullable(),
  requestedUrl: z.string().nullable(),
  redirects: z.array(z.object({url: z.string(), status: z.number().int(), location: z.string()})),
  finalUrl: z.string().nullable(),
  status: z.number().int().nullable(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  fetchedAt: Instant.nullable(),
  keptAt: Instant,
  feed: z.string().nullable(),
  tool: z.string()
})

/** What the outside said of a report, as src/model/report.ts has it. */
const GivenLine = z.looseObject({
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  publishedOn: z.string().nullable(),
  regions: z.array(z.string()).optional(),
  byline: z.string().optional(),
  marked: z.array(Passage.omit({language: true})).optional(),
  made: z.object({by: z.string(), entry: z.string().nullable()}).optional()
})

const ReportLine = z.object({
  kind: z.literal('report'),
  coded: CodedReport.describe('As it was read, without what people added'),
  given: GivenLine.nullable()
})

const RulingLine = z.object({kind: z.literal('ruling'), ruling: Ruling})

const nameFields = {
  id: z.string().max(40),
  name: z.string().min(1),
  reason: z.string(),
  by: z.string(),
  at: Instant
}
const RestrictedNameLine = z.object({kind: z.literal('restricted-name'), ...nameFields})
const ClearedNameLine = z.object({
  kind: z.literal('cleared-name'),
  ...nameFields,
  incident: z.string().nullable().describe('null: everywhere')
})

const IncidentLine = z.object({
  kind: z.literal('incident'),
  id: z.string(),
  state: Sha256.describe('Hash of all of it')
})

export const HeldLine = z.discriminatedUnion('kind', [
  OriginalLine,
  CaptureLine,
  ReportLine,
  RulingLine,
  RestrictedNameLine,
  ClearedNameLine,
  IncidentLine
])

export const EndLine = z.object({
  kind: z.literal('end'),
  lines: z.number().int().describe('Before this one'),
  sha256: Sha256.describe('Of these, each with its line feed')
})

export type HeaderLine = z.infer<typeof HeaderLine>
export type HeldLine = z.infer<typeof HeldLine>
export type OriginalLine = z.infer<typeof OriginalLine>
export type CaptureLine = z.infer<typeof CaptureLine>
export type ReportLine = z.infer<typeof ReportLine>
export type NameLine = z.infer<typeof RestrictedNameLine> | z.infer<typeof ClearedNameLine>
export type IncidentLine = z.infer<typeof IncidentLine>
export type EndLine = z.infer<typeof EndLine>
