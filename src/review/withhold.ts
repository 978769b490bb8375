/**
 * An answer without what is restricted (SAFETY A5): names, contacts, exact coordinates, who posted.
 *
 * Pure, and over any shape of the contract: reports, incidents, rulings, the audit, exports. What is withheld is
 * absent; offsets are those of the text as it is shown, so that every quote still stands at its place.
 */
import {coarseDegrees} from './coarse-place.ts'
import {movedOffset, type WithheldSpan, without, wordsWithheld} from './restricted-words.ts'

export interface Restricted {
  readonly names: readonly string[]
  /** Of the reports that `reportsQuoted` gives. */
  readonly texts: ReadonlyMap<string, string>
}

type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json}
type Fields = {readonly [key: string]: Json}

/** Where a walk stands: in which report, and how exactly the place is known. */
interface Within {
  readonly text: string | null
  readonly precision: string | null
  readonly places: ReadonlyMap<string, string>
}

/** What names things by itself and holds no words of reports. */
const identifiers = new Set([
  ...['id', 'sha256', 'report', 'key', 'next', 'digest'],
  // Words of ACLED's own: "State forces" names nobody, whoever is called State.
  ...[
    'event_type',
    'sub_event_type',
    'disorder_type',
    'civilian_targeting',
    'inter1',
    'inter2',
    'interaction'
  ]
])

/** Ids of the reports whose offsets an answer holds without the text itself. */
export function reportsQuoted(value: unknown): string[] {
  const found = new Set<string>()
  const walk = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return
    const {report} = inner as {report?: unknown}
    if (typeof report === 'string') found.add(report)
    for (const part of Object.values(inner)) walk(part)
  }
  walk(value)
  return [...found]
}

export function withhold<Value>(value: Value, {names, texts}: Restricted): Value {
  return withholdSpans(value, wordsWithheld(names, [...texts.values(), ...stringsIn(value)]), texts)
}

/** `spansOf`: what is withheld of any text or string, in order, none over another. `texts`: as for `withhold`. */
export function withholdSpans<Value>(
  value: Value,
  spansOf: (text: string) => readonly WithheldSpan[],
  texts: ReadonlyMap<string, string>
): Value {
  const known = new Map<string, readonly WithheldSpan[]>()
  const spansIn = (text: string) => {
    const found = known.get(text) ?? spansOf(text)
    known.set(text, found)
    return found
  }

  function walk(inner: Json, within: Within, key: string): Json {
    if (typeof inner === 'string') return identifiers.has(key) ? inner : shown(inner)
    if (typeof inner !== 'object' || inner === null) return inner
    if (Array.isArray(inner)) return inner.map(part => walk(part, within, key))
    const fields = inner as Fields
    const here = insideOf(fields, within, texts)
    const spans = here.text === null ? [] : spansIn(here.text)
    const isSpan = typeof fields.from === 'number' && typeof fields.to === 'number'
    const [from, to] = isSpan
      ? [movedOffset(fields.from as number, spans, 'from'), movedOffset(fields.to as number, spans, 'to')]
      : [0, 0]
    const result: Record<string, Json> = {}
    for (const [name, part] of Object.entries(fields)) {
      // Who posted, and where, leads to a person.
      if (isSpan && (name === 'author' || name === 'links')) continue
      if (isSpan && name === 'from') result.from = from
      else if (isSpan && name === 'to') result.to = to
      else if (isSpan && name === 'text' && here.text !== null)
        result.text = without(here.text, spans).slice(from, to)
      else if (typeof part === 'number' && isDegrees(name)) result[name] = coarseDegrees(part, here.precision)
      // Figures by group stand under words of the report.
      else result[shown(name)] = walk(part, here, name)
    }
    return result
  }

  function shown(text: string): string {
    const spans = spansIn(text)
    if (spans.length) return without(text, spans)
    // An address may write a name in its own way: "/%D9%83%D8%B1%D9%8A%D9%85".
    const plain = /^https?:.*%[0-9a-f]{2}/i.test(text) ? decoded(text) : text
    return plain !== text && spansIn(plain).length ? without(plain, spansIn(plain)) : text
  }

  return walk(value as Json, {text: null, precision: null, places: new Map()}, '') as Value
}

const isDegrees = (name: string) => /^(?:lat|lon|latitude|longitude)$/.test(name)

function insideOf(fields: Fields, within: Within, texts: ReadonlyMap<string, string>): Within {
  const {report, place, places, precision} = fields
  const text =
    typeof report === 'string'
      ? (texts.get(report) ?? null)
      : isFields(report) && typeof report.text === 'string'
        ? report.text
        : within.text
  const known = Array.isArray(places)
    ? new Map(places.filter(isFields).map(({id, precision: exact}) => [String(id), String(exact)] as const))
    : within.places
  const own =
    typeof precision === 'string'
      ? precision
      : isFields(place) && typeof place.precision === 'string'
        ? place.precision
        : typeof place === 'string'
          ? (known.get(place) ?? within.precision)
          : within.precision
  return {text, precision: own, places: known}
}

function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
