/**
 * Groups the claims of one report into happenings: same place, same days, nothing that sets them apart.
 *
 *     "A bomb hit a market in Quetta. ... The blast ..."          one: no other place or day is named
 *     "... Elsewhere, gunmen abducted two men in Peshawar"        two
 *     "Bombs exploded in Baghdad and Mosul"                       two, that share the claim
 *     "Three attacks killed 13 across Pakistan. In Quetta ..."    a whole and its parts
 *
 * Events are grouped first; figures and other claims then go to the happening that their own sentence speaks of
 * (claim-homes.ts). An event that names another town or day starts a happening of its own, if its type can (rank in
 * codebook/event-types.yaml). A threat is always its own. History ("since 2003", a clash of two months ago) starts
 * none, unless it is all that a report tells.
 */
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import {addDays, type IsoDate, type When} from '../model/date.ts'
import type {Annotated, EventMention, Reason} from '../model/layers.ts'
import {contains, overlaps, type Quote, type Span} from '../model/span.ts'
import {chainsByToken, homeTheRest, isAkin, tellsLike} from './claim-homes.ts'
import type {Discourse} from './discourse.ts'
import {isOld, isTollOfOld} from './old-news.ts'
import {isFiner, isRoughly, isWithin, sameDays, samePlace} from './same-place.ts'
import {placesSpokenOf, type Telling, tellingsOf} from './tellings.ts'
import {threatIn, threatLike} from './threats.ts'
import {isPart, wholeOf, withoutBareWholes, withoutLoneParts} from './wholes.ts'

export interface Happening {
  readonly claims: Claim[]
  place: string | null
  when: When | null
  readonly separate: boolean
  /** The distance behind which it is told ("two weeks after"), for one that other sentences are not about. */
  readonly lag: Quote | null
  /** What made it a happening of its own. */
  readonly why: Reason
  /** The happening that it is one of several of. */
  whole: Happening | null
  /** The words that tell of several at once ("three attacks"). */
  readonly several: Quote | null
}

/** What tells of news: an event of this rank or more makes an incident. */
export const incidentRank = 3

/** What follows a happening, or speaks of it, is often elsewhere and later, and says neither where nor when it was. */
const following = new Set(['aftermath', 'justice', 'words', 'agreement'])
const asserted = new Set(['happened', 'attempted', 'prevented', 'threatened'])

export interface Context {
  readonly report: Annotated<
    'header' | 'syntax' | 'coreference' | 'places' | 'events' | 'contexts' | 'claims'
  >
  readonly types: ReadonlyMap<string, EventType>
  readonly discourse: Discourse
  /** Where happenings begin that are no news of the report. */
  readonly oldTriggers?: ReadonlySet<number>
}

/**
 * What is old is no news, but all there is to a report that tells of nothing else: a look back. What a court, an
 * anniversary or an obituary is about is not even that, nor is an accident.
 */
export function happenings(claims: readonly Claim[], context: Context): Happening[] {
  const {publishedOn} = context.report.header
  const aside = asideTriggers(context.report)
  const isAside = ({event}: Claim) => event !== undefined && aside.has(event.trigger.from)
  const mentions = new Map(context.report.events.map(event => [`${event.type} ${event.trigger.from}`, event]))
  const old = claims.map(claim => {
    const {event} = claim
    if (isAside(claim)) return true
    const mention = event && mentions.get(`${event.type} ${event.trigger.from}`)
    if (mention && context.discourse.backgroundOf(mention)) return true
    return event?.when != null && isOld(event.when, publishedOn)
  })
  // "Since January 380 have died in air strikes": strikes of a longer time, none of them the news.
  const sums = claims.filter(({hedges}) => hedges.includes('cumulative'))
  for (const [i, {event}] of claims.entries())
    if (event && sums.some(({quote}) => contains(quote, event.trigger))) old[i] = true
  const oldTriggers = new Set(claims.flatMap(({event}, i) => (event && old[i] ? [event.trigger.from] : [])))
  const news = grouped(
    claims.filter((claim, i) => !old[i] && (claim.event || !isTollOfOld(claims, old, i))),
    {...context, oldTriggers}
  )
  return news.length
    ? news
    : grouped(
        claims.filter(claim => !isAside(claim)),
        context
      )
}

function asideTriggers({events, contexts}: Context['report']): ReadonlySet<number> {
  return new Set(
    contexts.flatMap(({event, makes}) =>
      makes === 'past' || makes === 'mishap' ? [events[event]!.trigger.from] : []
    )
  )
}

function grouped(claims: readonly Claim[], context: Context): Happening[] {
  const {report, types} = context
  const tellings = tellingsOf(report, claims, context.discourse)
  const found: Happening[] = []
  const chains = chainsByToken(report)
  const told = new Map<number, Happening>()
  const waiting: {telling: Telling; near: Near}[] = []
  const spoken = placesSpokenOf(report)
  let current: Happening | null = null
  let paragraph = -1
  for (const telling of tellings) {
    const {claim, mention} = telling
    const type = claim.event && types.get(claim.event.type)
    if (!type) continue
    if (type.family === 'threat') {
      if (claim.realis === 'hypothetical') continue
      const home = threatLike(found, claim)
      if (home) home.claims.push(claim)
      else found.push(started(telling, null, 'threat', null))
      continue
    }
    // "Threatened to kill ten judges": the killing is what the threat is about.
    const threat = claim.realis === 'threatened' && threatIn(found, telling.sentence, report)
    if (threat) {
      threat.claims.push(claim)
      continue
    }
    while (spoken[0] && spoken[0].mention.trigger.from < claim.event!.trigger.from)
      placeAgain(spoken.shift()!, current, context)
    // "militants often attack convoys", "declined to say whether troops fired": told of no one day, or not told at all.
    const isToldOf = claim.certainty !== 'unstated' && !claim.hedges.includes('habitual')
    const canStart =
      type.rank >= incidentRank &&
      asserted.has(claim.realis) &&
      claim.polarity !== 'denied' &&
      isToldOf &&
      !isToCome(claim, report.header.publishedOn)
    const chain = mention ? chains.get(mention.token) : undefined
    const near: Near = {
      current,
      sameParagraph: telling.paragraph === paragraph,
      told: chain === undefined ? null : (told.get(chain) ?? null)
    }
    if (!canStart && following.has(type.family)) {
      waiting.push({telling: {...telling, places: []}, near})
      continue
    }
    const homes: Happening[] = []
    for (const place of telling.places.length ? telling.places : [null]) {
      const home = telling.apart && canStart ? null : fitting(found, near, telling, place, context)
      const whole = home ?? wholeOf(found, place, telling.when, context)
      if (home && !(canStart && isPart(home, place, context))) homes.push(join(home, telling, place, context))
      else if (canStart) {
        const rule = whole ? 'one-of-several' : ruleOf(found, telling, place, context)
        const next = started(telling, place, rule, whole)
        found.push(next)
        homes.push(next)
      } else if (!waiting.some(other => other.telling === telling)) waiting.push({telling, near})
    }
    if (homes.length === 0) continue
    current = homes[0]!
    paragraph = telling.paragraph
    if (chain !== undefined && !told.has(chain)) told.set(chain, current)
  }
  // What can start none goes where it fits, once all are found: "police dispersed a rally in Gao with tear gas".
  for (const {telling, near} of waiting) {
    const isFollowing = following.has(types.get(telling.claim.event!.type)!.family)
    const fit = isFollowing
      ? near.told
      : fitting(found, {...near, sameParagraph: true}, telling, telling.places[0] ?? null, context)
    const home = fit ?? near.current ?? found.find(({separate}) => !separate)
    home?.claims.push(telling.claim)
  }
  withoutLoneParts(found)
  homeTheRest(tellings, found, context)
  withoutBareWholes(found)
  const order = new Map(claims.map((claim, i) => [claim, i]))
  for (const {claims: own} of found) own.sort((a, b) => order.get(a)! - order.get(b)!)
  return found.filter(({claims: own}) => own.some(({event}) => event && types.get(event.type)!.rank > 0))
}

/** "... The attack in Ankara": where it was, if nobody said so before. */
function placeAgain(
  {mention, place}: {mention: EventMention; place: string},
  current: Happening | null,
  {types}: Context
): void {
  if (current && current.place === null && tellsLike(current, mention, types)) current.place = place
}

interface Near {
  /** The happening told last. */
  readonly current: Happening | null
  readonly sameParagraph: boolean
  /** The happening that the same words stand for, by coreference. */
  readonly told: Happening | null
}

function fitting(
  found: readonly Happening[],
  {current, sameParagraph, told}: Near,
  {claim, when, lag}: Telling,
  place: string | null,
  {report: {places, header}, types}: Context
): Happening | null {
  const {type} = claim.event!
  const fits = (happening: Happening | null) =>
    happening !== null &&
    !happening.separate &&
    (happening === told || happening.lag?.from === lag?.from || isDateOf(happening, when)) &&
    (samePlace(happening.place, place, places) ||
      (isHeadline(happening, header.title) &&
        isRoughly(happening.place, place, places) &&
        isAkin(happening, type, types))) &&
    sameDays(happening.when, when)
  if (fits(told)) return told
  const candidates = [...(current ? [current] : []), ...found.toReversed()].filter(fits)
  if (place !== null) return candidates.find(({place: own}) => own === place) ?? candidates[0] ?? null
  if (sameParagraph && fits(current)) return current
  // A new paragraph that names no place goes on with what is of its kind.
  const family = types.get(type)!.family
  const isAlike = ({claims}: Happening) =>
    claims.some(({event}) => event && types.get(event.type)!.family === family)
  return candidates.find(isAlike) ?? candidates[0] ?? null
}

function started(telling: Telling, place: string | null, rule: string, whole: Happening | null): Happening {
  const {claim, when, apart, lag, several} = telling
  return {
    lag,
    claims: [claim],
    place,
    when,
    separate: rule === 'threat',
    why: {
      value: 'incident',
      rule,
      words: [
        (rule === 'set-apart' ? apart : rule === 'told-behind-a-distance' ? lag : null) ??
          claim.event!.trigger
      ]
    },
    whole,
    several
  }
}

/** Why an event began a happening of its own. */
function ruleOf(
  found: readonly Happening[],
  {when, apart, lag}: Telling,
  place: string | null,
  {report}: Context
) {
  if (lag) return 'told-behind-a-distance'
  const others = found.filter(({separate}) => !separate)
  if (others.length === 0) return 'first-told'
  if (apart) return 'set-apart'
  const isElsewhere = others.every(other => !samePlace(other.place, place, report.places))
  return isElsewhere ? 'another-place' : when ? 'another-day' : 'another-place-or-day'
}

function join(
  happening: Happening,
  {claim, when}: Telling,
  place: string | null,
  {report, types}: Context
): Happening {
  happening.claims.push(claim)
  // A sentence of court on Tuesday does not say when it was that the man was beaten.
  if (following.has(types.get(claim.event!.type)!.family)) return happening
  // The text places what the headline told by the town that readers know.
  const isFirstOfText =
    happening.claims.length > 1 && isHeadline({claims: happening.claims.slice(0, -1)}, report.header.title)
  const isKnown = report.places.some(({id, gazetteerId}) => id === place && gazetteerId !== null)
  const isCoarser = happening.place !== null && isWithin(happening.place, place ?? '', report.places)
  if (
    place &&
    (happening.place === null ||
      isWithin(place, happening.place, report.places) ||
      (isFirstOfText && !isCoarser && isKnown))
  )
    happening.place = place
  if (when && (happening.when === null || isFiner(when, happening.when))) happening.when = when
  return happening
}

/** "A week after police fired on a march ... killed on 11 July": the date is of what the distance led to. */
function isDateOf({lag, when: span}: Happening, when: When | null): boolean {
  return lag !== null && span !== null && when !== null && sameDays(span, when)
}

/** Told so far by the headline alone. */
function isHeadline({claims}: Pick<Happening, 'claims'>, title: Span | null): boolean {
  return title !== null && claims.every(({quote}) => overlaps(quote, title))
}

/** "will speak at the rally on Saturday": of a day after publication. A day more, for a report is dated where it is published. */
function isToCome({event}: Claim, publishedOn: IsoDate | null): boolean {
  return publishedOn !== null && event?.when != null && event.when.from.slice(0, 10) > addDays(publishedOn, 1)
}
