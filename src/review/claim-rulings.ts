/** Rulings about claims, by key of the claim; the last of each sort holds. */
import type {ClaimRulings, Correction} from '../model/ruling.ts'
import type {FoundRuling} from './rulings-on.ts'

/** `found`: active rulings, in the order they were made. */
export function claimRulings(found: readonly FoundRuling[]): ClaimRulings {
  const rejected = new Map<string, string>()
  const accepted = new Set<string>()
  const preferred = new Set<string>()
  const corrected = new Map<string, Correction>()
  for (const {ruling, claim} of found) {
    if (claim === null) continue
    // Accepting, preferring or correcting a claim says that it counts; rejecting it, that it does not.
    rejected.delete(claim)
    if (ruling.kind === 'accept') accepted.add(claim)
    if (ruling.kind === 'prefer') {
      preferred.delete(claim)
      preferred.add(claim)
    }
    if (ruling.kind === 'correct') corrected.set(claim, ruling.correction ?? {})
    if (ruling.kind === 'reject') {
      rejected.set(claim, ruling.reason ?? 'no reason given')
      accepted.delete(claim)
      preferred.delete(claim)
      corrected.delete(claim)
    }
  }
  return {rejected, accepted, preferred: new Set([...preferred].reverse()), corrected}
}
