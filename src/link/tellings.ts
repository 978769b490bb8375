/**
 * What a report tells of each incident that it brings news of, ready to be compared.
 *
 *     "Clashes broke out on Friday ... . Last week a bomb went off there."    one telling: the clash
 */
import type {Rarity} from '../codebook/word-rarity.ts'
import type {CodedReport, Incident, Place} from '../model/contract.ts'
import type {WordProfile} from '../model/link-profile.ts'
import type {Telling} from '../model/telling.ts'
import {toldOf, wordsOf} from './word-profile.ts'

/** What the codebook says of types of events and kinds of actors. */
export interface TellingRules {
  /** Family of a type, by its id. */
  readonly familyOf: (type: string) => string
  /** Whether a kind of actor is a group that fights, not the state's forces and not a crowd. */
  readonly isGroup: (kind: string) => boolean
  readonly rarity: Rarity
  /** Nouns for buildings, vehicles and weapons in a text, in the singular. */
  readonly thingsIn: (text: string) => string[]
}

/** Days before the report's first incident from which on an incident is background. */
const backgroundDays = 2
/** Fewer rare words in what its claims quote tell too little; then what the report begins with stands for it. */
const fewestTold = 6

/** In the report's order. */
export function tellingsOf(coded: CodedReport, rules: TellingRules): Telling[] {
  const words = wordsOf(coded, rules.rarity)
  return newsOf(coded).map(incident => tellingOf(coded, incident, rules, words))
}

/**
 * The incidents a report brings news of. What it tells besides as days older than its first one is
 * background: a report on a drone strike that recalls last week's clash is no account of the clash, unless a person says so.
 */
function newsOf({incidents, claims}: CodedReport): Incident[] {
  const lead = incidents.find(({type}) => type !== 'threat')
  if (!lead) return incidents
  const said = new Set(claims.flatMap(({id, added, moved}) => (added || moved ? [id] : [])))
  return incidents.filter(
    ({when, claims}) =>
      when.to >= lead.when.from ||
      daysApart(when.to, lead.when.from) < backgroundDays ||
      claims.some(id => said.has(id))
  )
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / 86_400_000
}

function tellingOf(
  coded: CodedReport,
  incident: Incident,
  {familyOf, isGroup, rarity, thingsIn}: TellingRules,
  words: WordProfile
): Telling {
  const {report, claims, places, actors} = coded
  const held = new Set(incident.claims)
  const own = claims.filter(({id}) => held.has(id))
  const place = places.find(({id}) => id === incident.place) ?? null
  const events = own.flatMap(({event}) => event ?? [])
  const near = new Set(events.flatMap(event => event.place ?? []))
  const onSides = [...incident.sides.a, ...incident.sides.b].flatMap(
    id => actors.find(actor => actor.id === id) ?? []
  )
  const told = toldOf(coded, incident, rarity)
  const keyOf = (id: string) => `${report.id}/${id}`
  return {
    ...(report.dataset === undefined ? {} : {dataset: report.outlet?.name ?? report.dataset}),
    key: keyOf(incident.id),
    report: report.id,
    incident: incident.id,
    publishedOn: report.publishedOn,
    type: incident.type,
    family: familyOf(incident.type),
    families: sorted([incident.type, ...incident.tactics].map(familyOf)),
    when: incident.when,
    place: place && {
      name: place.name,
      lat: place.lat,
      lon: place.lon,
      precision: place.precision,
      country: place.country,
      admin1: place.admin1,
      gazetteerId: place.gazetteerId
    },
    sites: sorted(
      places
        .filter(other => (near.has(other.id) && other.precision === 'site') || liesBy(other, place))
        .map(({name}) => name.toLowerCase())
    ),
    sides: sorted(onSides.map(({name}) => sideWord(name))),
    groups: sorted(onSides.flatMap(({kind, known}) => (known && isGroup(kind) ? [known] : []))),
    figures: sorted(
      own.flatMap(({casualties}) =>
        casualties?.count && casualties.count.min > 0
          ? [`${casualties.outcome} ${casualties.count.min}${casualties.count.max === null ? '+' : ''}`]
          : []
      )
    ),
    tactics: sorted(incident.tactics),
    things: sorted(own.filter(({about}) => about === 'event').flatMap(({quote}) => thingsIn(quote.text))),
    ties: incident.relations
      .map(({to, kind}) => ({to: keyOf(to), kind}))
      .filter(({to}) => to !== keyOf(incident.id)),
    words: told.length >= fewestTold ? {...words, told} : words
  }
}

/** "At Mill Bridge, near Oruro": a name without an entry lies where the report puts it. */
function liesBy(other: Place, place: Place | null): boolean {
  if (place === null || place.lat === null || place.precision !== 'town') return false
  return other.gazetteerId === null && other.lat === place.lat && other.lon === place.lon
}

/** "Iraqi security forces" and "Security Forces": the last word says what they are. */
function sideWord(name: string): string {
  return name.toLowerCase().split(' ').at(-1)!.replace(/s$/, '')
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort()
}
