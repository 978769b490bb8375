/**
 * Where an event happened, of the places that the text locates something in: the likeliest first.
 *
 *     "clashes in Goma, North Kivu"                     Goma before the province
 *     "in Basra a crowd from Amara stoned a convoy"     what the event's own words govern before what others do
 *     "the Mosul blast", "shelled two districts of Kharkiv"   names that the event's own words take in
 *
 * Datelines, ties ("-backed") and whence people come are no places of an event; the layer of places tells them apart.
 */
import type {LocatedPlace, RoleFiller} from '../model/layers.ts'
import {overlaps, type Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'

/** A mention of a place. */
export interface PlaceOfEvent extends Span {
  readonly id: string
  readonly place: LocatedPlace
  /** Whether the words around it say that something is there. */
  readonly locates: boolean
}

const finest: readonly LocatedPlace['precision'][] = ['site', 'town', 'area', 'admin1', 'country']
/** How far up the tree an event is looked for. */
const maxSteps = 6

export function placesOfEvents(places: readonly LocatedPlace[]): PlaceOfEvent[] {
  return places
    .flatMap(place =>
      place.mentions
        .filter(({use}) => use !== 'dateline')
        .map(({from, to, use}) => ({id: place.id, from, to, place, locates: use === 'locative'}))
    )
    .sort((a, b) => a.from - b.from)
}

/** `mentions`: those of the event's sentence. Those in its clause; where there are none, all. */
export function eventPlaces(
  syntax: Syntax,
  event: Token,
  clause: Span,
  mentions: readonly PlaceOfEvent[]
): RoleFiller[] {
  const located = mentions.filter(
    mention =>
      (mention.locates || isTakenIn(syntax, mention, event)) && !isOfWhatCameBefore(syntax, mention, event)
  )
  const own = located.filter(mention => overlaps(mention, clause))
  const ranked = (own.length ? own : located).map(mention => ({
    mention,
    rank:
      (mention.place.lat === null ? 100 : 0) +
      (isHeading(syntax, mention) ? 20 : 0) +
      (isGoverned(syntax, mention, event) ? 0 : 10) +
      finest.indexOf(mention.place.precision) -
      // A village that nobody knows is finer than the province that it borrows its point from.
      (mention.place.gazetteerId === null ? 0.5 : 0)
  }))
  return ranked
    .sort((a, b) => a.rank - b.rank || a.mention.from - b.mention.from)
    .map(({mention: {id, from, to}}) => ({id, from, to}))
}

/** "The Mosul blast": before the noun of the event; "shelled Kharkiv", "the shelling of Kharkiv": what it is done to, or a part of it. */
function isTakenIn(syntax: Syntax, mention: PlaceOfEvent, event: Token): boolean {
  const name = syntax.headOf(mention)
  if (name?.upos !== 'PROPN') return false
  const above = syntax.head(name)
  if (name.relation === 'compound' && mention.place.precision !== 'country')
    return above?.index === event.index || isInRow(syntax, name, event)
  const isHit = (noun: Token | undefined) => noun?.relation === 'obj' || noun?.relation === 'nsubj:pass'
  const isOf = name.relation === 'nmod' && syntax.child(name, 'case')?.lower === 'of'
  if (isOf && above?.index === event.index) return true
  const hit = isOf ? above : name
  return isHit(hit) && syntax.head(hit!)?.index === event.index
}

/** "The Khuzdar mosque blast": nouns alone stand between, whichever of them the tree hangs the name on. */
function isInRow(syntax: Syntax, name: Token, {index, upos}: Token): boolean {
  const between = syntax.tokens.slice(name.index + 1, index)
  return (
    upos === 'NOUN' &&
    name.index < index &&
    between.length <= longestRow &&
    between.every(token => token.upos === 'NOUN' && token.sentence === name.sentence)
  )
}

/** Nouns between a name and the noun of the event. */
const longestRow = 3

/** "Oruro: Gunmen raided a village in Dorna": what heads the sentence is less than what stands in it. */
function isHeading(syntax: Syntax, mention: Span): boolean {
  const last = syntax.within(mention).at(-1)
  const first = last && syntax.sentenceOf(last).first
  return (
    last !== undefined &&
    mention.from === syntax.tokens[first!]!.from &&
    syntax.tokens[last.index + 1]?.text === ':'
  )
}

const laterThan = new Set(['after', 'following', 'since'])

/** "killed 26 after a week of unrest that began in Oruro": Oruro is where the unrest began. */
function isOfWhatCameBefore(syntax: Syntax, mention: Span, event: Token): boolean {
  let at = syntax.headOf(mention)
  for (let steps = 0; at && steps < 2 * maxSteps; steps++) {
    if (at.index === event.index) return false
    const isLater = syntax.children(at, 'case', 'mark').some(({lower}) => laterThan.has(lower))
    if (isLater && !syntax.ancestors(event).includes(at)) return true
    at = syntax.head(at)
  }
  return false
}

/** Whether the event is the first verb, or noun of an event, above the mention. */
function isGoverned(syntax: Syntax, mention: Span, event: Token): boolean {
  let at = syntax.headOf(mention)
  for (let steps = 0; at && steps < maxSteps; steps++) {
    if (at.index === event.index) return true
    if (steps > 0 && at.upos === 'VERB') return false
    at = syntax.head(at)
  }
  return false
}
