/**
 * The stretches of text that coreference may join: names, descriptions, pronouns, verbs that tell a happening.
 *
 *     "Gunmen attacked the office of Radio Bahari"   Gunmen; attacked; the office of Radio Bahari; Radio Bahari
 *
 * What a mention stands for, its number and its pronoun are read from lists and
 * from the names found before; what nothing tells stays open and agrees with all.
 */
import {isVerb} from '../languages/en/clauses.ts'
import type {EntityMention} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {CoreferenceWords, Gender, Kind, Numerus, Pronoun} from './coreference-words.ts'
import {type Noun, nounReader} from './mention-nouns.ts'

export type Determiner = 'the' | 'this' | 'possessive' | 'a' | 'none'

export interface Mention extends Span, Omit<Noun, 'type'> {
  readonly head: Token
  readonly type: Noun['type'] | 'pronoun' | 'verb'
  readonly pronoun: Pronoun | null
  readonly number: Numerus
  readonly determiner: Determiner
  /** Whether a word before it or a phrase with a preposition tells it from others of its kind. */
  readonly isNarrowed: boolean
  /** The words as they stand, without article and genitive. */
  readonly key: string
  /** "A and B". */
  readonly isList: boolean
  readonly isQuoted: boolean
}

const articles: Readonly<Record<string, Determiner>> = {
  the: 'the',
  this: 'this',
  these: 'this',
  that: 'this',
  those: 'this',
  both: 'the',
  such: 'this'
}
/** What pronouns and verbs do not have. */
const bare = {
  pronoun: null,
  kind: null,
  number: 'any',
  determiner: 'none',
  words: [],
  titles: [],
  key: '',
  isNarrowed: false,
  isList: false
} as const

export function mentionReader(words: CoreferenceWords) {
  const nounAt = nounReader(words)
  const isPossessive = (token: Token) => token.relation === 'nmod:poss'

  /** `entities`: those of the sentence. */
  return (
    syntax: Syntax,
    span: Span,
    head: Token,
    entities: readonly EntityMention[],
    isQuoted: boolean
  ): Mention => {
    const {from, to} = span
    const pronoun = head.from === from && head.to === to ? words.pronouns.get(head.lower) : undefined
    if (pronoun && (head.upos === 'PRON' || head.upos === 'DET'))
      return {
        ...bare,
        from,
        to,
        head,
        isQuoted,
        type: 'pronoun',
        pronoun,
        number: pronoun.number,
        ...ofPronoun(pronoun)
      }
    if (isVerb(head) && !words.events.noun.has(head.lower))
      return {...bare, from, to, head, isQuoted, type: 'verb', kind: 'event', gender: 'it'}
    const inside = syntax.within(span)
    const about = {
      from,
      to,
      head,
      isQuoted,
      pronoun: null,
      key: keyOf(inside),
      determiner: determinerOf(syntax, inside, head),
      isNarrowed: isNarrowed(syntax, inside, head)
    }
    const noun = nounAt(syntax, span, inside, head, entities)
    const isList = isRow(syntax, inside, head)
    if (!isList) return {...about, ...noun, isList, number: numberOf(head, noun.type, noun.kind)}
    const kind = noun.kind === 'person' ? 'crowd' : null
    return {...about, ...noun, isList, kind, number: 'many', gender: 'any'}
  }

  function ofPronoun({number, gender, person}: Pronoun): {kind: Kind | null; gender: Gender} {
    const isPerson = gender === 'he' || gender === 'she' || (person === '1' && number === 'one')
    return {kind: isPerson ? 'person' : null, gender}
  }

  function numberOf(head: Token, type: Mention['type'], kind: Kind | null): Numerus {
    // "the fighting" may take up one clash or several.
    if (kind === 'event' && words.events.noun.get(head.lemma)?.isMass) return 'any'
    if (kind === 'crowd') return head.xpos.endsWith('S') ? 'many' : 'any'
    if (head.xpos === 'NNS') return 'many'
    if (head.xpos === 'NNPS') return 'any'
    if (type === 'name') return kind === 'person' || kind === 'place' ? 'one' : 'any'
    if (head.upos === 'NUM' || head.upos === 'ADJ') return 'any'
    return kind && ['body', 'armed-group', 'army', 'medium'].includes(kind) ? 'any' : 'one'
  }

  function determinerOf(syntax: Syntax, inside: readonly Token[], head: Token): Determiner {
    const own = syntax
      .children(head, 'det', 'det:predet', 'nmod:poss')
      .filter(token => inside.includes(token))
    if (own.some(isPossessive)) return 'possessive'
    const word = own[0] ?? (inside[0]?.upos === 'DET' ? inside[0] : undefined)
    return word ? (articles[word.lower] ?? 'a') : 'none'
  }
}

function isRow(syntax: Syntax, inside: readonly Token[], head: Token): boolean {
  if (inside.length < 3) return false
  const others = syntax.children(head, 'conj')
  return others.some(other => inside.includes(other)) && inside.some(({upos}) => upos === 'CCONJ')
}

function isNarrowed(syntax: Syntax, inside: readonly Token[], head: Token): boolean {
  const isTold = syntax
    .children(head, 'amod', 'compound', 'nummod', 'nmod')
    .some(child => inside.includes(child) && child.text !== '-')
  return isTold || isRelative(syntax, inside, head)
}

/** "the group that he led"; not "the blaze destroyed", which the parser may take for the like. */
function isRelative(syntax: Syntax, inside: readonly Token[], head: Token): boolean {
  const next = inside.find(({index}) => index === head.index + 1)
  return next !== undefined && syntax.child(head, 'acl') !== undefined && /^(?:W|IN$|TO$)/.test(next.xpos)
}

function keyOf(inside: readonly Token[]): string {
  const all = inside.map(({lower}) => lower)
  while (all.length > 1 && (all[0]! in articles || all[0] === 'a' || all[0] === 'an')) all.shift()
  while (all.length > 1 && /^(?:['’]s?|,)$/.test(all.at(-1)!)) all.pop()
  return all.join(' ')
}
