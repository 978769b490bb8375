/**
 * Dates as far as they are known: a year, a month or a day.
 *
 *     "2014"        1 January to 31 December 2014
 *     "2014-06"     1 to 30 June 2014
 *     "2014-06-10"  that day
 */
import {addDays, type IsoDate, isIsoDate} from '../model/date.ts'

export function isPartialDate(text: string): boolean {
  return isIsoDate(firstDayText(text))
}

/** The first day that it may mean; the text must be a partial date. */
export function firstDay(text: string): IsoDate {
  return firstDayText(text) as IsoDate
}

/** The registry's few thousand dates are asked for again and again. */
const lastDays = new Map<string, IsoDate>()

/** The last day that it may mean. */
export function lastDay(text: string): IsoDate {
  const kept = lastDays.get(text) ?? lastDayText(text)
  lastDays.set(text, kept)
  return kept
}

function lastDayText(text: string): IsoDate {
  const [year, month] = text.split('-')
  if (text.length === 4) return `${text}-12-31` as IsoDate
  if (text.length > 7) return text as IsoDate
  const next = month === '12' ? `${Number(year) + 1}`.padStart(4, '0') : year
  const following = month === '12' ? '01' : `${Number(month) + 1}`.padStart(2, '0')
  return addDays(`${next}-${following}-01` as IsoDate, -1)
}

function firstDayText(text: string): string {
  return text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text
}
