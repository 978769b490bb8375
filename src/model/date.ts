/**
 * Days and stretches of time.
 *
 * All arithmetic is on the proleptic Gregorian calendar in UTC; no clock is read.
 */
export type IsoDate = string & {readonly isoDate: unique symbol}

/** When something was, both ends included. `from` and `to` are ISO days, or instants where `precision` is `instant`. */
export interface When {
  readonly from: string
  readonly to: string
  readonly precision: 'instant' | 'day' | 'week' | 'month' | 'year'
  /** Whether the text states it or we infer it (from the day of publication, say). */
  readonly known: 'stated' | 'inferred'
}

/** Reads a day; throws for anything that is not one, with the form to write instead. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new Error(`"${text}" is not a date; write it as 2024-03-05`)
  return text
}

export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

export function addDays(day: IsoDate, days: number): IsoDate {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10) as IsoDate
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000)
}

/** 0 is Sunday. */
export function weekday(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
