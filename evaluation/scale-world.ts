/**
 * A made-up archive for the suite `scale`: countries, towns, types, sides and sizes of incidents as skewed as real ones.
 *
 * Countries and towns by Zipf, so that a few cities are hot; most incidents are told by one report or two, a
 * few by hundreds; so many reports a day, so that a larger archive is a longer one. The same seed gives the same
 * archive; nothing in it is real.
 */
import type {TellingPlace} from '../src/model/telling.ts'

export interface MadeUpIncident {
  readonly number: number
  readonly type: string
  /** ISO day. */
  readonly on: string
  readonly place: TellingPlace
  readonly sides: readonly [string, string]
  readonly dead: number
  readonly hurt: number
  /** Rare words and names of it. */
  readonly words: readonly string[]
  /** How many reports tell of it. */
  readonly size: number
}

export interface World {
  incidentOn(day: number): MadeUpIncident
  /** The same place and day, told as another happening. */
  sisterOf(incident: MadeUpIncident): MadeUpIncident
  random(): number
}

const countries = 60
const townsPerCountry = 40
const types = [
  'armed-clash',
  'armed-clash',
  'shooting',
  'shooting',
  'bombing',
  'air-strike',
  'shelling',
  'clash',
  'demonstration',
  'abduction'
]
const sides = ['army', 'police', 'militant', 'protester', 'rebel', 'militia', 'student', 'farmer']
const vocabulary = 20_000

/** `tail`: of the sizes of incidents; the nearer to 1, the more reports tell of the largest. */
export function createWorld(seed: number, tail = 0.9): World {
  const random = mulberry32(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  /** 0 most often; how often n falls as 1/(n + 1). */
  const zipf = (size: number) => Math.min(size - 1, Math.floor((size + 1) ** random()) - 1)
  let number = 0
  const incident = (on: string, place: TellingPlace): MadeUpIncident => ({
    number: number++,
    type: pick(types),
    on,
    place,
    sides: [pick(sides), pick(sides)],
    dead: Math.floor(1 / (0.02 + random())),
    hurt: Math.floor(2 / (0.02 + random())),
    words: Array.from({length: 8}, () => nameOf(Math.floor(random() * vocabulary))),
    size: Math.min(400, Math.floor(random() ** -tail))
  })
  return {
    random,
    incidentOn: day => incident(isoDay(day), placeOf(zipf(countries), zipf(townsPerCountry))),
    sisterOf: ({on, place}) => incident(on, place)
  }
}

export function isoDay(day: number): string {
  return new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10)
}

/** Towns of a country lie within some hundred kilometres; the first of them near each other, as suburbs are. */
function placeOf(country: number, town: number): TellingPlace {
  const spread = town < 4 ? 0.12 : 3
  return {
    name: nameOf(country * 1000 + town),
    lat: -40 + ((country * 37) % 90) + spread * Math.sin(town * 12.9),
    lon: -150 + ((country * 71) % 300) + spread * Math.cos(town * 78.2),
    precision: town % 10 === 9 ? 'admin1' : 'town',
    country: String.fromCharCode(65 + (country % 26), 65 + Math.floor(country / 26)),
    admin1: null,
    gazetteerId: `place-${country}-${town}`
  }
}

/** A word that nobody has, the same for the same number: "Tarolu". */
function nameOf(number: number): string {
  const syllables = ['ta', 'ro', 'lu', 'mi', 'se', 'ka', 'no', 'di', 'va', 'pe', 'zu', 'ho', 'gi', 'fe', 'ba']
  let word = ''
  for (let rest = number + 225; rest > 0; rest = Math.floor(rest / 15)) word += syllables[rest % 15]
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Numbers from 0 to 1, the same for the same seed (Ettinger 2017). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
