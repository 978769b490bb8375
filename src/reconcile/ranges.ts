/**
 * From rows to a range, a contest and a figure that most accounts support, over distinct figures, so that a thousand
 * accounts of one number cost no more than one (RECONCILE, "Ranges").
 */
import {agree, type Row} from './figure-rows.ts'
import {everybody} from './statement.ts'

/** Rows of the whole; what sides lost stands for it only where nobody tells of the whole. */
export function wholesOf(rows: readonly Row[]): readonly Row[] {
  const wholes = rows.filter(({isPart}) => !isPart)
  return wholes.length ? wholes : rows
}

/** The lowest and highest number that any row states; a part may raise the range, and never lowers it. */
export function rangeOf(rows: readonly Row[]): {low: number | null; high: number | null; open: boolean} {
  let [low, high, open] = [null as number | null, null as number | null, false]
  for (const {from} of wholesOf(rows)) if (low === null || from < low) low = from
  for (const {stated, max} of rows) {
    if (high === null || stated > high) [high, open] = [stated, max === null]
    else if (stated === high && max === null) open = true
  }
  return {low, high, open}
}

export interface Distinct {
  readonly row: Row
  readonly accounts: Set<string>
}

/** Figures that differ, each with the accounts that give it. */
export function distinct(rows: readonly Row[]): Distinct[] {
  const found = new Map<string, Distinct>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = found.get(key)
    if (known) known.accounts.add(row.account.id)
    else found.set(key, {row, accounts: new Set([row.account.id])})
  }
  return [...found.values()]
}

export function keyOf({from, stated, least, max, group, owners}: Row): string {
  return `${from} ${stated} ${least} ${max} ${group} ${owners}`
}

/** Two figures of different accounts that cannot both be true, the furthest apart; null where all may be. */
export function conflictIn(figures: readonly Distinct[]): readonly [Distinct, Distinct] | null {
  const sorted = figures.toSorted(
    (a, b) => a.row.stated - b.row.stated || (keyOf(a.row) < keyOf(b.row) ? -1 : 1)
  )
  for (let gap = sorted.length - 1; gap > 0; gap--) {
    for (let i = 0; i + gap < sorted.length; i++) {
      const [a, b] = [sorted[i]!, sorted[i + gap]!]
      if (!agree(a.row, b.row) && areApart(a.accounts, b.accounts)) return [a, b]
    }
  }
  return null
}

/** Whether somebody else gives the second figure. */
function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 1 || b.size > 1 || [...a][0] !== [...b][0]
}

/** Whether what one row says holds if the number of another is right: "at least 40" where it is 125, not where it is 30. */
function holds({least, max, owners}: Row, candidate: Row): boolean {
  return owners === candidate.owners && least <= candidate.stated && candidate.stated <= (max ?? Infinity)
}

export interface Supported {
  /** null: figures that cannot both be true have equal support, or nobody free speaks. */
  readonly value: number | null
  readonly row: Row | null
  /** Accounts whose figure agrees with it. */
  readonly support: number
  /** The rows that count. */
  readonly eligible: readonly Row[]
}

/** The figure with most accounts behind it; `rows` are those that may set it. */
export function supportedBy(rows: readonly Row[]): Supported {
  const wholes = wholesOf(rows)
  const steady = wholes.filter(({status}) => status === 'latest')
  const eligible = steady.length ? steady : wholes.filter(({status}) => status === 'inconsistent')
  const figures = distinct(eligible)
  const counted = figures.map(({row}) => {
    const accounts = new Set<string>()
    for (const other of figures)
      if (holds(other.row, row)) for (const account of other.accounts) accounts.add(account)
    return {row, count: accounts.size}
  })
  const most = Math.max(0, ...counted.map(({count}) => count))
  const winners = counted.filter(({count}) => count === most).map(({row}) => row)
  if (winners.length === 0 || winners.some(a => winners.some(b => !agree(a, b))))
    return {value: null, row: null, support: most, eligible}
  // Of figures that agree the most exact one is chosen: "at least 100" and 125 give 125.
  const rank = ({max, group}: Row) => (max === null ? 2 : 0) + (group === everybody ? 0 : 1)
  const exact = Math.min(...winners.map(rank))
  const row = winners
    .filter(winner => rank(winner) === exact)
    .reduce((chosen, other) => (other.stated > chosen.stated ? other : chosen))
  return {value: row.stated, row, support: most, eligible}
}
