/**
 * Where noun phrases begin and end, as widely as what belongs to them reaches.
 *
 *     "in the office of Radio Bahari, a station that ..."   the office of Radio Bahari; Radio Bahari; a station that ...
 *
 * Prepositions before it, appositions, other conjuncts and the clause around a predicate stay outside.
 */
import type {EntityMention} from '../model/layers.ts'
import {overlaps, type Span} from '../model/span.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'

const never = new Set(
  'appos conj cc parataxis cop nsubj nsubj:pass csubj aux aux:pass mark advcl discourse ccomp vocative expl dislocated list orphan reparandum'.split(
    ' '
  )
)
export const inName = new Set(['flat', 'compound'])

/** "President" in "President Amani Juma". */
export function isTitle(syntax: Syntax, {relation, head, index}: Token): boolean {
  return (
    relation === 'nmod' &&
    index < head &&
    syntax.tokens[head]!.upos === 'PROPN' &&
    !syntax.child(syntax.tokens[index]!, 'case')
  )
}

/** The phrase under a noun. */
export function phraseOf(syntax: Syntax, head: Token): Span {
  const isPredicate = syntax.child(head, 'cop') !== undefined
  const tokens = syntax.subtree(head, child => {
    // In "Radio Bahari, a station" the parser hangs the station on either word of the name.
    const isBeside = child.relation === 'appos' || child.relation === 'punct'
    if (child.head !== head.index && !(isBeside && inName.has(syntax.head(child)!.relation))) return false
    if (never.has(child.relation)) return true
    if (child.relation === 'case') return child.index < head.index
    if (child.relation === 'punct') return child.index < head.index && !isHyphen(child)
    return isPredicate && ['obl', 'advmod', 'punct'].includes(child.relation)
  })
  return trimmed(tokens, head)
}

/** "A and B", when the noun heads a row of nouns. */
export function listOf(syntax: Syntax, head: Token): Span | null {
  const others = syntax.children(head, 'conj').filter(({upos}) => upos === 'NOUN' || upos === 'PROPN')
  if (others.length === 0 || !others.some(other => syntax.child(other, 'cc'))) return null
  return spanOf([phraseOf(syntax, head), ...others.map(other => phraseOf(syntax, other))])
}

/** The words of a name: the run of capitals around its head, over "of" and the like, with the recognised name and what the tree compounds with it. */
export function nameTokens(
  syntax: Syntax,
  inside: readonly Token[],
  head: Token,
  entity: EntityMention | undefined
): Token[] {
  const belongs = (token: Token) =>
    token.index === head.index ||
    isCapital(token) ||
    (entity !== undefined && overlaps(entity, token)) ||
    (inName.has(token.relation) && (token.head === head.index || syntax.head(token)?.head === head.index))
  const at = inside.indexOf(head)
  let first = at
  let last = at
  while (first > 0 && belongs(inside[first - 1]!)) first--
  for (;;) {
    const [next, afterNext] = [inside[last + 1], inside[last + 2]]
    if (next && belongs(next)) last++
    else if (next && joining.has(next.lower) && afterNext && isCapital(afterNext)) last += 2
    else return inside.slice(first, last + 1)
  }
}

const joining = new Set(['of', 'de', 'for', '-'])

function isCapital({text, lower, upos}: Token): boolean {
  return text !== lower && ['PROPN', 'NOUN', 'ADJ'].includes(upos)
}

/** The run of words around the head without a gap, and without punctuation at its ends. */
function trimmed(tokens: readonly Token[], head: Token): Span {
  const at = tokens.findIndex(token => token.index === head.index)
  let first = at
  let last = at
  while (first > 0 && tokens[first]!.index - tokens[first - 1]!.index === 1) first--
  while (last < tokens.length - 1 && tokens[last + 1]!.index - tokens[last]!.index === 1) last++
  while (first < at && tokens[first]!.upos === 'PUNCT') first++
  while (last > at && tokens[last]!.upos === 'PUNCT') last--
  return {from: tokens[first]!.from, to: tokens[last]!.to}
}

function isHyphen({text}: Token): boolean {
  return text === '-' || text === '–'
}
