/**
 * Several happenings told as one, and the parts that are told after: "Three attacks killed 13 across Pakistan. In Quetta ..."
 *
 * The whole stays an incident of its own where it has figures of its own; each part is tied to it. Where only one part is told, or the
 * whole has no figure, there is no whole.
 */
import type {When} from '../model/date.ts'
import type {Context, Happening} from './happenings.ts'
import {isFiner, isWithin, sameDays} from './same-place.ts'

/** Whether what happened at a place is one of the several that a happening tells of for a whole country or province. */
export function isPart(
  {several, place: whole}: Happening,
  place: string | null,
  {report: {places}}: Context
): boolean {
  if (!several || place === null || whole === null || place === whole) return false
  const {precision} = places.find(({id}) => id === whole)!
  return (precision === 'country' || precision === 'admin1') && isWithin(place, whole, places)
}

export function wholeOf(
  found: readonly Happening[],
  place: string | null,
  when: When | null,
  context: Context
): Happening | null {
  return found.find(whole => isPart(whole, place, context) && sameDays(whole.when, when)) ?? null
}

/** "Twin blasts killed ten in Iraq ... The bombs went off in Mosul": where only one part is told, it is the whole. */
export function withoutLoneParts(found: Happening[]): void {
  for (const whole of found.filter(({several}) => several)) {
    const parts = found.filter(part => part.whole === whole)
    if (parts.length !== 1) continue
    const [part] = parts as [Happening]
    whole.claims.push(...part.claims)
    whole.place = part.place
    if (part.when && (whole.when === null || isFiner(part.when, whole.when))) whole.when = part.when
    found.splice(found.indexOf(part), 1)
  }
}

/** "Violence flared in several towns": without a figure of its own it only introduces its parts. */
export function withoutBareWholes(found: Happening[]): void {
  for (const whole of found.filter(
    ({several, claims}) => several && !claims.some(({casualties}) => casualties)
  )) {
    const parts = found.filter(part => part.whole === whole)
    if (parts.length === 0) continue
    parts[0]!.claims.push(...whole.claims)
    for (const part of parts) part.whole = null
    found.splice(found.indexOf(whole), 1)
  }
}
