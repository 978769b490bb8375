/**
 * Reads seasons, quarters, holidays, named times, and dates of the Persian and Hijri calendars.
 *
 *     "last summer", "the winter of 1776-77", "the third quarter of 2021", "Christmas Eve"
 *     "1 Farvardin 1400" is 2021-03-21; "Ramadan 1442" is a month, give or take a day at both ends
 */

import {
  easterDay,
  hijriDay,
  hijriMonthLength,
  isoOfEpochDay,
  persianDay,
  persianMonthLength
} from '../../../algorithms/calendars.ts'
import {startsUpper} from '../../../algorithms/letters.ts'
import {addDays, daysBetween, type IsoDate, type When} from '../../../model/date.ts'
import {
  dayAt,
  from,
  inMonth,
  inQuarter,
  inYears,
  monthOf,
  onDay,
  partOf,
  stretch,
  yearOf
} from '../../calendar/stretches.ts'
import {date, yearFor} from './dates.ts'
import {background, one, point, type TimeContext, type TimeReader} from './reading.ts'

export const season: TimeReader = (tokens, context) => {
  const {reference, isFuture} = context
  const ends = tokens.filter(({cls}) => cls === 'S').map(({value}) => value.split('..'))
  const [start, end] = [ends[0]![0]!, ends.at(-1)![1]!].map(day => day.split('-').map(Number)) as [
    [number, number],
    [number, number]
  ]
  const year = one(tokens, 'YN')
  const which = one(tokens, 'R')?.value
  const wraps = end[0] < start[0] ? 1 : 0
  const at = (y: number): When | null => {
    const [first, last] = [dayAt(y, ...start), dayAt(y + wraps, ...end)]
    return first && last && stretch(first, last, 'month')
  }
  const part = one(tokens, 'H')
  const cut = (when: When | null) => (part ? partOf(when, part.value) : when)
  if (year) return point(cut(at(Number(year.value))))
  // "Summers are hot": a season that comes again stands for the last one, as history.
  const isAnyYear = /s$/.test(context.written.own)
  // "Larry Summers", "spring" and "fall" alone are no time of their own.
  if (isAnyYear && !context.isOwnNoun()) return null
  const isIntroduced = which || /[iTsH]/.test(context.before) || 'TH'.includes(tokens[0]!.cls)
  // "Winter is mild", "in spring and fall", but "winter coats", "Anna Winter", "rise and fall"
  const isListed = /[a,]/.test(context.before) && context.beforeThat === 'S'
  const isOpening = /^[.¶(]?$/.test(context.before) && context.behind !== 'i'
  const isSure = /^(?:summer|winter|autumn)$/i.test(context.written.own)
  const isPlain = isListed || ((isSure || isOpening) && context.isOwnNoun())
  if (!isAnyYear && !isIntroduced && !isPlain) return null
  // "in the fall of the city"
  if (!which && context.behind === 'v' && /fall|spring/i.test(context.written.own)) return null
  if (!reference) return point(null)
  const now = yearOf(reference)
  const candidates = [now - 2, now - 1, now, now + 1].map(at).filter(when => when !== null)
  if (which === 'same')
    return context.anchor ? point(cut(at(yearOf(context.anchor.when.from))), 'inferred') : null
  if (which === 'next' || (isFuture && which !== 'last'))
    return point(cut(candidates.find(({from: day}) => day > reference) ?? null))
  if (isAnyYear) return background(candidates.findLast(({from: day}) => day <= reference) ?? null)
  const past = candidates.filter(when => (which === 'last' ? when.to : when.from) <= reference)
  return point(
    cut(
      which === 'this'
        ? (candidates.find(({to}) => to >= reference && yearOf(to) === now) ?? past.at(-1)!)
        : (past.at(-1) ?? null)
    )
  )
}

/** "Q3 2021", "the first quarter of last year", "the second half of 2020". */
export const quarterOrHalf: TimeReader = (tokens, {reference}) => {
  const number = Number(one(tokens, 'QO')?.value ?? one(tokens, 'o')?.value)
  const year = one(tokens, 'Y') ? Number(one(tokens, 'Y')!.value) : null
  const which = one(tokens, 'R')?.value
  const own = year ?? (reference && yearOf(reference) + (which === 'last' ? -1 : which === 'next' ? 1 : 0))
  if (own === null) return point(null)
  const isHalf = one(tokens, 'J')?.value === ''
  if (!isHalf && !one(tokens, 'Q') && one(tokens, 'U')?.value !== 'quarter') return null
  if (number < 1 || number > (isHalf ? 2 : 4)) return null
  return point(isHalf ? from(inMonth(own, 6 * number - 5), inMonth(own, 6 * number)) : inQuarter(own, number))
}

/** "the end of last year", "the beginning of 2014", "the end of the month". */
export const endOf: TimeReader = (tokens, {reference}) => {
  const part = one(tokens, 'J')!.value
  const unit = one(tokens, 'U')?.value
  if (!reference) return point(null)
  const step = {last: -1, previous: -1, next: 1}[one(tokens, 'R')?.value ?? ''] ?? 0
  const year = yearOf(reference)
  if (unit === 'year') return point(partOf(inYears(year + step), part))
  if (unit === 'month') return point(partOf(inMonth(year, monthOf(reference) + step), part))
  return null
}

export const holiday: TimeReader = (tokens, context) => {
  const [calendar, month, day] = one(tokens, 'V')!.value.split(' ')
  // "Johnnie Christmas", "the Christmas Market"
  const {written, before} = context
  const isName = startsUpper(written.behind) && !/[uiqs]/.test(before)
  const isSurname = /^\p{Lu}\p{Ll}/u.test(written.before) && before === 'x'
  if (tokens.length === 1 && (isName || isSurname)) return null
  const year = one(tokens, 'Y')
  const stated = year ? Number(year.value) : null
  if (calendar === 'gregorian') {
    const own = stated ?? yearFor(context, Number(month), Number(day))[0]
    return point(own === null ? null : eve(tokens, onDay(dayAt(own, Number(month), Number(day)))))
  }
  const at = (y: number): When | null => {
    if (calendar === 'easter') return onDay(isoOfEpochDay(easterDay(y) + Number(day)))
    if (calendar === 'persian') return persianDayOf(y - 621, Number(month), Number(day))
    return hijriDate(y, Number(month), Number(day))
  }
  if (calendar !== 'hijri') {
    if (stated !== null) return point(eve(tokens, at(stated)))
    const {reference} = context
    if (!reference) return point(null)
    return point(eve(tokens, latest(reference, [yearOf(reference) - 1, yearOf(reference)].map(at))))
  }
  return point(eve(tokens, hijriIn(stated, context, at)))
}

/** "the eve of 3 May". */
export const eveOf: TimeReader = (tokens, context) => {
  const reading = date(
    tokens.filter(({cls}) => !'yv'.includes(cls)),
    {...context, before: 'v'}
  )
  return reading && {...reading, when: eve(tokens, reading.when)}
}

function eve(tokens: Parameters<TimeReader>[0], when: When | null): When | null {
  const isEve = one(tokens, 'y') !== undefined
  return isEve && when?.precision === 'day' ? onDay(addDays(when.from as IsoDate, -1)) : when
}

/** "9/11", "the Second World War". */
export const namedTime: TimeReader = (tokens, {written}) => {
  // "the Vietnam War Memorial"
  if (/^\p{Lu}\p{Ll}/u.test(written.behind) && /\p{Ll}$/u.test(written.own)) return null
  const [first, last] = one(tokens, 'I')!.value.split('..') as [string, string]
  return background(stretch(first, last, first === last ? 'day' : 'year'))
}

/** "1 Farvardin 1400", "Farvardin 1400"; a year of the Gregorian calendar is taken as one. */
export const persian: TimeReader = (tokens, {reference}) => {
  const month = Number(one(tokens, 'X')!.value)
  const day = one(tokens, 'Do')
  const year = one(tokens, 'Y')
  if (!day && !year) return null
  const at = (y: number) => (day ? persianDayOf(y, month, Number(day.value)) : persianMonth(y, month))
  if (year) {
    const number = Number(year.value)
    if (number < 1500) return point(at(number))
    return point(
      [number - 622, number - 621].map(at).find(when => when && yearOf(when.from) === number) ?? null
    )
  }
  if (!reference) return point(null)
  return point(latest(reference, [yearOf(reference) - 622, yearOf(reference) - 621].map(at)))
}

function persianDayOf(year: number, month: number, day: number): When | null {
  const at = persianDay(year, month, day)
  return at === null ? null : onDay(isoOfEpochDay(at))
}

function persianMonth(year: number, month: number): When | null {
  const first = persianDay(year, month, 1)
  return first === null
    ? null
    : stretch(isoOfEpochDay(first), isoOfEpochDay(first + persianMonthLength(year, month) - 1), 'month')
}

/** "10 Muharram 1443", "Ramadan 1442", "during Ramadan". */
export const hijri: TimeReader = (tokens, context) => {
  const month = Number(one(tokens, 'h')!.value)
  const day = one(tokens, 'Do')
  const year = one(tokens, 'Y')
  const isName = /^\p{Lu}\p{Ll}/u.test(context.written.behind)
  const isIntroduced = (/[ilsqBFvH]/.test(context.before) && !isName) || one(tokens, 'R') !== undefined
  if (!day && !year && !isIntroduced) return null
  const number = year ? Number(year.value) : null
  if (number !== null && number < 1500) return point(hijriDate(number, month, day ? Number(day.value) : null))
  return point(hijriIn(number, context, y => hijriDate(y, month, day ? Number(day.value) : null)))
}

/** Of the years of the Hijri calendar that touch the Gregorian one, or the last up to the report. */
function hijriIn(
  gregorian: number | null,
  {reference}: TimeContext,
  at: (year: number) => When | null
): When | null {
  const near = gregorian ?? (reference && yearOf(reference))
  if (near === null) return null
  const middle = Math.round((near - 622) * 1.0307)
  const found = [middle - 2, middle - 1, middle, middle + 1, middle + 2].map(at)
  if (gregorian !== null)
    return found.find(when => when && yearOf(addDays(when.from as IsoDate, 2)) === gregorian) ?? null
  return latest(reference!, found)
}

/** The month as people keep it may begin and end a day off the table. */
function hijriDate(year: number, month: number, day: number | null): When | null {
  const first = hijriDay(year, month, day ?? 1)
  const last = day === null ? hijriDay(year, month, hijriMonthLength(year, month)) : first
  return stretch(isoOfEpochDay(first - 1), isoOfEpochDay(last + 1), day === null ? 'month' : 'week')
}

function latest(reference: IsoDate, found: readonly (When | null)[]): When | null {
  return found.findLast(when => when !== null && daysBetween(when.from as IsoDate, reference) >= 0) ?? null
}
