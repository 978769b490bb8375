/**
 * Incidents by the thousand, for maps and plots: columns in place of rows, so that 20,000 of them are one answer.
 *
 * Where many happen at one place, it is named once; the rows of `id`, `place`, `from`, ... belong together by their position.
 */
import {z} from 'zod'
import {Place} from './contract.ts'

export const ExploredPlace = z.object({
  name: z.string(),
  country: z.string().nullable(),
  precision: Place.shape.precision,
  lat: z.number().nullable().describe('null: named, and not found on the map'),
  lon: z.number().nullable()
})

/** Of one outcome of one incident: its position in `outcomes`, low, high, and 1 where open, 2 where contested, 3 where both. */
export const ExploredFigure = z.tuple([
  z.number().int(),
  z.number().int().nullable(),
  z.number().int().nullable(),
  z.number().int()
])

export const ExploredIncidents = z.object({
  total: z.number().int().describe('Of all that match'),
  placed: z.number().int().describe('Of these, those with a point on the map'),
  shown: z
    .number()
    .int()
    .describe('How many follow, the newest first: all, unless there are more than the most'),
  grid: z
    .boolean()
    .describe('Places are the middles of cells of a fixed grid: the asker may not read exact coordinates'),
  places: z.array(ExploredPlace),
  types: z.array(z.string()),
  outcomes: z.array(z.string()),
  id: z.array(z.string()),
  place: z.array(z.number().int().nullable()).describe('Position in `places`; null: no place is named'),
  type: z.array(z.number().int()).describe('Position in `types`'),
  from: z.array(z.number().int()).describe('First day, counted from 1970-01-01'),
  days: z.array(z.number().int()).describe('To the last day: 0 where it is one day'),
  exact: z
    .array(z.number().int())
    .describe('1 where the day is stated, 0 where it is inferred or wider than a day'),
  contested: z.array(z.number().int()).describe('1 where some fact or figure is'),
  reports: z.array(z.number().int()),
  accounts: z.array(z.number().int()),
  figures: z.array(z.array(ExploredFigure)).describe('By the rule "dateline"')
})
export type ExploredIncidents = z.infer<typeof ExploredIncidents>
export type ExploredPlace = z.infer<typeof ExploredPlace>

/** How wide a bin is; weeks begin on Mondays. */
export const BinWidth = z.enum(['day', 'week', 'month', 'year'])
export type BinWidth = z.infer<typeof BinWidth>

export const ExploredDays = z.object({
  total: z
    .number()
    .int()
    .describe('Incidents of all bins, of `spans` and `otherSpans`, `before`, `after` and `unknown`'),
  reports: z
    .number()
    .int()
    .describe('Reports that tell of them, of all bins, `reportsOutside` and `undated`'),
  undated: z.number().int().describe('Of the reports, those without a day of publication'),
  reportsOutside: z.number().int().describe('Of the reports, those published outside of the bins'),
  width: BinWidth,
  before: z.number().int().describe('Incidents that ended before the first bin'),
  after: z.number().int().describe('Incidents that began after the last bin'),
  unknown: z.number().int().describe('Incidents of which no day is known'),
  bins: z.array(
    z.object({
      from: z.string().describe('First day'),
      to: z.string().describe('Last day'),
      incidents: z.number().int().describe('Whose days all lie in it'),
      contested: z.number().int().describe('Of these'),
      reports: z.number().int().describe('Published in it')
    })
  ),
  spans: z
    .array(z.object({from: z.string(), to: z.string(), incidents: z.number().int()}))
    .describe('Incidents of which no day is known that lies in one bin, by their days, the most first'),
  otherSpans: z.number().int().describe('Incidents of further spans than these')
})
export type ExploredDays = z.infer<typeof ExploredDays>
