/**
 * Finds where the text names places, and how: as where something is, as a dateline, as a tie, or in passing.
 *
 *     "near the Green Zone"       locative, near        "Baghdad's Green Zone"   both locative
 *     "Iranian-backed", "Iran said"  modifier           "the election in Peru's past" mentioned
 *
 * A row of capitalised words is a place only as a whole: "Hadi Karbala" is a
 * person, whatever Karbala is. Recognition only; place-resolution.ts decides which one.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {PlaceMention} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import type {Candidate} from './place-candidates.ts'

export interface FoundPlace {
  readonly span: Span
  readonly candidates: readonly Candidate[]
  readonly use: PlaceMention['use']
  readonly position: PlaceMention['position']
}

const longestName = 5
/** Smaller places need a locating word: half the words of a language name some hamlet. */
const wellKnown = 100_000

export function placeFinder(codebook: Codebook, candidatesOf: (written: string) => readonly Candidate[]) {
  const words = codebook.table('lexicons/en/place-words.csv', ['form', 'part'])
  const part = (name: string) => new Set(words.filter(row => row.part === name).map(({form}) => form))
  const [at, near, region, tie, enter, never] = [
    part('at'),
    part('near'),
    part('region'),
    part('tie'),
    part('enter'),
    part('never')
  ]

  return (text: string, syntax: Syntax, sentence: Sentence, taken: readonly Span[]): FoundPlace[] => {
    const found: FoundPlace[] = []
    for (let i = sentence.first; i < sentence.end; i++) {
      const token = syntax.tokens[i]!
      if (!/^\p{Lu}/u.test(token.text) || taken.some(span => span.from < token.to && token.from < span.to))
        continue
      const hit = longestAt(text, syntax, sentence, i)
      if (!hit || (hit.length === 1 && never.has(token.lower))) continue
      const mention = mentionOf(syntax, sentence, i, i + hit.length, hit.candidates)
      if (mention) found.push(mention)
      i += hit.length - 1
    }
    return possessorsToo(text, found)
  }

  function longestAt(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    start: number
  ): {length: number; candidates: readonly Candidate[]} | null {
    for (let length = Math.min(longestName, sentence.end - start); length > 0; length--) {
      const row = syntax.tokens.slice(start, start + length)
      const last = row.at(-1)!
      if (
        !/^[\p{Lu}\p{Nd}]/u.test(last.text) ||
        row.some(({upos, text: word}) => upos === 'PUNCT' && word !== '-' && word !== "'" && word !== '’')
      )
        continue
      const {from, to} = spanOf(row)!
      const candidates = candidatesOf(text.slice(from, to))
      if (candidates.length) return {length, candidates}
    }
    return null
  }

  function mentionOf(
    syntax: Syntax,
    sentence: Sentence,
    start: number,
    end: number,
    candidates: readonly Candidate[]
  ): FoundPlace | null {
    const span = spanOf(syntax.tokens.slice(start, end))!
    const [before, after] = [syntax.tokens[start - 1], syntax.tokens[end]]
    const inside = (token: Token | undefined): token is Token =>
      token !== undefined && token.index >= sentence.first && token.index < sentence.end
    const inRow = (token: Token | undefined) =>
      inside(token) && token.upos === 'PROPN' && /^\p{Lu}/u.test(token.text) && !region.has(token.lower)
    const upper = /^[^\p{Ll}]*$/u.test(
      syntax.tokens
        .slice(sentence.first, sentence.end)
        .map(({text}) => text)
        .join('')
    )
    const next = inside(after) ? syntax.tokens[end + 1] : undefined
    if (inside(after) && after.text === '-' && inside(next))
      return tie.has(next.lower) ? {span, candidates, use: 'modifier', position: 'at'} : null
    if (!upper && (inRow(before) || inRow(after))) return null
    if (inside(before) && (before.text === '-' || before.text === '@')) return null
    const how = locating(syntax, sentence, start)
    const biggest = candidates[0]!.place
    const isKnown =
      biggest.population >= wellKnown || biggest.precision !== 'town' || biggest.id.startsWith('overlay:')
    if (!how && (!isKnown || syntax.tokens[start]!.upos !== 'PROPN')) return null
    const head = syntax.headOf(span)
    const speaks = head?.relation === 'nsubj' && biggest.precision === 'country'
    return {
      span,
      candidates,
      use: how ? 'locative' : speaks ? 'modifier' : 'mentioned',
      position: how ?? 'at'
    }
  }

  /** The word that locates: a preposition before the name, past articles and "central", "the gates of"; or "storm". */
  function locating(syntax: Syntax, sentence: Sentence, start: number): 'at' | 'near' | null {
    for (let i = start - 1; i >= Math.max(sentence.first, start - 7); i--) {
      const {lower, lemma, upos, text} = syntax.tokens[i]!
      if (near.has(lower) && (upos === 'ADP' || upos === 'ADV' || lower === 'outside')) return 'near'
      if (at.has(lower) && upos === 'ADP') return 'at'
      if (enter.has(lemma) && upos === 'VERB') return 'at'
      // "in the Mexican city of X", "the gates of the fortified X": go on over these.
      const isPassed =
        upos === 'DET' ||
        upos === 'ADJ' ||
        region.has(lower) ||
        lower === 'of' ||
        lower === '-' ||
        lower === "'s" ||
        lower === '’s' ||
        (upos === 'NOUN' && region.has(lemma)) ||
        upos === 'PROPN' ||
        lower === 'highly' ||
        text === ','
      if (!isPassed) return null
      // "X, Y": the second name locates as the first does, but only over one comma.
      if (text === ',' && syntax.tokens[i - 1]?.upos !== 'PROPN') return null
    }
    return null
  }
}

/** "Baghdad's Green Zone": the possessor is where the place is. */
function possessorsToo(text: string, found: readonly FoundPlace[]): FoundPlace[] {
  return found.map((place, i) => {
    const next = found[i + 1]
    const joins =
      next &&
      next.use === 'locative' &&
      /^['’]s(?: [\p{Ll}-]+){0,3} $/u.test(text.slice(place.span.to, next.span.from))
    return joins && place.use === 'mentioned' ? {...place, use: 'locative' as const} : place
  })
}
