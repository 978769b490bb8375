/**
 * How many people an incident killed by its claims: the lowest, the first told and the highest figure.
 *
 *     "Two guards and five villagers were killed. A hospital put the dead at nine."   7 to 9, first told 7
 *
 * Figures of one group are told by several sources and are alternatives; figures of several groups add up; figures of
 * "people" are of all groups. Tolls over a longer time and older stories are left out.
 */
import type {Claim} from '../model/contract.ts'

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
  for (const {casualties, realis, hedges} of claims) {
    const count = casualties?.outcome === 'killed' ? casualties.count : null
    if (!count || realis !== 'happened' || hedges.includes('cumulative') || hedges.includes('background'))
      continue
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

/** The group of "four people were killed": a total. */
const everybody = 'people'
