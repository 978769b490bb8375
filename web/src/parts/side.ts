/** Whose side a speaker is on, where no incident holds the claim yet. */
import type {SourceKind} from '../../../src/model/contract.ts'

export {isInterested, type Side, sideOf, sides} from '../../../src/model/side.ts'

/** Who speaks for the state, and who with an interest does not. */
export function sideByKind({kind}: {readonly kind: SourceKind}): 'state' | 'opposing' {
  return kind === 'official' || kind === 'security' ? 'state' : 'opposing'
}
