/**
 * Token buckets (SAFETY H9): so many at once, then so many a minute, for each key.
 *
 * Memory is bounded: of more keys than `mostKeys` the one that was quiet the longest is forgotten, which
 * gives it a full bucket again.
 */

export interface Limit {
  /** At once. */
  readonly burst: number
  readonly perMinute: number
}

/** Null: let through. Otherwise the seconds after which the next is. */
export type Limiter = (key: string, limit: Limit) => number | null

export function createLimiter(now: () => Date, mostKeys = 20_000): Limiter {
  const buckets = new Map<string, {left: number; at: number}>()
  return (key, {burst, perMinute}) => {
    const at = now().getTime()
    const known = buckets.get(key)
    const left = known
      ? Math.min(burst, known.left + (Math.max(0, at - known.at) * perMinute) / 60_000)
      : burst
    const isLetIn = left >= 1
    // Written anew, it stands at the end of the map.
    buckets.delete(key)
    buckets.set(key, {left: isLetIn ? left - 1 : left, at})
    if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value!)
    return isLetIn ? null : Math.max(1, Math.ceil(((1 - left) * 60) / perMinute))
  }
}
