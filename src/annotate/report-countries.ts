/**
 * Which countries a report speaks of, and how much: to tell whose army "the army" is, and which "RSF" is meant.
 *
 * Names and demonyms count, the place of the dateline, names of places that
 * one country has or one large town bears, and bodies that the registry knows.
 */
import type {Gazetteer, KnownPlace} from '../codebook/gazetteer.ts'
import type {Annotated} from '../model/layers.ts'
import type {CountryWords} from './country-words.ts'

const weights = {name: 1.5, demonym: 1, dateline: 2, place: 0.7, actor: 0.7, outlet: 0.5}
/** Less than that is no evidence to give a body its country. */
const fewest = 1.4
/** How much more a report must speak of one country than of the next, to give it a body that is named without one. */
export const certainty = 3
/** How many times larger a town must be than its namesakes abroad, and how large at least to tell the country by itself. */
const dominance = 4
const largeTown = 100_000

export interface ReportCountries {
  weightOf(country: string): number
  readonly isSilent: boolean
  add(country: string, sort: keyof typeof weights): void
  /** The country spoken of most, where it has at least `times` the weight of the next; else null. */
  likely(times: number): string | null
}

export function reportCountries(
  {header, syntax, entities, text}: Annotated<'header' | 'syntax' | 'entities'>,
  countriesAt: CountryWords,
  gazetteer: Gazetteer
): ReportCountries {
  const spoken = new Map<string, number>()
  const add = (country: string, sort: keyof typeof weights) =>
    spoken.set(country, (spoken.get(country) ?? 0) + weights[sort])
  for (const {first, end} of syntax.sentences) {
    for (let i = first; i < end; i++) {
      const [hit] = countriesAt(syntax, i, end)
      if (!hit) continue
      // "Iranian-backed" speaks of who backs.
      const isTie = hit.name === '{demonym}' && syntax.tokens[i + hit.length]?.text === '-'
      if (!isTie) add(hit.value, hit.name === '{country}' ? 'name' : 'demonym')
      i += hit.length - 1
    }
  }
  const {dateline} = header
  const from = dateline?.place ? countryOf(gazetteer.named(dateline.place.split(',')[0]!)) : null
  if (from) add(from, 'dateline')
  const places = entities.filter(({type, named}) => type === 'location' && named)
  for (const name of new Set(places.map(({from, to}) => text.slice(from, to)))) {
    const country = countryOf(gazetteer.named(name))
    if (country) add(country, 'place')
  }
  return {
    weightOf: country => spoken.get(country) ?? 0,
    get isSilent() {
      return spoken.size === 0
    },
    add,
    likely(times) {
      const [one, other] = [...spoken].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      return one && one[1] >= fewest && one[1] >= times * (other?.[1] ?? 0) ? one[0] : null
    }
  }
}

/** The country of a name, where no other has a place of that name that is nearly as large. */
export function countryOf(places: readonly KnownPlace[]): string | null {
  const [largest] = places
  if (!largest || largest.precision === 'country') return null
  if (largest.precision === 'town' && largest.population < largeTown) return null
  const abroad = places.find(({country}) => country !== largest.country)
  return !abroad || largest.population >= dominance * Math.max(1, abroad.population) ? largest.country : null
}
