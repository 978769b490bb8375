/**
 * Finds where the text names places, and how: as where something is, as a tie, or in passing.
 *
 *     "near the Green Zone"       locative, near        "Baghdad's Green Zone"   both locative
 *     "Iranian-backed", "Danbury police", "University of Mosul"   modifier: whose, not where
 *
 * Three witnesses: the trained recogniser, the gazetteer, and the words around.
 * A person's name is no place, here or later in the report: after "Paul Walsh", "Walsh" is he.
 * Recognition only; place-resolution.ts decides which place is meant.
 */
import type {EntityMention, PlaceMention} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import type {Candidate} from './place-candidates.ts'
import type {PlaceWords} from './place-words.ts'

export interface FoundPlace {
  readonly span: Span
  /** None: the text names a place that the gazetteer does not know. */
  readonly candidates: readonly Candidate[]
  readonly use: PlaceMention['use']
  readonly position: PlaceMention['position']
}

/** Words of a sentence that may name a place, with what the recogniser took them for. */
interface Row extends Span {
  readonly first: number
  readonly end: number
  readonly candidates: readonly Candidate[]
  readonly entity: EntityMention | null
}

const longestName = 6
/** Words before the last of a name in small letters. */
const smallLength = 2
/** Smaller places need a witness beside the gazetteer: half the words of a language name some hamlet. */
const wellKnown = 100_000
/** Length of "the " before a name, in UTF-16 units. */
const article = 4
/** Of Arabic names, written small. */
const articles = new Set('al el ul ad an ar as ash at az ed en er es esh et ez'.split(' '))
const joints = new Set(['de', 'del', 'la', 'los', 'las', 'da', 'do', 'dos', 'das'])
const openings = new Set(['of', 'in', 'for', 'at', 'from'])
const widelyKnown = new Set(['country', 'region', 'admin1', 'capital', 'area', 'site'])

export function placeFinder(
  words: PlaceWords,
  candidatesOf: (written: string) => readonly Candidate[]
): (
  text: string,
  syntax: Syntax,
  sentences: readonly Sentence[],
  entities: readonly EntityMention[]
) => FoundPlace[] {
  return (text, syntax, sentences, entities) => {
    const rows = sentences.flatMap(sentence =>
      rowsIn(text, syntax, sentence, syntax.inSentence(entities, sentence))
    )
    const known = namesOf(text, syntax, rows, entities)
    const found = rows.flatMap(row => mentionOf(text, syntax, row, known) ?? [])
    return possessorsToo(text, found)
  }

  /** Names that the recogniser or the gazetteer knows, the longest at each word. */
  function rowsIn(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    entities: readonly EntityMention[]
  ): Row[] {
    const rows: Row[] = []
    for (let i = sentence.first; i < sentence.end; i++) {
      const token = syntax.tokens[i]!
      const isArticle = articles.has(token.text) && syntax.tokens[i + 1]?.text === '-'
      if ((!isArticle && !/^[\p{Lu}#]/u.test(token.text)) || token.lower === 'the') {
        const row = smallName(text, syntax, sentence, token)
        if (row) rows.push(row)
        continue
      }
      const entity = entityAt(entities, token)
      const row = namedPlace(text, syntax, entity, token) ?? longestAt(text, syntax, sentence, i, entity)
      if (!row) continue
      rows.push(withKind(text, syntax, sentence, row))
      i = rows.at(-1)!.end - 1
    }
    return rows
  }

  /** "Zamzam camp", "Al-Hol refugee camp": the small words behind belong to a name that the gazetteer knows with them. */
  function withKind(text: string, syntax: Syntax, sentence: Sentence, row: Row): Row {
    for (let end = Math.min(row.end + smallLength, sentence.end); end > row.end; end--) {
      const last = syntax.tokens[end - 1]!
      if (!words.common.has(last.lower) || /^\p{Lu}/u.test(last.text)) continue
      const candidates = candidatesOf(text.slice(row.from, last.to)).filter(({by}) => by === 'name')
      if (candidates.length) return {...row, to: last.to, end, candidates}
    }
    return row
  }

  /** "The green zone": names that analysts gave are found in small letters, where they end in a word for a place. */
  function smallName(text: string, syntax: Syntax, sentence: Sentence, token: Token): Row | null {
    if (!words.region.has(token.lower)) return null
    for (let first = Math.max(sentence.first, token.index - smallLength); first < token.index; first++) {
      const span = spanOf(syntax.tokens.slice(first, token.index + 1))!
      const written = text.slice(span.from, span.to)
      if (written !== written.toLowerCase() || syntax.tokens[first]!.upos === 'DET') continue
      const candidates = candidatesOf(written).filter(
        ({place, by}) => by === 'name' && place.id.startsWith('overlay:')
      )
      if (candidates.length) return {...span, first, end: token.index + 1, candidates, entity: null}
    }
    return null
  }

  /** A place by the recogniser, without the article, as a whole; unless the gazetteer knows its beginning, and the rest tells of that. */
  function namedPlace(text: string, syntax: Syntax, entity: EntityMention | null, token: Token): Row | null {
    const called = isCalled(syntax, token) && entity?.type !== 'location'
    if (!called && entity?.type !== 'location') return null
    const all = called ? capitals(syntax, token) : syntax.within(entity!)
    const own = all.slice(all[0]!.upos === 'DET' ? 1 : 0, /^['’]s?$/.test(all.at(-1)!.text) ? -1 : undefined)
    if (own[0]?.index !== token.index) return null
    const more = restOfName(syntax, syntax.sentenceOf(token), own.at(-1)!.index + 1)
    const tokens = syntax.tokens.slice(token.index, own.at(-1)!.index + 1 + more)
    const span = spanOf(tokens)!
    const candidates = candidatesOf(text.slice(span.from, span.to))
    const row = {...span, first: token.index, end: tokens.at(-1)!.index + 1, candidates, entity}
    if (candidates.length) return row
    const part = longestAt(text, syntax, syntax.sentenceOf(token), token.index, entity)
    // "Freedom Square in Kharkiv": the gazetteer knows it with its town.
    if (part && part.end > row.end) return part
    if (tokens.length === 1) return row
    // The recogniser ran two names together.
    if (tokens.some(({text: word, lower}) => lower === 'and' || /^['’]s$/.test(word))) return null
    const next = part && syntax.tokens[part.end]
    // "Mieh Mieh camp", "Goma, North Kivu" hold a known name; "Dublin Road" is another thing.
    return next && (next.from >= span.to || next.text === ',' || words.region.has(next.lower)) ? null : row
  }

  /** "The village of Kafr Nabl", "the al-Rashid district": called a place by the words around. */
  function isCalled(syntax: Syntax, {index, sentence}: Token): boolean {
    if (syntax.tokens[index - 1]?.lower === 'of' && words.region.has(syntax.tokens[index - 2]?.lower ?? ''))
      return true
    const row = capitals(syntax, syntax.tokens[index]!)
    const next = syntax.tokens[(row.at(-1)?.index ?? index) + 1]
    return row.length > 0 && next?.sentence === sentence && words.kind.has(next.lower)
  }

  function longestAt(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    start: number,
    entity: EntityMention | null
  ): Row | null {
    for (let length = Math.min(longestName, sentence.end - start); length > 0; length--) {
      const tokens = syntax.tokens.slice(start, start + length)
      if (!/^[\p{Lu}\p{Nd}#]/u.test(tokens.at(-1)!.text) || tokens.some(breaksName)) continue
      const span = spanOf(tokens)!
      const candidates = candidatesOf(text.slice(span.from, span.to))
      if (candidates.length === 0) continue
      const end = start + length + restOfName(syntax, sentence, start + length)
      if (end === start + length) return {...span, first: start, end, candidates, entity}
      // "San Luis" is no part of what "San Luis de la Reina" means.
      return {from: span.from, to: syntax.tokens[end - 1]!.to, first: start, end, candidates: [], entity}
    }
    return null
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
    const one = end - first === 1 ? syntax.tokens[first]! : null
    // "Russians": people, not a place.
    if (best?.by === 'demonym')
      return one?.xpos.endsWith('S') && one.lower.endsWith('s') ? null : as('modifier')
    if (one && words.never.has(one.lower)) return null
    if (after?.text === '-' && words.tie.has(syntax.tokens[end + 1]?.lower ?? '')) return as('modifier')
    if (best?.by === 'short' && before?.text !== ',' && words.onlyBehind.has(name)) return null
    const how = words.locating(syntax, sentence, first)
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
      token?.upos === 'PROPN' && /^\p{Lu}/u.test(token.text) && !words.region.has(token.lower)
    if (!words.isUpper(syntax, sentence) && (inRow(before) || inRow(after)))
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

/** How many words go on with a Spanish or Portuguese name: "de la Reina". */
function restOfName(syntax: Syntax, sentence: Sentence, from: number): number {
  let end = from
  while (end < sentence.end && joints.has(syntax.tokens[end]!.lower)) end++
  const next = syntax.tokens[end]
  return end > from && end < sentence.end && /^\p{Lu}/u.test(next!.text) ? end + 1 - from : 0
}

/** Capitalised words in a row. */
function capitals(syntax: Syntax, {index, sentence}: Token): Token[] {
  const row: Token[] = []
  for (let i = index; row.length < longestName; i++) {
    const token = syntax.tokens[i]
    const isJoint = articles.has(token?.text ?? '') || token?.text === '-'
    if (token?.sentence !== sentence || (!isJoint && !/^\p{Lu}/u.test(token.text))) break
    row.push(token)
  }
  while (row.length && !/^\p{Lu}/u.test(row.at(-1)!.text)) row.pop()
  return row
}

/** What covers the word: a name, else a description of a person that is this very word ("[Hill]'s car"). */
function entityAt(entities: readonly EntityMention[], token: Token): EntityMention | null {
  const covering = entities.filter(({from, to}) => from <= token.from && token.to <= to)
  return (
    covering.find(({named}) => named) ??
    covering.find(({type, from, to}) => type === 'person' && from === token.from && to === token.to) ??
    null
  )
}

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

function breaksName({upos, text}: Token): boolean {
  return upos === 'PUNCT' && !['-', "'", '’', '#'].includes(text)
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
