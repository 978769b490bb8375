/** Whether two figures of one incident can both be true. */
import type {FigureAccount} from './assessment.ts'

type Told = Pick<FigureAccount, 'account' | 'status' | 'min' | 'max' | 'group'>

/** As docs/reconciling.md: of one group ranges overlap; a group fits into a total; different groups always can. */
function canStand(a: Told, b: Told): boolean {
  const [aMax, bMax] = [a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY]
  if (a.group === b.group) return a.min <= bMax && b.min <= aMax
  if (a.group && b.group) return true
  return a.group ? a.min <= bMax : b.min <= aMax
}

/** Those of other accounts, not superseded, that cannot be true if this one is. */
export function against<T extends Told>(one: T, all: readonly T[]): T[] {
  if (one.status === 'superseded') return []
  return all.filter(
    other => other.account !== one.account && other.status !== 'superseded' && !canStand(one, other)
  )
}
