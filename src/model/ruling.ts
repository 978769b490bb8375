/**
 * What a person decided about claims and incidents. Rulings are kept beside the claims and never edit them.
 *
 *     accept, reject, prefer, correct      about claims
 *     merge, split, link, unlink, not-the-same, chain   about tellings: what one report tells of one incident
 *     cut, confirm                         about what makes several tellings one account: copies, credits, owners
 *     settle, discard                      about reports: each is where it belongs, or does not count
 *     add                                  a claim that reading missed, over exact words
 *     move                                 claims that are of another incident than the one they were read for
 *     undo                                 takes back a ruling; nothing is ever deleted
 *
 * A ruling names what it is about by the words of the report, so that it is found again when a newer
 * codebook reads the same report and numbers its claims otherwise.
 */
import {z} from 'zod'
import {
  Certainty,
  Claim,
  ClaimAbout,
  Incident,
  Interest,
  Outcome,
  Polarity,
  Realis,
  SourceKind
} from './contract.ts'

/** The words by which a claim is found again; offsets as of its quote. */
export const ClaimAnchor = z.object({
  report: z.string(),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  about: ClaimAbout,
  /** Of an event. */
  type: z.string().nullable(),
  /** Of casualties. */
  outcome: Outcome.nullable(),
  group: z.string().nullable(),
  /** Of casualties and crowds: the number as read and as written. */
  count: z.object({min: z.number(), max: z.number().nullable(), stated: z.string()}).nullable(),
  /** The last of the chain: who says it. */
  source: z.string()
})

/** What one report tells of one incident, by claims of it. */
export const TellingAnchor = z.object({report: z.string(), claims: z.array(ClaimAnchor)})

/** What makes a report depend on another voice, by what no reading of its words changes. */
export const TieAnchor = z.object({
  report: z.string().describe('Id of the report that depends'),
  kind: z.enum(['copies', 'credits', 'owned-by']),
  on: z
    .string()
    .describe('copies: id of the other report; credits: name of the agency; owned-by: id of the owner'),
  name: z.string().describe('What it depends on, as a person reads it')
})

/** Values that stand in place of those that were read. What is absent stays as read. */
export const Correction = z.object({
  outcome: Outcome.optional(),
  group: z.string().optional(),
  min: z.number().int().nonnegative().optional(),
  max: z.number().int().nonnegative().nullable().optional().describe('null: no upper bound'),
  polarity: Polarity.optional(),
  realis: Realis.optional(),
  certainty: Certainty.optional(),
  interest: Interest.optional()
})

export const RulingKind = z.enum([
  'accept',
  'reject',
  'prefer',
  'correct',
  'merge',
  'split',
  'link',
  'unlink',
  'not-the-same',
  'chain',
  'cut',
  'confirm',
  'settle',
  'discard',
  'add',
  'move',
  'undo'
])

const GroupOfPeople = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'is no group; write it as civilians or security-forces')
  .max(40)

/** A claim as a person adds it. */
export const ClaimDraft = z.object({
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  quote: z
    .string()
    .min(1)
    .max(5000)
    .describe('The words from `from` to `to` (UTF-16), as the person saw them'),
  about: z.enum(['event', 'casualties', 'crowd']),
  type: z
    .string()
    .max(60)
    .optional()
    .describe('event: id of its type in the codebook; also of an incident that it founds'),
  outcome: Outcome.optional().describe('casualties'),
  group: GroupOfPeople.optional().describe('casualties, crowd: people, where it is left out'),
  min: z.number().int().nonnegative().max(1e9).optional(),
  max: z
    .number()
    .int()
    .nonnegative()
    .max(1e9)
    .nullable()
    .optional()
    .describe('null: no upper bound; left out: as min'),
  source: z
    .object({words: z.string().min(1).max(300), kind: SourceKind})
    .optional()
    .describe('Who says it, in words of the report; the outlet, where this and account are left out'),
  account: z.string().max(300).optional().describe('INCIDENT/a2: it is of this account'),
  interest: Interest.optional(),
  certainty: Certainty.default('certain'),
  polarity: Polarity.default('affirmed'),
  realis: Realis.default('happened'),
  on: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .describe('Day of an incident that it founds; the day of publication, where it is left out')
})

/** What a ruling adds. */
export const AddedClaim = z.object({
  report: z.string(),
  claim: Claim.omit({id: true, added: true}),
  incident: Incident.omit({id: true, claims: true}).describe(
    'The one that it founds where the report tells of none that it belongs to'
  )
})

/** What a report tells by claims that are moved, where it tells nothing of where they go. */
export const Founded = z.object({
  report: z.string(),
  incident: Incident.omit({id: true, claims: true}),
  place: z.string().nullable().describe('By its name in the report: ids of places are of one reading')
})

/** Why a report does not count. */
export const Ground = z.enum(['not-political-violence', 'satire', 'duplicate', 'wrong'])

export const Ruling = z.object({
  id: z.string(),
  kind: RulingKind,
  claims: z
    .array(ClaimAnchor)
    .describe(
      'What accept, reject, prefer and correct are about; cut: those that are an account of their own; confirm: those that are one account; add: those of the account that it is of; move: those that move'
    ),
  ties: z.array(TieAnchor).describe('cut, confirm: ties of reports that hold no longer, or whatever is read'),
  reports: z.array(z.string()).describe('settle, discard, add: ids of the reports'),
  tellings: z
    .array(TellingAnchor)
    .describe(
      'merge, not-the-same, chain: of the one; split, link, unlink: those that move; settle: all of the reports; add: the one that it belongs to'
    ),
  others: z
    .array(TellingAnchor)
    .describe(
      'merge, not-the-same, chain: of the other; split, unlink: those they leave; link: those they join; settle: for each, the one that founds its incident; add: what the incident that it founds is one with; move: of where they go, none for an incident of their own'
    ),
  leaves: z.array(TellingAnchor).describe('link, move: those they were with before'),
  correction: Correction.nullable(),
  ground: Ground.nullable().describe('discard: why the reports do not count'),
  added: AddedClaim.nullable(),
  founds: z.array(Founded).describe('move: for each report'),
  undoes: z.string().nullable().describe('undo: id of the ruling that holds no longer'),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string().describe('Instant, UTC')
})

/** What people decided about where a report belongs. */
export const Decision = z.object({
  state: z.enum(['settled', 'discarded']),
  by: z.string().describe('Id of the ruling')
})

export type Decision = z.infer<typeof Decision>
export type ClaimAnchor = z.infer<typeof ClaimAnchor>
export type TieAnchor = z.infer<typeof TieAnchor>
export type TellingAnchor = z.infer<typeof TellingAnchor>
export type Correction = z.infer<typeof Correction>
export type ClaimDraft = z.input<typeof ClaimDraft>
export type AddedClaim = z.infer<typeof AddedClaim>
export type Founded = z.infer<typeof Founded>
export type Ground = z.infer<typeof Ground>
export type RulingKind = z.infer<typeof RulingKind>
export type Ruling = z.infer<typeof Ruling>

/** What linking and reconciling ask of a ruling, with the keys of what it names; null where the report holds it no more. */
export interface RulingAtHand {
  readonly ruling: Pick<
    Ruling,
    'id' | 'kind' | 'undoes' | 'by' | 'reason' | 'correction' | 'ties' | 'reports'
  >
  readonly claims: readonly (string | null)[]
  /** Ids of the reports that depend. */
  readonly ties: readonly (string | null)[]
  readonly tellings: readonly (string | null)[]
  readonly others: readonly (string | null)[]
  readonly leaves: readonly (string | null)[]
}

/** A ruling with the keys of all that it names. */
export interface FoundRuling extends RulingAtHand {
  readonly ruling: Ruling
  readonly reports: readonly (string | null)[]
}

/** What rulings say of some reports: of claims for reconciling, of tellings for linking. */
export interface RulingsAtHand {
  readonly claims: ClaimRulings
  readonly links: LinkRulings
  readonly chains: Chains
  readonly ties: TieRulings
  /** Why a telling is where it is, by its key: "ada put them together: the same bus". */
  readonly why: ReadonlyMap<string, string>
}

/** What all rulings say. */
export interface Rulings extends RulingsAtHand {
  /** Ids of reports that do not count. */
  readonly discarded: ReadonlySet<string>
}

/** Active rulings about claims, by key (`report id/claim id`). Of each kind the last ruling on a claim holds. */
export interface ClaimRulings {
  /** With the reason the person gave. */
  readonly rejected: ReadonlyMap<string, string>
  /** Count whoever says them. */
  readonly accepted: ReadonlySet<string>
  /** Give the chosen value, the one ruled last first. */
  readonly preferred: ReadonlySet<string>
  readonly corrected: ReadonlyMap<string, Correction>
}

/** Pairs of keys of tellings (`report id/incident id`) that a person put together or apart; never both, not even by a chain. */
export interface LinkRulings {
  readonly together: readonly (readonly [string, string])[]
  readonly apart: readonly (readonly [string, string])[]
}

/** By key of a telling: the tellings of other incidents that a person tied it to. */
export type Chains = ReadonlyMap<string, readonly Chained[]>

export interface Chained {
  readonly to: string
  readonly by: string
  readonly reason: string | null
}

/** Who says so. `ruling`: its id. */
export interface Word {
  readonly ruling: string
  readonly by: string
  readonly reason: string | null
}

/** What people decided about who depends on whom. */
export interface TieRulings {
  /** By key of a claim: it is of an account of its own, with the others of that ruling. */
  readonly parted: ReadonlyMap<string, Word>
  /** Keys of claims that are of one account. */
  readonly joined: readonly {readonly claims: readonly string[]; readonly word: Word}[]
  /** Of each tie the last that was said. */
  readonly ties: readonly RuledTie[]
}

export interface RuledTie {
  readonly tie: TieAnchor
  readonly verdict: 'cut' | 'confirmed'
  readonly word: Word
}

/** An added claim as the store keeps it beside those that were read. */
export interface KeptClaim {
  readonly report: string
  readonly claim: Claim
  /** Id of the report's incident that it belongs to; null where it founds one. */
  readonly telling: string | null
  /** The one that it founds, or would if the other is found no more. */
  readonly incident: Incident
}

/** A claim that is of another incident than the one it was read for. */
export interface KeptMove {
  readonly report: string
  /** Its id. */
  readonly claim: string
  /** Id of the report's incident that it goes to; null: it founds one. */
  readonly telling: string | null
  /** The one that it founds, or would if the other is found no more; without claims. */
  readonly incident: Incident
  /** Where that one is, by its name in the report. */
  readonly place: string | null
  readonly word: NonNullable<Claim['moved']>
}
