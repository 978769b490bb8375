/**
 * Days in bins of equal kind: days, weeks from Monday, months, years.
 *
 *     binOf('2024-03-05', 'week')     {from: '2024-03-04', to: '2024-03-10'}
 *     binOf('2024-03-05', 'month')    {from: '2024-03-01', to: '2024-03-31'}
 */
export const binWidths = ['day', 'week', 'month', 'year'] as const
export type BinWidth = (typeof binWidths)[number]

export interface Days {
  readonly from: string
  readonly to: string
}

const dayMs = 86_400_000

/** Days from 1970-01-01, negative before it. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / dayMs)

/** Four digits of a year are all there are: later days are this one. */
const lastDay = dayNumber('9999-12-31')

export const dayOf = (number: number): string =>
  new Date(Math.min(number, lastDay) * dayMs).toISOString().slice(0, 10)

/** First and last day of the bin that a day lies in. */
export function binOf(day: string, width: BinWidth): Days {
  const number = dayNumber(day)
  if (width === 'day') return {from: day, to: day}
  if (width === 'week') {
    // 1970-01-01 was a Thursday.
    const monday = number - ((((number + 3) % 7) + 7) % 7)
    return {from: dayOf(monday), to: dayOf(monday + 6)}
  }
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const [first, next] =
    width === 'month'
      ? [firstOf(year, month), firstOf(year, month + 1)]
      : [firstOf(year, 1), firstOf(year + 1, 1)]
  return {from: dayOf(first), to: dayOf(next - 1)}
}

/** `month` may be 13: the first of the next year. */
function firstOf(year: number, month: number): number {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, 1)
  return Math.round(at.getTime() / dayMs)
}

/** All bins from the one of the first day to the one of the last, those in which nothing falls too. */
export function binsBetween(first: string, last: string, width: BinWidth): Days[] {
  const bins = [binOf(first, width)]
  for (let next = endOf(bins) + 1; next <= dayNumber(last); next = endOf(bins) + 1)
    bins.push(binOf(dayOf(next), width))
  return bins
}

const endOf = (bins: readonly Days[]) => dayNumber(bins.at(-1)!.to)

/** The narrowest width, `least` or wider, that needs no more bins than `most`; years where none does. */
export function widthFor(first: string, last: string, most: number, least: BinWidth = 'day'): BinWidth {
  const days = dayNumber(last) - dayNumber(first) + 1
  const length = {day: 1, week: 7, month: 30.4, year: 365}
  const wide = binWidths.slice(binWidths.indexOf(least))
  return wide.find(width => days / length[width] <= most) ?? 'year'
}
