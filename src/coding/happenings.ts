/**
 * Groups the claims of one report into happenings: same place, same days.
 *
 * A claim that names no place or day goes with the happening told before it.
 * One that names another town, or another day, starts a happening of its own,
 * if its type can (rank in codebook/event-types.yaml). A threat is always its own.
 * History ("since 2003", a clash of two months ago) starts none, unless it is all that a report tells.
 */

import {distanceKm} from '../algorithms/great-circle.ts'
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import {daysBetween, type IsoDate, isIsoDate, type When} from '../model/date.ts'
import type {LocatedPlace} from '../model/layers.ts'
import {overlaps, type Span} from '../model/span.ts'

export interface Happening {
  readonly claims: Claim[]
  place: string | null
  when: When | null
  readonly separate: boolean
}

/** What tells of news: an event of this rank or more makes an incident. */
const incidentRank = 3
/** A happening told as older than this many days before publication is background. */
const newsDays = 31

const asserted = new Set(['happened', 'attempted', 'prevented', 'threatened'])

/** Claims about one happening stand so near each other in the list. */
const besideEachOther = 3

/** "In 2019 militants killed forty there": the forty are of 2019, unless news is told in the same words. */
function isTollOfOld(claims: readonly Claim[], old: readonly boolean[], i: number): boolean {
  const [first, end] = [Math.max(0, i - besideEachOther), i + besideEachOther + 1]
  const {quote} = claims[i]!
  const sharing = claims
    .slice(first, end)
    .flatMap((other, j) => (other.event && overlaps(other.quote, quote) ? [old[first + j]!] : []))
  return sharing.length > 0 && sharing.every(Boolean)
}

interface Context {
  readonly types: ReadonlyMap<string, EventType>
  readonly places: readonly LocatedPlace[]
  readonly publishedOn: IsoDate | null
  readonly title: Span | null
}

/** What is old is no news, but all there is to a report that tells of nothing else: a trial, a look back. */
export function happenings(claims: readonly Claim[], context: Context): Happening[] {
  const old = claims.map(({event}) => event?.when != null && isOld(event.when, context.publishedOn))
  const news = grouped(
    claims.filter((claim, i) => !old[i] && (claim.event || !isTollOfOld(claims, old, i))),
    context
  )
  return news.length ? news : grouped(claims, context)
}

function grouped(claims: readonly Claim[], context: Context): Happening[] {
  const {types, places} = context
  const found: Happening[] = []
  let current: Happening | null = null
  const waiting: Claim[] = []
  for (const claim of claims) {
    const {event} = claim
    const type = event && types.get(event.type)
    if (type?.family === 'threat') {
      found.push({claims: [claim], place: null, when: null, separate: true})
      continue
    }
    const canStart =
      type !== undefined &&
      type.rank >= incidentRank &&
      asserted.has(claim.realis) &&
      claim.polarity !== 'denied'
    const home: Happening | null = fitting(found, current, claim, context)
    if (home) {
      join(home, claim, places)
      current = home
    } else if (canStart) {
      current = {
        claims: [...waiting.splice(0), claim],
        place: event?.place ?? null,
        when: event?.when ?? null,
        separate: false
      }
      found.push(current)
    } else if (current) current.claims.push(claim)
    else waiting.push(claim)
  }
  // A figure in the headline comes before the clash it belongs to is told.
  if (waiting.length && found.length) found.find(({separate}) => !separate)?.claims.unshift(...waiting)
  return found.filter(({claims: told}) =>
    told.some(claim => claim.event && types.get(claim.event.type)!.rank > 0)
  )
}

function fitting(
  found: readonly Happening[],
  current: Happening | null,
  claim: Claim,
  {places, title}: Context
): Happening | null {
  const {event} = claim
  const candidates = [...(current ? [current] : []), ...found.toReversed()].filter(({separate}) => !separate)
  if (!event) return current
  return (
    candidates.find(
      happening =>
        (samePlace(happening.place, event.place, places) ||
          (isHeadline(happening, title) && isRoughly(happening.place, event.place, places))) &&
        sameDays(happening.when, event.when)
    ) ?? null
  )
}

function join(happening: Happening, claim: Claim, places: readonly LocatedPlace[]): void {
  happening.claims.push(claim)
  const {event} = claim
  if (!event) return
  if (event.place && (happening.place === null || isWithin(event.place, happening.place, places)))
    happening.place = event.place
  if (event.when && (happening.when === null || finer(event.when, happening.when)))
    happening.when = event.when
}

export function isWithin(inner: string, outer: string, places: readonly LocatedPlace[]): boolean {
  const byId = new Map(places.map(place => [place.id, place]))
  // A name without an entry borrows the precision of what holds it, and holds nothing itself.
  const known = byId.get(outer)
  const region = known?.gazetteerId ? known : undefined
  let at = byId.get(inner)
  for (let steps = 0; at && steps < 5; steps++) {
    if (at.within === outer) return true
    if (region?.precision === 'country' && at.country === region.country && at.id !== outer) return true
    if (
      region?.precision === 'admin1' &&
      at.admin1 !== null &&
      at.admin1 === region.admin1 &&
      at.id !== outer
    )
      return true
    at = at.within === null ? undefined : byId.get(at.within)
  }
  return false
}

function samePlace(a: string | null, b: string | null, places: readonly LocatedPlace[]): boolean {
  if (a === null || b === null || a === b) return true
  if (isWithin(a, b, places) || isWithin(b, a, places)) return true
  const town = (id: string) => places.find(place => place.id === id)?.within ?? null
  return town(a) !== null && town(a) === town(b)
}

/** Told so far by the headline alone. */
function isHeadline({claims}: Happening, title: Span | null): boolean {
  return title !== null && claims.every(({quote}) => overlaps(quote, title))
}

/** A headline says the town that readers know; the text may name a village near it, or one that no gazetteer has. */
function isRoughly(headline: string | null, told: string | null, places: readonly LocatedPlace[]): boolean {
  const [a, b] = [headline, told].map(id => places.find(place => place.id === id))
  if (a?.lat == null || !b) return false
  return b.lat === null || distanceKm({lat: a.lat, lon: a.lon!}, {lat: b.lat, lon: b.lon!}) <= headlineKm
}

/** How far from the place of the headline what the text tells may be, in kilometres. */
const headlineKm = 60

function sameDays(a: When | null, b: When | null): boolean {
  return (
    a === null ||
    b === null ||
    (a.from.slice(0, 10) <= b.to.slice(0, 10) && b.from.slice(0, 10) <= a.to.slice(0, 10))
  )
}

function finer(a: When, b: When): boolean {
  const span = ({from, to}: When) => Date.parse(to) - Date.parse(from)
  return span(a) < span(b)
}

function isOld(when: When, publishedOn: IsoDate | null): boolean {
  // Of a month or a year that is over the first day counts: "in October" is no news in November.
  const isCoarse = when.precision === 'month' || when.precision === 'year'
  const last = when.to.slice(0, 10)
  const day = isCoarse ? when.from.slice(0, 10) : last
  if (publishedOn === null || !isIsoDate(day)) return false
  return last < publishedOn && daysBetween(day, publishedOn) > newsDays
}
