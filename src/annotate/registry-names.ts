/**
 * Names of the registry in the words of a text, before it is settled which body is meant.
 *
 *     "Rapid Support Forces", "RSF"              entries of their own; acronyms in capitals only
 *     "the Iraqi Interior Ministry"              a body that every state has, with its country
 *     "the Interior Ministry"                    such a body, of a country still to be found
 *
 * The names of bodies that every state has are composed, "Iraqi X", "Iraq's X", "X of Iraq", and not listed.
 */
import {startsUpper} from '../algorithms/letters.ts'
import {PhraseTrie} from '../algorithms/phrase-trie.ts'
import type {KnownActor, StateBody} from '../codebook/actors.ts'
import type {Countries} from '../codebook/countries.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {type CountryWords, nameKey, wordsOf} from './country-words.ts'

/** What a phrase may name. */
export interface Meaning {
  readonly actor: KnownActor | null
  readonly body: StateBody | null
  /** Which of the phrase's own words have a capital in the registry. */
  readonly capitals: readonly boolean[]
  /** "RSF", which counts in capitals only; null for other names. */
  readonly acronym: string | null
}

export interface RegistryMatch {
  readonly meanings: readonly Meaning[]
  readonly length: number
  /** The country in the phrase itself. */
  readonly country: string | null
  /** Whether every word that has a capital in the registry has one here. */
  readonly isCapitalised: boolean
}

/** What may stand around a name without a country in it. */
const composed = ['{demonym} X', '{country} X', "{country} 's X", 'X of {country}', 'X of the {country}', 'X']

export function registryNames(
  actors: readonly KnownActor[],
  bodies: readonly StateBody[],
  countriesAt: CountryWords,
  known: Countries
) {
  const trie = new PhraseTrie<Meaning>()
  const waiting = new Map<string, {readonly name: string; readonly actor: KnownActor}[]>()
  for (const actor of actors)
    for (const name of actor.names) {
      const first = firstWord(name)
      const others = waiting.get(first)
      if (others) others.push({name, actor})
      else waiting.set(first, [{name, actor}])
    }
  for (const body of bodies) {
    // The titles of offices, "the prime minister of Chile", are read by office-holders.ts.
    const names = body.row.kind === 'office' ? body.row.aliases : [body.row.name, ...body.row.aliases]
    for (const name of new Set(names)) for (const words of spellings(name)) addBody(words, body)
  }

  /** Names are split when a text has their first word: of ten thousand, few are ever met. */
  function wake(first: string): void {
    const names = waiting.get(first)
    if (!names) return
    waiting.delete(first)
    for (const {name, actor} of names)
      for (const words of spellings(name)) add(words, words, {actor, body: null})
  }

  function addBody(words: readonly string[], body: StateBody): void {
    if (words.some(word => word.startsWith('{'))) {
      add(
        words,
        words.filter(word => !word.startsWith('{')),
        {actor: null, body}
      )
      return
    }
    for (const frame of composed) {
      const phrase = frame.split(' ').flatMap(word => (word === 'X' ? words : [word]))
      add(
        phrase,
        phrase.filter(word => !word.startsWith('{')),
        {actor: null, body}
      )
    }
  }

  function add(
    phrase: readonly string[],
    own: readonly string[],
    meaning: Pick<Meaning, 'actor' | 'body'>
  ): void {
    trie.add(
      phrase.map(word => (word.startsWith('{') ? word : nameKey(word.toLowerCase()))),
      {...meaning, capitals: own.map(needsCapital), acronym: isAcronym(own) ? own[0]! : null}
    )
  }

  /** Names that begin at a token, the longest first. */
  function matchesAt(syntax: Syntax, index: number, end: number): RegistryMatch[] {
    const tokenAt = (n: number) => (index + n < end ? syntax.tokens[index + n] : undefined)
    wake(nameKey(syntax.tokens[index]!.lower))
    const matches = trie.matchesAt(
      n => {
        const token = tokenAt(n)
        return token && nameKey(token.lower)
      },
      n => countriesAt(syntax, index + n, end)
    )
    if (matches.length === 0) return []
    return matches.flatMap(({values, length, bound, own}) => {
      const words = own.map(n => tokenAt(n)!)
      const meanings = values.filter(({acronym}) => !acronym || words.every(isUpper))
      const fits = ({capitals}: Meaning) => capitals.every((capital, w) => !capital || hasCapital(words[w]!))
      const fitting = meanings.filter(fits)
      const isCapitalised = fitting.length > 0
      const meant = oneEach(isCapitalised ? fitting : meanings)
      return meant.length ? [{meanings: meant, length, country: bound, isCapitalised}] : []
    })
  }

  /** The body that every state has whose name the words end with, its country and the words between: "Sudanese", "angry", "police". */
  function bodyNamed(
    name: string
  ): {base: string; country: string | null; between: readonly string[]} | null {
    const words = wordsOf(name)
    const country = words
      .flatMap((_, at) => [3, 2, 1].map(length => ({at, length})))
      .flatMap(({at, length}) => {
        const value = known.codeOf(words.slice(at, at + length).join(' '))
        return value ? [{at, length, value}] : []
      })[0]
    const classes = country ? ['{demonym}', '{country}'].map(of => ({name: of, ...country})) : []
    for (let i = 0; i < words.length; i++) {
      const [match] = trie.matchesAt(
        n => words[i + n] && nameKey(words[i + n]!.toLowerCase()),
        n => (i + n === country?.at ? classes : [])
      )
      const body = match && i + match.length === words.length && match.values.find(value => value.body)?.body
      if (!body) continue
      const isOfCountry = (at: number) => country && at >= country.at && at < country.at + country.length
      return {
        base: body.base,
        country: country?.value ?? null,
        between: words.slice(0, i).filter((_, at) => !isOfCountry(at))
      }
    }
    return null
  }

  return {matchesAt, bodyNamed}
}

/** Each body once: "Al-Shabaab" and its alias "Al Shabaab" are the same words. */
function oneEach(meanings: readonly Meaning[]): Meaning[] {
  const first = new Map<KnownActor | StateBody | null, Meaning>()
  for (const meaning of meanings) {
    const of = meaning.actor ?? meaning.body
    if (!first.has(of)) first.set(of, meaning)
  }
  return [...first.values()]
}

/** The word that a name begins with, as a text would be split. */
function firstWord(name: string): string {
  const [plain] = /^\p{L}+(?=[ -]|$)/u.exec(name) ?? []
  return nameKey((plain ?? wordsOf(name)[0] ?? '').toLowerCase())
}

/** A name with and without its hyphens: "Al-Shabaab" is also written "Al Shabaab". */
function spellings(name: string): string[][] {
  const braced = name.split(/(\{\w+\})/).filter(part => part.trim())
  const words = braced.flatMap(part => (part.startsWith('{') ? [part] : wordsOf(part)))
  const plain = words.filter(word => word !== '-')
  return plain.length < words.length && plain.length > 1 ? [words, plain] : [words]
}

/** "RSF", "PKK", "M23"; not "JNIM al-Sahel". */
function isAcronym(words: readonly string[]): boolean {
  const [word] = words
  return words.length === 1 && /^(?:\p{Lu}[\p{Lu}\p{N}.&-]+)$/u.test(word!)
}

/** "Al-Aqsa TV" and "al-Aqsa TV": an Arabic article may be small. */
const articles = new Set('al el ul ad an ar as ash at az'.split(' '))

function needsCapital(word: string, at: number, words: readonly string[]): boolean {
  return startsUpper(word) && !(words.length > at + 1 && articles.has(word.toLowerCase()))
}

function isUpper({text}: Token): boolean {
  return text === text.toUpperCase()
}

function hasCapital({text}: Token): boolean {
  return !/^\p{Ll}/u.test(text)
}
