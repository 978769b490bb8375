/**
 * Reads expressions that count from the report's day, or from the time told before.
 *
 *     "last month", "three weeks ago"                      from the report
 *     "the following day", "two days earlier", "that year" from the time told last before
 *     "hours after", "two days before"                     a lag: the other end stands in the text
 *
 * A year or month ago is that calendar year or month, a week ago a week around the day.
 */
import {daysBetween, type IsoDate, weekday} from '../../../model/date.ts'
import {inMonth, inWeek, inYears, monthOf, yearOf} from '../../calendar/stretches.ts'
import {shifted, unitAt, unitsFrom} from '../../calendar/units.ts'
import {countOf} from './count.ts'
import {
  type Anchor,
  background,
  lag,
  one,
  point,
  type TimeContext,
  type TimeReader,
  type TimeReading
} from './reading.ts'

/** A time longer ago than this is told as history. */
const historyDays = 200

/** "last week", "the past five years", "the following day", "that same year", "later this month". */
export const whichUnit: TimeReader = (tokens, context) => {
  const unit = one(tokens, 'UP')!
  const which = one(tokens, 'R')!.value
  const count = countOf(tokens)
  const name = unit.cls === 'P' ? 'day' : unit.value
  const isDefinite = tokens[0]!.cls === 'T'
  if (which === 'same') return count ? null : sameUnit(name, context)
  // "in recent years", "his last days": no number, no time.
  if (!count && unit.cls === 'U' && (isPlural(context) || (name === 'day' && which === 'last'))) return null
  if (
    which === 'following' ||
    (which === 'previous' && anchorOf(name, context)) ||
    (which === 'next' && isDefinite && name === 'day')
  )
    return count ? null : fromAnchor(which === 'previous' ? -1 : 1, name, context)
  const {reference} = context
  // "in the first night", "this day and age": which needs a reference to say anything.
  if (!reference) return point(null)
  const step = which === 'this' ? 0 : which === 'next' ? 1 : -1
  if (count) {
    const {anchor} = context
    const isHistory =
      anchor !== null &&
      anchor.sentencesAgo < 2 &&
      daysBetween(anchor.when.to as IsoDate, reference) > historyDays
    if (isHistory && step > 0 && isDefinite)
      return point(unitsFrom(anchor.when.to as IsoDate, count, step, name), 'inferred')
    return point(unitsFrom(reference, count, step, name))
  }
  const later = one(tokens, 'L')
  const when = unitAt(reference, step, name, unit.cls === 'P', context.isFuture)
  if (later && when && when.to > reference) return point({...when, from: reference})
  // "last year's attack" is history; "last week's" may be the news.
  const isHistory = context.behind === 'p' && step < 0 && (name === 'month' || name === 'year')
  return isHistory ? background(when) : point(when)
}

/** "throughout the weekend", "over the weekend". */
export const theWeekend: TimeReader = (tokens, {reference, isFuture, isHabit, written}) => {
  const isWeekend = one(tokens, 'U')!.value === 'weekend' && !/s$/i.test(written.own)
  if (!isWeekend || !/^(?:over|during|throughout|through|on|at|of)$/i.test(written.before)) return null
  if (!reference || isHabit()) return point(null)
  const isAtWeekend = weekday(reference) % 6 === 0
  return point(unitAt(reference, isFuture || isAtWeekend ? 0 : -1, 'weekend', false, isFuture))
}

function sameUnit(unit: string, context: TimeContext): TimeReading | null {
  const anchor = anchorOf(unit, context)
  if (!anchor) return point(null)
  const {when} = anchor
  const day = when.from as IsoDate
  const year = yearOf(day)
  if (year !== yearOf(when.to)) return null
  if (unit === 'year') return point(inYears(year), 'inferred')
  if (unit === 'month' && monthOf(day) === monthOf(when.to))
    return point(inMonth(year, monthOf(day)), 'inferred')
  if (unit === 'week' && when.precision === 'day') return point(inWeek(day, 0), 'inferred')
  if (unit === 'day' && when.precision === 'day') return point(when, 'inferred')
  return null
}

/** "three weeks ago". */
export const ago: TimeReader = (tokens, {reference}) => {
  const count = countOf(tokens)
  const unit = one(tokens, 'U')!.value
  if (!count || !reference) return point(null)
  return point(shifted({from: reference, to: reference, precision: 'day', known: 'stated'}, -1, count, unit))
}

/** "two days later", "a year earlier", "the day before": from the time told before; a lag where the text says from what. */
export const laterOrEarlier: TimeReader = (tokens, context) => {
  const word = one(tokens, 'LBFR')!
  const unit = one(tokens, 'U')!
  const count = countOf(tokens)
  const direction = word.cls === 'B' ? 'before' : 'after'
  const stated = context.written.own
    .slice(0, word.from - tokens[0]!.from)
    .trim()
    .toLowerCase()
  const isBound = word.cls === 'F' || word.cls === 'R' || isBefore(context)
  if (isBound && !/^[.,;:)¶]?$/.test(context.behind))
    return tokens[0]!.cls === 'T' ? null : lag(stated, direction, 'from-behind')
  if (tokens[0]!.cls === 'T') return fromAnchor(direction === 'after' ? 1 : -1, unit.value, context)
  const anchor = anchorOf(unit.value, context)
  const isLong = unit.value !== 'hour' && unit.value !== 'minute'
  const when =
    anchor && count && isLong && shifted(anchor.when, direction === 'after' ? 1 : -1, count, unit.value)
  const free = lag(stated, direction, 'from-told')
  return when ? {...free, ...point(when, 'inferred'), lag: stated, direction, counts: 'from-told'} : free
}

/** "before" with something behind is a preposition; "earlier" and "later" never are. */
function isBefore({written}: TimeContext): boolean {
  return /before$/i.test(written.own)
}

function fromAnchor(step: number, unit: string, context: TimeContext): TimeReading | null {
  const anchor = anchorOf(unit, context)
  if (!anchor) return point(null)
  return point(shifted(anchor.when, step, {least: 1, most: 1}, unit), 'inferred')
}

/** What a unit counts from: days from a day, years from whatever was told. */
function anchorOf(unit: string, {anchor, dayAnchor}: TimeContext): Anchor | null {
  return /year|decade|month/.test(unit) ? anchor : dayAnchor
}

function isPlural({written}: TimeContext): boolean {
  return /(?:day|week|weekend|month|quarter|year|decade|centurie|hour|minute)s$/i.test(written.own)
}
