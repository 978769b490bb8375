/**
 * Sources over the whole store: outlets, agencies and whoever speaks in reports, what became of their figures, and who carries whom.
 *
 * For those who work with the store, never for a public view. A private person is no source of a name: such claims stand under
 * the role they were made in ("witness"), with no name (SAFETY D1).
 */
import {z} from 'zod'
import {ClaimAbout, Polarity, Quote, SourceKind} from './contract.ts'

export const Source = z.object({
  id: z.string(),
  name: z.string().nullable().describe('null: nobody in particular, all those of this kind'),
  kind: SourceKind,
  known: z.string().nullable().describe('Id in the registry of actors'),
  country: z
    .string()
    .nullable()
    .describe(
      'Of a source that the registry does not know: where what it speaks of happens; ISO 3166-1 alpha-2'
    )
})

/** What the registry of actors says of a source: whom it belongs to, from when to when. */
export const Affiliation = z.object({
  relation: z.enum(['part-of', 'allied', 'owns', 'led-by', 'opposed', 'owned-by', 'has-part', 'leads']),
  to: z.string().describe('Name of the other'),
  from: z.string().nullable().describe('Year, month or day; null: not known'),
  until: z.string().nullable().describe('null: not over, or not known'),
  checked: z.boolean().describe('Whether a page was read for it; what nobody checked joins no accounts')
})

export const ListedSource = Source.extend({
  reports: z.number().int().describe('That it published, that credit it, or in which it speaks'),
  published: z.number().int(),
  credited: z.number().int().describe('Reports of others that credit it as an agency'),
  quoted: z.number().int().describe('Reports in which it speaks and which it did not publish'),
  claims: z.number().int().describe('Of which it is the origin'),
  sided: z.number().int().describe('Of these, made as a party, or allied or opposed to one'),
  firstOn: z.string().nullable().describe('Day of the first report'),
  lastOn: z.string().nullable(),
  figures: z.number().int().describe('Numbers of people that it is the origin of, each once for an incident'),
  superseded: z.number().int().describe('Of these, those that it replaced by a later one'),
  setAside: z.number().int().describe('Of these, those that the rule "dateline" or a person set aside'),
  affiliations: z.array(Affiliation)
})

/** A report in which a source publishes, is credited or speaks, with what it is the origin of. */
export const SourceReport = z.object({
  id: z.string(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  published: z.boolean(),
  credited: z.boolean(),
  quoted: z.boolean(),
  claims: z.array(
    z.object({
      id: z.string(),
      about: ClaimAbout,
      polarity: Polarity,
      quote: z.string().describe('Its words')
    })
  )
})

export const FigureState = z.enum(['latest', 'inconsistent', 'superseded', 'set-aside'])

/** What became of one figure of a source. */
export const SourceFigure = z.object({
  incident: z.string(),
  headline: z.string(),
  outcome: z.string(),
  min: z.number().int(),
  max: z.number().int().nullable(),
  group: z.string().nullable(),
  state: FigureState,
  why: z.string().nullable().describe('Why it is set aside'),
  claim: z.string().describe('Key of a claim that gives it')
})

export const TieKind = z.enum(['copies', 'credits'])

/** Whose reports carry whose words, over the whole store. */
export const SourceTie = z.object({
  from: z.string().describe('Id of the source whose reports depend on the other'),
  to: z.string(),
  kind: TieKind,
  reports: z.number().int().describe('Reports of `from` that show it'),
  incidents: z.number().int()
})

export const SourceGraph = z.object({
  total: z.number().int().describe('Ties in all; those with most reports are given'),
  nodes: z.array(Source.extend({reports: z.number().int()})),
  ties: z.array(SourceTie)
})

/** The words that show one tie, in one incident. */
export const TiePassage = z.object({
  incident: z.string(),
  headline: z.string(),
  from: z.string().describe('Id of the report'),
  to: z.string().describe('Id of the report or agency'),
  evidence: z.array(z.object({report: z.string(), outlet: z.string().nullable(), quote: Quote}))
})

export type Source = z.infer<typeof Source>
export type Affiliation = z.infer<typeof Affiliation>
export type ListedSource = z.infer<typeof ListedSource>
export type SourceReport = z.infer<typeof SourceReport>
export type SourceFigure = z.infer<typeof SourceFigure>
export type FigureState = z.infer<typeof FigureState>
export type SourceTie = z.infer<typeof SourceTie>
export type SourceGraph = z.infer<typeof SourceGraph>
export type TiePassage = z.infer<typeof TiePassage>

/** A source as one report has it. */
export interface SourceInReport {
  readonly source: string
  readonly published: boolean
  readonly credited: boolean
  readonly quoted: boolean
  /** Ids of the claims of which it is the origin. */
  readonly claims: readonly string[]
  /** How many of them were made as a side. */
  readonly sided: number
}

export interface SourcesOfReport {
  readonly report: string
  readonly publishedOn: string | null
  /** All that the rows name. */
  readonly sources: readonly Source[]
  readonly rows: readonly SourceInReport[]
}

export interface SourcesOfIncident {
  readonly incident: string
  readonly figures: readonly {
    readonly source: string
    readonly outcome: string
    readonly min: number
    readonly max: number | null
    readonly group: string | null
    readonly state: FigureState
    readonly why: string | null
    readonly claim: string
  }[]
  readonly ties: readonly {
    readonly kind: SourceTie['kind']
    readonly fromReport: string
    /** Id of the report or agency, as the graph of the incident has it. */
    readonly toNode: string
    readonly from: string
    readonly to: string
  }[]
}
