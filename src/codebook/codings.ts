/** Reads the tables of `codebook/codings/`: from native types and marks of an incident to other codebooks. */
import {actorKinds} from './actor-kinds.ts'
import type {Codebook} from './codebook.ts'
import {listed} from './csv.ts'
import type {EventType} from './event-types.ts'

/** What marks an incident: `state`, `armed`, `crowd`, `civilians`, `riotous`, `forced`, `lethal`, `suicide`. */
export type Marks = ReadonlySet<string>

interface Condition {
  readonly type: string
  readonly has: string
  readonly lacks: string
}

/** The first row whose type is the incident's (or `*`), with all marks it wants and none that it forbids; else the first of its broader type. */
export function firstFitting<R extends Condition>(
  rows: readonly R[],
  {id, broader}: Pick<EventType, 'id' | 'broader'>,
  marks: Marks
): R | null {
  const fits = (row: R, type: string | undefined) =>
    (row.type === type || row.type === '*') &&
    listed(row.has).every(mark => marks.has(mark)) &&
    !listed(row.lacks).some(mark => marks.has(mark))
  return rows.find(row => fits(row, id)) ?? rows.find(row => fits(row, broader)) ?? null
}

export function codingTables(codebook: Codebook) {
  const condition = ['id', 'type', 'has', 'lacks'] as const
  return {
    acled: codebook.table('codings/acled.csv', [
      ...condition,
      'event_type',
      'sub_event_type',
      'disorder_type'
    ]),
    acledActors: codebook.table('codings/acled-actors.csv', ['code', 'name', 'instead-of', 'when']),
    kinds: actorKinds(codebook),
    plover: codebook.table('codings/plover.csv', [...condition, 'event_type', 'mode', 'cameo']),
    muc4: codebook.table('codings/muc4.csv', [...condition, 'incident_type'])
  }
}

export type CodingTables = ReturnType<typeof codingTables>
