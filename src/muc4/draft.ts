/** A template before anything is said of the things in it. */
import type {Candidate} from './reading.ts'

export interface Draft {
  /** Things that tell what was done, with what and to whom. */
  readonly telling: readonly Candidate[]
  /** Sentences that tell it. */
  readonly sentences: ReadonlySet<number>
  readonly individuals: readonly Candidate[]
  readonly organisations: readonly Candidate[]
  readonly targets: readonly Candidate[]
  readonly names: readonly Candidate[]
  readonly descriptions: readonly Candidate[]
  readonly weapons: readonly Candidate[]
}

/** The slots that things of a draft fill. */
export const draftRoles = {
  individuals: {role: 'individual', slot: 'perp_individual_id'},
  organisations: {role: 'organisation', slot: 'perp_organization_id'},
  targets: {role: 'target', slot: 'phys_tgt_id'},
  names: {role: 'name', slot: 'hum_tgt_name'},
  descriptions: {role: 'description', slot: 'hum_tgt_description'},
  weapons: {role: 'instrument', slot: 'incident_instrument_id'}
} as const
export type DraftList = keyof typeof draftRoles
export const draftLists = Object.keys(draftRoles) as DraftList[]
