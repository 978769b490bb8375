/**
 * The public contract: what `dateline code --json` prints, one CodedReport a line.
 *
 * Everything outside the process depends on these shapes; the JSON Schema that
 * `dateline schema` prints is made from them. Missing is `null`, never 0 or ''.
 */
import {z} from 'zod'

export const Quote = z
  .object({
    from: z.number().int().nonnegative(),
    to: z.number().int().nonnegative(),
    text: z.string()
  })
  .describe('Half-open UTF-16 offsets into report.text, with the words there')

export const When = z
  .object({
    from: z.string(),
    to: z.string(),
    precision: z.enum(['instant', 'day', 'week', 'month', 'year']),
    known: z.enum(['stated', 'inferred'])
  })
  .describe('ISO days or instants; both ends included')

export const SourceKind = z.enum([
  'outlet',
  'agency',
  'official',
  'security',
  'medical',
  'armed-group',
  'party',
  'medium',
  'witness',
  'correspondent',
  'footage',
  'document',
  'social-post',
  'unnamed'
])
export const Interest = z.enum(['party', 'allied', 'opposed', 'independent', 'unknown'])
export const Polarity = z.enum(['affirmed', 'denied', 'unconfirmed'])
export const Certainty = z.enum(['certain', 'probable', 'possible', 'unstated'])
export const Realis = z.enum([
  'happened',
  'attempted',
  'prevented',
  'threatened',
  'planned',
  'ordered',
  'feared',
  'hypothetical'
])
export const Outcome = z.enum([
  'killed',
  'injured',
  'arrested',
  'abducted',
  'missing',
  'displaced',
  'released',
  'unspecified'
])
export const ClaimAbout = z.enum([
  'event',
  'casualties',
  'crowd',
  'damage',
  'denial',
  'no-confirmation',
  'affiliation',
  'motive',
  'threat'
])

export const Attribution = z.object({
  source: z
    .string()
    .describe("The report's own words for the source; 'unattributed' for a hedge with no speaker"),
  kind: SourceKind,
  actor: z.string().nullable(),
  cue: z.string().nullable(),
  quote: Quote.nullable()
})

const Count = z.object({
  min: z.number().int().nonnegative(),
  max: z.number().int().nonnegative().nullable().describe('null: no upper bound'),
  stated: z.string()
})
const Group = z
  .string()
  .describe('civilians, protesters, security-forces, militants, officials, journalists, people, ...')

export const Claim = z.object({
  id: z.string(),
  about: ClaimAbout,
  refersTo: z.string().nullable().describe('The claim that this one confirms, denies or leaves unconfirmed'),
  quote: Quote.describe('The statement'),
  evidence: z.array(Quote).describe('The words each value came from'),
  attribution: z.array(Attribution).min(1).describe('Outlet first, origin last'),
  interest: Interest,
  certainty: Certainty,
  polarity: Polarity,
  realis: Realis,
  hedges: z.array(z.string()),
  event: z
    .object({
      type: z.string(),
      agent: z.array(z.string()),
      patient: z.array(z.string()),
      instruments: z.array(z.string()),
      place: z.string().nullable(),
      when: When.nullable(),
      trigger: Quote
    })
    .optional(),
  casualties: z
    .object({
      outcome: Outcome,
      of: z.string().describe('The words as written'),
      group: Group,
      count: Count.nullable().describe('null: no number is given'),
      partOf: z.string().optional().describe('The claim of this report whose total this one is a part of'),
      sameAs: z.string().optional().describe('The claim of this report that tells of the same people')
    })
    .optional(),
  crowd: z
    .object({of: z.string().describe('The words as written'), group: Group, count: Count})
    .optional()
    .describe('How many people gathered: of a claim about a crowd, never a toll'),
  damage: z
    .object({
      of: z.string().describe('The words as written'),
      count: Count.nullable().describe('null: no number is given')
    })
    .optional()
    .describe('One kind of thing damaged: of a claim about damage'),
  added: z
    .object({ruling: z.string(), by: z.string(), reason: z.string().nullable()})
    .optional()
    .describe('Of a claim that a person added: the ruling and who made it'),
  moved: z
    .object({ruling: z.string(), by: z.string(), reason: z.string().nullable()})
    .optional()
    .describe('Of a claim that a person put into another incident: the ruling and who made it')
})

export const Actor = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  aliases: z.array(z.string()),
  known: z.string().nullable().describe('Id in the registry of actors'),
  verified: z
    .boolean()
    .optional()
    .describe(
      'Whether a page was read for the entry of the registry; absent where there is none, and for bodies that every state has'
    ),
  affiliations: z.array(z.object({relation: z.string(), to: z.string(), quote: Quote})),
  mentions: z.array(Quote)
})

export const Place = z.object({
  id: z.string(),
  name: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
  admin1: z.string().nullable(),
  precision: z.enum(['site', 'town', 'area', 'admin1', 'country']),
  gazetteerId: z.string().nullable(),
  role: z.enum(['event', 'dateline', 'mentioned']),
  mentions: z.array(Quote)
})

export const Passage = z.object({
  from: z.number().int(),
  to: z.number().int(),
  kind: z.enum(['body', 'title', 'social-post', 'caption', 'boilerplate']),
  language: z.string(),
  author: z.string().optional(),
  on: z.string().optional(),
  links: z.array(z.string()).optional()
})

export const Relation = z.object({
  to: z.string(),
  kind: z.enum(['part-of', 'after', 'before', 'response-to', 'escalation-of']),
  quote: Quote,
  lag: z.string().nullable()
})

const coding = z.record(z.string(), z.unknown()).nullable()

export const Incident = z.object({
  id: z.string(),
  type: z.string(),
  when: When,
  place: z.string().nullable(),
  sides: z.object({a: z.array(z.string()), b: z.array(z.string())}),
  tactics: z.array(z.string()),
  codings: z.object({acled: coding, ucdp: coding, plover: coding, cameo: coding, muc4: coding}),
  claims: z.array(z.string()),
  relations: z.array(Relation)
})

export const Problem = z.object({stage: z.string(), message: z.string(), quote: Quote.optional()})

export const CodedReport = z.object({
  report: z.object({
    id: z.string(),
    sha256: z.string(),
    url: z.string().nullable(),
    outlet: z.object({id: z.string(), name: z.string()}).nullable(),
    title: z.string().nullable(),
    publishedOn: z.string().nullable(),
    dateline: z
      .object({
        place: z.string().nullable(),
        outlet: z.string().nullable(),
        on: z.string().nullable()
      })
      .nullable(),
    agency: z.string().nullable(),
    language: z.string(),
    text: z.string(),
    dataset: z
      .string()
      .optional()
      .describe('Of a row of a dataset that somebody imported: its form; the outlet is the dataset')
  }),
  passages: z.array(Passage),
  actors: z.array(Actor),
  places: z.array(Place),
  claims: z.array(Claim),
  incidents: z.array(Incident),
  problems: z.array(Problem),
  versions: z.object({dateline: z.string(), codebook: z.string(), models: z.string(), gazetteer: z.string()})
})

export type SourceKind = z.infer<typeof SourceKind>
export type Interest = z.infer<typeof Interest>
export type Polarity = z.infer<typeof Polarity>
export type Certainty = z.infer<typeof Certainty>
export type Realis = z.infer<typeof Realis>
export type Outcome = z.infer<typeof Outcome>
export type Attribution = z.infer<typeof Attribution>
export type Claim = z.infer<typeof Claim>
export type Actor = z.infer<typeof Actor>
export type Place = z.infer<typeof Place>
export type Passage = z.infer<typeof Passage>
export type Relation = z.infer<typeof Relation>
export type Incident = z.infer<typeof Incident>
export type CodedReport = z.infer<typeof CodedReport>
