/**
 * Reads dates that name a month, or a day by digits.
 *
 *     "5 November 2021", "Nov. 5", "2021-11-05", "31/12/2021"
 *     "early March", "March 2014", "the first week of May", "the last Sunday in October"
 *     "between 3 and 5 May", "4-5 November", "from March to August 2011"
 *
 * A date without a year is of the year told just before where that is history, else the last one up to the report;
 * a date of digits that can be read two ways has no meaning unless the text, or the day of the report, shows which.
 */
import {startsUpper} from '../../../algorithms/letters.ts'
import {addDays, daysBetween, type IsoDate, isIsoDate, type When, weekday} from '../../../model/date.ts'
import {
  dayAt,
  from,
  inMonth,
  inYears,
  monthOf,
  onDay,
  partOf,
  stretch,
  yearOf
} from '../../calendar/stretches.ts'
import {background, one, point, type TimeContext, type TimeReader, type TimeReading} from './reading.ts'
import type {TimeToken} from './scan.ts'

/** A day up to so many days ahead is taken to be ahead, not of the year before. */
const soonDays = 45
/** What was told as longer ago than this sets the year of the dates behind it. */
const historyDays = 200

export const date: TimeReader = (tokens, context) => {
  const month = Number(one(tokens, 'Mm')!.value)
  const day = Number(one(tokens, 'DoO')!.value)
  const year = yearIn(tokens)
  if (year) return valid(point(onDay(dayAt(Number(year.value), month, day))))
  if (one(tokens, 'N')) return null
  // "in May 20 people were killed"
  if (/^[Mm]\.?D$/.test(tokens.map(({cls}) => cls).join('')) && context.before === 'i') return null
  return dayAt(2000, month, day) === null ? null : withYear(context, month, day)
}

/** "30 September 420": behind a month three digits are a year, too. */
function yearIn(tokens: readonly TimeToken[]): TimeToken | undefined {
  return one(tokens, 'Y') ?? tokens.find(({cls, value}) => cls === 'N' && /^[1-9]\d\d$/.test(value))
}

/** `null` where the day does not exist: "30 February 2020". */
function valid(reading: TimeReading): TimeReading | null {
  return reading.when && reading
}

function withYear(context: TimeContext, month: number, day: number): TimeReading {
  const [year, known] = yearFor(context, month, day)
  return point(year === null ? null : onDay(dayAt(year, month, day)), known)
}

const isNews = (daysAgo: number) => daysAgo >= 0 && daysAgo <= 2 * soonDays

/** The year of a month or day that names none. */
export function yearFor(
  {reference, anchor, isFuture, isOnlyHistory}: TimeContext,
  month: number,
  day: number | null
): [number | null, When['known']] {
  const at = (year: number) => dayAt(year, month, day ?? 15) ?? dayAt(year, month, 28)!
  if (anchor) {
    const {when, sentencesAgo} = anchor
    const end = when.to as IsoDate
    const isHistory = reference === null || daysBetween(end, reference) > historyDays
    // A text that has told of nothing recent so far is a history: its last year holds however far back it stands.
    const isNear = isOnlyHistory || sentencesAgo <= (when.precision === 'year' ? 1 : 3)
    if (isHistory && isNear && yearOf(when.from) === yearOf(when.to)) {
      const year = yearOf(when.from)
      if (when.precision === 'year') return [year, 'inferred']
      const goesOn = daysBetween(when.from as IsoDate, at(year)) >= -60
      const next = goesOn ? year : year + 1
      return [reference && at(next) > reference ? year : next, 'inferred']
    }
    // A text whose years run ahead of the day of publication, not by plans: that day is not to be trusted.
    const isAhead =
      reference !== null && yearOf(when.from) > yearOf(reference) && !anchor.isFuture && !isFuture
    const isRecent = reference !== null && isNews(daysBetween(at(yearOf(reference)), reference))
    if (isAhead && isNear && !isRecent && yearOf(when.from) === yearOf(when.to))
      return [yearOf(when.from), 'inferred']
    // "next month in Rome, in January in Lima"
    if (reference && when.from > reference && sentencesAgo === 0)
      return [yearOf(when.from) + (month < monthOf(when.from) ? 1 : 0), 'stated']
  }
  if (reference === null) return [null, 'stated']
  const year = yearOf(reference)
  const ahead = daysBetween(reference, at(year))
  if (ahead > 0) {
    const isSoon = day === null ? month === monthOf(reference) : ahead <= soonDays
    return [isFuture || isSoon ? year : year - 1, 'stated']
  }
  return [isFuture && ahead < -60 ? year + 1 : year, 'stated']
}

/** "March 2014", "late August", "last May": `H` early, mid or late, `R` which one. */
export const month: TimeReader = (tokens, context) => {
  const named = one(tokens, 'Mm')!
  const number = Number(named.value)
  const year = yearIn(tokens)
  const part = one(tokens, 'HJ')
  const which = one(tokens, 'R')?.value
  if (!year && (one(tokens, 'N') || !isMonth(context, named, tokens))) return null
  const [inferred, known] = year ? [Number(year.value), 'stated' as const] : yearFor(context, number, null)
  if (inferred === null) return point(null)
  const shift =
    which === 'next' &&
    context.reference &&
    number <= monthOf(context.reference) &&
    inferred <= yearOf(context.reference)
      ? 1
      : which === 'last' && context.reference && number === monthOf(context.reference)
        ? -1
        : 0
  const whole = inMonth(inferred + shift, number)
  const reading = point(part ? partOf(whole, part.value) : whole, known)
  const isHistory = context.before === 's' || context.behind === 'p'
  return isHistory ? {...reading, kind: 'background'} : reading
}

/** "The first week of May", "the last Sunday in October", "the second weekend of June": a week is seven days from the first. */
export const partOfMonth: TimeReader = (tokens, context) => {
  const at = tokens.findIndex(({cls}) => 'vi'.includes(cls))
  const which = one(tokens, 'R')?.value
  const whole = month(tokens.slice(at + 1), {...context, before: 'v'})
  if (which && which !== 'last') return null
  if (!whole?.when) return whole
  const nth = which ? null : Number(one(tokens, 'oO')!.value)
  const unit = one(tokens, 'U')?.value
  const first = whole.when.from as IsoDate
  const isLast = nth === null
  const end = addDays(first, Number(whole.when.to.slice(8)) - 1)
  if (unit === 'week') {
    const start = isLast ? addDays(end, -6) : addDays(first, 7 * (nth - 1))
    return start > end
      ? null
      : {...whole, when: {...whole.when, from: start, to: isLast ? end : addDays(start, 6)}}
  }
  if (unit !== undefined && unit !== 'weekend') return null
  const wanted = unit ? 6 : Number(one(tokens, 'W')!.value)
  const day = isLast
    ? addDays(end, -((weekday(end) - wanted + 7) % 7))
    : addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1))
  if (day > end) return null
  return {
    ...whole,
    when: {from: day, to: unit ? addDays(day, 1) : day, precision: 'day', known: whole.when.known}
  }
}

const names = new Set(['may', 'march'])

/** "may" is a verb, "march" a march, "April" and "Jan" may be persons. */
function isMonth({before, written}: TimeContext, named: TimeToken, tokens: readonly TimeToken[]): boolean {
  const {own} = written
  const isCapital = /\p{Lu}/u.test(own)
  const isIntroduced = /[iulsrtqbBFvH]/.test(before) || tokens.length > 1
  const word = own.toLowerCase().replace(/[^\p{L}]/gu, '')
  if (names.has(word) || names.has(word.slice(-3)) || word.endsWith('march'))
    return isIntroduced && /\p{Lu}/u.test(own.slice(named.from - tokens[0]!.from))
  const isName = /^\p{Lu}\p{Ll}/u.test(written.behind)
  if (named.cls === 'm') return isIntroduced && isCapital && !isName
  if (isIntroduced) return true
  return isCapital && !startsUpper(written.before) && !startsUpper(written.behind)
}

/** "2013 – present", "from May 2019 until now": up to the report. */
export const untilNow: TimeReader = (tokens, context) => {
  const {reference} = context
  const [head] = halves(tokens)
  const words = head.filter(({cls}) => cls !== 'r')
  const start = one(words, 'Do')
    ? date(words, {...context, before: 'r'})
    : one(words, 'Mm')
      ? month(words, {...context, before: 'r'})
      : background(inYears(Number(one(words, 'Y')!.value)))
  if (!start?.when || !reference || start.when.from > reference) return start
  return background({...start.when, to: reference})
}

/** "2021-11-05", "31/12/2021", "12.31.21". */
export const digits: TimeReader = ([token], context) => {
  const [a, b, c] = token!.value.split(/[-/.]/).map(Number) as [number, number, number]
  if (a > 999) return valid(point(onDay(dayAt(a, b, c))))
  const year = c < 100 ? (c > 69 ? 1900 : 2000) + c : c
  const [dayFirst, monthFirst] = [dayAt(year, b, a), dayAt(year, a, b)]
  if (!dayFirst && !monthFirst) return null
  if (dayFirst === monthFirst || !monthFirst) return point(onDay(dayFirst))
  if (!dayFirst) return point(onDay(monthFirst))
  const {reference, digitOrder} = context
  if (digitOrder) return point(onDay(digitOrder === 'day-month' ? dayFirst : monthFirst))
  const isRecent = (day: IsoDate) =>
    reference !== null && daysBetween(day, reference) >= 0 && daysBetween(day, reference) <= 31
  const [only, other] = [dayFirst, monthFirst].filter(isRecent)
  return point(only && !other ? onDay(only) : null, 'inferred')
}

/** "3 to 5 May", "May 3-5, 2021": two days of one month. */
export const daysOfMonth: TimeReader = (tokens, context) => {
  const month = Number(one(tokens, 'Mm')!.value)
  const [first, last] = tokens.filter(({cls}) => 'Do'.includes(cls)).map(({value}) => Number(value))
  const year = one(tokens, 'Y')
  const [inferred, known] = year ? [Number(year.value), 'stated' as const] : yearFor(context, month, last!)
  if (inferred === null) return dayAt(2000, month, last!) && first! < last! ? point(null) : null
  const [a, b] = [dayAt(inferred, month, first!), dayAt(inferred, month, last!)]
  return a && b && a < b ? point(stretch(a, b, 'day'), known) : null
}

/** "30 November to 2 December", "March to August 2011", "January 23 – March 9 2014". */
export const dateRange: TimeReader = (tokens, context) => {
  const [head, tail] = halves(tokens)
  const last = single(tail, context)
  if (!last) return null
  const ownYear = one(head, 'Y')
  const other = last.when
  if (!other) return point(null)
  const inYear = (when: When | null): When | null => {
    if (ownYear || !when) return when
    // The year of the end holds for the beginning, or the one before it.
    const moved = (year: number) => withinYear(when, year)
    const same = moved(yearOf(other.to))
    return same && same.from <= other.to ? same : moved(yearOf(other.to) - 1)
  }
  const when = from(inYear(single(head, context)?.when ?? null), other)
  return when && {...point(when, last.when?.known), kind: last.kind}
}

function single(tokens: readonly TimeToken[], context: TimeContext): TimeReading | null {
  if (one(tokens, 'Do')) return date(tokens, {...context, before: 'r'})
  return month(tokens, {...context, before: 'r'})
}

function withinYear(when: When, year: number): When | null {
  const move = (day: string) => `${String(year).padStart(4, '0')}${day.slice(4)}`
  if (when.precision === 'month') return inMonth(year, monthOf(when.from))
  return isIsoDate(move(when.from)) && isIsoDate(move(when.to))
    ? {...when, from: move(when.from), to: move(when.to)}
    : null
}

/** The words on both sides of the first "to", "and" or dash that joins them. */
export function halves(tokens: readonly TimeToken[]): [readonly TimeToken[], readonly TimeToken[]] {
  const joint = tokens.findIndex(
    ({cls}, i) => i > 0 && 'ta-'.includes(cls) && !'HJ'.includes(tokens[i - 1]!.cls)
  )
  return [tokens.slice(0, joint), tokens.slice(joint + 1)]
}
