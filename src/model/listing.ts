/** Rows of lists: what is shown of an incident or report where there are many. */
import {z} from 'zod'
import {When} from './contract.ts'
import {Decision} from './ruling.ts'

export const ListedFigure = z.object({
  low: z.number().int().nullable(),
  best: z.number().int().nullable(),
  high: z.number().int().nullable(),
  open: z.boolean(),
  contested: z.boolean()
})

export const ListedIncident = z.object({
  id: z.string(),
  headline: z.string(),
  type: z.string(),
  when: When,
  place: z
    .object({
      name: z.string(),
      country: z.string().nullable(),
      precision: z.string(),
      lat: z.number().nullable(),
      lon: z.number().nullable()
    })
    .nullable(),
  sides: z.object({a: z.array(z.string()), b: z.array(z.string())}),
  figures: z.record(z.string(), ListedFigure).describe('By outcome, by the rule "dateline"'),
  reports: z.number().int(),
  accounts: z.number().int(),
  languages: z.array(z.string()),
  contested: z.boolean().describe('Whether some fact or figure is')
})

/** newest, oldest: by day; changed: what changed last; reports: the most; killed: the highest figure. */
export const IncidentOrder = z.enum(['newest', 'oldest', 'changed', 'reports', 'killed'])

export const ListedReport = z.object({
  id: z.string(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  incidents: z.array(z.string()).describe('Ids of the incidents that it tells of'),
  decision: Decision.shape.state
    .nullable()
    .describe('What a person decided about where it belongs; null while nobody did')
})

export type ListedFigure = z.infer<typeof ListedFigure>
export type ListedIncident = z.infer<typeof ListedIncident>
export type IncidentOrder = z.infer<typeof IncidentOrder>
export type ListedReport = z.infer<typeof ListedReport>

/** Part of a list, and how to go on. */
export interface Listed<Row> {
  /** Of all that match, whatever the page. */
  readonly total: number
  readonly rows: readonly Row[]
  /** Keys of the last row; null at the end of the list. */
  readonly next: readonly (string | null)[] | null
}
