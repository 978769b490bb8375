/**
 * Turns lists of actors that others made into rows of our registry.
 *
 *     id,name,kind,...                          our own form
 *     actor,relation,to,...                     our own affiliations
 *     item,itemLabel,countryLabel,ownerLabel    the answer of a query to Wikidata
 *     ActorId,NameData,Org,Location             the actor list of UCDP
 *
 * A row that cannot be taken is refused with its line and the reason; one whose id
 * is known is left alone. Rows are unverified unless their own "checked" says what was read.
 */
import type {
  Candidate,
  Converted,
  ImportedActor,
  ImportedAffiliation,
  ImportSettings,
  Refusal
} from './actor-candidates.ts'
import {actorKinds} from './actor-kinds.ts'
import {actorColumns, affiliationColumns, wrongInActor, wrongInAffiliation} from './actor-rows.ts'
import {actorRegistry} from './actors.ts'
import type {Codebook} from './codebook.ts'
import {countries} from './countries.ts'
import {listed} from './csv.ts'
import type {ForeignTable} from './foreign-csv.ts'
import {ucdpActors} from './ucdp-actors.ts'
import {wikidataActors} from './wikidata-actors.ts'

export interface Import {
  readonly form: 'dateline' | 'dateline affiliations' | 'Wikidata' | 'UCDP'
  readonly rows: number
  readonly actors: readonly ImportedActor[]
  readonly affiliations: readonly ImportedAffiliation[]
  /** Ids that the registry has; nothing of them is changed. */
  readonly existing: readonly string[]
  readonly refused: readonly Refusal[]
}

/** `table`: as read by `readForeignTable`; throws where the header is of no known form. */
export function importActors(codebook: Codebook, table: ForeignTable, fallbackKind: string | null): Import {
  const {header} = table
  const has = (...names: string[]) => names.every(name => header.includes(name))
  const settings = settingsOf(codebook, fallbackKind)
  if (has('actor', 'relation', 'to')) return ownAffiliations(codebook, table)
  const form = has('id', 'name', 'kind')
    ? 'dateline'
    : has('itemlabel')
      ? 'Wikidata'
      : has('actorid')
        ? 'UCDP'
        : null
  if (!form)
    throw new Error(
      `The header is "${header.join(',')}"; write ${actorColumns.join(',')}, or give a Wikidata answer with itemLabel, or UCDP's list with ActorId`
    )
  const convert = {dateline: ownActors, Wikidata: wikidataActors, UCDP: ucdpActors}[form]
  return {form, rows: table.rows.length, ...taken(codebook, settings, convert(table, settings))}
}

function settingsOf(codebook: Codebook, fallbackKind: string | null): ImportSettings {
  const words = codebook.table('imported-kinds.csv', ['form', 'kind'])
  const kinds = actorKinds(codebook)
  if (fallbackKind && !kinds.all.includes(fallbackKind))
    throw new Error(`No kind "${fallbackKind}"; write one of ${kinds.all.join(', ')}`)
  return {
    kinds,
    countries: countries(codebook),
    fallbackKind,
    kindOf: text => {
      const lower = text.toLowerCase()
      if (kinds.all.includes(lower)) return lower
      return words.find(({form}) => form.split(' ').every(word => lower.includes(word)))?.kind ?? null
    }
  }
}

/** Our own form; columns may stand in any order and those from "aliases" on may be missing. */
function ownActors({rows}: ForeignTable): Converted {
  const candidates = rows.map(({line, cells}) => {
    const cell = (name: string) => cells.get(name) ?? ''
    const [id, name, kind, country] = ['id', 'name', 'kind', 'country'].map(cell) as [
      string,
      string,
      string,
      string
    ]
    const [founded, dissolved, checked] = ['founded', 'dissolved', 'checked'].map(cell) as [
      string,
      string,
      string
    ]
    const actor = {id, name, kind, country, aliases: listed(cell('aliases')), founded, dissolved, checked}
    return {line, actor, ties: []}
  })
  return {candidates, refused: []}
}

function ownAffiliations(codebook: Codebook, {rows}: ForeignTable): Import {
  const registry = actorRegistry(codebook)
  const refused: Refusal[] = []
  const affiliations: ImportedAffiliation[] = []
  const existing: string[] = []
  for (const {line, cells, isTooLong} of rows) {
    const row = Object.fromEntries(affiliationColumns.map(name => [name, cells.get(name) ?? '']))
    const affiliation = row as unknown as ImportedAffiliation
    const {actor, to, relation} = affiliation
    const unknown = [actor, to].find(id => !registry.get(id))
    const reasons = [
      ...(isTooLong ? ['more cells than the header has; quote cells that hold a comma'] : []),
      ...wrongInAffiliation(affiliation),
      ...(unknown === undefined ? [] : [`no actor has the id "${unknown}"; import the actors first`])
    ]
    const known = registry
      .affiliationsOf(actor)
      .some(other => other.actor === actor && other.to === to && other.relation === relation)
    if (reasons[0]) refused.push({line, reason: reasons[0]})
    else if (known) existing.push(`${actor} ${relation} ${to}`)
    else affiliations.push(affiliation)
  }
  return {form: 'dateline affiliations', rows: rows.length, actors: [], affiliations, existing, refused}
}

/** What of the candidates the registry takes: ids new, cells in order, names not another's in the same country. */
function taken(
  codebook: Codebook,
  {kinds, countries: known}: ImportSettings,
  {candidates, refused}: Converted
): Omit<Import, 'form' | 'rows'> {
  const registry = actorRegistry(codebook)
  const refusals = [...refused]
  const existing: string[] = []
  const actors = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const {line, actor} = candidate
    const reason = wrongInActor(actor, kinds, known)[0]
    if (reason) refusals.push({line, reason})
    else if (registry.get(actor.id)) existing.push(actor.id)
    else if (actors.has(actor.id))
      refusals.push({line, reason: `"${actor.id}" stands in line ${actors.get(actor.id)!.line} too`})
    else actors.set(actor.id, candidate)
  }
  const named = idsByName([...registry.actors, ...[...actors.values()].map(({actor}) => actor)])
  const affiliations = [...actors.values()].flatMap(({actor, ties}) =>
    ties.flatMap(({relation, name}): ImportedAffiliation[] => {
      const other = named.get(name.toLowerCase())
      if (!other || other === actor.id) return []
      const ends = relation === 'owned-by' ? {actor: other, to: actor.id} : {actor: actor.id, to: other}
      return [
        {...ends, relation: relation === 'owned-by' ? 'owns' : relation, from: '', until: '', checked: ''}
      ]
    })
  )
  return {
    actors: [...actors.values()].map(({actor}) => actor),
    affiliations,
    existing,
    refused: refusals.sort((a, b) => a.line - b.line)
  }
}

/** Names that one actor alone bears. */
function idsByName(
  actors: readonly {readonly id: string; readonly name: string; readonly names?: readonly string[]}[]
): ReadonlyMap<string, string> {
  const all = Map.groupBy(
    actors.flatMap(({id, name, names}) => (names ?? [name]).map(form => ({form: form.toLowerCase(), id}))),
    ({form}) => form
  )
  return new Map([...all].flatMap(([form, own]) => (own.length === 1 ? [[form, own[0]!.id] as const] : [])))
}
