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
    const at = new Map(
      mentions.flatMap(mention => syntax.within(mention.span).map(({index}) => [index, mention]))
    )
    /** The last place of each precision that the text located something in. */
    const last = new Map<string, PlacedMention>()
    /** The last place that a sentence began with. */
    let heading: PlacedMention | null = null
    const found: PlacedMention[] = []
    for (const token of syntax.tokens) {
      const named = at.get(token.index)
      const place = named ? null : meant(token)
      const mention = named ?? (place && referenceTo(token, place))
      if (!mention) continue
      if (!named) found.push(mention)
      at.set(token.index, mention)
      if (mention.use === 'locative') last.set(mention.place.precision, mention)
      if (named?.use === 'locative' && heads(named, token)) heading = named
    }
    return found

    function referenceTo(token: Token, place: PlacedMention['place']): PlacedMention {
      const position = words.locating(syntax, syntax.sentenceOf(token), token.index)
      const use = token.lower === 'here' || position ? 'locative' : 'mentioned'
      return {span: {from: token.from, to: token.to}, use, position: position ?? 'at', place}
    }

    function meant(token: Token): PlacedMention['place'] | null {
      if (token.lower === 'here' && token.upos === 'ADV') return dateline?.place ?? null
      if (token.upos !== 'NOUN') return null
      const [before, next] = [syntax.tokens[token.index - 1], syntax.tokens[token.index + 1]]
      // "The city of Goma", "the capital Goma", "the city council": named otherwise, or no place.
      if (next && (next.lower === 'of' || next.upos === 'NOUN' || next.upos === 'PROPN')) return null
      if (token.lower === 'capital') {
        const country = (before && demonyms.get(before.lower)) ?? home
        return country === null ? null : gazetteer.capitalOf(country)
      }
      const precision = takesUp[kinds.get(token.lemma) ?? '']
      if (!precision || (before?.lower !== 'the' && before?.lower !== 'this')) return null
      const joined = chainOf
        .get(token.index)
        ?.mentions.map(other => at.get(other.token))
        .find(other => other?.place.precision === precision)
      if (precision === 'town' && heading && heads(heading, token)) return heading.place
      return (joined ?? last.get(precision))?.place ?? null
    }

    /** "Gao: A bomb went off on the outskirts of the city.": the place that a sentence begins with. */
    function heads({span}: PlacedMention, {sentence}: Token): boolean {
      const words = syntax.within(span)
      return words[0]?.sentence === sentence && syntax.tokens[words.at(-1)!.index + 1]?.text === ':'
    }
  }
}

/** The country that most known places lie in; of equals the first by its code. */
function mostNamed(mentions: readonly PlacedMention[]): string | null {
  const counts = new Map<string, number>()
  for (const {place} of mentions)
    if (isKnown(place) && place.country) counts.set(place.country, (counts.get(place.country) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most?.[0] ?? null
}
