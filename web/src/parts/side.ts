/** Whose side a speaker is on. */
import type {Account} from '../../../src/model/assessment.ts'
import type {Interest, SourceKind} from '../../../src/model/contract.ts'

/** Sides of an incident, in the order in which they are shown. */
export const sides = ['a', 'b', 'unknown', 'neither'] as const
export type Side = (typeof sides)[number]

export function sideOf({side}: Pick<Account, 'side'>): Side {
  return side === 'none' ? 'neither' : (side ?? 'unknown')
}

/** Of a claim that no incident holds yet: who speaks for the state, and who with an interest does not. */
export function sideByKind({kind}: {readonly kind: SourceKind}): 'state' | 'opposing' {
  return kind === 'official' || kind === 'security' ? 'state' : 'opposing'
}

export const isInterested = (interest: Interest): boolean =>
  interest === 'party' || interest === 'allied' || interest === 'opposed'
