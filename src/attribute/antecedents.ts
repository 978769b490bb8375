/** What a pronoun stands for by coreference: the last name or description before it in its chain, by token. */
import type {CoreferenceChain} from '../model/layers.ts'
import type {Span} from '../model/span.ts'

export function antecedentsOf(chains: readonly CoreferenceChain[]): ReadonlyMap<number, Span> {
  const found = new Map<number, Span>()
  for (const {of, mentions} of chains) {
    let last: Span | undefined
    if (of !== 'entity') continue
    for (const {from, to, kind, token} of mentions) {
      if (kind !== 'pronoun') last = {from, to}
      else if (last) found.set(token, last)
    }
  }
  return found
}
