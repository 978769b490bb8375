/**
 * Why the values of an incident are what they are: for `--explain`.
 *
 *     type: rank 8 on "shelled"                      the weightiest event that is told
 *     sides.a: acts in shelling on "the army"        who does it to whom
 *     codings.acled: acled.csv/battle for armed      the row of the table, and the marks it asked for
 */
import type {Codable, CodingTables} from '../codebook/codings.ts'
import {listed} from '../codebook/csv.ts'
import type {EventType} from '../codebook/event-types.ts'
import type {Claim, Incident} from '../model/contract.ts'
import type {Annotated, Reason} from '../model/layers.ts'
import {quote} from '../model/span.ts'

type Read = Annotated<'actors' | 'events'>

export function reasonsOfType(claims: readonly Claim[], {id, rank}: EventType): Reason {
  const triggers = claims.flatMap(({event}) => (event?.type === id ? [event.trigger] : []))
  return {value: 'type', rule: `the weightiest told, rank ${rank}`, words: triggers.slice(0, 1)}
}

/** For each actor of a side the first words of a claim that say what they did or suffered. */
export function reasonsOfSides(
  {text, events}: Read,
  claims: readonly Claim[],
  {sides}: Pick<Incident, 'sides'>
): Reason[] {
  const starts = new Set(claims.flatMap(({event}) => (event ? [event.trigger.from] : [])))
  const mentions = events.filter(({trigger}) => starts.has(trigger.from))
  const reason = (side: string, id: string): Reason[] => {
    for (const {type, agents, patients} of mentions) {
      const acts = agents.find(other => other.id === id)
      const filler = acts ?? patients.find(other => other.id === id)
      if (!filler) continue
      const rule = `${acts ? 'acts in' : 'is hit in'} ${type}`
      return [{value: `sides.${side} ${id}`, rule, words: [quote(text, filler)]}]
    }
    return []
  }
  return [...sides.a.flatMap(id => reason('a', id)), ...sides.b.flatMap(id => reason('b', id))]
}

/** The figures of the killed that the codings of deaths are made of. */
export function reasonsOfDeaths(claims: readonly Claim[]): Reason[] {
  const told = claims.filter(({casualties}) => casualties?.outcome === 'killed' && casualties.count)
  if (told.length === 0) return []
  return [
    {value: 'codings deaths', rule: 'figures of the killed', words: told.map(({quote: words}) => words)}
  ]
}

/** The row of each table that decided, with the marks that it asks for and that the incident has. */
export function reasonsOfCodings(coded: Codable, tables: CodingTables): Reason[] {
  const names = ['acled', 'ucdp', 'plover', 'muc4'] as const
  return names.map(name => {
    const row = tables[name].codingOf(coded)
    if (!row) return {value: `codings.${name}`, rule: `${name}.csv: not recorded`, words: []}
    const has = listed(row.has)
    const marks = has.length ? `, for ${has.join(', ')}` : ''
    return {value: `codings.${name}`, rule: `${name}.csv/${row.id}${marks}`, words: []}
  })
}
