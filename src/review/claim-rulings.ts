/** Rulings about claims, by key of the claim; the last of each sort holds. */
import type {ClaimRulings, Correction, RulingAtHand} from '../model/ruling.ts'

const ofClaims: readonly RulingAtHand['ruling']['kind'][] = ['accept', 'reject', 'prefer', 'correct']

/** `found`: active rulings, in the order they were made. */
export function claimRulings(found: readonly RulingAtHand[]): ClaimRulings {
  const rejected = new Map<string, string>()
  const accepted = new Set<string>()
  const preferred = new Set<string>()
  const corrected = new Map<string, Correction>()
  const own = found.filter(({ruling: {kind}}) => ofClaims.includes(kind))
  for (const {ruling, claims} of own)
    for (const claim of claims) {
      if (claim === null) continue
      // Accepting, preferring or correcting a claim says that it counts; rejecting it, that it does not.
      for (const other of [rejected, accepted, preferred, corrected])
        if (ruling.kind === 'reject' || other === rejected) other.delete(claim)
      if (ruling.kind === 'reject') rejected.set(claim, ruling.reason ?? 'no reason given')
      if (ruling.kind === 'accept') accepted.add(claim)
      if (ruling.kind === 'correct') corrected.set(claim, ruling.correction ?? {})
      if (ruling.kind === 'prefer') {
        preferred.delete(claim)
        preferred.add(claim)
      }
    }
  return {rejected, accepted, preferred: new Set([...preferred].reverse()), corrected}
}
