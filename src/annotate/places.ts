/**
 * The places a report names, each resolved where the gazetteer knows it.
 *
 *     "the Green Zone, also called the International Zone"   one place, two mentions
 *     "the Iraqi capital"                                     a mention of the capital
 *
 * Which of them is the place of an incident is decided later, from the claims.
 */

import type {KnownPlace} from '../codebook/gazetteer.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {LocatedPlace, PlaceMention} from '../model/layers.ts'
import {contains, quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import type {Syntax} from '../model/syntax.ts'
import {type FoundPlace, placeFinder} from './place-mentions.ts'
import {placeResolver} from './place-resolution.ts'

/** Kinds of bodies whose names hold places that are none: "Kurdistan 24", "the Baghdad Post". */
const bodies = new Set(['medium', 'agency', 'party', 'armed-group', 'organiser', 'medical', 'office'])

export const places = ({codebook, gazetteer}: Knowledge) => {
  const {candidatesOf, resolve} = placeResolver(codebook, gazetteer)
  const placesIn = placeFinder(codebook, candidatesOf)
  const demonyms = new Map(
    codebook.table('demonyms.csv', ['form', 'country']).map(({form, country}) => [form, country])
  )

  return stage({
    name: 'places',
    needs: ['passages', 'header', 'syntax', 'actors'],
    adds: ['places'],
    run({text, passages, header, syntax, actors}) {
      const names = actors.filter(({kind}) => bodies.has(kind)).flatMap(({mentions}) => mentions)
      const outlet = header.outlet ? occurrences(text, header.outlet) : []
      const taken = [...names, ...outlet]
      const found: FoundPlace[] = []
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        found.push(...placesIn(text, syntax, sentence, syntax.inSentence(taken, sentence)))
      }
      const countries = demonymsIn(syntax)
      const dateline = datelinePlace(text)
      const resolved = resolve(text, found, {countries})
      const mentions = found.map(({span, use, position}, i) => ({span, use, position, place: resolved[i]!}))
      if (dateline) mentions.push({...dateline, place: resolve(text, [dateline], {countries})[0]!})
      mentions.push(
        ...capitals(
          text,
          syntax,
          mentions.map(({place}) => place)
        )
      )
      return {places: located(text, mentions)}

      function datelinePlace(words: string): FoundPlace | null {
        if (!header.dateline?.place) return null
        const [name] = header.dateline.place.split(',')
        const candidates = candidatesOf(name!)
        const from = words.toLowerCase().indexOf(name!.toLowerCase(), header.dateline.span.from)
        if (candidates.length === 0 || from < 0) return null
        return {span: {from, to: from + name!.length}, candidates, use: 'dateline', position: 'at'}
      }
    }
  })

  function demonymsIn(syntax: Syntax): Map<string, number> {
    const counts = new Map<string, number>()
    for (const {lower} of syntax.tokens) {
      const country = demonyms.get(lower)
      if (country) counts.set(country, (counts.get(country) ?? 0) + 0.5)
    }
    return counts
  }

  /** "the Iraqi capital", "the capital": of the country named, else of the one the report's places are in. */
  function capitals(_text: string, syntax: Syntax, known: readonly KnownPlace[]) {
    return syntax.tokens.flatMap(token => {
      if (token.lower !== 'capital' || token.upos !== 'NOUN') return []
      const before = syntax.tokens[token.index - 1]
      const country = (before && demonyms.get(before.lower)) ?? mostNamed(known)
      const capital = country && capitalOf(country, known)
      const preposition = syntax.tokens
        .slice(Math.max(0, token.index - 4), token.index)
        .findLast(({upos}) => upos === 'ADP')
      if (!capital || !preposition) return []
      return [
        {
          span: {from: token.from, to: token.to},
          use: 'locative' as const,
          position: 'at' as const,
          place: capital
        }
      ]
    })
  }

  function capitalOf(country: string, known: readonly KnownPlace[]): KnownPlace | null {
    const own = known.find(place => place.country === country && place.kind === 'capital')
    if (own) return own
    return gazetteer.capitalOf(country)
  }
}

function mostNamed(known: readonly KnownPlace[]): string | null {
  const counts = new Map<string, number>()
  for (const {country} of known) if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most?.[0] ?? null
}

interface Mention {
  readonly span: Span
  readonly use: PlaceMention['use']
  readonly position: PlaceMention['position']
  readonly place: KnownPlace
}

function located(text: string, mentions: readonly Mention[]): LocatedPlace[] {
  const byId = Map.groupBy(
    [...mentions].sort((a, b) => a.span.from - b.span.from),
    ({place}) => place.id
  )
  const ids = new Map<string, string>()
  const slugs = new Set<string>()
  for (const [gazetteerId, [first]] of byId) {
    let slug = first!.place.name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
    while (slugs.has(slug)) slug += '-2'
    slugs.add(slug)
    ids.set(gazetteerId, slug)
  }
  return [...byId].map(([gazetteerId, own]) => {
    const {place} = own[0]!
    const parent = [...byId.values()]
      .map(([first]) => first!.place)
      .find(
        other =>
          place.parent !== null &&
          other.name === place.parent &&
          other.country === place.country &&
          other.precision === 'town'
      )
    return {
      id: ids.get(gazetteerId)!,
      name: place.name,
      lat: round(place.lat),
      lon: round(place.lon),
      country: place.country,
      admin1: place.admin1,
      precision: place.precision,
      gazetteerId,
      within: parent ? ids.get(parent.id)! : null,
      mentions: withoutInner(own).map(({span, use, position}) => ({...quote(text, span), use, position}))
    }
  })
}

/** Mentions in text order, without those inside the one before. */
function withoutInner(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions)
    if (!kept.length || !contains(kept.at(-1)!.span, mention.span)) kept.push(mention)
  return kept
}

/** Five decimals are a metre; the gazetteer holds no more. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

function occurrences(text: string, name: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at >= 0 && name; at = text.indexOf(name, at + name.length))
    found.push({from: at, to: at + name.length})
  return found
}
