/** Counts of units of time, and stretches made of them: "last week", "the past five years", "three weeks" from a day. */
import {addDays, type IsoDate, isIsoDate, type When, weekday} from '../../model/date.ts'
import {from, inMonth, inWeek, inYears, monthOf, onDay, stretch, yearOf} from './stretches.ts'

export interface Count {
  readonly least: number
  readonly most: number
}

/** A named unit as the calendar has it: this one, the last, the next. */
export function unitAt(
  reference: IsoDate,
  step: number,
  unit: string,
  isPart: boolean,
  isFuture: boolean
): When | null {
  const year = yearOf(reference)
  switch (unit) {
    case 'day':
      return onDay(addDays(reference, isPart || step !== 0 ? step : 0))
    case 'weekend': {
      // From Thursday on "this weekend" is the one to come.
      const isAhead = step > 0 || (step === 0 && (isFuture || [4, 5].includes(weekday(reference))))
      const saturday = addDays(reference, -((weekday(reference) + 1) % 7) + (isAhead ? 7 : 0))
      const isNow = weekday(reference) % 6 === 0
      const moved = isNow && (step < 0 || (step === 0 && isFuture)) ? addDays(saturday, -7) : saturday
      return stretch(moved, addDays(moved, 1), 'day')
    }
    case 'week':
      return inWeek(reference, step)
    case 'fortnight':
      return step < 0 ? stretch(addDays(reference, -14), reference, 'week') : null
    case 'month':
      return inMonth(year, monthOf(reference) + step)
    case 'quarter': {
      const quarter = Math.floor((monthOf(reference) - 1) / 3) + step
      return from(inMonth(year, 3 * quarter + 1), inMonth(year, 3 * quarter + 3))
    }
    case 'year':
      return inYears(year + step)
    case 'decade':
      return step < 0
        ? inYears(year - 10, year)
        : step === 0
          ? inYears(year - (year % 10), year - (year % 10) + 9)
          : null
    case 'century': {
      const start = year - (year % 100) + 100 * step
      return inYears(start, start + 99)
    }
    default:
      return null
  }
}

/** "the last five years": up to the report, or from it. */
export function unitsFrom(reference: IsoDate, {most}: Count, step: number, unit: string): When | null {
  // "the past 24 hours"
  if (unit === 'hour') return unitsFrom(reference, {least: 1, most: Math.ceil(most / 24)}, step, 'day')
  const days = daysIn(unit)
  if (days === null) return null
  const far =
    unit === 'year' || unit === 'decade'
      ? yearsFrom(reference, step * most * (unit === 'decade' ? 10 : 1))
      : addDays(reference, step * most * days)
  const precision = precisionOf(unit)
  if (far === null) return null
  return step < 0 ? stretch(far, reference, precision) : stretch(reference, far, precision)
}

/** A stretch moved by so many units, at the grain of the unit; `null` where the stretch is coarser than the unit. */
export function shifted(when: When, step: number, {least, most}: Count, unit: string): When | null {
  const [near, far] = step > 0 ? [least, most] : [-least, -most]
  const [a, b] = step > 0 ? [near, far] : [far, near]
  const day = when.from as IsoDate
  const isDay = when.precision === 'day' && isIsoDate(when.to)
  switch (unit) {
    case 'minute':
      return isDay ? {...when} : null
    case 'hour': {
      const days = Math.floor(most / 24)
      const reach = most < 24 && most > 6 ? 1 : days
      if (!isDay) return null
      return step > 0
        ? stretch(addDays(when.to as IsoDate, days), addDays(when.to as IsoDate, reach), 'day')
        : stretch(addDays(day, -reach), addDays(day, -days), 'day')
    }
    case 'day':
      return isDay
        ? stretch(
            addDays(step > 0 ? (when.to as IsoDate) : day, a),
            addDays(step > 0 ? (when.to as IsoDate) : day, b),
            'day'
          )
        : null
    case 'week':
    case 'fortnight': {
      const length = unit === 'week' ? 7 : 14
      return isDay ? stretch(addDays(day, length * a - 3), addDays(day, length * b + 3), 'week') : null
    }
    case 'month':
      return when.precision === 'year'
        ? null
        : from(inMonth(yearOf(day), monthOf(day) + a), inMonth(yearOf(day), monthOf(day) + b))
    case 'year':
      return inYears(yearOf(day) + a, yearOf(day) + b)
    case 'decade':
      return inYears(yearOf(day) + 10 * a, yearOf(day) + 10 * b)
    default:
      return null
  }
}

/** `null` before the year 1. */
function yearsFrom(day: IsoDate, years: number): IsoDate | null {
  if (yearOf(day) + years < 1) return null
  const moved = `${String(yearOf(day) + years).padStart(4, '0')}${day.slice(4)}`
  return addDays(isIsoDate(moved) ? moved : (`${moved.slice(0, 7)}-28` as IsoDate), years < 0 ? 1 : 0)
}

function daysIn(unit: string): number | null {
  return {day: 1, week: 7, weekend: 7, fortnight: 14, month: 30, year: 365, decade: 3650}[unit] ?? null
}

function precisionOf(unit: string): When['precision'] {
  if (unit === 'year' || unit === 'decade') return 'year'
  return unit === 'month' ? 'month' : unit === 'day' ? 'day' : 'week'
}
