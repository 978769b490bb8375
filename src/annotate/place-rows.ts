/**
 * Finds the words of a sentence that may name a place: what the recogniser calls one, what the gazetteer knows, what the words around call one.
 *
 *     "Goma, North Kivu"                two, however the recogniser cuts them
 *     "San Luis de la Reina"            one, though the gazetteer only knows San Luis
 *     "Zamzam camp", "the green zone"   with the small words that belong to them
 *     "the village of Tamarqui"         one that nobody knows
 *
 * Whether a place is meant at all is decided in place-mentions.ts.
 */
import {startsUpper} from '../algorithms/letters.ts'
import type {EntityMention} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import type {Candidate} from './place-candidates.ts'
import {isUpper, type PlaceWords} from './place-words.ts'

/** Words of a sentence that may name a place, with what the recogniser took them for. */
export interface Row extends Span {
  readonly first: number
  readonly end: number
  readonly candidates: readonly Candidate[]
  readonly entity: EntityMention | null
}

const longestName = 6
/** A place of so many people behind a hyphen is another name. */
const ownName = 50_000
/** Words before the last of a name in small letters. */
const smallLength = 2
/** Of Arabic names, written small. */
const articles = new Set('al el ul ad an ar as ash at az ed en er es esh et ez'.split(' '))
const joints = new Set(['de', 'del', 'la', 'los', 'las', 'da', 'do', 'dos', 'das'])

export interface RowFinder {
  /** In text order, not overlapping. */
  rowsIn(text: string, syntax: Syntax, sentence: Sentence, entities: readonly EntityMention[]): Row[]
  /** "The village of Kafr Nabl", "the al-Rashid district": called a place by the words around. */
  isCalled(syntax: Syntax, token: Token): boolean
}

export function rowFinder(
  words: PlaceWords,
  candidatesOf: (written: string) => readonly Candidate[]
): RowFinder {
  return {rowsIn, isCalled}

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
      // "At Kagara, ...": the word before a place, no article of its name.
      const isWord = token.upos === 'ADP' || token.upos === 'SCONJ' || token.upos === 'DET'
      if (isWord && articles.has(token.lower) && syntax.tokens[i + 1]?.text !== '-') continue
      const entity = entityAt(entities, token)
      // "Al-Hasakah": the recogniser may end the name behind the article.
      const isCut = articles.has(token.lower) && syntax.tokens[i + 1]?.text === '-' && entity?.to === token.to
      const named = isCut ? null : namedPlace(text, syntax, entity, token)
      const row = named ?? longestAt(text, syntax, sentence, i, entity)
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
      if (!words.common.has(last.lower) || startsUpper(last.text)) continue
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
    if (all.length === 0) return null
    const own = all.slice(all[0]!.upos === 'DET' ? 1 : 0, /^['’]s?$/.test(all.at(-1)!.text) ? -1 : undefined)
    if (own[0]?.index !== token.index) return null
    const more = goesOn(text, syntax, syntax.sentenceOf(token), own.at(-1)!.index + 1)
    const tokens = syntax.tokens.slice(token.index, own.at(-1)!.index + 1 + more)
    const span = spanOf(tokens)!
    const candidates = candidatesOf(text.slice(span.from, span.to))
    const row = {...span, first: token.index, end: tokens.at(-1)!.index + 1, candidates, entity}
    if (candidates.length) return row
    const part = longestAt(text, syntax, syntax.sentenceOf(token), token.index, entity)
    // "Freedom Square in Kharkiv": the gazetteer knows it with its town.
    if (part && part.end >= row.end) return part
    if (tokens.length === 1) return row
    // The recogniser ran two names together.
    if (tokens.some(({text: word, lower}) => lower === 'and' || /^['’]s$/.test(word))) return null
    const next = part && syntax.tokens[part.end]
    // "Mieh Mieh camp", "Goma, North Kivu" hold a known name; "Dublin Road" is another thing.
    return next && (next.from >= span.to || next.text === ',' || words.region.has(next.lower)) ? null : row
  }

  function isCalled(syntax: Syntax, {index, sentence}: Token): boolean {
    if (syntax.tokens[index - 1]?.lower === 'of' && words.region.has(syntax.tokens[index - 2]?.lower ?? ''))
      return true
    const row = capitals(syntax, syntax.tokens[index]!)
    const next = syntax.tokens[(row.at(-1)?.index ?? index) + 1]
    if (row.length === 0 || next?.sentence !== sentence) return false
    return words.kind.has(next.lower) || headsWithTown(syntax, index, next)
  }

  /** "Majengo (Goma): Gunmen ...": what heads a sentence with its town behind. */
  function headsWithTown(syntax: Syntax, index: number, opening: Token): boolean {
    const {first, end} = syntax.sentenceOf(opening)
    if (index !== first || opening.text !== '(') return false
    const close = syntax.tokens.slice(opening.index, end).findIndex(({text}) => text === ')') + opening.index
    const inside = syntax.tokens.slice(opening.index + 1, Math.max(close, opening.index + 1))
    return (
      inside.length > 0 &&
      syntax.tokens[close + 1]?.text === ':' &&
      candidatesOf(inside.map(({text}) => text).join(' ')).some(({by}) => by === 'name')
    )
  }

  /** How many words a name goes on: "San Luis" de la Reina, "Katsina"-Ala; not "Turkey"-Syria, two names of their own. */
  function goesOn(text: string, syntax: Syntax, sentence: Sentence, from: number): number {
    const [hyphen, next] = [syntax.tokens[from], syntax.tokens[from + 1]]
    const isJoined =
      hyphen?.text === '-' &&
      next?.sentence === sentence.index &&
      text.slice(hyphen.from - 1, next.from + 1).trim().length === 3 &&
      /^\p{Lu}\p{Ll}/u.test(next.text)
    if (!isJoined) return restOfName(syntax, sentence, from)
    const other = candidatesOf(next.text)[0]
    const isOwn =
      other &&
      (other.by === 'demonym' ||
        other.place.kind === 'country' ||
        (other.by === 'name' && other.place.population >= ownName))
    return isOwn ? 0 : 2
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
      // "Al-Hasakah" where the gazetteer has the name without the article; "Al" alone names nothing.
      const hasArticle = articles.has(tokens[0]!.lower) && syntax.tokens[start + 1]?.text === '-'
      if (hasArticle && length < 3) continue
      const whole = candidatesOf(text.slice(span.from, span.to))
      const candidates =
        hasArticle && whole.length === 0 ? candidatesOf(text.slice(tokens[2]!.from, span.to)) : whole
      if (candidates.length === 0) continue
      const end = start + length + goesOn(text, syntax, sentence, start + length)
      if (end === start + length) return {...span, first: start, end, candidates, entity}
      // "San Luis" is no part of what "San Luis de la Reina" means.
      return {from: span.from, to: syntax.tokens[end - 1]!.to, first: start, end, candidates: [], entity}
    }
    return null
  }
}

/** How many words go on with a Spanish or Portuguese name: "de la Reina". */
function restOfName(syntax: Syntax, sentence: Sentence, from: number): number {
  let end = from
  while (end < sentence.end && joints.has(syntax.tokens[end]!.lower)) end++
  const next = syntax.tokens[end]
  return end > from && end < sentence.end && startsUpper(next!.text) ? end + 1 - from : 0
}

/** Capitalised words in a row; where all words are, those that the tags call names. */
function capitals(syntax: Syntax, {index, sentence}: Token): Token[] {
  const row: Token[] = []
  const upper = isUpper(syntax, syntax.sentences[sentence]!)
  for (let i = index; row.length < longestName; i++) {
    const token = syntax.tokens[i]
    const isJoint = articles.has(token?.text ?? '') || token?.text === '-'
    if (token?.sentence !== sentence || (!isJoint && !startsUpper(token.text))) break
    if (upper && !isJoint && token.upos !== 'PROPN') break
    row.push(token)
  }
  while (row.length && !startsUpper(row.at(-1)!.text)) row.pop()
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

function breaksName({upos, text}: Token): boolean {
  return upos === 'PUNCT' && !['-', "'", '’', '#'].includes(text)
}
