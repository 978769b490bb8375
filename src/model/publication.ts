/**
 * What a person did towards making an incident public, step by step. Steps are only ever added.
 *
 *     publish             a version, public from an instant on; each after the first is a correction
 *     withdraw            nothing of it is shown any more but that it was there, when and why it went
 *     keep                the incident changed, and the public version stands all the same
 *     read, redaction     somebody has read this very state; has looked through the names in it
 *     settings, answer    what the gate asks for; what became of a correction that was asked for
 *     undo                takes back a step; what was public by then stays told of
 */
import {z} from 'zod'
import {When} from './contract.ts'
import {ListedFigure} from './listing.ts'
import {PublicIncident, PublicVersion, WithheldName} from './public-incident.ts'

/** How exactly a place is known, the most exact first. */
export const precisions = ['site', 'town', 'area', 'admin1', 'country', 'none'] as const

/** What must hold before an incident is made public, and how long it waits then. */
export const GateSettings = z.object({
  origins: z.number().int().min(1).max(50).describe('At least so many independent origins'),
  precision: z.enum(precisions).describe('The place is known at least so exactly; none: need not be known'),
  secondReader: z.boolean().describe('Somebody other than who publishes has read this very state'),
  redaction: z.boolean().describe('Somebody has looked through the names of this very state'),
  delayHours: z.number().int().min(0).max(8760).describe('From the decision until it is public'),
  correctionDelayHours: z.number().int().min(0).max(8760).describe('The same, of a correction')
})

export const gateDefaults: z.infer<typeof GateSettings> = {
  origins: 2,
  precision: 'admin1',
  secondReader: true,
  redaction: true,
  delayHours: 24,
  correctionDelayHours: 24
}

export const conditionIds = ['origins', 'place', 'figures', 'second-reader', 'redaction'] as const

/** One thing that the gate asks for. */
export const Condition = z.object({
  id: z.enum(conditionIds),
  passes: z.boolean(),
  asked: z.boolean().describe('Whether the settings ask for it; what is not asked for passes'),
  is: z
    .union([z.number().int(), z.string(), z.null()])
    .describe(
      'origins: how many; place: how exactly it is known; figures: how many lack their range or accounts; second-reader, redaction: who last looked at this state; null: nobody'
    ),
  needs: z.union([z.number().int(), z.string(), z.null()])
})

export const stepKinds = [
  'publish',
  'withdraw',
  'keep',
  'read',
  'redaction',
  'settings',
  'answer',
  'undo'
] as const
export const StepKind = z.enum(stepKinds)

/** What became of a correction that was asked for. */
export const RequestOutcome = z.enum(['corrected', 'withdrawn', 'no-change', 'no-request'])

export const PublicationStep = z.object({
  id: z.string(),
  kind: StepKind,
  on: z
    .array(z.object({incident: z.string(), digest: z.string().nullable().describe('Of its state then')}))
    .describe('The incidents it is about'),
  version: z.number().int().nullable().describe('publish: 1, 2, ...'),
  publicFrom: z.string().nullable().describe('publish: instant, UTC'),
  hash: z.string().nullable().describe('publish: SHA-256 of the version as JSON'),
  gate: z.array(Condition).nullable().describe('publish: what the gate said'),
  override: z.string().nullable().describe('publish: why it was published though the gate did not pass'),
  leadsTo: z.string().nullable().describe('withdraw: the incident that now holds what this one told'),
  settings: GateSettings.nullable(),
  request: z.string().nullable().describe('answer: which correction was asked for'),
  outcome: RequestOutcome.nullable(),
  undoes: z.string().nullable(),
  reason: z.string().nullable().describe('Shown to the public for corrections, withdrawals and answers'),
  by: z.string(),
  at: z.string().describe('Instant, UTC')
})

export const queueIds = ['ready', 'failing', 'changed', 'waiting', 'public', 'withdrawn'] as const

/** Where an incident stands on its way to the public. */
export const Standing = z.enum(['ready', 'failing', 'waiting', 'public', 'withdrawn'])

/** What lists show of a public version. */
export const PublicRow = z.object({
  headline: z.string(),
  type: z.string(),
  when: When,
  place: z.object({name: z.string(), country: z.string().nullable(), precision: z.string()}).nullable(),
  figures: z.record(z.string(), ListedFigure),
  origins: z
    .record(z.string(), z.number().int())
    .optional()
    .describe('Of a public version: how many accounts give each figure'),
  reports: z.number().int()
})

/** A row of the queue: the incident as it is, or as it was last published where it is no more. */
export const QueuedIncident = PublicRow.extend({
  id: z.string(),
  digest: z.string().nullable().describe('Of its present state; null: the incident is no more'),
  standing: Standing,
  changed: z.boolean().describe('It is not as it was published'),
  version: z.number().int().nullable().describe('The last one'),
  publicFrom: z.string().nullable(),
  conditions: z.array(Condition)
})

/** A correction that somebody without an account asked for. */
export const CorrectionRequest = z.object({
  id: z.string(),
  incident: z.string(),
  headline: z.string().nullable(),
  text: z.string(),
  contact: z.string().nullable(),
  at: z.string(),
  answer: PublicationStep.nullable()
})

/** What changed in what the public is shown. Of a figure the ranges; of others the words that are gone and that are new. */
export const ViewChange = z.object({
  part: z.enum([
    'type',
    'when',
    'place',
    'side',
    'figure',
    'origins',
    'fact',
    'claims',
    'reports',
    'withheld'
  ]),
  of: z.string().nullable().describe('figure, origins: the outcome; fact: which; side: a or b'),
  gone: z.array(z.string()),
  added: z.array(z.string()),
  figure: z.object({was: ListedFigure.nullable(), is: ListedFigure.nullable()}).nullable()
})

export const PublishedVersion = z.object({step: PublicationStep, view: PublicIncident})

/** An incident before it is published: what the gate says, what the public would see, and what it sees now. */
export const PublicationEntry = z.object({
  queued: QueuedIncident,
  view: PublicIncident.nullable().describe('As it would be published now; null: the incident is no more'),
  withheld: z.array(WithheldName).describe('Names that nobody cleared'),
  shown: PublishedVersion.nullable().describe('What the public was last given, or will be'),
  changes: z.array(ViewChange).describe('From that to what would be published now'),
  leadsTo: z.string().nullable().describe('Of an incident that is no more: the one that holds what it held'),
  readings: z.array(z.object({kind: z.enum(['read', 'redaction']), who: z.string(), at: z.string()})),
  steps: z.array(z.object({step: PublicationStep, holds: z.boolean()})).describe('The oldest first'),
  versions: z.array(PublicVersion).describe('What the page says of its own past; the newest first'),
  requests: z.array(CorrectionRequest)
})

export type GateSettings = z.infer<typeof GateSettings>
export type Condition = z.infer<typeof Condition>
export type ConditionId = (typeof conditionIds)[number]
export type StepKind = z.infer<typeof StepKind>
export type PublicationStep = z.infer<typeof PublicationStep>
export type QueueId = (typeof queueIds)[number]
export type PublicRow = z.infer<typeof PublicRow>
export type QueuedIncident = z.infer<typeof QueuedIncident>
export type CorrectionRequest = z.infer<typeof CorrectionRequest>
export type ViewChange = z.infer<typeof ViewChange>
export type PublicationEntry = z.infer<typeof PublicationEntry>
export type PublishedVersion = z.infer<typeof PublishedVersion>
