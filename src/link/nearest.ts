/**
 * Keeps, of all pairs that linking compares, those that are worth a person's look: nearly of one incident, or alike and kept apart
 * by others. Of each telling the likest few, so that a crowded place and day does not bury the rest.
 */
import type {NearPair} from '../model/telling.ts'

/** How far under the line from which a pair joins it may lie: odds of being one of about 1 to 7. */
const reach = 2
const fewest = 3

export interface Nearest {
  /** Notes a compared pair, once for each telling that it shall be kept of. */
  see(of: number, other: number, sum: number): void
  /** The smaller number first, each pair once. */
  pairs(): NearPair[]
}

/** `threshold`: sum from which a pair joins. */
export function createNearest(threshold: number): Nearest {
  const best = new Map<number, {other: number; sum: number}[]>()
  return {
    see(of, other, sum) {
      if (sum < threshold - reach) return
      const own = best.get(of)
      if (!own) best.set(of, [{other, sum}])
      else if (!own.some(known => known.other === other)) {
        own.push({other, sum})
        own.sort((x, y) => y.sum - x.sum || x.other - y.other)
        own.length = Math.min(own.length, fewest)
      }
    },
    pairs() {
      const found = new Map<string, NearPair>()
      for (const [of, own] of best)
        for (const {other, sum} of own) {
          const [a, b] = of < other ? [of, other] : [other, of]
          found.set(`${a} ${b}`, {a, b, sum})
        }
      return [...found.values()]
    }
  }
}
