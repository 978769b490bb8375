/**
 * Where the violent or repressive act happened that a report is about: a country, and a town in it.
 *
 * The country that the report speaks of most: each mention of a place counts, more where it locates something, opens
 * the text, stands in the title or is the place of an act. The town likewise, among those of that country.
 */

import type {LocatedPlace} from '../src/model/layers.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'
import type {ActKinds} from './act-evidence.ts'

export interface PrincipalPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly city: LocatedPlace | null
}

/** The opening of a text, in UTF-16 units. */
const opening = 600
/** What a mention is worth, against 1 for a mention of any kind. */
const worth = {
  country: {locative: 1.5, opening: 1, title: 2, event: 2},
  city: {locative: 2, dateline: 2, opening: 2, title: 3, event: 1}
}

export function principalPlace(report: AnnotatedReport, kinds: ActKinds): PrincipalPlace {
  const {places, events, text, header} = report
  const title = header.title ? text.slice(header.title.from, header.title.to) : ''
  const byId = new Map(places.map(place => [place.id, place]))
  const countries = new Map<string, number>()
  const towns = new Map<LocatedPlace, number>()
  const add = <T>(sums: Map<T, number>, key: T | null | undefined, sum: number) => {
    if (key != null) sums.set(key, (sums.get(key) ?? 0) + sum)
  }

  for (const place of places) {
    const country = stateOf(place.country)
    const isTown = place.precision === 'town' && country !== null
    for (const {from, use} of place.mentions) {
      const opens = from < opening
      add(
        countries,
        country,
        (use === 'locative' ? worth.country.locative : 1) + (opens ? worth.country.opening : 0)
      )
      if (isTown)
        add(
          towns,
          place,
          (use === 'locative' || use === 'dateline' ? worth.city[use] : 1) * (opens ? worth.city.opening : 1)
        )
    }
    if (title.includes(place.name)) {
      add(countries, country, worth.country.title)
      if (isTown) add(towns, place, worth.city.title)
    }
  }
  for (const event of events) {
    if (!kinds.has(event.type) || event.polarity === 'denied') continue
    const place = byId.get(event.places[0]?.id ?? '')
    if (!place) continue
    add(countries, stateOf(place.country), worth.country.event)
    add(towns, townOf(place, byId), worth.city.event)
  }
  const country = best(countries)
  const inside = new Map([...towns].filter(([town]) => stateOf(town.country) === country))
  return {country, city: best(inside)}
}

/** Corpora call Hong Kong and Macau China. */
export const stateOf = (country: string | null): string | null =>
  country === 'HK' || country === 'MO' ? 'CN' : country

function townOf(place: LocatedPlace, byId: ReadonlyMap<string, LocatedPlace>): LocatedPlace | null {
  let at: LocatedPlace | undefined = place
  for (let steps = 0; at && at.precision !== 'town' && steps < 4; steps++) at = byId.get(at.within ?? '')
  return at?.precision === 'town' ? at : null
}

/** The key with the highest sum, of equal ones the first. */
function best<T>(sums: ReadonlyMap<T, number>): T | null {
  let found: T | null = null
  for (const [key, sum] of sums) if (found === null || sum > sums.get(found)!) found = key
  return found
}
