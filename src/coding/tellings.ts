/**
 * What each claim says about which happening it belongs to: its place, its day, the mention it was made of, and what sets it apart.
 */
import {isVerb} from '../languages/en/clauses.ts'
import type {Claim} from '../model/contract.ts'
import type {When} from '../model/date.ts'
import type {Annotated, EventMention, LocatedPlace} from '../model/layers.ts'
import {type Quote, quote, type Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {Discourse} from './discourse.ts'
import {dayOfEntries, placesOfParagraphs} from './headed-paragraphs.ts'

export interface Telling {
  readonly claim: Claim
  readonly sentence: number
  readonly paragraph: number
  /** What the claim was made of, where it tells an event. */
  readonly mention: EventMention | null
  /** Where it happened: one place, or each of several that stand side by side ("in Batumi and Kutaisi"). */
  readonly places: readonly string[]
  readonly when: When | null
  /** Words of its sentence that tell of another happening. */
  readonly apart: Quote | null
  /** The distance of days and more behind which it is told ("two weeks after"). */
  readonly lag: Quote | null
  /** Words that tell of several happenings at once ("three attacks"). */
  readonly several: Quote | null
}

type Read = Annotated<'header' | 'syntax' | 'places' | 'events' | 'claims'>

/** Claims in the order of the text. */
export function tellingsOf(report: Read, claims: readonly Claim[], discourse: Discourse): Telling[] {
  const {syntax, events, places} = report
  const mentions = new Map(events.map(event => [keyOf(event.type, event.trigger.from), event]))
  const heading = placeOfFirstParagraph(report)
  const headed = placesOfParagraphs(report)
  const dayOf = dayOfEntries(report)
  const inSentence = Map.groupBy(events, ({token}) => syntax.tokens[token]!.sentence)
  const times = new Map(
    report.claims.map(({claim, reasons}) => [
      claim.id,
      // What tells the day is what speaks of it again: "the attack on 4 February".
      reasons.find(({value, rule}) => value === 'event.when' && rule !== 'time-of-retelling')?.words[0]
    ])
  )
  let apartSaid = -1
  return claims.map(claim => {
    const {event} = claim
    const mention = event ? (mentions.get(keyOf(event.type, event.trigger.from)) ?? null) : null
    const sentence = syntax.sentenceAt(event?.trigger.from ?? claim.quote.from)?.index ?? 0
    const lag = mention && discourse.behindLag(mention)
    const apart = event && !lag && apartSaid !== sentence ? discourse.apartIn(sentence) : null
    if (apart) apartSaid = sentence
    // "He called the killing an attempt to harm talks in Geneva on Friday": neither place nor day is the killing's.
    const isOwn = (words: Span | undefined) => !mention || !words || !isSpokenOf(syntax, mention, words)
    const own =
      event?.place && isOwn(mention?.places[0])
        ? [event.place]
        : heading?.sentences.has(sentence)
          ? [placeBeside(mention, inSentence.get(sentence)) ?? heading.place]
          : [headed.get(sentence) ?? []].flat()
    return {
      claim,
      sentence,
      paragraph: discourse.paragraphs[sentence] ?? 0,
      mention,
      when: event?.when && isOwn(times.get(claim.id)) ? event.when : event ? dayOf(sentence) : null,
      places: mention ? sideBySide(syntax, mention, places, own) : own,
      apart,
      lag,
      several: mention && severalIn(report, mention)
    }
  })
}

/** "Oruro: Gunmen raided a village in Dorna, abducting two": the place of what is told beside it, before that of the heading. */
function placeBeside(
  mention: EventMention | null,
  others: readonly EventMention[] = []
): string | null | undefined {
  const [place] = others.flatMap(({token, places}) => (token === mention?.token ? [] : places.slice(0, 1)))
  return place?.id
}

/** What the words that speak of a happening again do not hold is not its own. */
function isSpokenOf(syntax: Syntax, {token}: EventMention, words: Span): boolean {
  const noun = syntax.tokens[token]!
  return !isVerb(noun) && isDefinite(syntax, noun) && !holds(syntax, noun, words)
}

const articles = new Set(['the', 'this', 'that', 'these', 'those', 'his', 'her', 'their', 'its'])
const isDefinite = (syntax: Syntax, noun: Token) =>
  syntax.children(noun, 'det', 'nmod:poss').some(({lower}) => articles.has(lower))

/** Whether a place or time stands below the noun, or below the verb that it is the subject of: "the killings took place in Makurdi". */
function holds(syntax: Syntax, noun: Token, words: Span): boolean {
  const name = syntax.headOf(words)
  if (!name) return false
  const head = syntax.head(noun)
  // "One of the blasts, in Mosul".
  const holder = head?.lower === 'one' ? head : noun
  const above = syntax.ancestors(name)
  if (above.includes(holder)) return true
  // "the bombing of a mosque last week": right behind the phrase, wherever the tree hangs it.
  const last = syntax.subtree(holder).at(-1)!
  const [first] = syntax.within(words)
  if (first && first.index === last.index + 1 && last.index > holder.index) return true
  return holder.relation.startsWith('nsubj') && above.find(isVerb) === syntax.head(holder)
}

/** "The attack in Ankara", where it was told without a place: words that speak of it again and hold one. */
export function placesSpokenOf({syntax, events}: Read): {mention: EventMention; place: string}[] {
  return events.flatMap(mention => {
    const [place] = mention.places
    const noun = syntax.tokens[mention.token]!
    return mention.retold && place?.id && holds(syntax, noun, place) ? [{mention, place: place.id}] : []
  })
}

/** "Three attacks", "a series of blasts", "violence in two provinces": more than one happening, told as one. */
function severalIn(report: Read, {token}: EventMention): Quote | null {
  const {text, syntax} = report
  const noun = syntax.tokens[token]!
  const regions = syntax
    .tokensOf(syntax.sentenceOf(noun))
    .find(word => word.xpos === 'NNS' && kindsOfPlace.has(word.lemma) && numberOf(syntax, word) !== undefined)
  if (regions) return quote(text, {from: numberOf(syntax, regions)!.from, to: regions.to})
  if (noun.xpos !== 'NNS' && noun.xpos !== 'NNPS') return null
  const above = syntax.head(noun)
  const isRow = above !== undefined && noun.relation === 'nmod' && rows.has(above.lemma)
  const first = isRow ? above : syntax.child(noun, 'nummod')
  const isTwin = syntax.tokens[token - 1]?.lower === 'twin'
  if (!first && !isTwin) return null
  const from = first ? Math.min(first.from, noun.from) : syntax.tokens[token - 1]!.from
  return quote(text, {from, to: noun.to})
}

/** "two provinces", "several towns" */
function numberOf(syntax: Syntax, noun: Token): Token | undefined {
  return (
    syntax.child(noun, 'nummod') ??
    syntax
      .children(noun, 'amod')
      .find(({lower}) => ['several', 'many', 'various', 'different', 'other'].includes(lower))
  )
}

const kindsOfPlace = new Set(
  'province district town city part area village region state county governorate location place'.split(' ')
)
const rows = new Set(['series', 'wave', 'string', 'spate', 'number', 'dozen', 'pair'])

const keyOf = (type: string, from: number) => `${type} ${from}`

/** "Bombs exploded in Baghdad and Mosul": two places, and none of them in the other. */
function sideBySide(
  syntax: Syntax,
  mention: EventMention,
  places: readonly LocatedPlace[],
  own: readonly string[]
): readonly string[] {
  const [first, ...others] = mention.places
  const name = first && syntax.headOf(first)
  if (!name || first.id !== own[0] || syntax.child(name, 'case')?.lower === 'between') return own
  const precision = (id: string | null) => places.find(place => place.id === id)?.precision
  const beside = others.filter(other => {
    const noun = syntax.headOf(other)
    return (
      other.id !== null &&
      other.id !== first.id &&
      precision(other.id) === precision(first.id) &&
      noun?.relation === 'conj' &&
      syntax.ancestors(noun).includes(name)
    )
  })
  return [...new Set([...own, ...beside.map(({id}) => id!)])]
}

/** Where paragraphs are headed by towns, the dateline heads the first of them. */
function placeOfFirstParagraph({text, header, syntax, places}: Read) {
  const {dateline} = header
  if (!dateline) return null
  const isHeading = ({from, to}: {from: number; to: number}) =>
    from > dateline.span.to && /\n\s*$/.test(text.slice(Math.max(0, from - 4), from)) && text[to] === ':'
  const place = places.find(({mentions}) => mentions.some(({use}) => use === 'dateline'))
  if (!place || !places.some(({mentions}) => mentions.some(isHeading))) return null
  const end = text.indexOf('\n', dateline.span.to)
  const inside = syntax.sentences.filter(({from}) => from >= dateline.span.from && (end < 0 || from < end))
  return {place: place.id, sentences: new Set(inside.map(({index}) => index))}
}
