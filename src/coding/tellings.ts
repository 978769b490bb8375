/**
 * What each claim says about which happening it belongs to: its place, its day, the mention it was made of, and what sets it apart.
 */
import type {Claim} from '../model/contract.ts'
import type {Annotated, EventMention, LocatedPlace} from '../model/layers.ts'
import {type Quote, quote} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {Discourse} from './discourse.ts'

export interface Telling {
  readonly claim: Claim
  readonly sentence: number
  readonly paragraph: number
  /** What the claim was made of, where it tells an event. */
  readonly mention: EventMention | null
  /** Where it happened: one place, or each of several that stand side by side ("in Batumi and Kutaisi"). */
  readonly places: readonly string[]
  /** Words of its sentence that tell of another happening. */
  readonly apart: Quote | null
  /** Words that tell of several happenings at once ("three attacks"). */
  readonly several: Quote | null
}

type Read = Annotated<'header' | 'syntax' | 'places' | 'events'>

/** Claims in the order of the text. */
export function tellingsOf(report: Read, claims: readonly Claim[], discourse: Discourse): Telling[] {
  const {syntax, events, places} = report
  const mentions = new Map(events.map(event => [keyOf(event.type, event.trigger.from), event]))
  const heading = placeOfFirstParagraph(report)
  let apartSaid = -1
  return claims.map(claim => {
    const {event} = claim
    const mention = event ? (mentions.get(keyOf(event.type, event.trigger.from)) ?? null) : null
    const sentence = syntax.sentenceAt(event?.trigger.from ?? claim.quote.from)?.index ?? 0
    const apart = event && apartSaid !== sentence ? discourse.apartIn(sentence) : null
    if (apart) apartSaid = sentence
    const own = event?.place ? [event.place] : heading?.sentences.has(sentence) ? [heading.place] : []
    return {
      claim,
      sentence,
      paragraph: discourse.paragraphs[sentence] ?? 0,
      mention,
      places: mention ? sideBySide(syntax, mention, places, own) : own,
      apart,
      several: mention && severalIn(report, mention)
    }
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
