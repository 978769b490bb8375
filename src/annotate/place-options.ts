/** The places that one name of a report may mean, each with what speaks for it by itself: size, kind, the words around. */
import type {Codebook} from '../codebook/codebook.ts'
import type {KnownPlace} from '../codebook/gazetteer.ts'
import type {PlaceKind} from '../codebook/gazetteer-file.ts'
import {normaliseName} from '../codebook/place-names.ts'
import type {Span} from '../model/span.ts'
import type {Candidate} from './place-candidates.ts'

export interface NamedSpan {
  readonly span: Span
  readonly candidates: readonly Candidate[]
  /** Says little of where the report speaks of: correspondents file from elsewhere. */
  readonly isWeak?: boolean
}

export interface Option {
  readonly place: KnownPlace
  readonly province: string | null
  readonly prior: number
  /** On a sphere of radius 1. */
  readonly x: number
  readonly y: number
  readonly z: number
  /** What its neighbours in the text say. */
  beside: number
  score: number
}

export interface Name {
  readonly mentions: readonly NamedSpan[]
  readonly options: readonly Option[]
  best: Option
}

/** How much each kind of evidence counts, against the logarithm (base 10) of the population. */
export type PlaceWeights = (id: string) => number

/** A town with this share of the people gives its province or district the name. */
const mostOfProvince = 0.2
const earthRadiusKm = 6371

export function placeWeights(codebook: Codebook): PlaceWeights {
  const rows = codebook.table('place-weights.csv', ['id', 'weight', 'means'])
  const weights = new Map(rows.map(({id, weight}) => [id, Number(weight)]))
  return id => {
    const weight = weights.get(id)
    if (weight === undefined || Number.isNaN(weight))
      throw new Error(`codebook/place-weights.csv has no number for "${id}"; write a line ${id},0,...`)
    return weight
  }
}

export function nameOf(text: string, mentions: readonly NamedSpan[], weights: PlaceWeights): Name {
  const {candidates} = mentions[0]!
  const says = (words: RegExp) => mentions.some(({span}) => words.test(text.slice(span.from, span.to + 14)))
  const province = says(/(?:^| )(?:province|governorate|region|state|oblast)\b/i)
  const district = says(/(?:^| )(?:county|district|parish)\b/i)
  // "Basra" is the town unless the text says "province"; "Quebec" is the province, whatever lies in it.
  const isOfTown = ({kind, country, admin1, population}: KnownPlace) =>
    (kind === 'admin1' || kind === 'admin2') &&
    candidates.some(
      ({place}) =>
        place.country === country &&
        (place.kind === 'capital' ||
          (place.precision === 'town' &&
            place.admin1 === admin1 &&
            place.population > population * mostOfProvince))
    )
  const {from, to} = mentions[0]!.span
  const written = normaliseName(text.slice(from, to))
  const options = candidates.map(({place, by}): Option => {
    const own = place.admin1 === null ? null : `${place.country}/${place.admin1}`
    let prior =
      Math.log10(Math.max(place.population, 100)) + weights(`kind-${place.kind satisfies PlaceKind}`)
    if (by === 'name' && normaliseName(place.name) === written) prior += weights('as-written')
    if (place.kind === 'admin1' && province) prior += weights('says-province')
    if (place.kind === 'admin2' && district) prior += weights('says-district')
    if (!province && !district && isOfTown(place)) prior += weights('province-of-its-town')
    const lat = (place.lat * Math.PI) / 180
    const lon = (place.lon * Math.PI) / 180
    return {
      place,
      province: own,
      prior,
      x: Math.cos(lat) * Math.cos(lon),
      y: Math.cos(lat) * Math.sin(lon),
      z: Math.sin(lat),
      beside: 0,
      score: prior
    }
  })
  return {mentions, options, best: options[0]!}
}

export function choose(name: Name): void {
  name.best = name.options.reduce((best, option) => (option.score > best.score ? option : best))
}

/** Along the chord, which for the distances that count here is the great circle. */
export function kmBetween(a: Option, b: Option): number {
  const [x, y, z] = [a.x - b.x, a.y - b.y, a.z - b.z]
  // Math.hypot, which minds numbers too large to square, takes several times as long.
  return earthRadiusKm * Math.sqrt(x * x + y * y + z * z)
}
