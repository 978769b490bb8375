/**
 * The places a report names: found, resolved where the gazetteer knows them, and told by others where it does not.
 *
 *     "the Green Zone, also called the International Zone"   one place, two mentions
 *     "in Talkhab, 20 km north of Tikrit"                     a name without an entry, and where it lies
 *
 * Finding a name, deciding which place it means, and choosing the place of an
 * event (event-places.ts) are three steps. A name that nobody knows stays as text.
 */

import {actorKinds} from '../codebook/actor-kinds.ts'
import type {KnownPlace} from '../codebook/gazetteer.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {overlaps, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Container, locatedPlaces, toldPlace} from './located-places.ts'
import {soundingLike} from './place-candidates.ts'
import {type FoundPlace, placeFinder} from './place-mentions.ts'
import {placePhrases} from './place-phrases.ts'
import {placeReferences} from './place-references.ts'
import {placeResolver} from './place-resolution.ts'
import {placeWords} from './place-words.ts'
import type {PlacedMention} from './placed-mentions.ts'
import {treelessPlaces} from './treeless-places.ts'

/** Kinds of bodies whose names may hold a place that is none. */
const bodyKinds = ['armed-group', 'party', 'medium', 'agency']

export const places = ({codebook, gazetteer}: Knowledge) => {
  const words = placeWords(codebook)
  const {isA} = actorKinds(codebook)
  const {candidatesOf, resolve} = placeResolver(codebook, gazetteer)
  const placesIn = placeFinder(words, candidatesOf)
  const withoutTrees = treelessPlaces(codebook, gazetteer, candidatesOf)
  const withPhrases = placePhrases(gazetteer)
  const referencesIn = placeReferences(codebook, gazetteer, words)

  return stage({
    name: 'places',
    needs: ['passages', 'header', 'syntax', 'entities', 'coreference', 'actors'],
    adds: ['places'],
    run(report) {
      const {text, regions, passages, header, syntax, entities, coreference, actors} = report
      const sentences = syntax.sentences.filter(
        ({parsed, passage}) => parsed && passages[passage]!.kind !== 'boilerplate'
      )
      // "Kurdistan 24" is who tells, "Fano militia" who fights, not where.
      const bodies = actors
        .filter(({kind, known}) => known !== null && bodyKinds.some(of => isA(kind, of)))
        .flatMap(({mentions}) => mentions)
      const taken = [...bodies, ...(header.outlet ? occurrences(text, header.outlet) : [])].sort(
        (a, b) => a.from - b.from
      )
      const found = [
        ...datelinePlace(),
        ...[...placesIn(text, syntax, sentences, entities), ...withoutTrees(report)].filter(
          ({span}) => !isInside(span, taken)
        )
      ]
      const spans = found.map(place => ({...place, isWeak: place.use === 'dateline'}))
      const hints = hintsOf(regions)
      const first = resolve(text, spans, hints)
      const spoken = countriesOf(first, regions)
      const byAnyName = spans.map(place =>
        place.candidates.length
          ? place
          : {...place, candidates: soundingLike(gazetteer, written(place), spoken)}
      )
      const isNew = byAnyName.some((place, i) => place !== spans[i] && place.candidates.length > 0)
      const resolved = isNew ? resolve(text, byAnyName, hints) : first
      const mentions = withPhrases(text, placed(text, found, resolved, homeOf(resolved)))
      return {places: locatedPlaces(text, [...mentions, ...referencesIn(syntax, coreference, mentions)])}

      function written({span}: FoundPlace): string {
        return text.slice(span.from, span.to)
      }

      function datelinePlace(): FoundPlace[] {
        if (!header.dateline?.place) return []
        const [name] = header.dateline.place.split(',')
        const candidates = candidatesOf(name!)
        const from = text.toLowerCase().indexOf(name!.toLowerCase(), header.dateline.span.from)
        if (candidates.length === 0 || from < 0) return []
        return [{span: {from, to: from + name!.length}, candidates, use: 'dateline', position: 'at'}]
      }
    }
  })

  /** Each with its place; a name without one lies where the name beside it lies ("Karrada, Baghdad", "Baghdad's Karrada"). */
  function placed(
    text: string,
    found: readonly FoundPlace[],
    resolved: readonly (KnownPlace | null)[],
    home: string | null
  ): PlacedMention[] {
    return found.map(({span, use, position, isSite = false}, i) => {
      const name = text.slice(span.from, span.to)
      const container = resolved[i] ? null : containerOf(text, found, resolved, i)
      return {
        span,
        use,
        position,
        place: resolved[i] ?? toldPlace(name, container, isSite || words.isSite(name), home)
      }
    })
  }
}

/** "Hayan, Aleppo", "Hayan in the northern countryside of Aleppo", "Hayan, west of Aleppo". */
const beside =
  /^(?:,? \(?|,(?: \p{Ll}+){0,4} (?:in|of|near|outside) |(?: \p{Ll}+){0,4} (?:in|of|near|outside) )(?:the |central |\p{Ll}+ern )?$/u

/** "عيترون في قضاء بنت جبيل", "الزهراء بمدينة حمص", "تل السمن شمالي الرقة". */
const besideInArabic =
  /^،?(?: (?:في|من|قرب|وسط|الواقعة?|التابعة?|[بل]?(?:محافظة|ريف|مدينة|قضاء|ناحية|ولاية|بلدة|منطقة|إقليم)|(?:شمال|جنوب|شرق|غرب)ي?))* ?[بل]?$/
const nearWords = /(?:north|south|east|west|near|outside|outskirts|countryside|شمال|جنوب|شرق|غرب|قرب|ريف)/

function containerOf(
  text: string,
  found: readonly FoundPlace[],
  resolved: readonly (KnownPlace | null)[],
  i: number
): Container | null {
  const {span} = found[i]!
  const [before, after] = [found[i - 1], found[i + 1]]
  const between = after && text.slice(span.to, after.span.from)
  // "In Nigeria's Benue state": the finer of the two.
  const finer = found[i + 2]
  const isPossessor =
    after && finer && /^['’]s (?:\p{Ll}+ )?$/u.test(text.slice(after.span.to, finer.span.from))
  if (between !== undefined && resolved[i + 1] && (beside.test(between) || besideInArabic.test(between)))
    return {
      place: (isPossessor && resolved[i + 2]) || resolved[i + 1]!,
      isNear: nearWords.test(between)
    }
  if (before && resolved[i - 1] && /^['’]s(?: \p{Ll}+){0,2} $/u.test(text.slice(before.span.to, span.from)))
    return {place: resolved[i - 1]!, isNear: false}
  return null
}

/** The country of most of the report's places, where it is clear: a name without an entry lies there too. */
function homeOf(places: readonly (KnownPlace | null)[]): string | null {
  const countries = places.flatMap(place => place?.country ?? [])
  const [first] = countriesOf(places)
  const own = countries.filter(country => country === first).length
  return first && own >= clearly * countries.length ? first : null
}

/** Share of the places from which a report speaks of one country. */
const clearly = 0.7

/** The countries that the report's places lie in, most first, and those its source tells of. */
function countriesOf(places: readonly (KnownPlace | null)[], regions: readonly string[] = []): string[] {
  const counts = new Map(regions.map(country => [country, 1]))
  for (const place of places)
    if (place?.country) counts.set(place.country, (counts.get(place.country) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostCountries)
    .map(([country]) => country)
}

/** A report speaks of few countries at a time. */
const mostCountries = 3

function hintsOf(regions: readonly string[] | undefined) {
  return regions ? {countries: new Map(regions.map(country => [country, hintWeight]))} : {}
}

/** A hint counts as one sure name of the report. */
const hintWeight = 1

/** `taken`: in text order. */
function isInside(span: Span, taken: readonly Span[]): boolean {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (taken[middle]!.to <= span.from) low = middle + 1
    else high = middle
  }
  const next = taken[low]
  return next !== undefined && overlaps(next, span)
}

function occurrences(text: string, name: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at >= 0 && name; at = text.indexOf(name, at + name.length))
    found.push({from: at, to: at + name.length})
  return found
}
