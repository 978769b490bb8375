/** One incident out of the columns that the server sends for all of them. */
import type {ExploredIncidents, ExploredPlace} from '../../../../src/model/explored.ts'

export interface ExploredRow {
  readonly id: string
  readonly type: string
  readonly place: ExploredPlace | null
  /** ISO days, both included. */
  readonly from: string
  readonly to: string
  /** The day is stated. */
  readonly isExact: boolean
  readonly isContested: boolean
  readonly reports: number
  readonly accounts: number
  /** Those with a number. */
  readonly figures: readonly {
    readonly outcome: string
    readonly low: number | null
    readonly high: number | null
    readonly open: boolean
    readonly contested: boolean
  }[]
}

/** `i`: its position in the set, 0 to `shown` - 1. */
export function rowAt(set: ExploredIncidents, i: number): ExploredRow {
  const place = set.place[i]!
  return {
    id: set.id[i]!,
    type: set.types[set.type[i]!]!,
    place: place === null ? null : set.places[place]!,
    from: dayOf(set.from[i]!),
    to: dayOf(set.from[i]! + set.days[i]!),
    isExact: set.exact[i] === 1,
    isContested: set.contested[i] === 1,
    reports: set.reports[i]!,
    accounts: set.accounts[i]!,
    figures: set.figures[i]!.filter(([, low]) => low !== null).map(([outcome, low, high, flags]) => ({
      outcome: set.outcomes[outcome]!,
      low,
      high,
      open: (flags & 1) > 0,
      contested: (flags & 2) > 0
    }))
  }
}

/** As `Days` shows them. */
export function whenOf({from, to, isExact}: ExploredRow) {
  return {from, to, known: isExact ? 'stated' : 'inferred', precision: 'day'} as const
}

const dayMs = 86_400_000

/** A day by its number, counted from 1970-01-01. */
export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / dayMs)

/** Positions of the incidents whose days touch these. */
export function rowsWithin(set: ExploredIncidents, from: string, to: string): number[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return set.from.flatMap((day, i) => (day <= last && day + set.days[i]! >= first ? [i] : []))
}
