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
import type {Span} from '../model/span.ts'
import {type Candidate, candidateFinder} from './place-candidates.ts'

/** How much each kind of evidence counts, against the logarithm (base 10) of the population. */
const weights = {
  kind: {
    country: 3,
    region: 6,
    admin1: 1.5,
    admin2: -1,
    capital: 1.5,
    seat: 0,
    town: 0,
    suburb: -0.5,
    area: 3.5,
    site: 3.5
  },
  asWritten: 2,
  provinceOfItsTown: -4,
  saysProvince: 2,
  saysDistrict: 2,
  inside: 4,
  holds: 4,
  country: 3,
  province: 2.5,
  near: 2.5,
  mayBeNear: 3.5,
  sameDistrict: 1,
  leastForSmall: 1.2
} as const
const rounds = 3
const smallTown = 5000
const mostWitnesses = 100
/** A town with this share of the people gives its province or district the name. */
const mostOfProvince = 0.2
/** Distance at which nearness has fallen to a third, in kilometres. */
const nearKm = 120
const earthRadiusKm = 6371
/** Beyond five times that distance nothing counts: the square of the chord, in Earth radii. */
const farSquared = ((5 * nearKm) / earthRadiusKm) ** 2

export interface NamedSpan {
  readonly span: Span
  readonly candidates: readonly Candidate[]
  /** Says little of where the report speaks of: correspondents file from elsewhere. */
  readonly isWeak?: boolean
}

/** What is known of where the report speaks of, beside its names. */
export interface Hints {
  /** ISO codes with a weight: of the outlet, of the dateline, of a source region given with the report. */
  readonly countries?: ReadonlyMap<string, number>
}

export interface PlaceResolver {
  readonly candidatesOf: (written: string) => readonly Candidate[]
  /** One place for each span, in order; null where no candidate is known. */
  readonly resolve: (text: string, named: readonly NamedSpan[], hints?: Hints) => (KnownPlace | null)[]
}

export function placeResolver(codebook: Codebook, gazetteer: Gazetteer): PlaceResolver {
  return {candidatesOf: candidateFinder(codebook, gazetteer), resolve}
}

interface Option {
  readonly place: KnownPlace
  readonly province: string | null
  readonly prior: number
  readonly x: number
  readonly y: number
  readonly z: number
  /** What its neighbours in the text say. */
  beside: number
  score: number
}

interface Name {
  readonly mentions: readonly NamedSpan[]
  readonly options: readonly Option[]
  best: Option
}

function resolve(text: string, named: readonly NamedSpan[], hints: Hints = {}): (KnownPlace | null)[] {
  const key = ({span}: NamedSpan) => normaliseName(text.slice(span.from, span.to))
  const groups = Map.groupBy(
    named.filter(({candidates}) => candidates.length > 0),
    key
  )
  const names = new Map([...groups].map(([name, mentions]) => [name, nameOf(text, mentions)]))
  const inText = named.map(mention => ({span: mention.span, name: names.get(key(mention))}))
  const strangers = besides(text, inText)
  for (const name of names.values()) {
    for (const option of name.options) option.score = option.prior + option.beside
    choose(name)
  }
  const all = [...names.values()]
  districts(all)
  for (let round = 0; round < rounds; round++) weigh(all, hints)
  return inText.map(({name}) => (name && !strangers.has(name) && !isGuess(name) ? name.best.place : null))
}

function nameOf(text: string, mentions: readonly NamedSpan[]): Name {
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
  const options = candidates.map(({place, by}): Option => {
    const own = place.admin1 === null ? null : `${place.country}/${place.admin1}`
    let prior = Math.log10(Math.max(place.population, 100)) + weights.kind[place.kind]
    if (
      by === 'name' &&
      normaliseName(place.name) === normaliseName(text.slice(mentions[0]!.span.from, mentions[0]!.span.to))
    )
      prior += weights.asWritten
    if (place.kind === 'admin1' && province) prior += weights.saysProvince
    if (place.kind === 'admin2' && district) prior += weights.saysDistrict
    if (!province && !district && isOfTown(place)) prior += weights.provinceOfItsTown
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

/** A small town of a name that several have, with nothing in the report to speak for it: better left as text. */
function isGuess({options, best}: Name): boolean {
  const {precision, population} = best.place
  return (
    options.length > 1 &&
    precision === 'town' &&
    population < smallTown &&
    best.score - best.prior < weights.leastForSmall
  )
}

function choose(name: Name): void {
  name.best = name.options.reduce((best, option) => (option.score > best.score ? option : best))
}

/** Returns names that lie in no place of theirs, by what stands beside them. "Goma, North Kivu", "Athens (Ga.)", "Mosul in Iraq": of the pairs where one lies in the other, the likeliest gains. */
function besides(text: string, inText: readonly {span: Span; name: Name | undefined}[]): Set<Name> {
  const strangers = new Set<Name>()
  for (let i = 0; i + 1 < inText.length; i++) {
    const [inner, outer] = [inText[i]!, inText[i + 1]!]
    if (!inner.name || !outer.name || inner.name === outer.name) continue
    const between = text.slice(inner.span.to, outer.span.from)
    if (between.length > 5 || !/^(?:,? ?\(?|, in |,? of |,? in |['’]s )$/.test(between)) continue
    const [a, b] = /^['’]s/.test(between) ? [outer.name, inner.name] : [inner.name, outer.name]
    let best: {score: number; inner: Option; outer: Option} | null = null
    for (const small of a.options) {
      for (const large of b.options) {
        if (!liesIn(small, large)) continue
        const score =
          small.prior +
          large.prior +
          (large.place.kind === 'admin1' || large.place.kind === 'country' ? 1 : 0)
        if (!best || score > best.score) best = {score, inner: small, outer: large}
      }
    }
    if (!best) {
      // "Chad's Lake province" is in none of the countries that have a Lake County.
      const isSure = b.best.place.kind === 'country' && a.best.place.kind !== 'country'
      if (isSure && / in |['’]s /.test(between)) strangers.add(a)
      continue
    }
    best.inner.beside = Math.max(best.inner.beside, weights.inside)
    best.outer.beside = Math.max(best.outer.beside, weights.holds)
  }
  return strangers
}

/** "Henry County ... Paris": a district and a town in it, wherever the report names them, speak for each other. */
function districts(names: readonly Name[]): void {
  const [held, holding] = [new Map<string, Set<Name>>(), new Map<string, Set<Name>>()]
  const districtOf = ({place}: Option) =>
    place.admin2 === null ? null : `${place.country}/${place.admin1}/${place.admin2}`
  for (const name of names) {
    for (const option of name.options) {
      const key = districtOf(option)
      if (key === null) continue
      const map = option.place.kind === 'admin2' ? holding : held
      map.set(key, (map.get(key) ?? new Set()).add(name))
    }
  }
  for (const name of names) {
    for (const option of name.options) {
      const key = districtOf(option)
      const others = key && (option.place.kind === 'admin2' ? held : holding).get(key)
      if (others && [...others].some(other => other !== name)) option.beside += weights.sameDistrict
    }
  }
}

function liesIn(small: Option, large: Option): boolean {
  const [inner, outer] = [small.place, large.place]
  if (inner.id === outer.id || inner.country !== outer.country) return false
  switch (outer.kind) {
    case 'country':
      return true
    case 'admin1':
      return small.province === large.province && inner.kind !== 'admin1'
    case 'admin2':
      return small.province === large.province && kmBetween(small, large) < 80
    case 'region':
      return false
    default:
      return outer.population > inner.population && kmBetween(small, large) < 40
  }
}

/** One round: each name is weighed against what the others were taken for in the round before. */
function weigh(names: readonly Name[], {countries: hinted}: Hints): void {
  const countries = new Map(hinted)
  const provinces = new Map<string, number>()
  const add = (map: Map<string, number>, key: string | null, weight: number) => {
    if (key) map.set(key, (map.get(key) ?? 0) + weight)
  }
  const surety = names.map(suretyOf)
  // A list of a thousand towns is weighed against the hundred that it names most.
  const witnesses = names.toSorted((a, b) => b.mentions.length - a.mentions.length).slice(0, mostWitnesses)
  for (const [i, {best}] of names.entries()) {
    add(countries, best.place.country, surety[i]!)
    add(provinces, best.province, surety[i]! * (best.place.kind === 'admin1' ? 1.3 : 1))
  }
  const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((a, b) => a + b, 0) || 1
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
        weights.country * share(allCountries, (countries.get(country ?? '') ?? 0) - own) +
        weights.province * share(allProvinces, (provinces.get(option.province ?? '') ?? 0) - ownProvince) +
        weights.near * Math.min(2, nearness(option, name, witnesses))
    }
  }
  for (const name of names) choose(name)
}

/** How much a name says of where the report speaks of: one of few meanings, named often, with its province beside it, more. */
function suretyOf({mentions, options, best}: Name): number {
  const choices = options.length === 1 ? 1.2 : options.length < 4 ? 0.8 : 0.5
  const often = Math.min(2, 1 + Math.log2(mentions.length) / 2)
  const weak = mentions.every(({isWeak}) => isWeak) ? 0.3 : 1
  return (
    (best.beside >= weights.holds ? 1.5 : 1) *
    choices *
    often *
    weak *
    (best.place.kind === 'country' ? 0.8 : 1)
  )
}

/** What lies near: what the other names were taken for, and, for less, what they might be taken for. */
function nearness(option: Option, name: Name, names: readonly Name[]): number {
  let near = 0
  for (const other of names) {
    if (other === name) continue
    if (!isWide(other.best.place))
      near += falloff(option, other.best) * (other.options.length === 1 || other.best.beside ? 1 : 0.6)
    let likely = 0
    for (const rival of other.options)
      if (rival !== other.best && !isWide(rival.place)) likely = Math.max(likely, falloff(option, rival))
    near += (weights.mayBeNear * likely) / (1 + other.options.length)
  }
  return near
}

function falloff(a: Option, b: Option): number {
  const [x, y, z] = [a.x - b.x, a.y - b.y, a.z - b.z]
  const squared = x * x + y * y + z * z
  return squared > farSquared ? 0 : Math.exp((-Math.sqrt(squared) * earthRadiusKm) / nearKm)
}

function isWide({kind}: KnownPlace): boolean {
  return kind === 'country' || kind === 'region'
}

/** Along the chord, which for the distances that count here is the great circle. */
function kmBetween(a: Option, b: Option): number {
  return earthRadiusKm * Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z)
}
