/**
 * What each account says of a figure: a row for each number it gave, which of them is its latest, and what contradicts itself.
 *
 *     the ministry: 4 on Monday, 7 on Tuesday      4 superseded, 7 latest
 *     the ministry: 0 and 3 on one day             both inconsistent
 *     4 on Monday, 7 on Tuesday, 4 on Wednesday    7 latest: a toll rises, and the last report is behind the times
 *     0 on Monday, 3 on Tuesday, 0 on Wednesday    both inconsistent
 *
 * A copy tells on the day of its original, so that it changes nothing whenever it appears.
 */
import type {Account, FigureAccount} from '../model/assessment.ts'
import {everybody, type Statement} from './statement.ts'

/** One number of one account. */
export interface Row {
  readonly account: Account
  readonly group: string
  readonly owners: string | null
  /** What a side lost: no figure of the whole where others give one. */
  readonly isPart: boolean
  readonly from: number
  readonly stated: number
  readonly least: number
  readonly min: number
  readonly max: number | null
  readonly words: string
  /** The first and last day it was given; '' where unknown, which counts as before all others. */
  readonly on: string
  readonly lastOn: string
  readonly isSure: boolean
  readonly byDoer: boolean
  readonly weight: FigureAccount['weight']
  readonly because: string | null
  readonly status: FigureAccount['status']
  readonly statements: readonly Statement[]
  /** All of it stands beside what counts. */
  readonly isBeside: boolean
}

/** Of several reports of one account, what counts most for it: a person's word, an admission, a side's interest. */
const weightOrder: readonly FigureAccount['weight'][] = ['accepted', 'admission', 'interested', 'free']

/** `own`: statements of one account. `parts`: those of a group, where the account gives a total that holds them. */
export function rowsOf(own: readonly Statement[]): {rows: Row[]; parts: Statement[]} {
  const most = Math.max(-1, ...own.filter(({group}) => group === everybody).map(({stated}) => stated))
  const isPart = ({group, stated}: Statement) => group !== everybody && stated <= most
  const kept = own.filter(statement => !isPart(statement))
  const rows = [
    ...Map.groupBy(kept, ({from, stated, min, max}) => `${from}-${stated}-${min}-${max}`).values()
  ].map(rowOf)
  const lastDay = lastDayOf(rows)
  // A toll that rises is not told back by a report that is behind; a denial that is upheld is.
  const isUpheld = ({lastOn, max}: Row) => lastOn >= lastDay && max === 0
  const newest = rows.filter(({on}) => on === lastDay)
  // "More than 125" after 125 is no revision.
  const isSaidAgain = (row: Row) => newest.some(other => other.stated === row.stated && agree(other, row))
  const isLatest = (row: Row) => row.on === lastDay || isUpheld(row) || isSaidAgain(row)
  const latest = rows.filter(isLatest)
  const isSteady = latest.every((a, i) => latest.slice(i + 1).every(b => agree(a, b)))
  return {
    rows: rows.map(row => ({
      ...row,
      status: !isLatest(row) ? 'superseded' : isSteady ? 'latest' : 'inconsistent'
    })),
    parts: own.filter(isPart)
  }
}

/** The last day on which a number was first given; '' where no day is known. */
export function lastDayOf(rows: readonly Row[]): string {
  return (
    rows
      .map(({on}) => on)
      .sort()
      .at(-1) ?? ''
  )
}

function rowOf(statements: readonly Statement[]): Row {
  const first = statements[0]!
  const days = statements.flatMap(({on}) => on || []).sort()
  const weight = weightOrder.find(kind => statements.some(each => each.weight.weight === kind))!
  const said = statements.find(each => each.weight.weight === weight)!
  const groups = new Set(statements.map(({group}) => group))
  return {
    account: first.account,
    group: groups.size === 1 ? first.group : everybody,
    isPart: statements.every(({isPart}) => isPart),
    owners: statements.every(({owners}) => owners === first.owners) ? first.owners : null,
    from: first.from,
    stated: first.stated,
    least: first.least,
    min: first.min,
    max: first.max,
    words: first.words,
    on: days[0] ?? '',
    lastOn: days.at(-1) ?? '',
    isSure: statements.some(({isSure}) => isSure),
    byDoer: said.weight.byDoer,
    weight,
    because: said.weight.because,
    status: 'latest',
    statements,
    isBeside: statements.every(({isBeside}) => isBeside)
  }
}

/** Rows by account, first told first; a group's figure that a total of its account holds is a part. */
export function allRows(statements: readonly Statement[]): {rows: Row[]; parts: Statement[]} {
  const byAccount = [...Map.groupBy(statements, ({account}) => account.id).values()].map(rowsOf)
  return {rows: byAccount.flatMap(({rows}) => rows), parts: byAccount.flatMap(({parts}) => parts)}
}

type Range = Pick<Row, 'least' | 'max' | 'group' | 'owners'>

/**
 * Whether two figures can both be true. Two of one group must overlap; a group's must fit into a total; of two groups, or
 * of the people of two owners, both may be.
 */
export function agree(a: Range, b: Range): boolean {
  const top = (range: Range) => range.max ?? Number.POSITIVE_INFINITY
  if (a.group === b.group)
    return (
      (a.owners !== null && b.owners !== null && a.owners !== b.owners) ||
      (a.least <= top(b) && b.least <= top(a))
    )
  if (a.group === everybody) return b.least <= top(a)
  if (b.group === everybody) return a.least <= top(b)
  return true
}

/** As the contract has it. */
export function shownRow(row: Row): FigureAccount {
  const {account, from, stated, min, max, group, status, weight, because, statements} = row
  const claims = statements.flatMap(({claims: own}) => own)
  const corrected = statements.flatMap(statement => statement.corrected ?? [])
  return {
    account: account.id,
    origin: account.origin,
    interest: account.interest,
    min,
    max,
    stated,
    ...(from === stated ? {} : {statedFrom: from}),
    ...(group === everybody ? {} : {group}),
    status,
    weight,
    ...(because === null ? {} : {because}),
    ...(corrected.length ? {corrected} : {}),
    ...(row.isBeside ? {gathered: true as const} : {}),
    claims: claims.map(({key}) => key),
    reports: [...new Set(claims.map(({report}) => report))]
  }
}
