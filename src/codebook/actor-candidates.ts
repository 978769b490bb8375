/** What a list of actors that others made is turned into, before our registry takes it. */
import type {ActorKinds} from './actor-kinds.ts'
import type {ActorRow, AffiliationRow} from './actor-rows.ts'
import type {Countries} from './countries.ts'

export type ImportedActor = Omit<ActorRow, 'path' | 'line'>
export type ImportedAffiliation = Omit<AffiliationRow, 'path' | 'line'>

/** A row read from a foreign list; `ties` name their other end as the list does. */
export interface Candidate {
  readonly line: number
  readonly actor: ImportedActor
  readonly ties: readonly {readonly relation: 'owned-by' | 'part-of' | 'led-by'; readonly name: string}[]
}

export interface Refusal {
  readonly line: number
  readonly reason: string
}

/** What the converters of foreign forms are given. */
export interface ImportSettings {
  readonly kinds: ActorKinds
  readonly countries: Countries
  /** Our kind for the words of another list; null where none fits. */
  readonly kindOf: (words: string) => string | null
  /** For rows that do not say their kind; null: they are refused. */
  readonly fallbackKind: string | null
}

export interface Converted {
  readonly candidates: readonly Candidate[]
  readonly refused: readonly Refusal[]
}

/** The id for a name of another list: "Ansar al-Wadi (Mali)" is "ansar-al-wadi". */
export function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replace(/ \(.*\)$/, '')
    .toLowerCase()
    .replaceAll(/['’‘]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}
