/**
 * How many people an incident killed by its claims: the lowest, the first told and the highest figure.
 *
 *     "Two guards and five villagers were killed. A hospital put the dead at nine."   7 to 9, first told 7
 *
 * Figures of one group are told by several sources and are alternatives; figures of several groups add up; figures of
 * "people" are of all groups. Tolls over a longer time, older stories and parts of a toll ("25 fighters, including a
 * commander") are left out.
 */
import type {Claim} from '../model/contract.ts'
import {overlaps} from '../model/span.ts'

interface Range {
  readonly low: number
  readonly best: number
  readonly high: number
}

export interface Deaths extends Range {
  /** By group of casualty, without "people". */
  readonly groups: ReadonlyMap<string, number>
}

/** Null where no figure is given. */
export function deathsOf(claims: readonly Claim[]): Deaths | null {
  const told = new Map<string, Range>()
  for (const claim of claims) {
    const {casualties, realis, hedges} = claim
    const count = casualties?.outcome === 'killed' ? casualties.count : null
    if (!count || realis !== 'happened' || hedges.includes('cumulative') || hedges.includes('background'))
      continue
    if (claims.some(other => isPart(claim, other))) continue
    const group = casualties!.group
    const known = told.get(group)
    const high = count.max ?? count.min
    told.set(
      group,
      known
        ? {low: Math.min(known.low, count.min), best: known.best, high: Math.max(known.high, high)}
        : {low: count.min, best: count.min, high}
    )
  }
  const all = told.get(everybody)
  told.delete(everybody)
  const parts = [...told.values()]
  if (!all && parts.length === 0) return null
  const sum = (of: (range: Range) => number) => parts.reduce((total, range) => total + of(range), 0)
  const best = Math.max(
    all?.best ?? 0,
    sum(range => range.best)
  )
  return {
    low: all ? all.low : sum(range => range.low),
    best,
    high: Math.max(
      best,
      all?.high ?? 0,
      sum(range => range.high)
    ),
    groups: new Map([...told].map(([group, range]) => [group, range.best]))
  }
}

/** "killed 25 fighters, including a commander": one of those whom the same words count. */
function isPart({quote, casualties}: Claim, other: Claim): boolean {
  const whole = other.casualties
  if (whole?.outcome !== 'killed' || (whole.count?.min ?? 0) <= casualties!.count!.min) return false
  const before = quote.text.slice(0, Math.max(0, quote.text.indexOf(casualties!.of)))
  return (
    overlaps(other.quote, quote) &&
    /(?:including|among (?:them|whom))(?: at least| about| also)?,?\s*$/i.test(before)
  )
}

/** The group of "four people were killed": a total. */
const everybody = 'people'
