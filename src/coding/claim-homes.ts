/**
 * To which happening the claims belong that tell no event: figures, denials, motives, a lack of confirmation.
 *
 *     "The Mosul blast killed nine"     to the blast that was told of Mosul
 *     "Two people died in Kherson"      to what happened there
 *     "Police shot two men in Gao"      to the event of the same words
 *     "Two more died in hospital"       to what was told last
 *     "the bombings in Karachi that killed 40"   to none, where the report tells nothing else of Karachi
 *     "Elsewhere two soldiers died"     to none: what is told elsewhere is no event that the codebook knows
 */
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import type {Annotated, EventMention} from '../model/layers.ts'
import {contains} from '../model/span.ts'
import type {Context, Happening} from './happenings.ts'
import {samePlace} from './same-place.ts'
import {isSumOfSeveral} from './sums.ts'
import type {Telling} from './tellings.ts'
import {threatIn} from './threats.ts'

/** Ids of the chains of happenings by the tokens that they hold. */
export function chainsByToken({coreference}: Annotated<'coreference'>): ReadonlyMap<number, number> {
  return new Map(
    coreference.flatMap(({id, of, mentions}) =>
      of === 'event' ? mentions.map(({token}): [number, number] => [token, id]) : []
    )
  )
}

/** Which happening the mention of an event speaks of, told or told again. */
export type HappeningOf = (mention: EventMention) => Happening | null

export function happeningFinder(found: readonly Happening[], {report, types}: Context): HappeningOf {
  const chains = chainsByToken(report)
  const byTrigger = new Map<number, Happening>()
  const byChain = new Map<number, Happening>()
  const tokens = new Map(report.events.map(({trigger, token}) => [trigger.from, token]))
  for (const happening of found.toReversed())
    for (const {event} of happening.claims.toReversed()) {
      if (!event) continue
      byTrigger.set(event.trigger.from, happening)
      const chain = chains.get(tokens.get(event.trigger.from) ?? -1)
      if (chain !== undefined) byChain.set(chain, happening)
    }
  return mention => {
    const own = byTrigger.get(mention.trigger.from) ?? byChain.get(chains.get(mention.token) ?? -1)
    if (own) return own
    const place = mention.places[0]?.id ?? null
    const fits = found.filter(
      happening => !happening.separate && samePlace(happening.place, place, report.places)
    )
    const before = fits.filter(({claims}) => claims[0]!.quote.from <= mention.trigger.from)
    const alike = (before.length ? before : fits).filter(happening => tellsLike(happening, mention, types))
    const [best] =
      place === null ? alike.toReversed() : alike.toSorted((a, b) => near(a, place) - near(b, place))
    return best ?? null
  }
}

const near = (happening: Happening, place: string) => (happening.place === place ? 0 : 1)

/** "The attack" may speak of any violence, "the blast" of a blast. */
export function tellsLike(
  {claims}: Happening,
  {type}: EventMention,
  types: ReadonlyMap<string, EventType>
): boolean {
  const family = types.get(type)!.family
  const families = claims.flatMap(({event}) => (event ? [types.get(event.type)!.family] : []))
  return families.includes(family) || (family === 'attack' && families.some(own => violent.has(own)))
}

/** Of one family, or violence both: an arrest in the next town is not the attack of the headline. */
export function isAkin({claims}: Happening, type: string, types: ReadonlyMap<string, EventType>): boolean {
  const family = types.get(type)!.family
  const families = claims.flatMap(({event}) => (event ? [types.get(event.type)!.family] : []))
  return families.includes(family) || (violent.has(family) && families.some(own => violent.has(own)))
}

const violent = new Set(['attack', 'shooting', 'explosion', 'clash', 'riot', 'abduction'])

export function homeTheRest(
  tellings: readonly Telling[],
  found: readonly Happening[],
  context: Context
): void {
  const {report, discourse} = context
  const {syntax, events} = report
  const main = found.find(({separate}) => !separate)
  if (!main) return
  const happeningOf = happeningFinder(found, context)
  const byClaim = new Map(found.flatMap(home => home.claims.map(({id}): [string, Happening] => [id, home])))
  const inSentence = Map.groupBy(events, ({token}) => syntax.tokens[token]!.sentence)
  let last = main
  let lastParagraph = -1
  let lost = -1
  for (const {
    claim,
    sentence,
    paragraph,
    places: [headed]
  } of tellings) {
    if (claim.event) {
      const own = byClaim.get(claim.id)
      if (own && !own.separate) [last, lastParagraph] = [own, paragraph]
      lost = -1
      continue
    }
    const threat = claim.realis === 'threatened' && threatIn(found, sentence, report)
    if (threat) {
      threat.claims.push(claim)
      continue
    }
    const spoken = spokenOf(
      claim,
      inSentence.get(sentence) ?? [],
      mention => (isOldAgain(mention, context) ? null : happeningOf(mention)),
      mention => isOldAgain(mention, context) || isElsewhere(mention, found, context)
    )
    if (spoken === 'elsewhere') continue
    if (!spoken && discourse.apartIn(sentence)) lost = paragraph
    const isToldBeside = claim.casualties !== undefined && lastParagraph === paragraph
    // "On Tuesday police broke up a rally. Nobody was hurt": nobody of the rally, whoever was hurt elsewhere.
    const referred = claim.refersTo === null || isToldBeside ? undefined : byClaim.get(claim.refersTo)
    const home =
      referred ??
      spoken ??
      placedIn(sentence, found, context) ??
      (headed && found.find(({place}) => place === headed)) ??
      (lost === paragraph ? null : last)
    if (!home) continue
    home.claims.push(claim)
    byClaim.set(claim.id, home)
    if (!home.separate) last = home
  }
  for (const home of found) {
    const wordsOf = ({quote: {from}}: Claim) => {
      const {from: start, to} = syntax.sentenceAt(from) ?? {from, to: from}
      return report.text.slice(start, to)
    }
    const sums = home.claims.filter(claim => isSumOfSeveral(claim, wordsOf(claim), found, discourse.sums))
    for (const sum of sums) home.claims.splice(home.claims.indexOf(sum), 1)
  }
}

/** "Two people died in Kherson": of several happenings the one that is told of the place. */
function placedIn(
  sentence: number,
  found: readonly Happening[],
  {report: {syntax, places, events}}: Context
): Happening | null {
  const {from, to} = syntax.sentences[sentence]!
  const byTrigger = new Map(events.map(({trigger, places: own}) => [trigger.from, own]))
  // "At Majengo, near Goma": both names are of where it happened.
  const isNamedBeside = ({claims}: Happening, id: string) =>
    claims.some(({event}) => event && byTrigger.get(event.trigger.from)?.some(place => place.id === id))
  const named = places.filter(({mentions}) =>
    mentions.some(mention => mention.use === 'locative' && mention.from >= from && mention.from < to)
  )
  const own = found.filter(({place, separate}) => !separate && named.some(({id}) => id === place))
  if (own.length > 0) return own.length === 1 ? own[0]! : null
  const beside = found.filter(home => !home.separate && named.some(({id}) => isNamedBeside(home, id)))
  return beside.length === 1 ? beside[0]! : null
}

/** "the bombings in Karachi that killed 40", where nothing else is told of that town: an older story. */
function isElsewhere(
  {retold, places: [place]}: EventMention,
  found: readonly Happening[],
  {report: {places}}: Context
): boolean {
  const id = place?.id ?? null
  return retold && id !== null && found.every(other => other.separate || !samePlace(other.place, id, places))
}

/** "Gunmen attacked a convoy in February. Five people died in that attack": what was told last is older news. */
function isOldAgain(
  {retold, trigger, token}: EventMention,
  {report: {syntax, events}, oldTriggers, discourse}: Context
): boolean {
  if (!retold || !oldTriggers?.size) return false
  const paragraphOf = ({token: at}: EventMention) => discourse.paragraphs[syntax.tokens[at]!.sentence]
  const before = events.findLast(other => !other.retold && other.trigger.from < trigger.from)
  if (!before || !oldTriggers.has(before.trigger.from)) return false
  return paragraphOf(before) === discourse.paragraphs[syntax.tokens[token]!.sentence]
}

/** The happening of the mention that stands in a claim's own words, else before it in its sentence, else behind. */
function spokenOf(
  {quote, evidence}: Telling['claim'],
  mentions: readonly EventMention[],
  happeningOf: HappeningOf,
  isElsewhere: (mention: EventMention) => boolean
): Happening | 'elsewhere' | null {
  const at = evidence[0]?.from ?? quote.from
  type Told = {mention: EventMention; happening: Happening | 'elsewhere'}
  const told = mentions.flatMap((mention): Told[] => {
    const happening = happeningOf(mention) ?? (isElsewhere(mention) ? 'elsewhere' : null)
    return happening && (happening === 'elsewhere' || !happening.separate) ? [{mention, happening}] : []
  })
  const inside = told.filter(({mention}) => contains(quote, mention.trigger))
  const list = inside.length ? inside : told
  const distance = ({mention: {trigger}}: (typeof told)[number]) => Math.abs(trigger.from - at)
  const before = list.filter(({mention}) => mention.trigger.from <= at)
  const [best] = (inside.length || before.length === 0 ? list : before).toSorted(
    (a, b) => distance(a) - distance(b)
  )
  return best?.happening ?? null
}
