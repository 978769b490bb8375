/**
 * Finds where the text names places, and how: as where something is, as a tie, or in passing.
 *
 *     "near the Green Zone"       locative, near        "Baghdad's Green Zone"   both locative
 *     "- Goma: two drivers ..."    heads a paragraph, and locates what it tells
 *     "Iranian-backed", "Danbury police", "University of Mosul"   modifier: whose, not where
 *
 * Three witnesses: the trained recogniser, the gazetteer, and the words around.
 * A person's name is no place, here or later in the report: after "Paul Walsh", "Walsh" is he.
 * Recognition only; place-resolution.ts decides which place is meant.
 */
import {startsUpper} from '../algorithms/letters.ts'
import type {EntityMention, PlaceMention} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import type {Candidate} from './place-candidates.ts'
import {type Row, rowFinder} from './place-rows.ts'
import {isUpper, type PlaceWords} from './place-words.ts'

export interface FoundPlace {
  readonly span: Span
  /** None: the text names a place that the gazetteer does not know. */
  readonly candidates: readonly Candidate[]
  readonly use: PlaceMention['use']
  readonly position: PlaceMention['position']
  /** Whether its words say that it is something built or found in one place. */
  readonly isSite?: boolean
}

/** Smaller places need a witness beside the gazetteer: half the words of a language name some hamlet. */
const wellKnown = 100_000
const widelyKnown = new Set(['country', 'region', 'admin1', 'capital', 'area', 'site'])
/** Length of "the " before a name, in UTF-16 units. */
const article = 4
const openings = new Set(['of', 'in', 'for', 'at', 'from'])

export function placeFinder(
  words: PlaceWords,
  candidatesOf: (written: string) => readonly Candidate[]
): (
  text: string,
  syntax: Syntax,
  sentences: readonly Sentence[],
  entities: readonly EntityMention[]
) => FoundPlace[] {
  const {rowsIn, isCalled} = rowFinder(words, candidatesOf)

  return (text, syntax, sentences, entities) => {
    const rows = sentences.flatMap(sentence =>
      rowsIn(text, syntax, sentence, syntax.inSentence(entities, sentence))
    )
    const known = namesOf(text, syntax, rows, entities)
    const found = rows.flatMap(row => mentionOf(text, syntax, row, known) ?? [])
    return possessorsToo(text, found)
  }

  function mentionOf(text: string, syntax: Syntax, row: Row, known: KnownNames): FoundPlace | null {
    const {first, end, candidates, entity} = row
    const span = {from: row.from, to: row.to}
    const name = text.slice(span.from, span.to)
    const sentence = syntax.sentenceOf(syntax.tokens[first]!)
    const inside = (token: Token | undefined): token is Token =>
      token !== undefined && token.index >= sentence.first && token.index < sentence.end
    const [before, after] = [syntax.tokens[first - 1], syntax.tokens[end]].map(token =>
      inside(token) ? token : undefined
    )
    const as = (use: FoundPlace['use'], position: FoundPlace['position'] = 'at'): FoundPlace => ({
      span,
      candidates,
      use,
      position
    })
    const best = candidates[0]
    const isNamed = best
      ? best.by !== 'demonym'
      : entity?.type === 'location' || isCalled(syntax, syntax.tokens[first]!)
    if (isNamed && headsParagraph(text, span)) return as('locative')
    const one = end - first === 1 ? syntax.tokens[first]! : null
    // "Russians": people, not a place.
    if (best?.by === 'demonym')
      return one?.xpos.endsWith('S') && one.lower.endsWith('s') ? null : as('modifier')
    if (one && words.never.has(one.lower)) return null
    if (after?.text === '-' && words.tie.has(syntax.tokens[end + 1]?.lower ?? '')) return as('modifier')
    if (best?.by === 'short' && before?.text !== ',' && words.onlyBehind.has(name)) return null
    const upper = isUpper(syntax, sentence)
    const how = words.locating(syntax, sentence, first)
    // In capitals the tags err more: what is tagged no name is a place right behind "in", if it is a large one.
    const isLarge = how && before?.upos === 'ADP' && (best?.place.population ?? 0) >= wellKnown
    if (upper && entity?.type !== 'location' && syntax.tokens[first]!.upos !== 'PROPN' && !isLarge)
      return null
    // "The village of Kafr Nabl", "Goma, North Kivu": the words around outweigh the recogniser.
    const isPlaced = ({from}: Row) =>
      (isCalled(syntax, syntax.tokens[first]!) && (entity === null || entity.from === from)) ||
      (best?.by === 'name' && before !== undefined && words.takesPlace.has(before.lemma)) ||
      (how !== null &&
        best !== undefined &&
        (after?.text === ',' || after?.lower === 'and') &&
        known.starts.has(syntax.tokens[end + 1]?.from ?? -1))
    const isBehind = before !== undefined && openings.has(before.lower)
    if (entity?.type === 'person' && !isPlaced(row))
      // "Amina Musa of Colleyville": the recogniser took the place for a part of the name.
      return isBehind && before.from >= entity.from && best ? as('mentioned') : null
    if (one && known.persons.has(one.lower) && !(how && entity?.type === 'location')) return null
    if (entity?.type === 'location' || isPlaced(row)) {
      const opens =
        !entity ||
        row.from - entity.from <= article ||
        before?.text === ',' ||
        before?.lower === 'and' ||
        isBehind
      // A name that neither the gazetteer nor the words around call a place may be anything.
      const isPlace = opens && (best !== undefined || how !== null || isPlaced(row) || words.isSite(name))
      return isPlace ? as(how ? 'locative' : 'mentioned', how ?? 'at') : null
    }
    // A name that goes on where the gazetteer's ends: a place where the words around say so.
    if (!best && how && entity === null) return as('locative', how)
    if (
      !best ||
      (one &&
        (words.common.has(one.lower) ||
          (one.text.length < 3 && best.by === 'name' && best.place.kind !== 'country')))
    )
      return null
    const isKnown =
      known.places.has(name) ||
      best.place.population >= wellKnown ||
      widelyKnown.has(best.place.kind) ||
      words.region.has(syntax.tokens[end - 1]!.lower)
    if (entity && entity.type !== 'nationality') {
      // Names of bodies hold the place they belong to at their beginning, or behind "of".
      const opens = row.from - entity.from <= article && row.to < entity.to
      return (opens || isBehind) && isKnown ? as('modifier') : null
    }
    const inRow = (token: Token | undefined) =>
      token?.upos === 'PROPN' && startsUpper(token.text) && !words.region.has(token.lower)
    if (!upper && (inRow(before) || inRow(after)))
      // "Beaconsfield Mayor Ana B.": the place before a title.
      return known.places.has(name) && !inRow(before) ? as('modifier') : null
    if (before?.text === '-' || before?.text === '@') return null
    const isName = syntax.tokens[first]!.upos === 'PROPN'
    if (how) return isName || isKnown ? as('locative', how) : null
    if (!isKnown || !isName) return null
    const head = syntax.headOf(span)
    const modifies = head && ['compound', 'amod', 'nmod:poss'].includes(head.relation)
    const speaks = head?.relation === 'nsubj' && best.place.precision === 'country'
    return as(modifies || speaks ? 'modifier' : 'mentioned')
  }
}

/** "Goma: ...", "Majengo (Goma): ...", "- Goma, North Kivu: ...", "3. Goma - ...": all that stands before a colon or dash at the beginning of a line. */
function headsParagraph(text: string, {from, to}: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  if (line.length > bullet || !/^\s*(?:[-–—•*·]|\(?\d{1,2}[.)])?\s*$/.test(line)) return false
  return /^(?: \([\p{Lu}][\p{L} '’-]{2,24}\))?(?:, [\p{Lu}][\p{L} '’-]{2,24})?(?::\s|\s[–—-]{1,2}\s)/u.test(
    text.slice(to, to + 40)
  )
}

/** Letters of a bullet and the blanks around it at most. */
const bullet = 12

interface KnownNames {
  /** Words that name persons in this report, small. */
  readonly persons: ReadonlySet<string>
  /** Names that are places somewhere in this report, as written. */
  readonly places: ReadonlySet<string>
  /** Where the recogniser sees a place begin. */
  readonly starts: ReadonlySet<number>
}

/** What the recogniser is sure of once holds for the whole report. */
function namesOf(
  text: string,
  syntax: Syntax,
  rows: readonly Row[],
  entities: readonly EntityMention[]
): KnownNames {
  const persons = new Set<string>()
  for (const {type, named, ...span} of entities) {
    if (type !== 'person' || !named) continue
    const tokens = syntax.within(span)
    if (tokens.length > 1) persons.add(tokens.at(-1)!.lower)
  }
  const places = rows
    .filter(
      ({entity, first, end}) =>
        entity?.type === 'location' && !(end - first === 1 && persons.has(syntax.tokens[first]!.lower))
    )
    .map(({from, to}) => text.slice(from, to))
  const starts = new Set(entities.filter(({type}) => type === 'location').map(({from}) => from))
  return {persons, places: new Set(places), starts}
}

/** "Baghdad's Green Zone": the possessor is where the place is. */
function possessorsToo(text: string, found: readonly FoundPlace[]): FoundPlace[] {
  return found.map((place, i) => {
    const next = found[i + 1]
    const joins =
      next &&
      next.use === 'locative' &&
      /^['’]s(?: [\p{Ll}-]+){0,3} $/u.test(text.slice(place.span.to, next.span.from))
    return joins && place.use !== 'locative' ? {...place, use: 'locative' as const} : place
  })
}
