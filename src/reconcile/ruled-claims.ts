/**
 * What people ruled about the claims of an incident, and the claims with the values that people corrected.
 *
 * A corrected claim stands in the incident as it was read; only rules see the new values, and each row says both.
 */
import type {ReportedClaim} from '../model/assessment.ts'
import type {ClaimRulings} from '../model/ruling.ts'

/** Rulings, with a note of each correction in words. */
export interface Ruled extends ClaimRulings {
  readonly notes: ReadonlyMap<string, {readonly claim: string; readonly was: string; readonly now: string}>
}

export const noRulings: ClaimRulings = {
  rejected: new Map(),
  accepted: new Set(),
  preferred: new Set(),
  corrected: new Map()
}

export function ruledClaims(
  claims: readonly ReportedClaim[],
  rulings: ClaimRulings
): {claims: ReportedClaim[]; ruled: Ruled} {
  const notes = new Map<string, {claim: string; was: string; now: string}>()
  const corrected = claims.map(claim => {
    const correction = rulings.corrected.get(claim.key)
    if (!correction) return claim
    const {outcome, group, min, max, ...rest} = correction
    const now: ReportedClaim = {...claim, ...withoutAbsent(rest)}
    if (claim.casualties) {
      const read = claim.casualties.count
      const low = min ?? read?.min
      const high = max !== undefined ? max : min !== undefined ? min : (read?.max ?? null)
      const isNew = min !== undefined || max !== undefined
      now.casualties = {
        ...claim.casualties,
        outcome: outcome ?? claim.casualties.outcome,
        group: group ?? claim.casualties.group,
        count: isNew && low !== undefined ? {min: low, max: high, stated: inNumbers(low, high)} : read
      }
    }
    notes.set(claim.key, {claim: claim.key, was: inWords(claim), now: inWords(now)})
    return now
  })
  return {claims: corrected, ruled: {...rulings, notes}}
}

function withoutAbsent<T extends object>(values: T): {[K in keyof T]: NonNullable<T[K]>} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

/** "at least 5", "5", "5 to 8". */
export function inNumbers(min: number, max: number | null): string {
  return max === null ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`
}

function inWords({casualties, polarity, realis}: ReportedClaim): string {
  const {outcome, group, count} = casualties ?? {}
  const number = count ? inNumbers(count.min, count.max) : 'no number'
  return [outcome && `${outcome} ${number}, ${group}`, polarity, realis].filter(Boolean).join(', ')
}
