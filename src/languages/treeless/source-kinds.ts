/**
 * What kind of source words name: "مصدر طبي" is medical, "مراسل القناة" a correspondent. Lists: lexicons/ID/source-kinds.csv.
 *
 * Two words outrank one; who speaks in his own right outranks what stands beside him; then an actor's kind, then the strongest word.
 */
import type {SourceKind} from '../../model/contract.ts'
import type {NamedActor} from '../../model/layers.ts'
import type {Field, Stretch} from './field.ts'
import type {ListRow} from './sequence-matcher.ts'
import type {Tongue} from './tongue.ts'

/** Kinds that say who lends the word, weaker ones later. */
const strength = [
  'correspondent',
  'footage',
  'medical',
  'social-post',
  'agency',
  'medium',
  'armed-group',
  'party',
  'security',
  'witness',
  'document',
  'ministry',
  'official',
  'carried',
  'figures',
  'plain'
]
const ownRight = new Set(['correspondent', 'footage', 'witness', 'ministry'])
/** What the list says beyond the kinds of sources. */
const asKind: Readonly<Record<string, SourceKind>> = {
  plain: 'unnamed',
  carried: 'unnamed',
  figures: 'unnamed',
  ministry: 'official'
}
const byActorKind: Readonly<Record<string, SourceKind>> = {
  'state-forces': 'security',
  government: 'official',
  office: 'official',
  'armed-group': 'armed-group',
  party: 'party',
  medium: 'medium',
  agency: 'agency',
  medical: 'medical',
  international: 'official'
}

export interface NamedKind {
  readonly kind: SourceKind
  /** Whether any word or actor says so. */
  readonly known: boolean
  /** What the list says beyond the kind: its first word names what was said (carried), or a count of nobody named (figures); or only that somebody speaks (plain). */
  readonly says: 'carried' | 'figures' | 'plain' | null
}

export function kindFinder({wordLists}: Pick<Tongue, 'wordLists'>) {
  const rows = wordLists['source-kinds'] ?? new Map<string, ListRow>()
  const rowOf = ({words}: Field, i: number) => {
    const keys = ({form, readings}: Field['words'][number]) => [form, ...readings.map(({lemma}) => lemma)]
    const own = words[i]
    const next = words[i + 1]
    if (!own) return null
    for (const key of keys(own))
      for (const other of next ? keys(next) : []) {
        const pair = rows.get(`${key} ${other}`)
        if (pair) return {row: pair, isPair: true}
      }
    const row = keys(own)
      .map(key => rows.get(key))
      .find(Boolean)
    return row ? {row, isPair: false} : null
  }

  return (field: Field, at: Stretch, actor: NamedActor | undefined): NamedKind => {
    const hits = []
    for (let i = at.first; i < at.end; i++) {
      const hit = rowOf(field, i)
      if (hit) hits.push({...hit, i})
    }
    const own = hits[0]?.i === at.first ? hits[0].row.kind : undefined
    const carried = own === 'carried' || own === 'figures' ? own : null
    const found = (kind: string): NamedKind => ({
      kind: asKind[kind] ?? (kind as SourceKind),
      known: true,
      says: carried ?? (kind === 'plain' ? kind : null)
    })
    const pair = hits.find(({isPair}) => isPair)
    if (pair) return found(pair.row.kind!)
    const head = hits.find(({i}) => i === at.first)
    if (head && ownRight.has(head.row.kind!)) return found(head.row.kind!)
    const ofActor = actor && byActorKind[actor.kind]
    if (ofActor) return found(ofActor)
    const [strongest] = hits
      .map(({row}) => row.kind!)
      .sort((a, b) => strength.indexOf(a) - strength.indexOf(b))
    return strongest ? found(strongest) : {kind: 'unnamed', known: false, says: carried}
  }
}
