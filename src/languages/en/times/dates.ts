/**
 * Reads dates that name a month, a year or a day by digits.
 *
 *     "5 November 2021", "Nov. 5", "2021-11-05", "31/12/2021"
 *     "early March", "March 2014", "in 1998", "the 1990s", "the 17th century"
 *     "between 3 and 5 May", "4-5 November", "from March to August 2011"
 *
 * A date without a year is of the year told just before where that is history, else the last one up to the report;
 * a date of digits that can be read two ways has no meaning unless the text, or the day of the report, shows which.
 */
import {daysBetween, type IsoDate, isIsoDate, type When} from '../../../model/date.ts'
import {background, one, point, type TimeContext, type TimeReader, type TimeReading} from './reading.ts'
import type {TimeToken} from './scan.ts'
import {dayAt, from, inMonth, inYears, monthOf, onDay, partOf, stretch, yearOf} from './stretches.ts'

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

/** The year of a month or day that names none. */
export function yearFor(
  {reference, anchor, isFuture}: TimeContext,
  month: number,
  day: number | null
): [number | null, When['known']] {
  const at = (year: number) => dayAt(year, month, day ?? 15) ?? dayAt(year, month, 28)!
  if (anchor) {
    const {when, sentencesAgo} = anchor
    const end = when.to as IsoDate
    const isHistory = reference === null || daysBetween(end, reference) > historyDays
    const isNear = sentencesAgo <= (when.precision === 'year' ? 1 : 3)
    if (isHistory && isNear && yearOf(when.from) === yearOf(when.to)) {
      const year = yearOf(when.from)
      if (when.precision === 'year') return [year, 'inferred']
      const goesOn = daysBetween(when.from as IsoDate, at(year)) >= -60
      const next = goesOn ? year : year + 1
      return [reference && at(next) > reference ? year : next, 'inferred']
    }
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
  return isCapital && !/^\p{Lu}/u.test(written.before) && !/^\p{Lu}/u.test(written.behind)
}

/** Words behind a number of four digits that make it a number of something. */
const counted =
  /^(?:people|persons|men|women|children|civilians|troops|soldiers|fighters|police|families|homes|houses|km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|m|ft|feet|tons?|tonnes|kg|dollars|euros|rupees|times|years|days|hours|percent|per)$/
const plural = /^\p{Ll}{3,}[^s]s$/u

export const year: TimeReader = (tokens, context) => {
  const number = Number(one(tokens, 'YDN')!.value)
  const {before, behind, written} = context
  const era = one(tokens, 'G')
  if (era?.value === '-1') return background(beforeChrist(number, number))
  if (era?.value === '0') return null
  const isIntroduced = /[isrtqbBFvaTA(]/.test(before) || tokens.length > 1
  if (!era && number < (/[isrtqb(]/.test(before) ? 1000 : 1500)) return null
  if (!era && counted.test(written.behind)) return null
  if (!isIntroduced && (number < 1900 || !/[,.)¶pa-]|^$/.test(behind)) && plural.test(written.behind))
    return null
  if (/[$€£#/:]|^(?:No|Rs|USD)$/.test(written.before) || behind === '%') return null
  const part = one(tokens, 'HJ')
  const whole = inYears(number)
  const when = part ? partOf(whole, part.value) : whole
  const {reference} = context
  const isNews = (before === 'i' || part) && reference !== null && number >= yearOf(reference)
  return isNews ? point(when) : background(when)
}

/** "in 211, ...": three digits are a year between "in" and a stop only. */
export const ancientYear: TimeReader = ([token], {before, behind, written}) => {
  const isYear = /^in$/i.test(written.before) && before === 'i' && /^[,.;)]$/.test(behind)
  return isYear && /^[1-9]\d\d$/.test(token!.value) ? background(inYears(Number(token!.value))) : null
}

export const decade: TimeReader = (tokens, {written, before}) => {
  const digits = one(tokens, 'E')
  // "in her 80s" is an age.
  if (/^\d0s$/.test(written.own) && before !== 'a') return null
  const start = digits ? Number(digits.value) : 1900 + Number(one(tokens, 'e')!.value)
  const isCentury = start % 100 === 0 && start < 2000
  const part = one(tokens, 'HL')
  const whole = inYears(start, start + (isCentury ? 99 : 9))
  return background(part ? partOf(whole, part.cls === 'L' ? 'late' : part.value) : whole)
}

/** "500 to 400 BC", "AD 43-410". */
export const eraYears: TimeReader = tokens => {
  const [first, last] = tokens.filter(({cls}) => 'YDN'.includes(cls)).map(({value}) => Number(value))
  const isBefore = one(tokens, 'G')!.value === '-1'
  if (isBefore) return first! > last! ? background(beforeChrist(first!, last!)) : null
  return first! < last! ? background(inYears(first!, last!)) : null
}

/** As XML Schema writes years before Christ, of which none is 0. */
function beforeChrist(first: number, last: number): When {
  const year = (n: number) => `-${String(n).padStart(4, '0')}`
  return {from: `${year(first)}-01-01`, to: `${year(last)}-12-31`, precision: 'year', known: 'stated'}
}

/** As people count: the 20th century is 1900 to 1999. */
export const century: TimeReader = tokens => {
  const joint = tokens.findIndex(
    ({cls}, i) => 'ta-'.includes(cls) && i > 0 && 'oO'.includes(tokens[i - 1]!.cls)
  )
  const isBeforeChrist = one(tokens, 'G')?.value === '-1'
  const single = (words: readonly TimeToken[]): When | null => {
    const number = Number(one(words, 'oO')!.value)
    if (isBeforeChrist) return beforeChrist(100 * number, 100 * (number - 1) + 1)
    const part = one(words, 'H')
    const whole = inYears(100 * (number - 1), 100 * number - 1)
    return part ? partOf(whole, part.value) : whole
  }
  const isRange = joint > 0 && one(tokens.slice(joint), 'oO') !== undefined
  const [first, last] = isRange
    ? [single(tokens.slice(0, joint)), single(tokens.slice(joint))]
    : [single(tokens), single(tokens)]
  return first && last && background({...first, to: last.to})
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

/** Further apart two numbers are no years of one stretch. */
const longestRange = 500

/** "from 2004 to 2009", "1892–94". */
export const yearRange: TimeReader = tokens => {
  const [first, second] = tokens.filter(({cls}) => 'YDN'.includes(cls)).map(({value}) => value)
  const last = second!.length === 2 ? `${first!.slice(0, 2)}${second}` : second!
  const [a, b] = [Number(first), Number(last)]
  return last.length === 4 && a < b && b - a < longestRange ? background(inYears(a, b)) : null
}

/** The words on both sides of the first "to", "and" or dash that joins them. */
export function halves(tokens: readonly TimeToken[]): [readonly TimeToken[], readonly TimeToken[]] {
  const joint = tokens.findIndex(
    ({cls}, i) => i > 0 && 'ta-'.includes(cls) && !'HJ'.includes(tokens[i - 1]!.cls)
  )
  return [tokens.slice(0, joint), tokens.slice(joint + 1)]
}
