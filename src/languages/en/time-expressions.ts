/**
 * Reads English expressions of time against a day of reference.
 *
 *     "November 5, 2021", "5 Nov", "2021-11-05"    the day; without a year, the last one not after the reference
 *     "on Friday", "Friday's"                       the last Friday up to the reference
 *     "yesterday", "last month", "two days ago"     counted from the reference
 *     "hours after", "two days later"               a lag, without a calendar day of its own
 *     "since 2003", "in 1998"                       background
 *
 * Ages ("aged 35"), durations ("for three weeks") and bare numbers are left alone.
 */
import {addDays, daysBetween, type IsoDate, isIsoDate, type When, weekday} from '../../model/date.ts'
import type {TimeMention} from '../../model/layers.ts'

export interface Calendar {
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<string, number>
}

type Found = Omit<TimeMention, 'from' | 'to'>
type Reader = (
  groups: Readonly<Record<string, string | undefined>>,
  reference: IsoDate | null,
  calendar: Calendar
) => Found | null

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12
}
const units: Readonly<Record<string, number>> = {day: 1, week: 7, month: 30, year: 365}
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const dayName = '(?<weekday>sunday|monday|tuesday|wednesday|thursday|friday|saturday)'
const amount =
  '(?<n>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|some)'
const unit = '(?<unit>minute|hour|day|week|month|year)s?'

/** Forms in order of preference; where two match at one place the longer one counts. */
export const timeForms: readonly {readonly pattern: RegExp; readonly read: Reader}[] = [
  {pattern: /\b(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)\b/gi, read: ({y, m, d}) => onDay(`${y}-${m}-${d}`)},
  {pattern: re(`\\b${month} (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>(?:19|20)\\d\\d))?\\b`), read: monthDay},
  {
    pattern: re(`\\b(?<d>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?:,? (?<y>(?:19|20)\\d\\d))?\\b`),
    read: monthDay
  },
  {pattern: re(`\\b${month},? (?<y>(?:19|20)\\d\\d)\\b`), read: wholeMonth},
  {
    pattern: re(
      `\\b(?:in|since|of|from|during|late|early|mid-?) ?${month}(?![\\w ]*\\d)\\b|\\b${month}['’]s\\b`
    ),
    read: wholeMonth
  },
  {
    pattern: re(`\\b(?<which>last |next |this |early on |late on |early |late |on )?${dayName}(?:['’]s)?\\b`),
    read: onWeekday
  },
  {pattern: /\b(?<word>yesterday|today|tonight|overnight|tomorrow)\b/gi, read: nearDay},
  {
    pattern: /\b(?:earlier )?(?<which>last|this|next|the previous) (?<unit>week|month|year)(?:['’]s)?\b/gi,
    read: wholeUnit
  },
  {pattern: re(`\\b${amount} (?<unit>day|week|month|year)s? (?:ago|earlier)\\b`), read: ago},
  {pattern: re(`\\b(?:${amount} )?${unit} (?<way>after|later|before|following)\\b`), read: lag},
  {pattern: /\b(?<since>since|in|from|between|until|during|after) (?<y>(?:19|20)\d\d)\b(?!-)/gi, read: inYear}
]

function re(source: string): RegExp {
  return new RegExp(source, 'gi')
}

const point = (when: When | null): Found => ({when, kind: 'point', lag: null, direction: null})

function days(from: string, to: string, precision: When['precision']): When | null {
  return isIsoDate(from) && isIsoDate(to) ? {from, to, precision, known: 'stated'} : null
}

function onDay(day: string): Found | null {
  const when = days(day, day, 'day')
  return when && point(when)
}

function monthDay(
  {month: name, d, y}: Record<string, string | undefined>,
  reference: IsoDate | null,
  {months}: Calendar
): Found | null {
  const m = months.get(name!.toLowerCase())
  if (!m) return null
  const day = (year: number) => `${year}-${two(m)}-${two(Number(d))}`
  if (y) return onDay(day(Number(y)))
  if (!reference) return point(null)
  const year = Number(reference.slice(0, 4))
  // A day without a year is the last one not later than a week after the report.
  const thisYear = day(year)
  const passed = isIsoDate(thisYear) && daysBetween(reference, thisYear) <= 7
  return onDay(passed ? thisYear : day(year - 1))
}

function wholeMonth(
  {month: name, y}: Record<string, string | undefined>,
  reference: IsoDate | null,
  {months}: Calendar
): Found | null {
  const m = months.get(name!.toLowerCase())
  if (!m) return null
  if (!y && !reference) return point(null)
  const year = y ? Number(y) : Number(reference!.slice(0, 4)) - (m > Number(reference!.slice(5, 7)) ? 1 : 0)
  return point(monthOf(year, m))
}

function monthOf(year: number, m: number): When | null {
  const last = new Date(Date.UTC(year, m, 0)).getUTCDate()
  return days(`${year}-${two(m)}-01`, `${year}-${two(m)}-${two(last)}`, 'month')
}

function onWeekday(
  {weekday: name, which}: Record<string, string | undefined>,
  reference: IsoDate | null,
  {weekdays}: Calendar
): Found | null {
  if (!reference) return point(null)
  const wanted = weekdays.get(name!.toLowerCase())!
  const back = (weekday(reference) - wanted + 7) % 7
  const prefix = which?.trim().toLowerCase()
  const shift = prefix === 'next' ? 7 - back : prefix === 'last' && back === 0 ? -7 : -back
  const day = addDays(reference, shift)
  return onDay(day)
}

function nearDay({word}: Record<string, string | undefined>, reference: IsoDate | null): Found {
  if (!reference) return point(null)
  const name = word!.toLowerCase()
  if (name === 'overnight') return point(days(addDays(reference, -1), reference, 'day'))
  const day = addDays(reference, name === 'yesterday' ? -1 : name === 'tomorrow' ? 1 : 0)
  return point(days(day, day, 'day'))
}

function wholeUnit(
  {which, unit: name}: Record<string, string | undefined>,
  reference: IsoDate | null
): Found {
  if (!reference) return point(null)
  const step = which!.toLowerCase() === 'this' ? 0 : which!.toLowerCase() === 'next' ? 1 : -1
  const year = Number(reference.slice(0, 4))
  switch (name!.toLowerCase()) {
    case 'year':
      return point(days(`${year + step}-01-01`, `${year + step}-12-31`, 'year'))
    case 'month': {
      const index = year * 12 + Number(reference.slice(5, 7)) - 1 + step
      return point(monthOf(Math.floor(index / 12), (index % 12) + 1))
    }
    default: {
      const monday = addDays(reference, -((weekday(reference) + 6) % 7) + 7 * step)
      return point(days(monday, addDays(monday, 6), 'week'))
    }
  }
}

function ago({n, unit: name}: Record<string, string | undefined>, reference: IsoDate | null): Found {
  const count = numbers[n!.toLowerCase()] ?? Number(n)
  const length = units[name!.toLowerCase()]!
  if (!reference || Number.isNaN(count)) return point(null)
  const day = addDays(reference, -count * length)
  return length === 1
    ? point(days(day, day, 'day'))
    : point(
        days(
          addDays(day, -length / 2),
          addDays(day, length / 2),
          length === 7 ? 'week' : length === 30 ? 'month' : 'year'
        )
      )
}

function lag({n, unit: name, way}: Record<string, string | undefined>): Found {
  const plural = n && !['a', 'an', 'one', '1'].includes(n.toLowerCase()) ? 's' : ''
  const stated = n ? `${n} ${name!.toLowerCase()}${plural}` : `${name!.toLowerCase()}s`
  return {
    when: null,
    kind: 'lag',
    lag: stated,
    direction: way!.toLowerCase() === 'before' ? 'before' : 'after'
  }
}

function inYear({since, y}: Record<string, string | undefined>, reference: IsoDate | null): Found {
  const when = days(`${y}-01-01`, `${y}-12-31`, 'year')
  const isBackground =
    since!.toLowerCase() !== 'in' || !reference || Number(y) < Number(reference.slice(0, 4))
  return {when, kind: isBackground ? 'background' : 'point', lag: null, direction: null}
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
