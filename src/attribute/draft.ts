/** A claim before anybody is credited with it. */
import type {Claim} from '../model/contract.ts'
import type {Reason} from '../model/layers.ts'
import {quote, type Span} from '../model/span.ts'
import type {Token} from '../model/syntax.ts'

/** `token` orders and places it. */
export interface Draft {
  readonly claim: Omit<Claim, 'id' | 'refersTo' | 'attribution' | 'interest' | 'certainty' | 'hedges'>
  readonly token: Token
  /** The word that tells it, where another orders it. */
  readonly telling?: Token
  readonly at: Span
  readonly reasons: readonly Reason[]
  readonly hedges?: readonly string[]
  /** Index in the layer of casualties that it is drafted from. */
  readonly casualty?: number
}

/** The words at the spans, each once, in the order of the text. */
export function quotes(text: string, spans: readonly Span[]) {
  const unique = new Map(spans.map(({from, to}) => [`${from}-${to}`, {from, to}]))
  return [...unique.values()].sort((a, b) => a.from - b.from || a.to - b.to).map(span => quote(text, span))
}
