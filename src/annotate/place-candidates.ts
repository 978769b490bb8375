/**
 * The places that a written name may mean: the gazetteer's, by demonym, by short form.
 *
 *     "Basra"       town and province          "Nigerien"    the country, by codebook/demonyms.csv
 *     "W.Va."       West Virginia              "Texans"      the province, by codebook/demonyms-places.csv
 */
import {remembering} from '../algorithms/remembering.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer, KnownPlace} from '../codebook/gazetteer.ts'
import {nameVariants} from '../codebook/place-names.ts'

export interface Candidate {
  readonly place: KnownPlace
  /** How the name leads to the place: as written, with words around it taken away, by a short form, by a demonym, by its consonants. */
  readonly by: 'name' | 'variant' | 'short' | 'demonym' | 'sound'
}

/** A name of more than this many places is a common one; the smallest of them are left out. */
const most = 40
/** As many names as one long text has, not an archive. */
const mostNames = 5000

export function candidateFinder(
  codebook: Codebook,
  gazetteer: Gazetteer
): (written: string) => readonly Candidate[] {
  const short = Map.groupBy(
    codebook.table('place-abbreviations.csv', ['form', 'place', 'country', 'alone']),
    ({form}) => form
  )
  const demonyms = demonymPlaces(codebook, gazetteer)
  return remembering(mostNames, look)

  function look(written: string): readonly Candidate[] {
    const demonym = demonyms.get(written.toLowerCase())
    if (demonym) return demonym.map(place => ({place, by: 'demonym'}))
    const abbreviated = short.get(written)?.flatMap(row => inside(gazetteer, row.place, row.country))
    if (abbreviated?.length) return abbreviated.map(place => ({place, by: 'short'}))
    for (const [i, variant] of nameVariants(written).entries()) {
      const places = gazetteer.named(variant)
      if (places.length)
        return places.slice(0, most).map(place => ({place, by: i === 0 ? 'name' : 'variant'}))
    }
    return []
  }
}

/** "Kafr Nabl" for "Kafr Nubl": towns of the countries that the report speaks of, by the consonants of the name. */
export function soundingLike(
  gazetteer: Gazetteer,
  written: string,
  countries: readonly string[]
): readonly Candidate[] {
  return countries.flatMap(country =>
    gazetteer.soundingLike(written, country).map(place => ({place, by: 'sound' as const}))
  )
}

/** "Russian", "South Africans", "Texan": words for people and things, by the place they belong to. */
export function demonymPlaces(
  codebook: Codebook,
  gazetteer: Gazetteer
): ReadonlyMap<string, readonly KnownPlace[]> {
  const ofCountries = codebook
    .table('demonyms.csv', ['form', 'country'])
    .map(({form, country}) => [form, [gazetteer.country(country)].filter(place => place !== null)] as const)
  const ofPlaces = codebook
    .table('demonyms-places.csv', ['form', 'place', 'country'])
    .map(({form, place, country}) => [form, inside(gazetteer, place, country)] as const)
  return new Map([...ofCountries, ...ofPlaces].filter(([, places]) => places.length > 0))
}

/** The widest place of that name in the country; provinces before towns, for "Texan" and "N.Y.". */
function inside(gazetteer: Gazetteer, name: string, country: string): KnownPlace[] {
  const there = gazetteer.named(name).filter(place => (place.country ?? '') === country)
  const wide = there.find(({kind}) => kind === 'region' || kind === 'admin1') ?? there[0]
  return wide ? [wide] : []
}
