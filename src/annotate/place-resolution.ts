/**
 * Decides which place a name means: by size, by the countries the report speaks of, and by what stands beside it.
 *
 * One name means one place throughout a report. The dateline is weak evidence:
 * correspondents file from elsewhere.
 */
import type {KnownPlace} from '../codebook/gazetteer.ts'
import {normaliseName} from '../codebook/place-names.ts'
import type {FoundPlace} from './place-mentions.ts'

/** How much each kind of evidence counts, against the logarithm of the population. */
const weights = {
  country: 4,
  capital: 1,
  context: 3,
  datelineCountry: 0.7,
  containment: 4,
  overlay: 4,
  provinceOfSameName: -3.5
}

export function resolve(
  text: string,
  found: readonly FoundPlace[],
  countries: ReadonlyMap<string, number>,
  datelineCountry: string | null
): KnownPlace[] {
  const byName = Map.groupBy(found, ({span}) => normaliseName(text.slice(span.from, span.to)))
  const context = contextOf(byName, countries)
  const total = Math.max(
    1,
    [...context.values()].reduce((a, b) => a + b, 0)
  )
  const chosen = new Map<string, KnownPlace>()
  for (const [name, places] of byName) {
    const {candidates} = places[0]!
    const containers = new Set(places.flatMap(place => containersOf(text, found, place)))
    const score = (place: KnownPlace) => {
      const sameTown =
        place.precision === 'admin1' &&
        candidates.some(
          other =>
            other.precision === 'town' && other.country === place.country && other.admin1 === place.admin1
        )
      return (
        Math.log10(Math.max(place.population, 100)) +
        (place.precision === 'country' ? weights.country : 0) +
        (place.kind === 'capital' ? weights.capital : 0) +
        (place.id.startsWith('overlay:') ? weights.overlay : 0) +
        (sameTown && !saysProvince(text, places) ? weights.provinceOfSameName : 0) +
        (weights.context * (context.get(place.country ?? '') ?? 0)) / total +
        (place.country === datelineCountry ? weights.datelineCountry : 0) +
        (containers.has(place.country ?? '') || (place.admin1 !== null && containers.has(place.admin1))
          ? weights.containment
          : 0)
      )
    }
    chosen.set(
      name,
      candidates.reduce((best, place) => (score(place) > score(best) ? place : best))
    )
  }
  return found.map(({span}) => chosen.get(normaliseName(text.slice(span.from, span.to)))!)
}

/** Countries spoken of: demonyms, countries by name, and names that only one country has. */
function contextOf(
  byName: ReadonlyMap<string, readonly FoundPlace[]>,
  countries: ReadonlyMap<string, number>
): Map<string, number> {
  const context = new Map(countries)
  const add = (country: string | null, weight: number) =>
    country && context.set(country, (context.get(country) ?? 0) + weight)
  for (const places of byName.values()) {
    const {candidates} = places[0]!
    const own = new Set(candidates.map(({country}) => country))
    if (candidates[0]!.precision === 'country') add(candidates[0]!.country, 1)
    else if (own.size === 1) add(candidates[0]!.country, 1)
    else if (candidates[0]!.kind === 'capital' || candidates[0]!.population > 1_000_000)
      add(candidates[0]!.country, 0.5)
  }
  return context
}

/** "Goma, North Kivu": the countries and provinces that stand right behind the name. */
function containersOf(text: string, found: readonly FoundPlace[], place: FoundPlace): string[] {
  const next = found[found.indexOf(place) + 1]
  if (
    !next ||
    !/^,? (?:in )?$/.test(text.slice(place.span.to, next.span.from)) ||
    next.span.from - place.span.to > 6
  )
    return []
  return next.candidates.flatMap(({precision, country, name}) =>
    precision === 'country' ? [country!] : precision === 'admin1' ? [name] : []
  )
}

function saysProvince(text: string, places: readonly FoundPlace[]): boolean {
  return places.some(({span}) =>
    /^ (?:province|governorate|region|state)\b/i.test(text.slice(span.to, span.to + 14))
  )
}
