/** The places of a report, one entry each, from its mentions: what contains what, and where a name that nobody knows may lie. */
import type {KnownPlace} from '../codebook/gazetteer.ts'
import {normaliseName} from '../codebook/place-names.ts'
import type {LocatedPlace} from '../model/layers.ts'
import {quote} from '../model/span.ts'
import {isKnown, type PlacedMention, type ToldPlace} from './placed-mentions.ts'

export function locatedPlaces(text: string, mentions: readonly PlacedMention[]): LocatedPlace[] {
  const sorted = mentions.toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
  const groups = Map.groupBy(sorted, ({place}) =>
    isKnown(place) ? place.id : `told:${normaliseName(place.name)}`
  )
  const ids = idsOf(groups)
  const known = [...groups.values()].flatMap(([first]) => (isKnown(first!.place) ? [first!.place] : []))
  return [...groups].map(([key, own]) => {
    // Of mentions of one unknown name the one that says where it is counts.
    const place = own.map(mention => mention.place).find(({lat}) => lat !== null) ?? own[0]!.place
    const parent = isKnown(place) ? parentOf(place, known) : place.by?.precision === 'town' ? place.by : null
    return {
      id: ids.get(key)!,
      name: place.name,
      lat: round(place.lat),
      lon: round(place.lon),
      country: place.country,
      admin1: place.admin1,
      precision: place.precision,
      gazetteerId: place.id,
      within: parent ? (ids.get(parent.id) ?? null) : null,
      mentions: withoutInner(own).map(({span, use, position}) => ({...quote(text, span), use, position}))
    }
  })
}

/** A known place that another lies in, or near. */
export interface Container {
  readonly place: KnownPlace
  readonly isNear: boolean
}

/** A name the gazetteer does not know lies where what stands beside it lies, no more precisely than that; else in the country of the report. */
export function toldPlace(
  name: string,
  container: Container | null,
  isSite: boolean,
  home: string | null
): ToldPlace {
  const by = container?.place ?? null
  return {
    id: null,
    by,
    name,
    lat: by?.lat ?? null,
    lon: by?.lon ?? null,
    country: by ? by.country : home,
    admin1: by?.admin1 ?? null,
    precision: container?.isNear ? 'area' : (by?.precision ?? (isSite ? 'site' : 'town'))
  }
}

function idsOf(groups: ReadonlyMap<string, readonly PlacedMention[]>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const [key, [first]] of groups) {
    const base = slug(first!.place.name) || 'place'
    let id = base
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
    taken.add(id)
    ids.set(key, id)
  }
  return ids
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function parentOf(place: KnownPlace, known: readonly KnownPlace[]): KnownPlace | undefined {
  return known.find(
    other =>
      place.parent !== null &&
      normaliseName(other.name) === normaliseName(place.parent) &&
      other.country === place.country &&
      other.precision === 'town'
  )
}

/** Without those inside another; the mentions come in text order, the longer first. */
function withoutInner(mentions: readonly PlacedMention[]): PlacedMention[] {
  let end = -1
  return mentions.filter(({span}) => {
    const isInner = span.to <= end
    end = Math.max(end, span.to)
    return !isInner
  })
}

/** Five decimals are a metre; the gazetteer holds no more. */
function round(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 1e5) / 1e5
}
