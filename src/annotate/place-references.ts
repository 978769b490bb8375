/**
 * Words that mean a place named elsewhere in the report.
 *
 *     "ERBIL (Radio Oru) – Police here ..."    here: the place of the dateline
 *     "the Iraqi capital", "the capital"       of the country named, else of the one most places lie in
 *     "Rebels shelled Goma. ... in the city"   what coreference joined it with, else the last place of that kind
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import type {CoreferenceChain} from '../model/layers.ts'
import {contains, overlaps} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {PlaceWords} from './place-words.ts'
import {isKnown, type PlacedMention} from './placed-mentions.ts'

/** Nouns that take up a place, by the precision of what they take up. */
const takesUp: Readonly<Record<string, PlacedMention['place']['precision']>> = {
  city: 'town',
  region: 'admin1',
  country: 'country'
}

export function placeReferences(
  codebook: Codebook,
  gazetteer: Gazetteer,
  words: PlaceWords
): (
  syntax: Syntax,
  chains: readonly CoreferenceChain[],
  mentions: readonly PlacedMention[]
) => PlacedMention[] {
  const kinds = new Map(
    codebook
      .table('lexicons/en/noun-kinds.csv', ['form', 'kind', 'gender', 'same', 'names'])
      .map(({form, kind}) => [form, kind])
  )
  const demonyms = new Map(
    codebook.table('demonyms.csv', ['form', 'country']).map(({form, country}) => [form, country])
  )

  return (syntax, chains, mentions) => {
    const dateline = mentions.find(({use}) => use === 'dateline')
    const home = mostNamed(mentions)
    const chainOf = new Map(chains.flatMap(chain => chain.mentions.map(({token}) => [token, chain] as const)))
    const found: PlacedMention[] = []
    for (const token of syntax.tokens) {
      const place = meant(token)
      if (!place || mentions.some(({span}) => overlaps(span, token))) continue
      const position = words.locating(syntax, syntax.sentenceOf(token), token.index)
      const use = token.lower === 'here' || position ? 'locative' : 'mentioned'
      found.push({span: {from: token.from, to: token.to}, use, position: position ?? 'at', place})
    }
    return found

    function meant(token: Token): PlacedMention['place'] | null {
      if (token.lower === 'here' && token.upos === 'ADV') return dateline?.place ?? null
      if (token.upos !== 'NOUN') return null
      const [before, next] = [syntax.tokens[token.index - 1], syntax.tokens[token.index + 1]]
      // "The city of Goma", "the capital Goma", "the city council": named otherwise, or no place.
      if (next && (next.lower === 'of' || next.upos === 'NOUN' || next.upos === 'PROPN')) return null
      if (token.lower === 'capital') {
        const country = (before && demonyms.get(before.lower)) ?? home
        return country === null ? null : (gazetteer.capitalOf(country) ?? null)
      }
      const precision = takesUp[kinds.get(token.lemma) ?? '']
      if (!precision || (before?.lower !== 'the' && before?.lower !== 'this')) return null
      const chain = chainOf.get(token.index)
      const heads = chain?.mentions.map(other => syntax.tokens[other.token]!) ?? []
      const known = [...mentions, ...found]
      const joined = known.find(
        ({span, place}) => place.precision === precision && heads.some(head => contains(span, head))
      )
      return (joined ?? lastOf(precision, token, known))?.place ?? null
    }
  }
}

/** The last place of that precision before the word that the text locates something in. */
function lastOf(
  precision: PlacedMention['place']['precision'],
  word: Token,
  mentions: readonly PlacedMention[]
): PlacedMention | undefined {
  return mentions.findLast(
    ({span, use, place}) => span.to <= word.from && use === 'locative' && place.precision === precision
  )
}

/** The country that most known places lie in; of equals the first by its code. */
function mostNamed(mentions: readonly PlacedMention[]): string | null {
  const counts = new Map<string, number>()
  for (const {place} of mentions)
    if (isKnown(place) && place.country) counts.set(place.country, (counts.get(place.country) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most?.[0] ?? null
}
