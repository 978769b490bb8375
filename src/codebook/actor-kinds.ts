/** Reads `codebook/actor-kinds.csv`: the kinds of actor, what they are in the broad, and how ACLED and UCDP would class them. */
import type {Codebook} from './codebook.ts'
import {DataFileError} from './data-file-error.ts'

export const actorKindsPath = 'actor-kinds.csv'
const sides = ['government', 'organised-group', 'civilians', 'none'] as const

/** Whom UCDP would count an actor as. */
export type SideType = (typeof sides)[number]

export interface ActorKinds {
  readonly all: readonly string[]
  /** Whether a kind is another or a sort of it: a rebel group is an armed group. */
  isA(kind: string | undefined, broader: string): boolean
  /** The kind itself, then broader ones. */
  upFrom(kind: string): readonly string[]
  /** ACLED's class by code, "1" to "8"; null for a kind that the codebook does not have. */
  interOf(kind: string | undefined): string | null
  sideOf(kind: string | undefined): SideType
}

export function actorKinds(codebook: Codebook): ActorKinds {
  const rows = codebook.table(actorKindsPath, ['kind', 'broader', 'inter', 'side', 'description'])
  const byKind = new Map(rows.map(row => [row.kind, row]))
  const at = `codebook/${actorKindsPath}`
  for (const {kind, broader, side, inter, line} of rows) {
    if (broader && !byKind.has(broader))
      throw new DataFileError(at, line, `"${kind}" is said to be a "${broader}", which has no row`)
    if (!sides.includes(side as SideType))
      throw new DataFileError(at, line, `side is "${side}"; write one of ${sides.join(', ')}`)
    if (!/^[1-8]?$/.test(inter))
      throw new DataFileError(at, line, `inter is "${inter}"; write a code of ACLED, 1 to 8`)
    if (upFrom(kind).length > rows.length)
      throw new DataFileError(at, line, `"${kind}" is broader than itself; mend the column "broader"`)
  }
  const chains = new Map(rows.map(({kind}) => [kind, upFrom(kind)]))

  function upFrom(kind: string): string[] {
    const chain: string[] = []
    for (let next = kind; next && chain.length <= rows.length; next = byKind.get(next)?.broader ?? '')
      chain.push(next)
    return chain
  }

  return {
    all: rows.map(({kind}) => kind),
    isA: (kind, broader) => kind !== undefined && (chains.get(kind) ?? [kind]).includes(broader),
    upFrom: kind => chains.get(kind) ?? [kind],
    interOf: kind => (kind && byKind.get(kind)?.inter) || null,
    sideOf: kind => (kind && (byKind.get(kind)?.side as SideType)) || 'none'
  }
}
