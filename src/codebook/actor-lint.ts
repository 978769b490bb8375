/**
 * Looks for what is wrong or doubtful in the registry of actors, over all its files at once.
 *
 * Errors: mistakes in cells, dates the wrong way round, ids that no row has, circles
 * of belonging, one affiliation told twice for the same days, a name that two
 * bodies of one country share at one time. Warnings: what the registry can live
 * with, and decides less by.
 */
import {type ActorRow, type ActorRows, type AffiliationRow, readActorRows} from './actor-rows.ts'
import {cyclesIn} from './affiliation-cycles.ts'
import type {Codebook} from './codebook.ts'
import {DataFileError} from './data-file-error.ts'
import type {Knowledge} from './knowledge.ts'
import {firstDay, lastDay} from './partial-date.ts'

export interface Finding {
  readonly severity: 'error' | 'warning'
  readonly path: string
  readonly line: number
  readonly message: string
}

export function findingInWords({severity, path, line, message}: Finding): string {
  return `${path}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${message}`
}

/** What is wrong first, by file and line. */
export function lintActors({codebook, models}: Pick<Knowledge, 'codebook' | 'models'>): Finding[] {
  const rows = readable(codebook)
  if (!('actors' in rows)) return [rows]
  const {numbers, cases} = models.groups
  /** Often written small inside sentences. */
  const isOrdinary = (word: string) => [1, 2].includes(cases[numbers.get(word.toLowerCase()) ?? 0]!)
  // What the rows say together is asked when each can be read.
  if (rows.problems.length) return rows.problems.map(ofMistake)
  const findings = [
    ...unknownIds(rows),
    ...cyclesIn(rows.affiliations).map(({row, circle}) =>
      error(row, `a circle: ${circle.join(' -> ')}; take out or date the row that is wrong`)
    ),
    ...toldTwice(rows.affiliations),
    ...outsideLives(rows),
    ...sharedNames(rows.actors),
    ...ordinaryNames(rows.actors, isOrdinary),
    ...undated(rows.affiliations)
  ]
  const weight = ({severity}: Finding) => (severity === 'error' ? 0 : 1)
  return findings.sort(
    (a, b) => weight(a) - weight(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line)
  )
}

function readable(codebook: Codebook): ActorRows | Finding {
  try {
    return readActorRows(codebook)
  } catch (cause) {
    if (!(cause instanceof DataFileError)) throw cause
    return ofMistake(cause)
  }
}

function ofMistake({path, line, message}: DataFileError): Finding {
  return error({path, line}, message.slice(`${path}:${line}: `.length))
}

type At = Pick<Finding, 'path' | 'line'>
const error = ({path, line}: At, message: string): Finding => ({severity: 'error', path, line, message})
const warning = ({path, line}: At, message: string): Finding => ({severity: 'warning', path, line, message})

/** An id stands in a row, or is a body that every state has: "army-iq" by the row of "army-{xx}". */
function idTest(actors: readonly ActorRow[]): (id: string) => boolean {
  const ids = new Set(actors.map(({id}) => id))
  return id => ids.has(id) || (/-[a-z]{2}$/.test(id) && ids.has(`${id.slice(0, -2)}{xx}`))
}

function unknownIds({actors, affiliations}: ActorRows): Finding[] {
  const isKnown = idTest(actors)
  return affiliations.flatMap(row =>
    [row.actor, row.to]
      .filter(id => !isKnown(id))
      .map(id =>
        error(row, `no actor has the id "${id}"${nearest(id, actors)}; add it to actors/ or mend the id`)
      )
  )
}

function nearest(id: string, actors: readonly ActorRow[]): string {
  const start = id.slice(0, 5)
  const like = actors
    .map(({id: other}) => other)
    .filter(other => other.startsWith(start) || other.includes(id))
  return like.length ? `; there is ${like.slice(0, 3).join(', ')}` : ''
}

/** Days of a row, empty ends open. */
function days(from: string, until: string): readonly [string, string] {
  return [from ? firstDay(from) : '0000-00-00', until ? lastDay(until) : '9999-99-99']
}

function meet(a: readonly [string, string], b: readonly [string, string]): boolean {
  return a[0] <= b[1] && b[0] <= a[1]
}

function toldTwice(affiliations: readonly AffiliationRow[]): Finding[] {
  const ties = Map.groupBy(affiliations, ({actor, relation, to}) => [actor, relation, to].join(' '))
  return [...ties.values()].flatMap(rows =>
    rows.flatMap((row, i) => {
      const own = days(row.from, row.until)
      const earlier = rows.slice(0, i).find(({from, until}) => meet(days(from, until), own))
      return earlier
        ? [
            error(
              row,
              `its days overlap those of ${earlier.path}:${earlier.line}, which tells the same; join them`
            )
          ]
        : []
    })
  )
}

function outsideLives({actors, affiliations}: ActorRows): Finding[] {
  const byId = new Map(actors.map(actor => [actor.id, actor]))
  return affiliations.flatMap(row =>
    [row.actor, row.to].flatMap(id => {
      const actor = byId.get(id)
      if (!actor) return []
      const {founded, dissolved} = actor
      if (dissolved && !row.until && !(row.from && firstDay(row.from) > lastDay(dissolved)))
        return [
          warning(row, `"until" is empty, and "${id}" was dissolved in ${dissolved}; write the last day`)
        ]
      if (!meet(days(founded, dissolved), days(row.from, row.until)))
        return [
          warning(
            row,
            `its days lie outside the life of "${id}" (${founded} to ${dissolved}); mend one of them`
          )
        ]
      if (founded && row.from && lastDay(row.from) < firstDay(founded))
        return [warning(row, `it begins before "${id}" was founded (${founded}); mend one of them`)]
      return []
    })
  )
}

/** Names that two bodies of one country, or of none, share while both exist. */
function sharedNames(actors: readonly ActorRow[]): Finding[] {
  const own = actors.filter(({id}) => !id.includes('{xx}'))
  const named = own.flatMap(actor =>
    [...new Set([actor.name, ...actor.aliases].map(keyOf))].map(name => ({name, actor}))
  )
  return [...Map.groupBy(named, ({name, actor}) => `${actor.country}|${name}`).values()].flatMap(group =>
    group.flatMap(({actor, name}, i) => {
      const rival = group
        .slice(0, i)
        .find(other =>
          meet(days(other.actor.founded, other.actor.dissolved), days(actor.founded, actor.dissolved))
        )
      return rival
        ? [
            error(
              actor,
              `"${name}" is also a name of "${rival.actor.id}" (${rival.actor.path}:${rival.actor.line}); no report can tell them apart: take it from one, or date their lives`
            )
          ]
        : []
    })
  )
}

/** Acronyms are told from words by their capitals. */
function keyOf(name: string): string {
  return /^[\p{Lu}\p{N}.&-]+$/u.test(name) ? name : name.toLowerCase().replaceAll(/[’‘]/g, "'")
}

function ordinaryNames(actors: readonly ActorRow[], isOrdinary: (word: string) => boolean): Finding[] {
  return actors
    .filter(({id}) => !id.includes('{xx}'))
    .flatMap(actor =>
      [actor.name, ...actor.aliases]
        .filter(name => /^\p{L}+$/u.test(name) && name !== name.toUpperCase() && isOrdinary(name))
        .map(name =>
          warning(
            actor,
            `"${name}" is an ordinary word: it counts with a capital inside a sentence only; prefer a longer name`
          )
        )
    )
}

/** One warning a file: how many ties decide nothing for want of a first day. */
function undated(affiliations: readonly AffiliationRow[]): Finding[] {
  const open = affiliations.filter(({actor, from}) => !from && !actor.includes('{xx}'))
  return [...Map.groupBy(open, ({path}) => path).values()].map(rows =>
    warning(
      rows[0]!,
      `${rows.length} ${rows.length === 1 ? 'affiliation has' : 'affiliations have'} no first day, the first here: they decide no interest until "from" is known`
    )
  )
}
