/** Reads a report as one line of JSON Lines or one object: {"url", "outlet", "publishedOn", "title", "regions", "text"}; only the text is needed. */
import {type IsoDate, isIsoDate} from '../model/date.ts'
import type {ReportRecord} from '../model/report.ts'

type Reading = ReportRecord | {readonly reason: string}

export function readRecord(line: string): Reading {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return {reason: `is not JSON (${(error as Error).message}); write one object a line`}
  }
  return recordIn(value)
}

/** `value`: of any kind; what it holds besides is left aside. */
export function recordIn(value: unknown): Reading {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {reason: 'is not an object; write {"text": "..."}'}
  const record = value as Record<string, unknown>
  if (typeof record.text !== 'string') return {reason: 'has no "text"; give the report as a string'}
  if (record.text.trim() === '') return {reason: 'has an empty "text"'}
  const text = (key: string) =>
    typeof record[key] === 'string' && record[key].trim() !== '' ? record[key] : null
  const published = text('publishedOn')
  // An instant is cut to its day.
  const day = published?.slice(0, 10) ?? null
  if (day !== null && !isIsoDate(day))
    return {reason: `has publishedOn ${shown(published)}, which is no day; write it as 2024-03-05`}
  const {regions} = record
  if (regions !== undefined && !(Array.isArray(regions) && regions.every(isCountryCode)))
    return {reason: `has regions ${shown(regions)}; write country codes, as ["IQ", "SY"]`}
  return {
    ...(regions && {regions}),
    url: text('url'),
    outlet: text('outlet'),
    publishedOn: day as IsoDate | null,
    title: text('title'),
    text: record.text
  }
}

/** The beginning of a value, for a message: it may be long, and nest deeper than it can be written. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
  if (!Array.isArray(value)) return typeof value
  return `[${value
    .slice(0, 5)
    .map(each => (Array.isArray(each) ? 'list' : shown(each)))
    .join(', ')}]`
}

/** Two capitals: ISO 3166-1 alpha-2. */
export function isCountryCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value)
}
