/**
 * Finds groups that are called by what they are, and composes who they are from the words around the noun.
 *
 *     "Sudanese police", "police in Port Sudan"    police, in Sudan
 *     "Hutu militia", "pro-government protesters"  told apart from other militias and protesters
 *     "rebel soldiers"                             an armed group, no state's forces
 *     "Ajnad fighters", "members of the Ajnad Front"   the Ajnad Front itself
 *
 * Nouns are in codebook/lexicons/en/actor-nouns.csv, words of identity in identity-words.csv. One man is nobody's actor.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {nounPhrase, obliques} from '../languages/en/clauses.ts'
import {contains, type Span} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import type {NamedMention} from './actor-names.ts'
import {groupCountries} from './group-country.ts'
import {type Identity, stance} from './group-identity.ts'

export interface GroupMention {
  readonly span: Span
  readonly head: Token
  readonly kind: string
  readonly sort: string
  readonly identity: Identity
  readonly country: string | null
  readonly name: string
  /** The named body that the group is members of. */
  readonly of: NamedMention | null
}

const premodifiers = ['amod', 'compound', 'nmod:poss', 'flat', 'nmod']
/** Kinds of bodies that have fighters, members or officers. */
const withMembers = new Set([
  'armed-group',
  'rebel-group',
  'political-militia',
  'communal-militia',
  'criminal-group',
  'external-forces',
  'state-forces',
  'party',
  'organiser',
  'international',
  'government'
])

export function groupFinder(knowledge: Knowledge) {
  const {codebook} = knowledge
  const nouns = new Map(
    codebook
      .table('lexicons/en/actor-nouns.csv', ['form', 'kind', 'single', 'sort', 'member'])
      .map(row => [row.form, row])
  )
  const byLastWord = Map.groupBy(
    [...nouns.values()]
      .map(row => ({row, words: row.form.split(' ')}))
      .sort((a, b) => b.words.length - a.words.length),
    ({words}) => words.at(-1)!
  )
  const identities = new Map(
    codebook.table('lexicons/en/identity-words.csv', ['form', 'class', 'forces']).map(row => [row.form, row])
  )
  const ties = new Set(
    codebook
      .table('lexicons/en/affiliation-words.csv', ['id', 'form', 'relation', 'place'])
      .filter(({place}) => place === 'hyphen')
      .map(({form}) => form)
  )
  const times = new Set(codebook.column('lexicons/en/calendar.csv', 'form'))
  const stateWords = new Set(codebook.column('lexicons/en/state-force-words.csv', 'form'))
  const {isNationality, isWhere, countryIn, countryOf} = groupCountries(knowledge)

  return {groupsIn, countryIn, isGroup, kindOfName, bodyAlone}

  /** "Members of the Ajnad Front" at the beginning of a sentence: the name is the front's. */
  function bodyAlone<Mention extends NamedMention>(text: string, syntax: Syntax, mention: Mention): Mention {
    const [first, of, ...rest] = syntax.within(mention.span)
    const name = rest[0]?.lower === 'the' ? rest.slice(1) : rest
    const isMembers =
      !mention.known && first && of?.lower === 'of' && nouns.get(first.lemma)?.member === 'yes'
    if (!isMembers || !name.length) return mention
    const span = {from: name[0]!.from, to: mention.span.to}
    return {...mention, span, name: text.slice(span.from, span.to)}
  }

  /** "Security Forces", "Iraqi Police": a group written with capitals, no name of its own. */
  function isGroup(syntax: Syntax, {span, known}: NamedMention): boolean {
    const words = known ? [] : syntax.within(span)
    const own = words.filter(word => !isNationality(word))
    return (
      own.length > 0 &&
      nouns.has(own.map(({lemma, lower}, i) => (i < own.length - 1 ? lower : lemma.toLowerCase())).join(' '))
    )
  }

  /** "Central Reserve Police Force" is the state's, whatever "Force" alone may be. */
  function kindOfName(syntax: Syntax, {span, kind, known}: NamedMention): string {
    const isState =
      !known && kind === 'armed-group' && syntax.within(span).some(({lower}) => stateWords.has(lower))
    return isState ? 'state-forces' : kind
  }

  function groupsIn(
    syntax: Syntax,
    sentence: Sentence,
    named: readonly NamedMention[]
  ): readonly GroupMention[] {
    return syntax.tokensOf(sentence).flatMap(token => {
      const row = byLastWord.has(token.lemma) && isNoun(token) ? nounAt(syntax, token) : undefined
      if (!row || isPartOfGroup(syntax, token) || named.some(({span}) => contains(span, token))) return []
      // "rebel-held" says who holds, and speaks of nobody else.
      if (syntax.tokens[token.index + 1]?.text === '-') return []
      const of = row.member === 'yes' ? bodyOf(syntax, token, row, named) : null
      if ((!of && row.kind === 'other') || !(isSeveral(row, token) || standsForGroup(row))) return []
      const span = nounPhrase(syntax, token, child => isWhere(syntax, child))
      const before = modifiers(syntax, token)
      const country = countryOf(syntax, token, before)
      const identity = identityOf(syntax, token, before, country)
      const forces = before.map(({lower}) => identities.get(lower)?.forces).find(Boolean)
      const kind = (row.kind === 'state-forces' && forces) || row.kind
      const sort = kind === 'protesters' ? kind : row.sort || row.form
      return [{span, head: token, kind, sort, identity, country, name: nameOf(syntax, token, before), of}]
    })
  }

  /** "security force" before "force": the longer noun knows more. */
  function nounAt(syntax: Syntax, token: Token) {
    const phrases = byLastWord.get(token.lemma)
    return phrases?.find(({words}) =>
      words.every((word, i) => {
        const before = i === words.length - 1 ? token : syntax.tokens[token.index - words.length + 1 + i]
        return before?.lemma === word && before.sentence === token.sentence
      })
    )?.row
  }

  /** "security force members": the last noun is the head. */
  function isPartOfGroup(syntax: Syntax, token: Token): boolean {
    const next = syntax.tokens[token.index + 1]
    if (next?.sentence !== token.sentence || token.relation !== 'compound' || token.head !== next.index)
      return false
    const row = nounAt(syntax, next)
    return row !== undefined && isSeveral(row, next)
  }

  /** The named body before the noun ("Ajnad fighters") or, of people, behind it ("members of the Ajnad Front", not "a faction of"). */
  function bodyOf(
    syntax: Syntax,
    noun: Token,
    {single}: {readonly single: string},
    named: readonly NamedMention[]
  ): NamedMention | null {
    const [behind] = single === 'no' ? obliques(syntax, noun, ['of', 'from']) : []
    // "jihadists from the Ajnad group": the group's name stands before its noun.
    const isGroupNoun = behind && nounAt(syntax, behind)?.kind === 'other'
    const beside = [
      ...modifiers(syntax, noun),
      ...(behind ? [behind] : []),
      ...(isGroupNoun ? modifiers(syntax, behind) : [])
    ]
    return (
      named.find(({kind, span}) => withMembers.has(kind) && beside.some(word => contains(span, word))) ?? null
    )
  }

  /** Words before the noun that belong to it, without numbers and articles. */
  function modifiers(syntax: Syntax, noun: Token): Token[] {
    return syntax
      .children(noun, ...premodifiers)
      .filter(({index, lower}) => index < noun.index && !times.has(lower))
      .flatMap(child => [...modifiers(syntax, child), child])
  }

  function identityOf(
    syntax: Syntax,
    noun: Token,
    before: readonly Token[],
    country: string | null
  ): Identity {
    const identity: Record<string, string> = country ? {country} : {}
    for (const word of before) {
      const row = identities.get(word.lower)
      const isTie = ties.has(word.lower) && syntax.tokens[word.index - 1]?.text === '-'
      if (row) identity[row.class] ??= row.form
      else if (stance.test(word.lower)) identity.camp = word.lower
      else if (isTie) identity.tie = syntax.tokens[word.index - 2]?.lower ?? ''
      // "Gumuz gunmen": a name that is no country's is a people's or a place's.
      else if (word.upos === 'PROPN' && !country && !isTied(syntax, word)) identity.people ??= word.lower
    }
    const loyal = loyaltyOf(syntax, noun)
    if (loyal) identity.tie = loyal.lower
    return identity
  }

  function isIdentity({lower}: Token): boolean {
    return identities.has(lower) || stance.test(lower)
  }

  /** The noun with the words that say who, without how many and how they behave: "Sudanese riot police", "troops loyal to Haftar". */
  function nameOf(syntax: Syntax, noun: Token, before = modifiers(syntax, noun)): string {
    const tells = (word: Token) =>
      isIdentity(word) || isNationality(word) || word.upos === 'NOUN' || word.upos === 'PROPN'
    const words = before.filter(word => tells(word) && !isTied(syntax, word)).map(({text}) => text)
    const row = nounAt(syntax, noun)
    words.push(row && row.single === 'no' ? severalOf(noun) : noun.text)
    const [whose] = ofCrowds.has(noun.lemma) ? obliques(syntax, noun, ['of']) : []
    const loyal = loyaltyOf(syntax, noun)
    if (whose) words.push('of', nameOf(syntax, whose))
    if (loyal) words.push('loyal to', nameOf(syntax, loyal))
    return words.join(' ')
  }
}

/** "troops loyal to Haftar" */
function loyaltyOf(syntax: Syntax, noun: Token): Token | undefined {
  const loyal = syntax
    .children(noun, 'amod', 'acl')
    .find(({lower, index}) => lower === 'loyal' && index > noun.index)
  return loyal && obliques(syntax, loyal, ['to'])[0]
}

/** Part of "Iranian-backed". */
function isTied(syntax: Syntax, {index}: Token): boolean {
  return syntax.tokens[index + 1]?.text === '-' || syntax.tokens[index - 1]?.text === '-'
}

/** A soldier or a rebel acts for those he belongs to; a gunman may be alone. */
function standsForGroup({
  kind,
  sort,
  member
}: {
  readonly kind: string
  readonly sort: string
  readonly member: string
}): boolean {
  return member === 'yes' && (sort === 'police' || sort === 'army' || (kind === 'armed-group' && sort === ''))
}

/** "soldier" -> "soldiers", "policeman" -> "policemen" */
function severalOf(noun: Token): string {
  if (noun.xpos !== 'NN' && noun.xpos !== 'NNP') return noun.text
  return noun.text.endsWith('man') ? `${noun.text.slice(0, -2)}en` : `${noun.text}s`
}

function isNoun({upos}: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN'
}

/** One man is no group; "police" and "a crowd" are. */
function isSeveral({single}: {readonly single: string}, noun: Token): boolean {
  return single === 'yes' || noun.xpos === 'NNS' || noun.xpos === 'NNPS'
}

/** Whose they are is who they are. */
const ofCrowds = new Set(['supporter', 'backer', 'follower', 'sympathiser', 'sympathizer', 'opponent'])
