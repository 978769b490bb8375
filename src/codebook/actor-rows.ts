/**
 * Reads the rows of the registry of actors, `actors/*.csv` and `affiliations/*.csv`, and says what is wrong in each.
 *
 * A file that is no such table throws; a cell with a mistake is a problem of its
 * line, so that a check can name all of them at once.
 */
import {type ActorKinds, actorKinds} from './actor-kinds.ts'
import type {Codebook} from './codebook.ts'
import {type Countries, countries} from './countries.ts'
import {listed} from './csv.ts'
import {DataFileError} from './data-file-error.ts'
import {firstDay, isPartialDate, lastDay} from './partial-date.ts'

export const actorColumns = [
  'id',
  'name',
  'kind',
  'country',
  'aliases',
  'founded',
  'dissolved',
  'checked'
] as const
export const affiliationColumns = ['actor', 'relation', 'to', 'from', 'until', 'checked'] as const
export const relations = ['part-of', 'allied', 'owns', 'led-by', 'opposed'] as const
export type Relation = (typeof relations)[number]

interface Line {
  readonly path: string
  readonly line: number
}

export interface ActorRow extends Line {
  /** With "{xx}" for a body that every state has. */
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Code of ISO 3166-1; empty where there is none; of a pattern, "*" or a list of codes. */
  readonly country: string
  readonly aliases: readonly string[]
  /** Partial dates, or empty where unknown. */
  readonly founded: string
  readonly dissolved: string
  /** The page that was read; empty: unverified. */
  readonly checked: string
}

export interface AffiliationRow extends Line {
  readonly actor: string
  readonly relation: Relation
  readonly to: string
  /** Partial dates, both ends included; empty where unknown or not over. */
  readonly from: string
  readonly until: string
  readonly checked: string
}

export interface ActorRows {
  readonly actors: readonly ActorRow[]
  readonly affiliations: readonly AffiliationRow[]
  readonly problems: readonly DataFileError[]
}

export function readActorRows(codebook: Codebook): ActorRows {
  const problems: DataFileError[] = []
  const wrong = ({path, line}: Line, message: string) => problems.push(new DataFileError(path, line, message))
  const [kinds, known] = [actorKinds(codebook), countries(codebook)]
  const actors = codebook.paths('actors').flatMap(file =>
    codebook.table(file, actorColumns).map(({aliases, ...row}): ActorRow => {
      const actor = {...row, aliases: listed(aliases), path: codebook.shown(file)}
      for (const message of wrongInActor(actor, kinds, known)) wrong(actor, message)
      return actor
    })
  )
  const affiliations = codebook.paths('affiliations').flatMap(file =>
    codebook.table(file, affiliationColumns).map(row => {
      const affiliation = {...row, path: codebook.shown(file)}
      for (const message of wrongInAffiliation(affiliation)) wrong(affiliation, message)
      return affiliation as AffiliationRow
    })
  )
  const lines = new Map<string, Line>()
  for (const actor of actors) {
    const first = lines.get(actor.id)
    if (first) wrong(actor, `"${actor.id}" stands at ${first.path}:${first.line} too; join the rows`)
    else lines.set(actor.id, actor)
  }
  return {actors, affiliations, problems}
}

/** What is wrong in the cells of one entry. */
export function wrongInActor(
  row: Omit<ActorRow, 'path' | 'line'>,
  kinds: ActorKinds,
  known: Countries
): string[] {
  const {id, name, kind, country, founded, dissolved, checked} = row
  const isPattern = id.includes('{xx}')
  const codes = isPattern ? (country === '*' ? [] : listed(country)) : country ? [country] : []
  const unknown = codes.filter(code => !known.isCode(code))
  return [
    ...(/^[\p{Ll}\p{N}]+(?:-(?:[\p{Ll}\p{N}]+|\{xx\}))*$/u.test(id)
      ? []
      : [`id "${id}"; write small letters, digits and hyphens, as in "harbour-union"`]),
    ...(name ? [] : ['no name; write the one that reports use most']),
    ...(kinds.all.includes(kind) ? [] : [`kind "${kind}"; write one of ${kinds.all.join(', ')}`]),
    ...unknown.map(code => `country "${code}"; write a code of ISO 3166-1 such as IQ, or nothing`),
    ...(isPattern && !country ? ['no country; write * for every country, or codes listed with ";"'] : []),
    ...wrongDates({founded, dissolved}),
    ...wrongPage(checked)
  ]
}

export function wrongInAffiliation({
  relation,
  from,
  until,
  checked,
  actor,
  to
}: Omit<AffiliationRow, 'path' | 'line' | 'relation'> & {readonly relation: string}): string[] {
  return [
    ...(relations.includes(relation as Relation)
      ? []
      : [`relation "${relation}"; write one of ${relations.join(', ')}`]),
    ...(actor === to ? [`"${actor}" is tied to itself; name the other`] : []),
    ...wrongDates({from, until}),
    ...wrongPage(checked)
  ]
}

function wrongDates(dates: Readonly<Record<string, string>>): string[] {
  const unread = Object.entries(dates).filter(([, date]) => date && !isPartialDate(date))
  if (unread.length)
    return unread.map(
      ([column, date]) => `${column} "${date}"; write a year, month or day: 2014, 2014-06, 2014-06-10`
    )
  const [[first, start], [last, end]] = Object.entries(dates) as [[string, string], [string, string]]
  return start && end && firstDay(start) > lastDay(end)
    ? [`${first} ${start} is after ${last} ${end}; exchange or mend them`]
    : []
}

function wrongPage(checked: string): string[] {
  return !checked || /^https?:\/\/\S+\.\S+$/.test(checked)
    ? []
    : [`checked "${checked}"; write the address of the page that was read, or nothing`]
}
