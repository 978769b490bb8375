/**
 * What the casualties of a report add up to, for one outcome, nobody counted twice.
 *
 *     "Two guards were killed and a trader died; one guard bled to death"   3
 *
 * Added up is what is told to have happened, but for totals over a longer time, older stories, parts of a
 * total, and people told of before (`sameAs`). A named person without a number is one. `min`, `max`: people; max
 * `null`: open. Sources that differ are not weighed here; of two tolls of the same people the greater counts.
 */
import type {Outcome} from '../model/contract.ts'
import type {Annotated} from '../model/layers.ts'

export function tollOf(
  outcome: Outcome,
  {casualties, quantities}: Annotated<'casualties' | 'quantities'>
): {min: number; max: number | null} {
  const counts = casualties
    .filter(
      mention =>
        mention.outcome === outcome &&
        mention.polarity === 'affirmed' &&
        mention.realis === 'happened' &&
        !mention.cumulative &&
        !mention.background &&
        mention.sameAs === null
    )
    .map(({quantity, one}) =>
      quantity === null ? {min: one ? 1 : 0, max: one ? 1 : null} : quantities[quantity]!
    )
  return {
    min: counts.reduce((sum, {min}) => sum + min, 0),
    max: counts.some(({max}) => max === null) ? null : counts.reduce((sum, {max}) => sum + max!, 0)
  }
}
