/** Finds circles of belonging: A part of B, B part of A on the same days. Each relation by itself: an alliance may be led by its member. */
import type {AffiliationRow} from './actor-rows.ts'
import {firstDay, isPartialDate, lastDay} from './partial-date.ts'

export interface Cycle {
  /** The row that closes the circle. */
  readonly row: AffiliationRow
  /** Ids, the first again at the end. */
  readonly circle: readonly string[]
}

const chains = ['part-of', 'led-by', 'owns'] as const

export function cyclesIn(affiliations: readonly AffiliationRow[]): Cycle[] {
  return chains.flatMap(chain => {
    const rows = affiliations.filter(({relation, actor, to}) => relation === chain && actor !== to)
    const from = Map.groupBy(rows, ({actor}) => actor)
    const found = new Map<string, Cycle>()
    for (const row of rows) {
      const circle = pathBack(row, from)
      // The same circle is met once from each of its rows.
      const key = circle && [...new Set(circle)].sort().join(' ')
      if (circle && !found.has(key!)) found.set(key!, {row, circle})
    }
    return [...found.values()]
  })
}

/** From a row's end back to its beginning, all on days that meet. */
function pathBack(
  start: AffiliationRow,
  from: ReadonlyMap<string, readonly AffiliationRow[]>
): readonly string[] | null {
  const stack = [{at: start.to, path: [start.actor, start.to], span: spanOf(start)}]
  const seen = new Set<string>()
  for (let step = stack.pop(); step; step = stack.pop()) {
    for (const row of from.get(step.at) ?? []) {
      const [first, last] = spanOf(row)
      const span: [string, string] = [[first, step.span[0]].sort()[1]!, [last, step.span[1]].sort()[0]!]
      if (span[0] > span[1]) continue
      const path = [...step.path, row.to]
      if (row.to === start.actor) return path
      const key = `${row.to} ${span.join(' ')}`
      if (!seen.has(key)) stack.push({at: row.to, path, span})
      seen.add(key)
    }
  }
  return null
}

function spanOf({from, until}: AffiliationRow): [string, string] {
  return [
    isPartialDate(from) ? firstDay(from) : '0000-00-00',
    isPartialDate(until) ? lastDay(until) : '9999-99-99'
  ]
}
