/** What somebody brings in from the app, and how far it is. */
import type {ReasonCount} from '../reasons.ts'

export type IntakeKind = 'text' | 'file' | 'urls' | 'retry' | 'feeds'

/**
 * waiting: for its turn. running: read, coded and kept. linking: kept, and being linked. stopped: a person ended it;
 * what was kept by then is kept.
 */
export type IntakeState = 'waiting' | 'running' | 'linking' | 'done' | 'failed' | 'stopped'

export interface IntakeJob {
  readonly id: string
  readonly kind: IntakeKind
  /** As people call it: of a file its name, of URLs the first. */
  readonly name: string
  readonly by: string
  readonly state: IntakeState
  /** Instants, UTC. */
  readonly madeAt: string
  readonly endedAt: string | null
  /** Of its bytes, or of what is to be linked: from 0 to 1; null where nobody knows. */
  readonly share: number | null
  /** Items in each state: they sum to all that it had so far. */
  readonly done: number
  readonly failed: number
  readonly skipped: number
  /** Why items failed or were skipped, the most frequent first. */
  readonly reasons: readonly ReasonCount[]
  /** Ids of the reports that it gave, or that were there; the first of many. */
  readonly reports: readonly string[]
  /** Why it failed as a whole, or could not be linked. */
  readonly problem: string | null
}
