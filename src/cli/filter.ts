/** Flags that say which incidents are meant, shared by the commands that list and export. */
import type {IncidentFilter} from '../workflows/open-store.ts'

const optional = (brief: string) => ({kind: 'parsed', parse: String, optional: true, brief}) as const

export type FilterFlags = Omit<IncidentFilter, 'ids' | 'limit' | 'offset'>

export const filterFlags = {
  since: {kind: 'parsed', parse: dayOf, optional: true, brief: 'Not before this day, as 2024-03-05'},
  until: {kind: 'parsed', parse: dayOf, optional: true, brief: 'Not after this day'},
  place: optional('Part of the name of the place, or a country code'),
  type: optional('Type of the codebook, for instance clash'),
  actor: optional('Part of the name of a side'),
  text: optional('Words of headline, place, sides, titles or outlets'),
  contested: {kind: 'boolean', optional: true, brief: 'Whether some fact or figure is contested'},
  precision: optional('Of the place: site, town, area, admin1, country; none where it is not known'),
  located: {kind: 'boolean', optional: true, brief: 'Whether it has a point on the map'},
  bbox: {kind: 'parsed', parse: boxOf, optional: true, brief: 'West,south,east,north in degrees'}
} as const

function dayOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error(`"${text}" is not a day; write it as 2024-03-05`)
  return text
}

function boxOf(text: string): readonly [number, number, number, number] {
  const numbers = text.split(',').map(Number)
  if (numbers.length !== 4 || numbers.some(Number.isNaN))
    throw new Error(`"${text}" is no box; write west,south,east,north, for instance -68,-19,-66,-17`)
  return numbers as unknown as readonly [number, number, number, number]
}
