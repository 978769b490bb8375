/**
 * Days as exports of datasets write them.
 *
 *     2024-03-06, 2024-03-06 00:00:00.000, 06 March 2024, 6-Mar-2024, 06/March/2024
 *
 * "06/03/2024" is refused: it is in March or in June.
 */
import {addDays, type IsoDate, isIsoDate, type When} from '../../model/date.ts'
import {RowFlaw} from './facts.ts'
import type {Field} from './row-text.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export function dayIn({value, line}: Field): IsoDate {
  const iso = /^(\d{4}-\d\d-\d\d)(?:[ T]\d\d:.*)?$/.exec(value)?.[1]
  const named = /^(\d{1,2})[ /-]([A-Za-z]{3,9})\.?[ /-](\d{4})$/.exec(value)
  const month = named ? months.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1 : 0
  const day =
    iso ?? (month ? `${named![3]}-${`${month}`.padStart(2, '0')}-${named![1]!.padStart(2, '0')}` : '')
  if (isIsoDate(day)) return day
  throw new RowFlaw(`its day is "${line.text}"; write it as year-month-day, or with the month in letters`)
}

/** The day, the week around it, or the month that it lies in. */
export function around(day: IsoDate, precision: 'day' | 'week' | 'month'): When {
  const known = 'stated'
  if (precision === 'day') return {from: day, to: day, precision, known}
  if (precision === 'week') return {from: addDays(day, -3), to: addDays(day, 3), precision, known}
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return {from: `${day.slice(0, 7)}-01`, to: last, precision, known}
}
