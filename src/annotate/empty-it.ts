/**
 * Tells an "it" that stands for nothing.
 *
 *     "It is unclear who fired."  "It was reported that ..."  "It seems ..."  "It is time to go."
 *
 * "It was burned" and "it is important" without a clause behind it stand for something.
 */
import type {Syntax, Token} from '../model/syntax.ts'
import type {CoreferenceWords} from './coreference-words.ts'

export function emptyIt(words: CoreferenceWords): (syntax: Syntax, token: Token) => boolean {
  const adjectives = words.emptyIt('adjective')
  const verbs = words.emptyIt('verb')
  const said = words.emptyIt('said')
  const nouns = words.emptyIt('noun')

  return (syntax, token) => {
    if (token.lower !== 'it') return false
    const head = syntax.head(token)
    if (!head || !/^(?:nsubj|expl|obj)/.test(token.relation)) return false
    const clause = syntax
      .children(head, 'csubj', 'ccomp', 'xcomp', 'advcl', 'acl', 'csubj:pass')
      .some(child => child.index > head.index)
    if (adjectives.has(head.lower)) return clause
    if (said.has(head.lemma) && head.xpos === 'VBN') return clause
    if (nouns.has(head.lemma)) return clause && syntax.child(head, 'cop') !== undefined
    // "it takes time to", "it turned out that": with a clause; rain needs none.
    return verbs.has(head.lemma) && (clause || /^(?:rain|snow)$/.test(head.lemma))
  }
}
