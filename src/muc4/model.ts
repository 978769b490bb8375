/** What is learnt from the keys, as the reader uses it. */
import type {Question} from './codebook.ts'
import type {Detail, TemplateDetail} from './details.ts'
import type {LinearWeights} from './linear-model.ts'
import type {PhraseWeights} from './phrase-network.ts'
import type {Trees} from './trees.ts'

/** Slots that phrases fill. `office`: a description that belongs to a name. */
export const roles = [
  'individual',
  'organisation',
  'target',
  'name',
  'description',
  'office',
  'instrument'
] as const
export type Role = (typeof roles)[number]

/** Phrases that tell what was done to whom; whoever did it is added to their template. */
export const coreRoles = ['name', 'description', 'target', 'instrument'] as const

/** What is asked of a whole report. */
export const wholeQuestions = [
  'relevant',
  'required',
  'several',
  'ATTACK',
  'BOMBING',
  'KIDNAPPING',
  'ARSON',
  'ROBBERY',
  'state',
  'threat',
  'attempt'
] as const

/** How sure the reader must be, by what it adds; tuned on folds for the score. */
export interface Thresholds extends Readonly<Record<Role, number>> {
  /** Of a report: that it has a template at all. */
  readonly report: number
  /** How much a doubtful report takes from its phrases. */
  readonly doubt: number
  /** Of two phrases: that they are of one template. */
  readonly together: number
  /** Of the best phrase of a template beside others. */
  readonly template: number
  /** Of what is said of a thing (its type, its effect): that it will count. */
  readonly detail: number
  /** Of somebody: that he did what this template tells. */
  readonly doer: number
  /** How much of a threshold something must reach after the chance is taken off that it is said already in other words. */
  readonly twin: number
}

export interface Muc4Model {
  /** Lemma -> its class among the words of this news. */
  readonly classes: ReadonlyMap<string, number>
  readonly roles: Readonly<Record<Role, LinearWeights>>
  /** Networks that were begun otherwise and err otherwise. */
  readonly phrases: readonly PhraseWeights[]
  readonly whole: readonly LinearWeights[]
  readonly entities: Readonly<Record<Role, Trees>>
  readonly relevance: Trees
  readonly kinds: Readonly<Record<Question, readonly LinearWeights[]>>
  readonly forms: LinearWeights
  readonly pairs: Trees
  readonly doers: Trees
  readonly twins: Trees
  readonly days: LinearWeights
  readonly places: LinearWeights
  /** Name -> locations as keys write it, the usual one first. */
  readonly locations: ReadonlyMap<string, readonly string[]>
  /** What the words of a template tell, by value. */
  readonly worded: Readonly<Record<TemplateDetail, readonly LinearWeights[]>>
  /** What is said of a template and of the things in it. */
  readonly details: Readonly<Record<Detail, Trees>>
  readonly thresholds: Thresholds
}
