/**
 * Says of a figure which total of its report it is a part of, or which other figure tells of the same people.
 *
 *     "125 were hurt, 27 of them civilians"                   the 27 are part of the 125
 *     "Two guards were killed ... The two guards died when"   the same two
 */
import type {Annotated, ExplainedClaim} from '../model/layers.ts'
import type {Draft} from './draft.ts'

/** `drafts` and `explained` in the same order. */
export function withTolls(
  {casualties, quantities}: Annotated<'casualties' | 'quantities'>,
  drafts: readonly Draft[],
  explained: readonly ExplainedClaim[]
): ExplainedClaim[] {
  const ids = new Map(drafts.map(({casualty}, i) => [casualty, explained[i]!.claim.id]))
  return explained.map((entry, i) => {
    const at = drafts[i]!.casualty
    if (at === undefined) return entry
    const {quantity, outcome, sameAs} = casualties[at]!
    const total = quantity === null ? null : quantities[quantity]!.partOf
    const whole =
      total === null
        ? -1
        : casualties.findIndex(other => other.quantity === total && other.outcome === outcome)
    const tie = whole >= 0 ? {partOf: ids.get(whole)!} : sameAs === null ? {} : {sameAs: ids.get(sameAs)!}
    return {...entry, claim: {...entry.claim, casualties: {...entry.claim.casualties!, ...tie}}}
  })
}
