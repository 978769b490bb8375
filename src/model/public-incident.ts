/**
 * What the public is given of an incident, and nothing else (SAFETY D1 to D9).
 *
 * It is made once, when somebody publishes (src/review/public-incident.ts), and kept as it is: what the store learns later
 * changes no page that stands. Names of private persons, exact coordinates, contacts and who posted are not in it at all.
 * A figure cannot be written down without its range and the number of its origins, a denial stands among the claims.
 */
import {z} from 'zod'
import {ruleIds} from './assessment.ts'
import {
  Certainty,
  ClaimAbout,
  Interest,
  Outcome,
  Place,
  Polarity,
  Realis,
  SourceKind,
  When
} from './contract.ts'

/** Whoever spoke: a role or a registered name, in the report's words; null where only a private person is named. */
export const PublicSpeaker = z.object({
  name: z.string().nullable(),
  kind: SourceKind
})

/** What one account says of one figure. */
export const PublicFigureAccount = z.object({
  account: z.string().describe('Id of an account of this page'),
  min: z.number().int(),
  max: z.number().int().nullable().describe('null: no upper bound'),
  group: z.string().nullable(),
  status: z.enum(['latest', 'superseded', 'inconsistent']),
  weight: z.enum(['free', 'admission', 'interested', 'accepted']),
  because: z.string().nullable().describe('Why a side counts or does not'),
  denies: z.boolean().describe('It says that nobody was: stands beside what it denies'),
  claims: z.array(z.string())
})

const range = {
  low: z.number().int().nullable(),
  best: z.number().int().nullable().describe('null: no single figure holds'),
  high: z.number().int().nullable(),
  open: z.boolean().describe('The account with the highest number gives no upper bound'),
  contested: z.boolean(),
  unconfirmed: z.boolean().describe('One account alone'),
  origins: z.number().int().describe('How many independent accounts give a number'),
  accounts: z.array(PublicFigureAccount)
}

export const PublicGrade = z.object({scale: z.string(), value: z.string(), because: z.string()})

export const PublicFigure = z.object({
  outcome: Outcome,
  rule: z.enum(ruleIds),
  ...range,
  grades: z.array(PublicGrade).describe('By the rule itself, and by Airwars where it grades the figure'),
  because: z.string().nullable().describe('Why this figure was chosen, or none'),
  byGroup: z.array(z.object({group: z.string(), ...range}))
})

/** What is said of one fact: what, when, where, who against whom. */
export const PublicFact = z.object({
  fact: z.enum(['what', 'when', 'where', 'who', 'against']),
  contested: z.boolean(),
  because: z.string().nullable(),
  values: z.array(
    z.object({
      value: z.string(),
      accounts: z.array(z.string()),
      denied: z.array(z.string()).describe('Claims that deny it')
    })
  )
})

export const PublicClaim = z.object({
  id: z.string(),
  account: z.string().nullable(),
  about: ClaimAbout,
  outcome: Outcome.nullable(),
  group: z.string().nullable(),
  min: z.number().int().nullable(),
  max: z.number().int().nullable().describe('Of a number: null is no upper bound'),
  words: z.string().describe('The exact words of the report; a withheld name reads [name]'),
  language: z.string(),
  graphic: z.boolean().describe('Collapsed until somebody opens it'),
  speaker: PublicSpeaker,
  chain: z.array(PublicSpeaker).describe('Outlet first, whoever spoke last'),
  report: z.string().describe('Id of a report of this page'),
  polarity: Polarity,
  realis: Realis,
  certainty: Certainty,
  refersTo: z.string().nullable().describe('The claim that it confirms, denies or leaves unconfirmed'),
  status: z.enum(['used', 'superseded', 'set-aside', 'told']).describe('told: of no figure'),
  because: z.string().nullable().describe('Why it was set aside')
})

export const PublicReport = z.object({
  id: z.string(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  url: z.string().nullable().describe('null where the address itself holds a name that is withheld')
})

export const PublicAccount = z.object({
  id: z.string(),
  speaker: PublicSpeaker,
  interest: Interest,
  reports: z.array(z.string()).describe('However many carry it, it is one'),
  claims: z.array(z.string())
})

/** A cell of the fixed grid, never a point: the middle of it, and how many degrees it is wide and high. */
export const PublicCell = z.object({lat: z.number(), lon: z.number(), degrees: z.number()})

export const PublicPlace = z.object({
  name: z.string(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  precision: Place.shape.precision,
  cell: PublicCell.nullable()
})

export const PublicIncident = z.object({
  id: z.string(),
  headline: z.string(),
  type: z.object({id: z.string(), label: z.string()}),
  when: When,
  place: PublicPlace.nullable(),
  sides: z.object({a: z.array(z.string()), b: z.array(z.string())}),
  figures: z.array(PublicFigure),
  facts: z.array(PublicFact),
  accounts: z.array(PublicAccount),
  reports: z.array(PublicReport),
  claims: z.array(PublicClaim).describe('First told first'),
  relations: z
    .array(z.object({to: z.string(), kind: z.string(), words: z.string().nullable()}))
    .describe('Ties to other incidents, by their ids; the page leads to those that are public'),
  languages: z.array(z.string()),
  withheld: z.number().int().describe('How many different names are withheld on this page'),
  versions: z
    .object({dateline: z.string(), codebook: z.string(), rule: z.string()})
    .describe('By which the page was made: the methodology page tells of them')
})

/** A name that the public is not given, for whoever checks a page before it is public. */
export const WithheldName = z.object({
  name: z.string(),
  why: z.string(),
  times: z.number().int(),
  restricted: z.boolean().describe('A person restricted it: it cannot be cleared'),
  around: z.string().describe('Where it stands first, with the words around it')
})

/** A name that a person cleared: readers may have it. */
export const ClearedName = z.object({
  id: z.string(),
  name: z.string(),
  incident: z.string().nullable().describe('null: on every page'),
  reason: z.string(),
  by: z.string(),
  at: z.string()
})

/** What a page says of its own past: what is public stays told, withdrawals too. */
export const PublicVersion = z.object({
  version: z.number().int(),
  kind: z.enum(['published', 'corrected', 'withdrawn', 'restored']),
  at: z.string().describe('Since when it was public; UTC'),
  note: z.string().nullable().describe('What changed and why, by whoever published it')
})

/** A page of the public site. */
export const PublicPage = z.object({
  id: z.string(),
  version: z.number().int(),
  versions: z.array(PublicVersion).describe('The newest first'),
  incident: PublicIncident.nullable().describe(
    'null: it was withdrawn; date and reason stand in the versions'
  )
})

export type PublicSpeaker = z.infer<typeof PublicSpeaker>
export type PublicFigure = z.infer<typeof PublicFigure>
export type PublicFigureAccount = z.infer<typeof PublicFigureAccount>
export type PublicFact = z.infer<typeof PublicFact>
export type PublicClaim = z.infer<typeof PublicClaim>
export type PublicReport = z.infer<typeof PublicReport>
export type PublicAccount = z.infer<typeof PublicAccount>
export type PublicPlace = z.infer<typeof PublicPlace>
export type PublicIncident = z.infer<typeof PublicIncident>
export type ClearedName = z.infer<typeof ClearedName>
export type WithheldName = z.infer<typeof WithheldName>
export type PublicVersion = z.infer<typeof PublicVersion>
export type PublicPage = z.infer<typeof PublicPage>
