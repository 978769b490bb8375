/**
 * Tells what a noun phrase or name stands for, and by which pronoun it is taken up.
 *
 *     "President Amani Juma"    a name, amani juma; a person; title: president
 *     "the Kade Courier"        a name, kade courier; a medium, it
 *     "the eastern command"     a description: eastern, command; it
 */
import {startsUpper} from '../algorithms/letters.ts'
import type {EntityMention} from '../model/layers.ts'
import {overlaps, type Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {CoreferenceWords, Gender, Kind} from './coreference-words.ts'
import {inName, isTitle, nameTokens} from './mention-phrases.ts'

export interface Noun {
  readonly type: 'name' | 'description'
  readonly kind: Kind | null
  readonly gender: Gender
  /** Lower-case words of the name, or base forms of the words that narrow a description, head last. */
  readonly words: readonly string[]
  /** Nouns of persons before a name: "president". */
  readonly titles: readonly string[]
}

const typeKinds: Readonly<Record<EntityMention['type'], Kind>> = {
  person: 'person',
  organisation: 'body',
  location: 'place',
  nationality: 'place',
  weapon: 'thing',
  vehicle: 'thing',
  facility: 'place',
  quantity: 'thing',
  time: 'time',
  money: 'thing'
}

export function nounReader(words: CoreferenceWords) {
  return nounOrName

  function nounOrName(
    syntax: Syntax,
    span: Span,
    inside: readonly Token[],
    head: Token,
    entities: readonly EntityMention[]
  ): Noun {
    const within = entities.filter(({from, to}) => from >= span.from && to <= span.to)
    const [entity] = within
      .filter(other => overlaps(other, head))
      .sort((a, b) => Number(b.named) - Number(a.named) || b.to - b.from - (a.to - a.from))
    // "defender Musa Bello": a person, whatever the noun tells.
    const person =
      head.upos === 'NOUN'
        ? within.find(other => other.named && other.type === 'person' && other.from - head.to === 1)
        : undefined
    const hasCapital = head.text !== head.lower
    const own = person
      ? syntax.within(person)
      : nameTokens(syntax, inside, head, hasCapital ? entity : undefined)
    const isName = head.upos === 'PROPN' || entity?.named || isCapital(syntax, head)
    if (!person && (!isName || isOffice(own, inside[0]!)))
      return {
        type: 'description',
        words: descriptionWords(syntax, inside, head),
        titles: [],
        ...ofNoun(head, entity)
      }
    const name = ofName(own, person ?? entity)
    // "spokeswoman A. Lado" tells what the initial does not.
    const gender = person && name.gender === 'any' ? (words.noun(head.lemma)?.gender ?? 'any') : name.gender
    return {
      type: 'name',
      words: nameWords(own),
      titles: titlesOf(syntax, inside, head),
      kind: name.kind,
      gender
    }
  }

  /** "the Ministry", "Prime Minister": a description, however it is written. */
  function isOffice(own: readonly Token[], first: Token): boolean {
    const isKind = own.length === 1 && first.lower === 'the' && words.noun(own[0]!.lower) !== undefined
    return (
      isKind || own.every(({lower}) => words.honorifics.has(lower) || words.noun(lower)?.kind === 'person')
    )
  }

  /** Persons' offices before or in the name: president of "President Amani Juma", "the mayor, ...". */
  function titlesOf(syntax: Syntax, inside: readonly Token[], head: Token): string[] {
    return inside
      .filter(token => token.index === head.index || inName.has(token.relation) || isTitle(syntax, token))
      .map(({lower}) => lower)
      .filter(word => words.noun(word)?.kind === 'person')
  }

  function ofName(own: readonly Token[], entity: EntityMention | undefined) {
    const first = own.find(({lower}) => !words.honorifics.has(lower))
    const title = own.find(({lower}) => words.honorifics.has(plain(lower)))
    const gender = title ? words.honorifics.get(plain(title.lower)) : undefined
    const given = first ? words.genders.get(first.lower) : undefined
    // The recogniser takes many a first name alone for a place.
    if (given && own.length === 1 && entity?.type === 'location') return {kind: null, gender: 'any' as Gender}
    const body = own.map(({lower}) => words.bodyWords.get(lower)).find(Boolean)
    const isPerson = entity?.named || (entity && !body) ? entity.type === 'person' : title || given
    if (isPerson) {
      const told = gender && gender !== 'any' ? gender : (given ?? 'any')
      return {kind: 'person' as Kind, gender: told}
    }
    if (words.months.has(own.at(-1)?.lower ?? '')) return {kind: 'time' as Kind, gender: 'it' as Gender}
    if (body && entity?.type !== 'location') return {kind: bodyKind(body), gender: 'it' as Gender}
    return {kind: entity ? typeKinds[entity.type] : null, gender: (entity ? 'it' : 'any') as Gender}
  }

  function ofNoun(head: Token, entity: EntityMention | undefined): {kind: Kind | null; gender: Gender} {
    const noun = words.noun(head.lemma) ?? words.noun(head.lower)
    if (noun) return noun
    if (words.events.noun.has(head.lemma)) return {kind: 'event', gender: 'it'}
    if (entity?.type === 'person') return {kind: 'person', gender: 'any'}
    return {kind: entity ? typeKinds[entity.type] : 'thing', gender: 'it'}
  }

  function nameWords(own: readonly Token[]): string[] {
    const all = own.filter(({upos}) => !['PUNCT', 'DET', 'PART', 'ADP'].includes(upos))
    const kept = all.filter(({lower}) => !words.honorifics.has(plain(lower)))
    return (kept.length ? kept : all).map(({lower}) => lower)
  }
}

const narrowing = new Set(['amod', 'compound', 'nummod', 'nmod', 'flat', 'obl', 'acl', 'appos'])

/** Base forms of what narrows the noun: "the eastern command of the army" is army, command, eastern. */
function descriptionWords(syntax: Syntax, inside: readonly Token[], head: Token): string[] {
  const told = inside.filter(
    ({index, upos, relation}) =>
      index !== head.index &&
      ['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB'].includes(upos) &&
      (narrowing.has(relation) || upos === 'PROPN' || upos === 'NUM')
  )
  const own = told.filter(token => token.relation !== 'nmod:poss' && !syntax.child(token, 'nmod:poss'))
  return [...own.map(({lemma}) => lemma), head.lemma]
}

/** A capital that no beginning of a sentence explains. */
function isCapital(syntax: Syntax, {text, lower, index, sentence}: Token): boolean {
  return (
    text !== lower && index !== syntax.sentences[sentence]!.first && startsUpper(text) && !/\d/.test(text)
  )
}

function bodyKind(kind: string): Kind {
  if (kind === 'medium' || kind === 'armed-group') return kind
  return kind === 'state-forces' ? 'army' : 'body'
}

function plain(word: string): string {
  return word.replace(/\.$/, '')
}
