/**
 * Reads the day in a stamp or dateline: "November 5, 2021", "06th November 2021", "2021-11-05", "25/12/2021".
 *
 * Digits that could be read two ways ("5/6/2021") are no day; a time of day ("6:45 PM, Feb 16, 2018") is passed over, and
 * so is a day whose year is of another calendar ("2 Kislev 5782", "1402/08/14").
 */
import {addDays, daysBetween, type IsoDate, isIsoDate} from '../model/date.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** A dateline may be written a little ahead of the day of publication: zones, evening editions. */
const aheadDays = 2
/** Before and behind them no news was written: such a year is Persian, Islamic, Buddhist or Hebrew. */
const [firstYear, lastYear] = [1700, 2199]

/** `null` when the words are no day that exists. */
export function readDay(words: string): IsoDate | null {
  return inDigits(words) ?? named(words, words.match(/\b\d{4}\b/)?.[0])
}

/** A day without its year ("Nov 5"): the last one up to the day of publication. */
export function readDayBefore(words: string, publishedOn: IsoDate): IsoDate | null {
  const latest = addDays(publishedOn, aheadDays)
  const year = Number(latest.slice(0, 4))
  const [own, before] = [year, year - 1].map(number => named(words, String(number)))
  return own && daysBetween(own, latest) >= 0 ? own : (before ?? null)
}

const clock = /\b\d{1,2}(?::\d\d){1,2}(?:\s*[ap]\.?m\b\.?)?/gi

function named(words: string, year: string | undefined): IsoDate | null {
  const [month] =
    words
      .match(/\p{L}{3,9}/gu)
      ?.map(name => months.indexOf(name.slice(0, 3).toLowerCase()))
      .filter(i => i >= 0) ?? []
  const [day] =
    words
      .replace(clock, ' ')
      .replace(/\b\d{4}\b/, ' ')
      .match(/\d{1,2}/) ?? []
  if (!year || month === undefined || !day) return null
  return isoOf(year, month + 1, Number(day))
}

function inDigits(words: string): IsoDate | null {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(words)
  if (iso) return isoOf(iso[1]!, Number(iso[2]), Number(iso[3]))
  const other = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(words)
  if (!other) return null
  const [a, b] = [Number(other[1]), Number(other[3])]
  const found = [isoOf(other[4]!, b, a), isoOf(other[4]!, a, b)].filter(day => day !== null)
  return found.length === 1 || found[0] === found[1] ? (found[0] ?? null) : null
}

function isoOf(year: string, month: number, day: number): IsoDate | null {
  if (Number(year) < firstYear || Number(year) > lastYear) return null
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}
