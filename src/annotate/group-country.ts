/**
 * Says which country a group or body is of: by nationality, by a country or town beside it, or where it is said to be.
 *
 *     "Sudanese police", "soldiers of Chad", "Kosti police", "police in Kosti"
 *
 * A town counts where no other of its name is nearly as large.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {nounPhrase} from '../languages/en/clauses.ts'
import type {Syntax, Token} from '../model/syntax.ts'

/** Smaller places give no country: their names are too often something else. */
const smallestTown = 20_000
/** How much larger a town must be than its namesakes abroad. */
const clearlyLarger = 5
/** "UN" is the body before it is a town. */
const longestCode = 3
/** Names remembered with their country. */
const mostNames = 5000

export function groupCountries({codebook, gazetteer}: Knowledge) {
  const demonyms = new Map(
    codebook.table('demonyms.csv', ['form', 'country']).map(({form, country}) => [form, country])
  )
  const locating = new Set(
    codebook
      .table('lexicons/en/place-words.csv', ['form', 'part'])
      .filter(({part}) => part === 'at' || part === 'near')
      .map(({form}) => form)
  )
  const countries = new Map<string, string | null>()

  return {isNationality: ({lower}: Token) => demonyms.has(lower), isWhere, countryIn, countryOf}

  /** "protesters in Port Sudan": where they are is not who they are. */
  function isWhere(syntax: Syntax, noun: Token): boolean {
    return (
      noun.relation === 'nmod' &&
      noun.upos === 'PROPN' &&
      syntax.children(noun, 'case').some(({lower}) => locating.has(lower))
    )
  }

  /** By a nationality before the noun, a country or town beside it, or where the group is said to be. */
  function countryOf(syntax: Syntax, noun: Token, before: readonly Token[]): string | null {
    const own = countryIn(syntax, before)
    if (own) return own
    const places = syntax
      .children(noun, 'nmod')
      .filter(child => child.index > noun.index && child.upos === 'PROPN')
      .filter(child =>
        syntax
          .children(child, 'case')
          .some(({lower}) => lower === 'of' || lower === 'from' || locating.has(lower))
      )
    for (const place of [...before.filter(({upos}) => upos === 'PROPN'), ...places]) {
      const {from, to} = nounPhrase(syntax, place)
      const words = syntax.within({from, to}).map(({text}) => text)
      const country = countryNamed(words.join(' '))
      if (country) return country
    }
    return null
  }

  /** Of a nationality among the words; "Iranian-backed" says who backs, not where from. */
  function countryIn(syntax: Syntax, words: readonly Token[]): string | null {
    const word = words.find(({index, lower}) => demonyms.has(lower) && syntax.tokens[index + 1]?.text !== '-')
    return word ? demonyms.get(word.lower)! : null
  }

  function countryNamed(name: string): string | null {
    let country = countries.get(name)
    if (country === undefined) {
      const [first, ...others] = gazetteer.named(name)
      const rival = others.find(other => other.country !== first!.country)
      const isClear =
        first !== undefined &&
        (first.precision === 'country' ||
          (name.length > longestCode &&
            first.population >= smallestTown &&
            first.population >= clearlyLarger * (rival?.population ?? 0)))
      country = isClear ? first.country : null
      if (countries.size < mostNames) countries.set(name, country)
    }
    return country
  }
}
