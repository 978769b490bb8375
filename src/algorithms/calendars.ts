/**
 * Days of other calendars as days of the Gregorian one, counted from 1970-01-01.
 *
 * Persian (solar): exact for the years 1206 to 1498, by the cycle of 33 years that the official calendar kept
 * in that time. Hijri: the tabular calendar (years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30 are leap);
 * the month that people keep, by the moon seen, begins up to a day or two earlier or later. Easter: Gregorian, by Butcher.
 */
const dayLength = 86_400_000

export function epochDay(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / dayLength)
}

/** ISO day of a count from 1970-01-01. */
export function isoOfEpochDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10)
}

/** 1 Farvardin 1400 was 21 March 2021. */
const persianBase = {year: 1400, day: 18_707}

/** `null` outside the years for which the cycle holds, and for a day that does not exist. */
export function persianDay(year: number, month: number, day: number): number | null {
  if (year < 1206 || year > 1498 || day < 1 || day > persianMonthLength(year, month)) return null
  let days = persianBase.day
  for (let y = persianBase.year; y < year; y++) days += isPersianLeap(y) ? 366 : 365
  for (let y = year; y < persianBase.year; y++) days -= isPersianLeap(y) ? 366 : 365
  return days + (month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)) + day - 1
}

export function persianMonthLength(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month <= 6) return 31
  return month < 12 || isPersianLeap(year) ? 30 : 29
}

function isPersianLeap(year: number): boolean {
  return (year * 8 + 29) % 33 < 8
}

/** 1 Muharram 1 was 19 July 622 of the Gregorian calendar (16 July of the Julian). */
const hijriBase = -492_148

export function hijriDay(year: number, month: number, day: number): number {
  const months = 29 * (month - 1) + Math.floor(month / 2)
  return hijriBase + 354 * (year - 1) + Math.floor((11 * year + 3) / 30) + months + day - 1
}

export function hijriMonthLength(year: number, month: number): number {
  return month === 12 ? hijriDay(year + 1, 1, 1) - hijriDay(year, 12, 1) : 30 - ((month + 1) % 2)
}

/** Easter Sunday of the western churches. */
export function easterDay(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * (b % 4) + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return epochDay(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}
