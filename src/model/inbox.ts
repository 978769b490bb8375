/** The inbox: reports that wait for a person, in queues; what linking proposes for each, and what that changes. */
import {z} from 'zod'
import {
  Certainty,
  ClaimAbout,
  Interest,
  Outcome,
  Polarity,
  Quote,
  Realis,
  SourceKind,
  When
} from './contract.ts'
import {counted} from './counted.ts'
import {isIsoDate} from './date.ts'
import {ExplainedPair} from './explanation.ts'
import {ListedFigure} from './listing.ts'
import {Ground} from './ruling.ts'

/** Of reports nobody has decided about: all, and those that need a look; then those that are decided. */
export const queueIds = ['new', 'duplicates', 'conflicting', 'imprecise', 'settled', 'discarded'] as const
export const QueueId = z.enum(queueIds)

const Day = z.string().refine(isIsoDate, 'is no day; write it as 2024-03-05')

/** What a person looks at; saved, it is a queue of their own. */
export const InboxFilter = z.object({
  queue: QueueId.default('new'),
  text: z.string().min(1).max(300).optional().describe('Words of title, outlet or text'),
  outlet: z.string().min(1).max(300).optional().describe('Its whole name'),
  language: z.string().min(1).max(20).optional(),
  since: Day.optional().describe('Day of publication'),
  until: Day.optional(),
  score: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('All that it tells is at least so likely of its incident')
})

const ListedPlace = z.object({name: z.string(), country: z.string().nullable(), precision: z.string()})

/** Where linking put what a report tells. */
export const Proposal = z.object({
  telling: z.string().describe('report id, "/" and id of the incident in the report'),
  incident: z.string().describe('The incident that holds it'),
  headline: z.string(),
  type: z.string(),
  when: When,
  place: ListedPlace.nullable(),
  reports: z.number().int().describe('That tell of it, this one too; 1: it opens the incident'),
  score: z
    .number()
    .nullable()
    .describe('How likely it is of the incident, 0 to 1: by the telling that it is most like there'),
  copies: z
    .object({report: z.string(), outlet: z.string().nullable()})
    .nullable()
    .describe('The report that it copies'),
  conflicts: z
    .array(z.string())
    .describe('Outcomes in which its figure cannot be true beside another account'),
  figures: z.record(z.string(), ListedFigure)
})

/** What a report claims, in few values: figures first. */
export const ListedClaim = z.object({
  id: z.string(),
  about: ClaimAbout,
  outcome: Outcome.nullable(),
  group: z.string().nullable(),
  min: z.number().int().nullable(),
  max: z.number().int().nullable().describe('null beside a min: no upper bound'),
  type: z.string().nullable().describe('Of an event'),
  kind: SourceKind,
  interest: Interest,
  certainty: Certainty,
  polarity: Polarity,
  realis: Realis
})

export const InboxRow = z.object({
  id: z.string(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  opening: z.string().nullable().describe('Its first words, where it has no title'),
  language: z.string(),
  publishedOn: z.string().nullable(),
  seenAt: z.string().nullable().describe('When it came in; null of older stores'),
  decision: z
    .object({
      state: z.enum(['settled', 'discarded']),
      ruling: z.string(),
      kind: z.string(),
      ground: Ground.nullable().describe('Of one that is discarded'),
      by: z.string(),
      at: z.string(),
      reason: z.string().nullable()
    })
    .nullable()
    .describe('What a person decided; null: nobody has'),
  proposals: z.array(Proposal),
  claims: z.array(ListedClaim),
  claimsLeft: z.number().int().describe('Claims that are not shown here')
})

export const SavedQueue = z.object({
  id: z.string(),
  name: z.string(),
  filter: InboxFilter.extend({queue: QueueId})
})

export const InboxCounts = z.object({
  total: z.number().int().describe('Reports: new, settled and discarded sum to it'),
  queues: counted(queueIds),
  failed: z.number().int().describe('Items that could not be brought in, and that nobody gave up'),
  own: z.array(SavedQueue.extend({count: z.number().int()})).describe('Queues that the asker saved')
})

const Standing = z.object({
  reports: z.number().int(),
  figures: z.record(z.string(), ListedFigure)
})

const ConflictWords = z.object({
  claim: z.string().describe('Key'),
  report: z.string(),
  outlet: z.string().nullable(),
  origin: z.string(),
  interest: Interest,
  min: z.number().int(),
  max: z.number().int().nullable(),
  quote: Quote.shape.text,
  language: z.string()
})

/** One proposal with its reasons: every sign of the pair that decided, and the incident with and without it. */
export const ExplainedProposal = Proposal.extend({
  because: z.string(),
  pair: ExplainedPair.nullable().describe('Beside the telling that it is most like; null where it is alone'),
  like: z
    .object({report: z.string(), outlet: z.string().nullable(), title: z.string().nullable()})
    .nullable()
    .describe('The report of that telling'),
  steps: z.number().int().describe('Tellings between the two, where they are one by way of others'),
  with: Standing,
  without: Standing.nullable().describe('null: nothing would be left, or the incident is too large to say'),
  isTooLarge: z.boolean(),
  words: z
    .array(z.object({outcome: z.string(), own: ConflictWords, others: z.array(ConflictWords)}))
    .describe('Its words that cannot be true beside those of others')
})

export type QueueId = z.infer<typeof QueueId>
export type InboxFilter = z.infer<typeof InboxFilter>
export type Proposal = z.infer<typeof Proposal>
export type ListedClaim = z.infer<typeof ListedClaim>
export type InboxRow = z.infer<typeof InboxRow>
export type SavedQueue = z.infer<typeof SavedQueue>
export type InboxCounts = z.infer<typeof InboxCounts>
export type ConflictWords = z.infer<typeof ConflictWords>
export type ExplainedProposal = z.infer<typeof ExplainedProposal>
