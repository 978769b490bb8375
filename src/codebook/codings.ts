/**
 * Reads the tables of `codebook/codings/`: from native types and marks of an incident to other codebooks.
 *
 * Each type has a row in every table, if only one that says `none`; a type without any takes the rows of its `broader` type.
 */
import {actorKinds} from './actor-kinds.ts'
import type {Codebook} from './codebook.ts'
import {listed, type Row} from './csv.ts'

/** What marks an incident, for the columns `has` and `lacks`. */
export const knownMarks = {
  state: 'forces of a state, or its government, take part',
  armed: 'an armed group takes part',
  crowd: 'a crowd takes part',
  civilians: 'people who do not fight take part',
  'state-acts': 'the state does the deed that names the incident',
  'armed-acts': 'an armed group does it',
  'crowd-acts': 'a crowd does it',
  opposed: 'organised arms stand on both sides, and not only others are hit',
  'civilians-hit': 'only people who do not fight are hit',
  'forces-hit': 'soldiers, police or fighters are hit',
  riotous: 'the crowd itself is violent',
  forced: 'force is used on the crowd',
  lethal: 'live fire, or somebody is killed',
  mass: 'twenty people or more are killed',
  fought: 'a fight of armed groups is told too',
  foiled: 'the deed was tried or prevented, and nothing else happened',
  threatened: 'the deed was threatened or planned, and nothing else happened',
  planned: 'the deed was planned, promised or ordered, and nothing else happened',
  denied: 'the deed is told only to be denied'
} as const

export type Mark = keyof typeof knownMarks
export type Marks = ReadonlySet<Mark>

/** An incident, or a single happening, as the tables ask for it. */
export interface Codable {
  /** Its type, then broader ones. */
  readonly types: readonly string[]
  readonly marks: Marks
  /** The sentences that tell it, as `plainWords` has them. */
  readonly words: string
}

const condition = ['id', 'type', 'words', 'has', 'lacks'] as const
type Condition = Row<(typeof condition)[number]>

/** What a table says of a type that its codebook would not record. */
export const notRecorded = 'none'

export interface CodingTable<R> {
  /** The first row that fits; null where the codebook would not record it. */
  codingOf(happening: Codable): R | null
  readonly rows: readonly R[]
}

interface Fit<R> {
  readonly row: R
  readonly isRecorded: boolean
  readonly words: readonly string[]
  readonly has: readonly Mark[]
  readonly lacks: readonly Mark[]
}

/** Words of sentences in small letters, one blank around each. */
export function plainWords(sentences: readonly string[]): string {
  return ` ${sentences
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `
}

/** How a word begins in words: "drone" is in "two drones", "car bomb" in "a car bombing"; `plainWords` includes it or not. */
const beginnings = (cell: string) => listed(cell).map(word => ` ${word}`)

function codingTable<R extends Condition>(
  rows: readonly R[],
  isRecorded: (row: R) => boolean
): CodingTable<R> {
  const fits = rows.map(
    (row): Fit<R> => ({
      row,
      isRecorded: isRecorded(row),
      words: beginnings(row.words),
      has: listed(row.has) as Mark[],
      lacks: listed(row.lacks) as Mark[]
    })
  )
  const named = new Set(rows.map(({type}) => type))
  const ofAny = fits.filter(({row}) => row.type === '*')
  const byType = new Map(
    [...named].map(type => [type, fits.filter(({row}) => row.type === type || row.type === '*')])
  )
  return {
    rows,
    codingOf({types, marks, words}) {
      const type = types.find(id => named.has(id))
      const found = (type === undefined ? ofAny : byType.get(type)!).find(
        fit =>
          fit.has.every(mark => marks.has(mark)) &&
          !fit.lacks.some(mark => marks.has(mark)) &&
          (fit.words.length === 0 || fit.words.some(beginning => words.includes(beginning)))
      )
      return found?.isRecorded ? found.row : null
    }
  }
}

/** Tables with a row a type: the columns behind the conditions. */
export const typeTables = {
  acled: ['event_type', 'sub_event_type', 'disorder_type'],
  ucdp: ['violence'],
  plover: ['event_type', 'mode', 'contexts', 'cameo'],
  muc4: ['incident_type']
} as const

export function codingTables(codebook: Codebook) {
  const rowsOf = <const Column extends string>(name: string, columns: readonly Column[]) =>
    codebook.table(`codings/${name}.csv`, [...condition, ...columns])
  return {
    acled: codingTable(rowsOf('acled', typeTables.acled), row => row.event_type !== notRecorded),
    acledActors: codebook.table('codings/acled-actors.csv', ['code', 'name', 'instead-of', 'when']),
    kinds: actorKinds(codebook),
    ucdp: codingTable(rowsOf('ucdp', typeTables.ucdp), row => row.violence !== notRecorded),
    ucdpAreas: codebook.table('codings/ucdp-areas.csv', ['id', 'form', 'where_prec']),
    // CAMEO records public statements, which PLOVER does not.
    plover: codingTable(rowsOf('plover', typeTables.plover), row => row.cameo !== ''),
    ploverContexts: codebook
      .table('codings/plover-contexts.csv', ['id', 'context', 'words'])
      .map(({context, words}) => ({context, words: beginnings(words)})),
    muc4: codingTable(rowsOf('muc4', typeTables.muc4), row => row.incident_type !== notRecorded)
  }
}

export type CodingTables = ReturnType<typeof codingTables>
