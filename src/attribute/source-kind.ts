/**
 * What kind of source the words name: "a hospital official" is medical, "two security officials" security.
 *
 * The words are in codebook/lexicons/en/source-kinds.csv. The head of the
 * phrase is asked first, but a word that only says "somebody speaks" (source,
 * official, spokesman, leader, statement) gives way to what it belongs to.
 */
import {actorKinds} from '../codebook/actor-kinds.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {SourceKind} from '../model/contract.ts'
import type {NamedActor} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface KnownKind {
  readonly kind: SourceKind
  readonly rule: string
}

/** Kinds that say who lends the word, weaker ones later: "medical and security sources" are medical. */
const strength: readonly SourceKind[] = [
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
  'official',
  'unnamed'
]

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

/** Heads that speak in their own right, whatever stands beside them: "a Radio Oru correspondent", "a leader of the militia". */
const ownRight = new Set<SourceKind>(['correspondent', 'footage', 'witness'])

export function sourceKindFinder(codebook: Codebook) {
  const rows = codebook.table('lexicons/en/source-kinds.csv', ['id', 'form', 'kind'])
  const byForm = new Map(rows.map(row => [row.form, row]))
  const beginPairs = new Set(rows.map(({form}) => form!.slice(0, Math.max(0, form!.lastIndexOf(' ')))))
  const kinds = actorKinds(codebook)
  const agencies = new Set(
    codebook
      .table('lexicons/en/agencies.csv', ['id', 'name', 'forms'])
      .flatMap(({forms}) => forms!.split(';').map(form => form.toLowerCase()))
  )

  return (syntax: Syntax, source: Span, actor: NamedActor | undefined): KnownKind => {
    const tokens = syntax.within(source)
    const head = syntax.headOf(source)
    const pair = (token: Token | undefined) =>
      token &&
      [token.lemma, token.lower]
        .filter(word => beginPairs.has(word))
        .map(word => byForm.get(`${word} ${syntax.tokens[token.index + 1]?.lemma}`))
        .find(Boolean)
    const hits = tokens.flatMap(token => {
      // Of "a rights group" the group is no armed one.
      if (pair(syntax.tokens[token.index - 1])) return []
      const row = pair(token) ?? byForm.get(token.lemma) ?? byForm.get(token.lower)
      return row
        ? [
            {
              token,
              kind: row.kind as SourceKind,
              rule: `source-kinds/${row.id}`,
              isPair: row.form!.includes(' ')
            }
          ]
        : []
    })
    const paired = hits.find(({isPair}) => isPair)
    if (paired) return paired
    const atHead = hits.find(({token}) => token === head)
    if (atHead && ownRight.has(atHead.kind)) return atHead
    const actorKind =
      actor &&
      kinds
        .upFrom(actor.kind)
        .map(kind => byActorKind[kind])
        .find(Boolean)
    // A ministry speaks as an official body, also when it is the ministry of health.
    if (atHead?.kind === 'official' && atHead.token.lemma === 'ministry') return atHead
    const words = tokens.map(({lower}) => lower).join(' ')
    if (agencies.has(words)) return {kind: 'agency', rule: 'agencies'}
    if (actorKind) return {kind: actorKind, rule: `actor-kind/${actor.kind}`}
    const [strongest] = hits.sort((a, b) => strength.indexOf(a.kind) - strength.indexOf(b.kind))
    return strongest ?? {kind: 'unnamed', rule: 'source-kinds/none'}
  }
}
