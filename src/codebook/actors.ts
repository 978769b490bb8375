/**
 * The registry of actors: groups and bodies with names, kinds and dated affiliations, and those that every state has.
 *
 * `actors/*.csv` and `affiliations/*.csv` of the codebook and of the user's own
 * folder, and the news agencies. "army-iq" is made from the row of "army-{xx}"
 * when it is asked for, so that two hundred countries cost nothing.
 */
import {type ActorRow, type AffiliationRow, readActorRows} from './actor-rows.ts'
import type {Codebook} from './codebook.ts'
import {type Countries, countries} from './countries.ts'
import {listed} from './csv.ts'

export interface KnownActor {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly names: readonly string[]
  /** Partial dates; empty where unknown. */
  readonly founded: string
  readonly dissolved: string
  /** A page that was read; empty: nobody checked the entry, and its affiliations prove nothing. */
  readonly checked: string
  /** Whether every state has such a body: then the words that name it say whose it is. */
  readonly isStateBody: boolean
}

/** A body that every state has, before its country is known. */
export interface StateBody {
  /** "army" of "army-{xx}". */
  readonly base: string
  readonly row: ActorRow
}

export interface ActorRegistry {
  /** Entries of their own, without the bodies that every state has. */
  readonly actors: readonly KnownActor[]
  readonly stateBodies: readonly StateBody[]
  /** An entry by id, "army-iq" too. */
  get(id: string): KnownActor | null
  /** The body of one country: "army", "IQ"; null where that country has none. */
  stateBody(base: string, country: string): KnownActor | null
  /** Affiliations that name an actor on either side. */
  affiliationsOf(id: string): readonly AffiliationRow[]
}

const made = new WeakMap<Codebook, ActorRegistry>()

/** Throws a DataFileError for the first mistake in the files. */
export function actorRegistry(codebook: Codebook): ActorRegistry {
  const known = made.get(codebook) ?? makeRegistry(codebook)
  made.set(codebook, known)
  return known
}

function makeRegistry(codebook: Codebook): ActorRegistry {
  const {actors: rows, affiliations, problems} = readActorRows(codebook)
  if (problems[0]) throw problems[0]
  const [patterns, own] = partition(rows, ({id}) => id.includes('{xx}'))
  const stateBodies = patterns.map(row => ({base: row.id.replace('-{xx}', ''), row}))
  const byBase = new Map(stateBodies.map(body => [body.base, body]))
  const known = countries(codebook)
  const isStateBody = (id: string) => byBase.has(id.slice(0, -3)) && known.isCode(id.slice(-2).toUpperCase())
  const entries = own.map(
    ({id, name, kind, country, aliases, founded, dissolved, checked}): KnownActor => ({
      id,
      name,
      kind,
      country: country || null,
      names: [...new Set([name, ...aliases])],
      founded,
      dissolved,
      checked,
      isStateBody: isStateBody(id)
    })
  )
  const actors = [...entries, ...agencies(codebook, entries)]
  /** Those that are none are kept too: affiliations ask for them again and again. */
  const byId = new Map<string, KnownActor | null>(actors.map(actor => [actor.id, actor]))
  const ties = Map.groupBy(
    affiliations.flatMap(row => [row.actor, row.to].map(end => ({end, row}))),
    ({end}) => end
  )

  const affiliated = new Map<string, readonly AffiliationRow[]>()

  return {
    actors,
    stateBodies,
    get(id) {
      const kept = byId.get(id)
      if (kept !== undefined) return kept
      const made = isStateBody(id) ? stateBody(id.slice(0, -3), id.slice(-2).toUpperCase()) : null
      byId.set(id, made)
      return made
    },
    stateBody,
    affiliationsOf(id) {
      const kept = affiliated.get(id) ?? affiliationsOf(id)
      affiliated.set(id, kept)
      return kept
    }
  }

  function affiliationsOf(id: string): readonly AffiliationRow[] {
    const explicit = (ties.get(id) ?? []).map(({row}) => row)
    if (!isStateBody(id)) return explicit
    const xx = id.slice(-2)
    const filled = (ties.get(`${id.slice(0, -3)}-{xx}`) ?? []).map(({row}) => ({
      ...row,
      actor: row.actor.replace('{xx}', xx),
      to: row.to.replace('{xx}', xx)
    }))
    return [...explicit, ...filled]
  }

  function stateBody(base: string, country: string): KnownActor | null {
    const id = `${base}-${country.toLowerCase()}`
    const row = byBase.get(base)?.row
    if (!row || !known.isCode(country) || !(row.country === '*' || listed(row.country).includes(country)))
      return byId.get(id) ?? null
    const made = byId.get(id) ?? filled(row, id, country, known)
    byId.set(id, made)
    return made
  }
}

function filled(row: ActorRow, id: string, country: string, known: Countries): KnownActor {
  const name = row.name
    .replaceAll('{demonym}', known.demonymOf(country))
    .replaceAll('{country}', known.nameOf(country))
  const {kind, founded, dissolved, checked} = row
  return {id, name, kind, country, names: [name], founded, dissolved, checked, isStateBody: true}
}

/** News agencies that have no entry of their own. */
function agencies(codebook: Codebook, entries: readonly KnownActor[]): KnownActor[] {
  const media = entries.filter(({kind}) => kind === 'agency' || kind === 'medium')
  const taken = new Set(media.flatMap(({names}) => names.map(name => name.toLowerCase())))
  return codebook
    .table('lexicons/en/agencies.csv', ['id', 'name', 'forms'])
    .filter(({name, forms}) => ![name, ...listed(forms)].some(form => taken.has(form.toLowerCase())))
    .map(({id, name, forms}) => ({
      id: `agency-${id}`,
      name,
      kind: 'agency',
      country: null,
      names: [...new Set([name, ...listed(forms)])],
      founded: '',
      dissolved: '',
      checked: '',
      isStateBody: false
    }))
}

function partition<T>(all: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter(item => !test(item))]
}
