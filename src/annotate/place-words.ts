/** Words around names of places (codebook/lexicons/en/place-words.csv), and what they say of how a place is named. */
import type {Codebook} from '../codebook/codebook.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'

export interface PlaceWords {
  readonly at: ReadonlySet<string>
  readonly region: ReadonlySet<string>
  /** Words behind a name that make it a place's ("the Rashid district"). */
  readonly kind: ReadonlySet<string>
  /** Verbs that only places are objects of. */
  readonly takesPlace: ReadonlySet<string>
  readonly tie: ReadonlySet<string>
  readonly never: ReadonlySet<string>
  /** Common nouns of what people build and found: alone they name no place ("Center", "Court"). */
  readonly common: ReadonlySet<string>
  /** Short forms that count only behind another place. */
  readonly onlyBehind: ReadonlySet<string>
  /** The word that locates: a preposition before the name, past articles and "central", "the gates of"; or "storm". */
  readonly locating: (syntax: Syntax, sentence: Sentence, start: number) => 'at' | 'near' | null
  /** Whether a name ends in a word for what people build: a street, a hospital. */
  readonly isSite: (name: string) => boolean
}

/** How many words back a locating word may stand. */
const reach = 7

export function placeWords(codebook: Codebook): PlaceWords {
  const words = codebook.table('lexicons/en/place-words.csv', ['form', 'part'])
  const part = (name: string) => new Set(words.filter(row => row.part === name).map(({form}) => form))
  const [at, near, region, kind, tie, enter, takesPlace, leads, contest, inside, never] = [
    part('at'),
    part('near'),
    part('region'),
    part('kind'),
    part('tie'),
    part('enter'),
    part('enter-only'),
    part('lead'),
    part('contest'),
    part('inside'),
    part('never')
  ]
  const onlyBehind = new Set(
    codebook
      .table('place-abbreviations.csv', ['form', 'place', 'country', 'alone'])
      .filter(({alone}) => alone === 'no')
      .map(({form}) => form)
  )
  const facilities = new Set(codebook.column('lexicons/en/facilities.csv', 'form'))
  const isSite = (name: string) => facilities.has(name.toLowerCase().split(/\s+/).at(-1)!)
  const common = new Set([
    ...region,
    ...facilities,
    ...codebook.column('lexicons/en/organisation-words.csv', 'form'),
    ...codebook.column('lexicons/en/noun-kinds.csv', 'form')
  ])
  return {at, region, kind, takesPlace, tie, never, common, onlyBehind, locating, isSite}

  function locating(syntax: Syntax, sentence: Sentence, start: number): 'at' | 'near' | null {
    for (let i = start - 1; i >= Math.max(sentence.first, start - reach); i--) {
      const {lower, lemma, upos, text} = syntax.tokens[i]!
      // "north of X", but not "in the north of X".
      const isAway = syntax.tokens[i + 1]?.lower === 'of' && syntax.tokens[i - 1]?.upos !== 'DET'
      if (near.has(lower) && (upos === 'ADP' || upos === 'ADV' || lower === 'outside' || isAway))
        return 'near'
      if (at.has(lower) && upos === 'ADP') return 'at'
      // "The road to Mosul", "entrances to the zone": at its edge.
      if (lower === 'to' && leads.has(syntax.tokens[i - 1]?.lemma ?? '')) return 'near'
      if (enter.has(lemma) && upos === 'VERB') return 'at'
      const [previous, next] = [syntax.tokens[i - 1], syntax.tokens[i + 1]]
      // "fought over X", "the battle for the border town of X", "control of X": there.
      if ((lower === 'for' || lower === 'over') && contest.has(previous?.lemma ?? '')) return 'at'
      if (next?.lower === 'of' && (inside.has(lower) || contest.has(lemma))) return 'at'
      // "in the Mexican city of X", "in two provinces of X", "the gates of the fortified X": go on over these.
      const isPassed =
        upos === 'DET' ||
        upos === 'ADJ' ||
        upos === 'NUM' ||
        region.has(lower) ||
        lower === 'of' ||
        lower === '-' ||
        lower === "'s" ||
        lower === '’s' ||
        (upos === 'NOUN' && region.has(lemma)) ||
        // "In the north of X", "in a mosque of X".
        (syntax.tokens[i + 1]?.lower === 'of' && (near.has(lower) || facilities.has(lemma))) ||
        upos === 'PROPN' ||
        lower === 'highly' ||
        (lower === 'and' && syntax.tokens[i - 1]?.upos === 'PROPN') ||
        text === ','
      if (!isPassed) return null
      // "X, Y": the second name locates as the first does, but only over one comma.
      if (text === ',' && syntax.tokens[i - 1]?.upos !== 'PROPN') return null
    }
    return null
  }
}

/** Whether the sentence is all in capitals, so that a capital says nothing. */
export function isUpper(syntax: Syntax, sentence: Sentence): boolean {
  return syntax.tokensOf(sentence).every(({text}) => !/\p{Ll}/u.test(text))
}
