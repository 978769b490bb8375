/**
 * Groups the claims of one report into happenings: same place, same days.
 *
 * A claim that names no place or day goes with the happening told before it.
 * One that names another town, or another day, starts a happening of its own,
 * if its type can (rank in codebook/event-types.yaml). A threat is always its own.
 * History ("since 2003", a clash of two months ago) starts none.
 */
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import {daysBetween, type IsoDate, isIsoDate, type When} from '../model/date.ts'
import type {LocatedPlace} from '../model/layers.ts'

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

export function happenings(
  claims: readonly Claim[],
  context: {
    readonly types: ReadonlyMap<string, EventType>
    readonly places: readonly LocatedPlace[]
    readonly publishedOn: IsoDate | null
  }
): Happening[] {
  const {types, places, publishedOn} = context
  const found: Happening[] = []
  let current: Happening | null = null
  const waiting: Claim[] = []
  for (const claim of claims) {
    const {event} = claim
    const type = event && types.get(event.type)
    if (event?.when && isOld(event.when, publishedOn)) continue
    if (type?.family === 'threat') {
      found.push({claims: [claim], place: null, when: null, separate: true})
      continue
    }
    const canStart =
      type !== undefined &&
      type.rank >= incidentRank &&
      asserted.has(claim.realis) &&
      claim.polarity !== 'denied'
    const home: Happening | null = fitting(found, current, claim, places)
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
  places: readonly LocatedPlace[]
): Happening | null {
  const {event} = claim
  const candidates = [...(current ? [current] : []), ...found.toReversed()].filter(({separate}) => !separate)
  if (!event) return current
  return (
    candidates.find(
      happening => samePlace(happening.place, event.place, places) && sameDays(happening.when, event.when)
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
  const region = byId.get(outer)
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
  const day = when.to.slice(0, 10)
  return publishedOn !== null && isIsoDate(day) && daysBetween(day, publishedOn) > newsDays
}
