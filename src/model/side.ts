/** Whose side a speaker is on. */
import type {Account} from './assessment.ts'
import type {Interest} from './contract.ts'

/** Sides of an incident, in the order in which they are shown. */
export const sides = ['a', 'b', 'unknown', 'neither'] as const
export type Side = (typeof sides)[number]

export function sideOf({side}: Pick<Account, 'side'>): Side {
  return side === 'none' ? 'neither' : (side ?? 'unknown')
}

export const isInterested = (interest: Interest): boolean =>
  interest === 'party' || interest === 'allied' || interest === 'opposed'
