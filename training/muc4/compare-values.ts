/** How a value of ours stands to one of the key, by the kind of slot, in half points. */
import {compareStrings} from './compare.ts'
import type {SlotName} from './slots.ts'

type Kind = 'text' | 'day' | 'place' | 'number' | 'set'

const kinds: Partial<Record<SlotName, Kind>> = {
  incident_date: 'day',
  incident_location: 'place',
  incident_instrument_id: 'text',
  perp_individual_id: 'text',
  perp_organization_id: 'text',
  phys_tgt_id: 'text',
  hum_tgt_name: 'text',
  hum_tgt_description: 'text',
  phys_tgt_number: 'number',
  phys_tgt_total_number: 'number',
  hum_tgt_number: 'number',
  hum_tgt_total_number: 'number'
}

export const isText = (slot: SlotName) => kinds[slot] === 'text'

/** `broader`: value -> the broader one. */
export function compareValues(
  slot: SlotName,
  ours: string,
  key: string,
  broader: ReadonlyMap<string, string>
): number {
  switch (kinds[slot] ?? 'set') {
    case 'text':
      return compareStrings(ours, key)
    case 'day':
      return compareDays(ours, key)
    case 'place':
      return comparePlaces(ours, key)
    case 'number':
      return compareNumbers(ours, key)
    case 'set':
      return compareSets(ours.toUpperCase(), key.toUpperCase(), broader)
  }
}

function compareSets(ours: string, key: string, broader: ReadonlyMap<string, string>): number {
  if (ours === key) return 2
  for (let at = broader.get(key); at; at = broader.get(at)) if (at === ours) return 1
  return 0
}

function compareNumbers(ours: string, key: string): number {
  const [a, b] = [ours, key].map(value => value.replace(/\s/g, '').toUpperCase()) as [string, string]
  if (a === b) return 2
  const ends = b.split('-')
  return /^\d+$/.test(a) && (b === `~${a}` || (ends.length === 2 && ends.includes(a))) ? 1 : 0
}

function comparePlaces(ours: string, key: string): number {
  const parts = (value: string) =>
    value
      .toUpperCase()
      .split(/\s*:\s*/)
      .map(part => part.trim())
      .filter(Boolean)
  const [a, b] = [parts(ours), parts(key)]
  if (a.join(':') === b.join(':')) return 2
  if (a[0] === b[0]) return 1
  return a.length > 1 && a.slice(1).join(':') === b.slice(1).join(':') ? 1 : 0
}

interface Days {
  readonly from: number | null
  readonly to: number | null
  /** "- D": on that day or before. */
  readonly isDefault: boolean
  readonly isRange: boolean
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

function dayNumber(value: string): number | null {
  const match = value.match(/^(\d{1,2}) ([A-Z]{3})[A-Z]* (?:19)?(\d{2})$/)
  return match
    ? Date.UTC(1900 + Number(match[3]), months.indexOf(match[2]!), Number(match[1])) / 86_400_000
    : null
}

function daysOf(value: string): Days {
  const text = value.trim().toUpperCase()
  const open = text.match(/^-\s*(.+)$/)
  if (open) return {from: null, to: dayNumber(open[1]!), isDefault: true, isRange: false}
  const ends = text.split(/\s+-\s+/)
  if (ends.length === 2)
    return {from: dayNumber(ends[0]!), to: dayNumber(ends[1]!), isDefault: false, isRange: true}
  const day = dayNumber(text)
  return {from: day, to: day, isDefault: false, isRange: false}
}

function compareDays(ours: string, key: string): number {
  const [a, b] = [daysOf(ours), daysOf(key)]
  if (a.to === null || b.to === null) return ours.trim() === key.trim() ? 2 : 0
  if (a.isDefault === b.isDefault && a.to === b.to && a.from === b.from) return 2
  if (a.isDefault) return a.to === b.to ? 1 : 0
  if (b.isDefault) return a.to === b.to || (!a.isRange && b.to - a.to <= 1 && a.to <= b.to) ? 1 : 0
  if (b.isRange && !a.isRange) return a.to >= b.from! && a.to <= b.to ? 1 : 0
  return a.isRange && b.isRange && (a.to === b.to || a.from === b.from) ? 1 : 0
}
