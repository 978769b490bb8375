/**
 * Reads the dates of feeds: RFC 822 and 2822, RFC 3339 and W3CDTF, and what is often written in their place.
 *
 *     "Tue, 05 Mar 2024 23:30:00 -0500"    2024-03-05, 2024-03-06T04:30:00.000Z
 *     "2024-03-05T23:30:00+03:00"          2024-03-05, 2024-03-05T20:30:00.000Z
 *     "5 mars 2024", "Mar 5, 2024 10:00"   2024-03-05, null
 *
 * The day is the one written, in the zone of whoever wrote it. A month or year
 * alone is no day; digits that could be read two ways are none either.
 */
import {type IsoDate, isIsoDate} from '../../model/date.ts'
import {readDay} from '../calendar.ts'

export interface Stamp {
  readonly day: IsoDate
  /** UTC; null where the time or its zone is not given or is one of several by that name. */
  readonly at: string | null
}

/** Hours from UTC (RFC 822 section 5, and what European feeds write); "IST" and "BST" are several zones. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7
}

const iso =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:(?:T|t|\s+)(?<time>.*))?$|^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:(?:T|t|\s+)(?<time>.*))?$|^(?<year>\d{4})\/(?<month>\d\d)\/(?<day>\d\d)(?:\s+(?<time>.*))?$/s
const ordinal = /^(?<year>\d{4})-(?<days>\d{3})(?:T(?<time>.*))?$/s
/** "Tue, 05 Mar 2024 ...", "05-Mar-24". */
const dayFirst =
  /^(?:[\p{L}\p{M}.]+,?\s*)?(?<day>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?(?<name>[\p{L}\p{M}]{3,12})\.?,?[\s-]+(?:de\s+)?(?<year>\d{4}|\d\d)(?!\d)(?:[\s,T]+(?<time>.*))?$/su
/** "Tue Mar  5 10:00:00 UTC 2024", "March 5th, 2024 10:00". */
const monthFirst =
  /^(?:[\p{L}\p{M}.]+,?\s+)?(?<name>[\p{L}\p{M}]{3,12})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(?<early>\d{1,2}:\d\d\S*(?:\s+[A-Za-z]{1,5})?)\s+)?(?<year>\d{4})(?!\d)(?:[\s,]+(?<time>.*))?$/su
const clock =
  /^(?:at\s+)?(?<hour>\d{1,2}):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d+)?)?\s*(?<half>[ap]m)?\s*(?:(?<zone>[a-z]{1,4})(?![a-z]))?\s*(?:(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d\d)?)?(?!\d)/i

/** Years from here on are of another calendar: 2567 is 2024 in Bangkok. */
const latest = '2100'

/** `null` when the words are no day that exists, or one that stands for no date at all (1970-01-01, 0001-01-01). */
export function readStamp(words: string): Stamp | null {
  const trimmed = words.trim().slice(0, 100)
  const parts = (iso.exec(trimmed) ?? named(trimmed))?.groups
  const day = parts
    ? isoDay(parts.year!, parts.month!, parts.day!)
    : (ordinalDay(trimmed) ?? readDay(trimmed))
  if (day === null || day <= '1970-01-01' || day >= latest) return null
  return {day, at: instant(day, parts?.time ?? parts?.early)}
}

function named(words: string): {groups: Record<string, string | undefined>} | null {
  const groups = (dayFirst.exec(words) ?? monthFirst.exec(words))?.groups
  const month = groups && monthNames().get(nameKey(groups.name!))
  return month ? {groups: {...groups, month: String(month), year: century(groups.year!)}} : null
}

/** RFC 2822 section 4.3. */
function century(year: string): string {
  return year.length === 4 ? year : String(Number(year) + (Number(year) < 50 ? 2000 : 1900))
}

function isoDay(year: string, month: string, day: string): IsoDate | null {
  const words = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(words) ? words : null
}

/** "2024-065": ISO 8601 counts the days of a year. */
function ordinalDay(words: string): IsoDate | null {
  const {year, days} = ordinal.exec(words)?.groups ?? {}
  if (!year || !days) return null
  const date = new Date(Date.UTC(Number(year), 0, Number(days)))
  const day = date.toISOString().slice(0, 10)
  return day.startsWith(year) && isIsoDate(day) ? day : null
}

function instant(day: IsoDate, time: string | undefined): string | null {
  const parts = time && clock.exec(time)?.groups
  if (!parts) return null
  const {half, zone, sign} = parts
  const named = zone === undefined ? 0 : zones[zone.toLowerCase()]
  if (named === undefined || (zone === undefined && sign === undefined)) return null
  const hour = half ? (Number(parts.hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(parts.hour)
  const [minute, second] = [Number(parts.minute), Number(parts.second ?? 0)]
  if (hour > 23 || minute > 59 || second > 60) return null
  const offset = sign
    ? (sign === '-' ? -1 : 1) * (Number(parts.hours) * 60 + Number(parts.minutes ?? 0))
    : named * 60
  if (Math.abs(offset) > 24 * 60) return null
  const at = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute - offset) * 60 + second) * 1000
  return new Date(at).toISOString()
}

const languages = [
  'fr',
  'es',
  'pt',
  'it',
  'de',
  'nl',
  'ru',
  'uk',
  'pl',
  'tr',
  'id',
  'ar',
  'ar-SY',
  'he',
  'hu',
  'el'
]
let names: ReadonlyMap<string, number> | undefined

/** Months by name and short name. English holds; what else is one month here and another there is left out. */
function monthNames(): ReadonlyMap<string, number> {
  if (names) return names
  const found = new Map<string, Set<number>>()
  for (const [name, month] of languages.flatMap(namesIn))
    found.set(name, (found.get(name) ?? new Set()).add(month))
  const sure = [...found].filter(([, months]) => months.size === 1)
  names = new Map([...sure.map(([name, [month]]) => [name, month!] as const), ...namesIn('en'), ['sept', 9]])
  return names
}

function namesIn(language: string): [name: string, month: number][] {
  const styles: Intl.DateTimeFormatOptions[] = [
    {month: 'long'},
    {month: 'short'},
    {month: 'long', day: 'numeric'},
    {month: 'short', day: 'numeric'}
  ]
  return styles.flatMap(style => {
    const format = new Intl.DateTimeFormat(language, {...style, calendar: 'gregory', timeZone: 'UTC'})
    return Array.from({length: 12}, (_, i): [string, number] => {
      const part = format.formatToParts(Date.UTC(2024, i, 5)).find(({type}) => type === 'month')
      return [nameKey(part?.value ?? ''), i + 1]
    })
  })
}

function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
}
