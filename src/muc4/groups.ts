/** Candidates that tell of one template: the two nearest groups join while they are near enough. */
export function groupsOf<T>(
  items: readonly T[],
  nearness: (one: T, other: T) => number,
  least: number
): T[][] {
  const known = new Map<T, Map<T, number>>()
  const near = (one: T, other: T) => {
    const row = known.get(one) ?? new Map<T, number>()
    known.set(one, row)
    let value = row.get(other)
    if (value === undefined) row.set(other, (value = nearness(one, other)))
    return value
  }
  const groups = items.map(item => [item])
  for (;;) {
    let best = least
    let pair: [number, number] | null = null
    for (let i = 0; i < groups.length; i++) {
      for (let j = 0; j < i; j++) {
        let sum = 0
        // The earlier one first, so that a pair is asked for once.
        for (const one of groups[j]!)
          for (const other of groups[i]!)
            sum += items.indexOf(one) < items.indexOf(other) ? near(one, other) : near(other, one)
        const mean = sum / (groups[i]!.length * groups[j]!.length)
        if (mean > best) {
          best = mean
          pair = [j, i]
        }
      }
    }
    if (!pair) return groups
    groups[pair[0]]!.push(...groups[pair[1]]!)
    groups.splice(pair[1], 1)
  }
}
