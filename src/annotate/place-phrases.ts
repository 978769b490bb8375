/**
 * Places that are told by others: so far from one, between two, in a part of one, at a border.
 *
 *     "20 km north of Tikrit"       a point that far off, precise to an area
 *     "between Tikrit and Baiji"    half-way, an area
 *     "northern Syria"              a part of the country, an area
 *     "on the Turkish side"         in Turkey
 *     "near the Turkish border"     a name without a point
 *
 * The places such a phrase leans on are no places of the event. "Between Israel and Iran" locates nothing: states
 * stand in it for who they are.
 */
import {distanceKm, pointAt} from '../algorithms/great-circle.ts'
import type {Gazetteer, KnownPlace} from '../codebook/gazetteer.ts'
import {isKnown, type PlacedMention, type ToldPlace} from './placed-mentions.ts'

/** Compass points in degrees. */
const bearings: Readonly<Record<string, number>> = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315
}
const kmPerMile = 1.609344
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60
}
const compass = '((?:north|south)[ -]?(?:east|west)|north|south|east|west)(?:ern)?'
const offset = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(\\d{1,3}(?:\\.\\d+)?|${Object.keys(numbers).join('|')})[ -]?(k(?:ilo)?m(?:et(?:re|er)s?)?s?|mi(?:les?)?)(?: \\([^()]{1,24}\\))?(?: away)?(?: (?:to the )?${compass})? (?:of|from|outside)(?: the)?(?: (?:city|town|village|capital|provincial capital)(?: of)?,?)? $`,
  'iu'
)
const direction = new RegExp(`(?<![\\p{L}-])(?:${compass}|central) $`, 'iu')
const border = /^(?:[ -]\p{Lu}[\p{L}-]+)?(?:['’]s?)?(?: \p{Ll}+)? (?:border|frontier)(?!\p{L})/u
/** Phrases stand right before the name; in UTF-16 units. */
const reach = 90
/** Two towns farther apart tell no place between them, in kilometres. */
const farApart = 400
/** How far off a told distance may be, beside its double, in kilometres. */
const slackKm = 30

/** What a phrase makes of mentions: in place of `used` of them stand others. */
interface Told {
  readonly used: number
  /** Whether the first of `mentions` stands for the mention before them. */
  readonly replacesLast?: true
  readonly mentions: readonly PlacedMention[]
}

export function placePhrases(
  gazetteer: Gazetteer
): (text: string, mentions: readonly PlacedMention[]) => PlacedMention[] {
  const readers = [between, away, partOf, onSide, atBorder]

  return (text, mentions) => {
    const told: PlacedMention[] = []
    for (let i = 0; i < mentions.length; ) {
      const {from} = mentions[i]!.span
      const before = text.slice(Math.max(0, from - reach), from)
      const rest = mentions.slice(i, i + 2)
      const found = readers.reduce<Told | null>(
        (known, read) => known ?? read(text, before, rest, told.at(-1)),
        null
      )
      if (found?.replacesLast) told.pop()
      told.push(...(found?.mentions ?? [mentions[i]!]))
      i += found?.used ?? 1
    }
    return told
  }

  function between(text: string, before: string, [first, second]: readonly PlacedMention[]): Told | null {
    const opening = /(?<!\p{L})between $/iu.exec(before)
    if (!opening || !second || text.slice(first!.span.to, second.span.from) !== ' and ') return null
    const [a, b] = [first!.place, second.place]
    if (!isFine(a) || !isFine(b) || distanceKm(a, b) > farApart) return null
    const span = {from: first!.span.from - opening[0].length, to: second.span.to}
    const place: ToldPlace = {
      id: null,
      by: a,
      name: text.slice(span.from, span.to),
      ...pointAt(a, distanceKm(a, b) / 2, bearingOf(a, b)),
      country: a.country === b.country ? a.country : null,
      admin1: a.admin1 === b.admin1 ? a.admin1 : null,
      precision: 'area'
    }
    return {
      used: 2,
      mentions: [{span, use: 'locative', position: 'at', place}, asMentioned(first!), asMentioned(second)]
    }
  }

  /** "in Talkhab, 20 km north of Tikrit": the distance tells where Talkhab is. */
  function away(
    text: string,
    before: string,
    [base]: readonly PlacedMention[],
    last?: PlacedMention
  ): Told | null {
    const match = offset.exec(before)
    if (!match || !isFine(base!.place)) return null
    const [, amount, unit, towards] = match
    const km =
      (numbers[amount!.toLowerCase()] ?? Number(amount)) *
      (unit!.toLowerCase().startsWith('m') ? kmPerMile : 1)
    const bearing = towards ? bearings[towards.toLowerCase().replace(/[ -]/, '')]! : null
    const span = {from: base!.span.from - match[0].length, to: base!.span.to}
    const {country, admin1} = base!.place
    const place: ToldPlace = {
      id: null,
      by: base!.place,
      name: text.slice(span.from, span.to),
      ...(bearing === null
        ? {lat: base!.place.lat, lon: base!.place.lon}
        : pointAt(base!.place, km, bearing)),
      country,
      admin1,
      precision: 'area'
    }
    const gap = last && text.slice(last.span.to, span.from)
    const names =
      gap !== undefined &&
      /^,? (?:(?:which|that) (?:is|lies) )?(?:(?:some|about|around|roughly|nearly|almost|just) )?$/.test(gap)
    if (!names)
      return {used: 1, mentions: [{span, use: 'locative', position: 'at', place}, asMentioned(base!)]}
    // A namesake elsewhere is another place; a name without an entry lies where the distance says.
    const isElsewhere = isKnown(last!.place) && distanceKm(last!.place, base!.place) > 2 * km + slackKm
    if (isElsewhere || last!.place.lat === null) {
      const told = {...last!, place: {...place, name: text.slice(last!.span.from, last!.span.to)}}
      return {used: 1, replacesLast: true, mentions: [told, asMentioned(base!)]}
    }
    return {used: 1, mentions: [asMentioned(base!)]}
  }

  /** Parts of countries stand in the gazetteer; those of provinces and towns are as precise as these. */
  function partOf(text: string, before: string, [base]: readonly PlacedMention[]): Told | null {
    const match = direction.exec(before)
    if (!match || !isKnown(base!.place) || base!.place.kind !== 'country') return null
    const span = {from: base!.span.from - match[0].length, to: base!.span.to}
    const {country} = base!.place
    const place = gazetteer
      .named(text.slice(span.from, span.to))
      .find(known => known.country === country && known.kind === 'area')
    return place ? {used: 1, mentions: [{...base!, span, place}]} : null
  }

  /** "On the Turkish side two shells fell": in that country. */
  function onSide(text: string, before: string, [base]: readonly PlacedMention[]): Told | null {
    const isCountry = isKnown(base!.place) && base!.place.kind === 'country'
    if (
      !isCountry ||
      !/(?<!\p{L})on the $/iu.test(before) ||
      !/^ side(?!p{L})/.test(text.slice(base!.span.to, base!.span.to + reach))
    )
      return null
    return {used: 1, mentions: [{...base!, use: 'locative', position: 'at'}]}
  }

  function atBorder(text: string, before: string, [base]: readonly PlacedMention[]): Told | null {
    const match = border.exec(text.slice(base!.span.to, base!.span.to + reach))
    const locates = /(?<!\p{L})(near|along|on|at|across|towards?|by) (?:the |its |their )?$/iu.exec(before)
    if (!match || !locates) return null
    const span = {from: base!.span.from, to: base!.span.to + match[0].length}
    const place: ToldPlace = {
      id: null,
      by: null,
      name: text.slice(span.from, span.to),
      lat: null,
      lon: null,
      country: null,
      admin1: null,
      precision: 'area'
    }
    return {
      used: 1,
      mentions: [
        {...base!, use: 'modifier'},
        {span, use: 'locative', position: 'near', place}
      ]
    }
  }
}

function asMentioned(mention: PlacedMention): PlacedMention {
  return {...mention, use: 'mentioned', position: 'near'}
}

function isFine(place: KnownPlace | ToldPlace): place is KnownPlace {
  return (
    isKnown(place) && (place.precision === 'town' || place.precision === 'site' || place.kind === 'admin2')
  )
}

/** Initial bearing of the way from one point to another, in degrees. */
function bearingOf(a: KnownPlace, b: KnownPlace): number {
  const [from, to, east] = [a.lat, b.lat, b.lon - a.lon].map(degrees => (degrees * Math.PI) / 180) as [
    number,
    number,
    number
  ]
  const y = Math.sin(east) * Math.cos(to)
  const x = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(east)
  return (Math.atan2(y, x) * 180) / Math.PI
}
