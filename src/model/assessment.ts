/**
 * An incident assembled from many reports, its accounts, and what holds by each rule.
 *
 * This is what `dateline show ID --json` prints, the API serves and the page
 * draws. Claims are never changed here: an assessment names the claims it used
 * and those it set aside, and why.
 */
import {z} from 'zod'
import {Claim, Incident, Interest, Place, Quote, Relation, SourceKind, When} from './contract.ts'

/** A claim outside its report: ids of claims are unique only within one report. */
export const ReportedClaim = Claim.extend({
  key: z.string().describe('report id, "/" and claim id'),
  report: z.string()
})

export const ReportRef = z.object({
  id: z.string(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  title: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string()
})

/** What a person said of a tie of dependence. `ruling`: its id. */
const Ruled = z.object({
  verdict: z.enum(['cut', 'confirmed']),
  ruling: z.string(),
  by: z.string(),
  reason: z.string().nullable()
})

/** The claims of one origin on one incident: copies, wire derivatives and the same quoted spokesman are one account. */
export const Account = z.object({
  id: z.string(),
  origin: z.string().describe("The origin in the reports' words"),
  kind: SourceKind,
  interest: Interest,
  side: z
    .enum(['a', 'b', 'none', 'unknown'])
    .optional()
    .describe('Whose side of the incident it speaks for; absent in what was held before accounts had sides'),
  claims: z.array(z.string()).describe('Keys of its claims, first told first'),
  reports: z.array(z.string()).describe('Reports that carry it, first published first'),
  why: z.array(z.string()).describe('For each report after the first: why it is not an account of its own'),
  ruled: Ruled.optional().describe('A person said that it is an account of its own, or one account')
})

export const OriginNode = z.object({
  id: z.string().describe('Of a report its id, of a source that of its account'),
  kind: z.enum(['report', 'agency', 'source', 'owner']),
  name: z.string()
})

/** One thing that depends on another: a report on the report it copies, the agency it credits, the source it quotes, the owner of its outlet. */
export const OriginEdge = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['copies', 'credits', 'quotes', 'owned-by']),
  evidence: z
    .array(z.object({report: z.string(), quote: Quote}))
    .describe('The words that show it; none where the registry or a person says so'),
  ruled: Ruled.optional().describe('cut: it is shown as it was read, and makes nothing one account')
})

export const Origins = z.object({nodes: z.array(OriginNode), edges: z.array(OriginEdge)})

/** What one account says of one figure. */
export const FigureAccount = z.object({
  account: z.string(),
  origin: z.string(),
  interest: Interest,
  min: z.number().int(),
  max: z.number().int().nullable(),
  stated: z.number().int().describe('The number as stated: "more than 125" states 125'),
  statedFrom: z.number().int().optional().describe('The lower number, where two are stated: "20 to 30"'),
  group: z.string().optional().describe('Where it counts one group only, for instance protesters'),
  status: z.enum(['latest', 'superseded', 'inconsistent']),
  weight: z
    .enum(['free', 'admission', 'interested', 'accepted'])
    .describe(
      'free: no side of it; admission: a side, against its interest; interested: a side, which never sets the value alone; accepted: a person ruled that it counts'
    ),
  because: z.string().optional().describe('Why a side counts or does not'),
  corrected: z
    .array(z.object({claim: z.string(), was: z.string(), now: z.string()}))
    .optional()
    .describe('Claims whose values a person corrected'),
  gathered: z
    .literal(true)
    .optional()
    .describe('Of a dataset that was imported, beside reports: it is shown, and no rule weighs it'),
  claims: z.array(z.string()),
  reports: z.array(z.string())
})

/** What a rule makes of a figure and of how well it is supported. */
export const Grade = z.object({
  scale: z.string().describe('admiralty, airwars'),
  value: z.string().describe('B2, Fair, ...'),
  because: z.string()
})

export const Derivation = z.object({
  rule: z.string(),
  version: z.string(),
  steps: z.array(
    z.object({
      step: z.string().describe('What is decided: low, best, high, contested, sides, ...'),
      because: z.string(),
      claims: z.array(z.string()).describe('Keys of the claims that decided it')
    })
  )
})

const figure = {
  low: z.number().int().nullable(),
  best: z.number().int().nullable().describe('null: no single figure holds'),
  high: z.number().int().nullable(),
  open: z.boolean().describe('The account with the highest number gives no upper bound'),
  contested: z.boolean(),
  unconfirmed: z.boolean().describe('One account alone'),
  accounts: z.array(FigureAccount)
}

export const Figure = z.object({
  ...figure,
  setAside: z.array(z.object({claim: z.string(), why: z.string()})),
  byGroup: z.record(z.string(), z.object(figure)),
  derivation: Derivation,
  grade: Grade.nullable().optional(),
  sides: z
    .object({
      a: z.number().int(),
      b: z.number().int(),
      civilians: z.number().int(),
      unknown: z.number().int()
    })
    .optional()
    .describe('ucdp: the deaths of the best figure, by side'),
  precision: z
    .object({
      date: z.number().int().describe('1 to 5'),
      place: z.number().int().nullable().describe('1 to 7')
    })
    .optional()
    .describe('ucdp: how exactly day and place are known'),
  perDay: z
    .array(z.number().int())
    .optional()
    .describe('acled: the figure split over the days of the incident, the remainder to the first')
})

/** The rules that are run, in the order in which they are shown. */
export const ruleIds = ['dateline', 'acled', 'ucdp', 'ibc', 'airwars', 'gtd'] as const
export type RuleId = (typeof ruleIds)[number]

/** By outcome: killed, injured, arrested, ... Only outcomes that some claim gives a number for. */
export const Assessment = z.record(z.string(), Figure)

/** A fact other than a figure (what, when, where, who against whom), with who says which value. */
export const Fact = z.object({
  fact: z.enum(['what', 'when', 'where', 'who', 'against']),
  values: z.array(
    z.object({
      value: z.string(),
      accounts: z.array(z.string()),
      claims: z.array(z.string()),
      denied: z.array(z.string()).optional().describe('Claims that deny it')
    })
  ),
  contested: z.boolean(),
  because: z.string().optional().describe('Which values cannot both be true')
})

/** A tie to another incident, with the words that tell it. */
export const IncidentTie = z.object({
  to: z
    .string()
    .describe(
      'REPORT/i2: what that report tells of the other; "dateline show REPORT/i2" leads to the incident that holds it'
    ),
  kind: z.enum([...Relation.shape.kind.options, 'whole-of', 'answered-by', 'escalated-to', 'same-chain']),
  lag: z.string().nullable(),
  told: z.array(z.object({report: z.string(), quote: Quote})),
  ruled: z
    .object({by: z.string(), reason: z.string().nullable()})
    .optional()
    .describe('same-chain: the person who says so; no report needs to tell it')
})

export const LinkedIncident = z.object({
  id: z.string(),
  headline: z.string().describe('Type, place and day, in words'),
  type: z.string(),
  when: When,
  place: Place.nullable(),
  sides: z.object({a: z.array(z.string()), b: z.array(z.string())}).describe('Names of actors'),
  unverified: z
    .array(z.string())
    .describe('Of these names, those that the registry ties to an entry for which no page was read'),
  tactics: z.array(z.string()),
  codings: Incident.shape.codings,
  members: z.array(z.object({report: z.string(), incident: z.string(), why: z.array(z.string())})),
  reports: z.array(ReportRef),
  claims: z.array(ReportedClaim),
  accounts: z.array(Account),
  origins: Origins.describe('How the reports hang together, with the words that show it'),
  facts: z.array(Fact),
  assessments: z.record(z.string(), Assessment).describe('By rule: dateline, ...'),
  relations: z.array(IncidentTie).describe('Other incidents that its reports tie it to'),
  history: z
    .array(z.object({report: z.string(), change: z.string()}))
    .describe('What each report changed, in order of publication')
})

export type ReportedClaim = z.infer<typeof ReportedClaim>
export type ReportRef = z.infer<typeof ReportRef>
export type Account = z.infer<typeof Account>
export type OriginNode = z.infer<typeof OriginNode>
export type OriginEdge = z.infer<typeof OriginEdge>
export type Origins = z.infer<typeof Origins>
export type FigureAccount = z.infer<typeof FigureAccount>
export type Grade = z.infer<typeof Grade>
export type Derivation = z.infer<typeof Derivation>
export type Figure = z.infer<typeof Figure>
export type Assessment = z.infer<typeof Assessment>
export type IncidentTie = z.infer<typeof IncidentTie>
export type Fact = z.infer<typeof Fact>
export type LinkedIncident = z.infer<typeof LinkedIncident>
