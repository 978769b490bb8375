/** Reads the registry of actors, `codebook/actors/*.csv` and the news agencies: groups and bodies with names, aliases and affiliations. */
import type {Codebook} from './codebook.ts'
import {listed} from './csv.ts'

export interface KnownActor {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly names: readonly string[]
  /** A page that was read; empty: nobody checked the entry, and its affiliations prove nothing. */
  readonly checked: string
}

export function knownActors(codebook: Codebook): KnownActor[] {
  const agencies = codebook
    .table('lexicons/en/agencies.csv', ['id', 'name', 'forms'])
    .map(({id, name, forms}) => ({
      id: `agency-${id}`,
      name,
      kind: 'agency',
      country: null,
      names: [name, ...listed(forms)],
      checked: ''
    }))
  const groups = codebook.paths('actors').flatMap(path =>
    codebook
      .table(path, ['id', 'name', 'kind', 'country', 'aliases', 'affiliations', 'checked'])
      .map(({id, name, kind, country, aliases, checked}) => ({
        id,
        name,
        kind,
        country: country || null,
        names: [name, ...listed(aliases)],
        checked
      }))
  )
  return [...groups, ...agencies]
}
