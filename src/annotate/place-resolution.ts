/**
 * Decides which place a name means, from all the names of a report together.
 *
 * One name means one place throughout a report. A candidate gains by its size
 * and kind, by what stands right beside it ("Goma, North Kivu"), by the
 * countries and provinces that the report's other names lie in, and by its
 * distance to them. After Leidner (2007), "Toponym resolution in text", and
 * Lieberman & Samet (2012), "Adaptive context features for toponym resolution".
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer, KnownPlace} from '../codebook/gazetteer.ts'
import {normaliseName} from '../codebook/place-names.ts'
import {type Candidate, candidateFinder} from './place-candidates.ts'
import {weighDistricts, weighNeighbours} from './place-neighbours.ts'
import {
  choose,
  kmBetween,
  type Name,
  type NamedSpan,
  nameOf,
  type Option,
  type PlaceWeights,
  placeWeights
} from './place-options.ts'

const rounds = 3
const smallTown = 5000
const mostWitnesses = 100
/** Distance at which nearness has fallen to a third, in kilometres; beyond five times that nothing counts. */
const nearKm = 120

/** What is known of where the report speaks of, beside its names. */
export interface Hints {
  /** ISO codes with a weight: of a source region given with the report. */
  readonly countries?: ReadonlyMap<string, number>
}

export interface PlaceResolver {
  readonly candidatesOf: (written: string) => readonly Candidate[]
  /** One place for each span, in order; null where no candidate is known. */
  readonly resolve: (text: string, named: readonly NamedSpan[], hints?: Hints) => (KnownPlace | null)[]
}

export function placeResolver(codebook: Codebook, gazetteer: Gazetteer): PlaceResolver {
  const weights = placeWeights(codebook)
  return {
    candidatesOf: candidateFinder(codebook, gazetteer),
    resolve: (text, named, hints = {}) => resolve(text, named, hints, weights)
  }
}

function resolve(
  text: string,
  named: readonly NamedSpan[],
  hints: Hints,
  weights: PlaceWeights
): (KnownPlace | null)[] {
  const key = ({span}: NamedSpan) => normaliseName(text.slice(span.from, span.to))
  const groups = Map.groupBy(
    named.filter(({candidates}) => candidates.length > 0),
    key
  )
  const names = new Map([...groups].map(([name, mentions]) => [name, nameOf(text, mentions, weights)]))
  const inText = named.map(mention => ({span: mention.span, name: names.get(key(mention))}))
  const strangers = weighNeighbours(text, inText, weights)
  for (const name of names.values()) {
    for (const option of name.options) option.score = option.prior + option.beside
    choose(name)
  }
  const all = [...names.values()]
  weighDistricts(all, weights)
  for (let round = 0; round < rounds; round++) weigh(all, hints, weights)
  return inText.map(({name}) =>
    name && !strangers.has(name) && !isGuess(name, weights('least-for-small')) ? name.best.place : null
  )
}

/** A small town of a name that several have, with nothing in the report to speak for it: better left as text. */
function isGuess({options, best}: Name, least: number): boolean {
  const {precision, population} = best.place
  return (
    options.length > 1 && precision === 'town' && population < smallTown && best.score - best.prior < least
  )
}

/** One round: each name is weighed against what the others were taken for in the round before. */
function weigh(names: readonly Name[], {countries: hinted}: Hints, weights: PlaceWeights): void {
  const countries = new Map(hinted)
  const provinces = new Map<string, number>()
  const add = (map: Map<string, number>, key: string | null, weight: number) => {
    if (key) map.set(key, (map.get(key) ?? 0) + weight)
  }
  const surety = names.map(name => suretyOf(name, weights('holds')))
  // A list of a thousand towns is weighed against the hundred that it names most.
  const witnesses = names.toSorted((a, b) => b.mentions.length - a.mentions.length).slice(0, mostWitnesses)
  for (const [i, {best}] of names.entries()) {
    add(countries, best.place.country, surety[i]!)
    add(provinces, best.province, surety[i]! * (best.place.kind === 'admin1' ? 1.3 : 1))
  }
  const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((a, b) => a + b, 0) || 1
  const mayBeNear = weights('may-be-near')
  const [ofCountry, ofProvince, ofNear] = [weights('country'), weights('province'), weights('near')]
  const [allCountries, allProvinces] = [sum(countries), sum(provinces)]
  const share = (all: number, part: number) => Math.min(1, (1.5 * part) / all)
  for (const [i, name] of names.entries()) {
    const {best} = name
    for (const option of name.options) {
      const {country} = option.place
      // What the name itself was taken for is no evidence for it.
      const own = country && best.place.country === country ? surety[i]! : 0
      const ownProvince = option.province && best.province === option.province ? surety[i]! : 0
      option.score =
        option.prior +
        option.beside +
        ofCountry * share(allCountries, (countries.get(country ?? '') ?? 0) - own) +
        ofProvince * share(allProvinces, (provinces.get(option.province ?? '') ?? 0) - ownProvince) +
        ofNear * Math.min(2, nearness(option, name, witnesses, mayBeNear))
    }
  }
  for (const name of names) choose(name)
}

/** How much a name says of where the report speaks of: one of few meanings, named often, with its province beside it, more. */
function suretyOf({mentions, options, best}: Name, holds: number): number {
  const choices = options.length === 1 ? 1.2 : options.length < 4 ? 0.8 : 0.5
  const often = Math.min(2, 1 + Math.log2(mentions.length) / 2)
  const weak = mentions.every(({isWeak}) => isWeak) ? 0.3 : 1
  return (best.beside >= holds ? 1.5 : 1) * choices * often * weak * (best.place.kind === 'country' ? 0.8 : 1)
}

/** What lies near: what the other names were taken for, and, for less, what they might be taken for. */
function nearness(option: Option, name: Name, names: readonly Name[], mayBeNear: number): number {
  let near = 0
  for (const other of names) {
    if (other === name) continue
    if (!isWide(other.best.place))
      near += falloff(option, other.best) * (other.options.length === 1 || other.best.beside ? 1 : 0.6)
    let likely = 0
    for (const rival of other.options)
      if (rival !== other.best && !isWide(rival.place)) likely = Math.max(likely, falloff(option, rival))
    near += (mayBeNear * likely) / (1 + other.options.length)
  }
  return near
}

function falloff(a: Option, b: Option): number {
  const km = kmBetween(a, b)
  return km > 5 * nearKm ? 0 : Math.exp(-km / nearKm)
}

function isWide({kind}: KnownPlace): boolean {
  return kind === 'country' || kind === 'region'
}
