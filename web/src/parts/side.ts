/** Whose side a speaker is on. */
import type {Interest, SourceKind} from '../../../src/model/contract.ts'

export const sides = ['state', 'opposing', 'unknown', 'neither'] as const
export type Side = (typeof sides)[number]

/** Who is a party or stands by one is on the state's side if it speaks for the state, else on the other. */
export function sideOf({kind, interest}: {readonly kind: SourceKind; readonly interest: Interest}): Side {
  if (interest === 'independent') return 'neither'
  if (interest === 'unknown') return 'unknown'
  return kind === 'official' || kind === 'security' ? 'state' : 'opposing'
}

export const isInterested = (interest: Interest): boolean =>
  interest === 'party' || interest === 'allied' || interest === 'opposed'
