/** Stretches of the calendar: days, weeks from Monday, months, years, and parts of them. */
import {addDays, type IsoDate, isIsoDate, type When, weekday} from '../../model/date.ts'

export function stretch(from: string, to: string, precision: When['precision']): When | null {
  return isIsoDate(from) && isIsoDate(to) && from <= to ? {from, to, precision, known: 'stated'} : null
}

export function dayAt(year: number, month: number, day: number): IsoDate | null {
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isIsoDate(iso) ? iso : null
}

export function onDay(day: string | null): When | null {
  return day === null ? null : stretch(day, day, 'day')
}

/** `month` may lie outside 1 to 12: the 13th is January of the next year. */
export function inMonth(year: number, month: number): When | null {
  const index = year * 12 + month - 1
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return stretch(`${four(y)}-${two(m)}-01`, `${four(y)}-${two(m)}-${lastDay(y, m)}`, 'month')
}

export function inYears(from: number, to: number = from): When | null {
  return stretch(`${four(from)}-01-01`, `${four(to)}-12-31`, 'year')
}

/** Monday to Sunday, so many weeks from the one that holds the day. */
export function inWeek(day: IsoDate, weeks: number): When | null {
  const monday = addDays(day, -((weekday(day) + 6) % 7) + 7 * weeks)
  return stretch(monday, addDays(monday, 6), 'week')
}

export function inQuarter(year: number, quarter: number): When | null {
  const from = inMonth(year, 3 * quarter - 2)
  const to = inMonth(year, 3 * quarter)
  return from && to && stretch(from.from, to.to, 'month')
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const monthOf = (day: string): number => Number(day.slice(5, 7))

/** Shares of a stretch, in hundredths of its days, by which "early", "mid" and "late" cut it: generously, for they are vague. */
const parts: Readonly<Record<string, readonly [number, number]>> = {
  beginning: [0, 25],
  early: [0, 50],
  middle: [35, 65],
  mid: [30, 70],
  late: [50, 100],
  end: [75, 100]
}

/** "Early" and "late" of a century are its first and last quarter. */
const ofCentury: Readonly<Record<string, readonly [number, number]>> = {early: [0, 25], late: [75, 99]}

/** The early, middle or late part; whole months of a year and whole years of a decade. */
export function partOf(when: When | null, part: string): When | null {
  const share = parts[part]
  if (!when || !share || when.precision === 'day') return when
  const [years, first] = [yearOf(when.to) - yearOf(when.from) + 1, yearOf(when.from)]
  const cut = (length: number) => [
    Math.floor((share[0] * length) / 100),
    Math.floor((share[1] * length) / 100) - 1
  ]
  if (years >= 10) {
    const [a, b] = (years > 50 ? ofCentury[part] : undefined) ?? cut(years)
    return inYears(first + a!, first + b!)
  }
  if (when.precision === 'year') {
    const [a, b] = cut(12)
    return stretch(inMonth(first, a! + 1)!.from, inMonth(first, b! + 1)!.to, 'month')
  }
  const length = (Date.parse(when.to) - Date.parse(when.from)) / 86_400_000 + 1
  const [a, b] = cut(length)
  const start = when.from as IsoDate
  return stretch(addDays(start, a!), addDays(start, b!), length > 7 ? 'week' : 'day')
}

/** The stretch from the beginning of one to the end of the other. */
export function from(first: When | null, last: When | null): When | null {
  if (!first || !last || first.from > last.to) return null
  return {from: first.from, to: last.to, precision: last.precision, known: 'stated'}
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

function four(n: number): string {
  return String(n).padStart(4, '0')
}
