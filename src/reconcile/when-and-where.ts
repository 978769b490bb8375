/**
 * The day and place of an incident, out of those of its tellings: what most reports tell, as exactly as any that agrees.
 *
 *     nine reports of 5 March, one of 4 March                     5 March
 *     six name the town, two a square in it                        the square
 *     six name the town, one a square of another town              the town
 */
import type {CodedReport, Incident, Place} from '../model/contract.ts'
import {placesAgree} from './places-agree.ts'

interface Telling {
  readonly report: CodedReport
  readonly incident: Incident
}

const precisionOrder: readonly Place['precision'][] = ['site', 'town', 'area', 'admin1', 'country']

/** A stated day counts before an inferred one; of equals the one told first. */
export function whenOf(members: readonly Telling[]): Incident['when'] {
  const all = members.map(({incident}) => incident.when)
  const stated = all.filter(({known}) => known === 'stated')
  return mostTold(stated.length ? stated : all, ({from, to}) => `${from} ${to}`)[0]!
}

/** Null where no member has a place. */
export function placeOf(members: readonly Telling[]): Place | null {
  const places = members.flatMap(
    ({report, incident}) => report.places.find(({id}) => id === incident.place) ?? []
  )
  const located = places.filter(({lat}) => lat !== null)
  const ordered = mostTold(located.length ? located : places, ({name, gazetteerId}) => gazetteerId ?? name)
  const most = ordered[0]
  if (!most) return null
  // Of equal precision an entry of the gazetteer counts before a name that lies somewhere in it.
  const rank = ({precision, gazetteerId}: Place) =>
    2 * precisionOrder.indexOf(precision) + (gazetteerId === null ? 1 : 0)
  return ordered.filter(place => placesAgree(place, most)).toSorted((a, b) => rank(a) - rank(b))[0]!
}

/** One of each, the most told first, of equals the one told first. */
function mostTold<T>(all: readonly T[], keyOf: (item: T) => string): T[] {
  return [...Map.groupBy(all, keyOf).values()].sort((a, b) => b.length - a.length).map(own => own[0]!)
}
