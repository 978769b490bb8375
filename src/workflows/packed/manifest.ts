/** What an export says of itself, beside the file and in a packed one. */
import {z} from 'zod'
import {locales} from '../../messages/words.ts'
import {ruleIds} from '../../model/assessment.ts'

const size = {
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/)
}
const count = z.number().int().nonnegative()

export const Manifest = z.object({
  file: z.string(),
  format: z.string(),
  formatVersion: z.number().int(),
  mediaType: z.string(),
  rows: count.describe('Rows of a table, features, lines, annotations'),
  incidents: count,
  leftOut: z.record(z.string(), count).describe('Incidents that the format has no row for, by why'),
  ...size,
  texts: z
    .object({reports: count, claims: count, ...size})
    .optional()
    .describe('Of a packed export: texts.jsonl, its lines and the claims whose quotes stand in them'),
  filter: z.record(z.string(), z.unknown()).describe('As it was asked'),
  rule: z.enum(ruleIds),
  redacted: z
    .boolean()
    .describe(
      'Whether names of private persons, restricted names, contacts and exact coordinates were taken out'
    ),
  note: z.string().optional().describe('What it is no good for, being redacted'),
  language: z.enum(locales).optional().describe('Of an export that is written for people'),
  made: z.object({at: z.string(), by: z.string(), codebook: z.string()}),
  auditHead: z.string().describe('The last row of the audit at that moment')
})
export type Manifest = z.infer<typeof Manifest>

/** A sentence says why there is none. */
export function manifestIn(text: string): Manifest | string {
  try {
    const read = Manifest.safeParse(JSON.parse(text))
    if (read.success) return read.data
    const [issue] = read.error.issues
    return `is none of an export: ${issue!.path.join('.')}: ${issue!.message}`
  } catch {
    return 'is not JSON'
  }
}
