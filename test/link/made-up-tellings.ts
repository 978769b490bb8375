/** Tellings for tests: a few towns, days, types and words, so that many of them meet. */
import fc from 'fast-check'
import type {WordProfile} from '../../src/model/link-profile.ts'
import type {Telling, TellingPlace} from '../../src/model/telling.ts'

const towns: readonly TellingPlace[] = [
  {
    name: 'Oruro',
    lat: -17.98,
    lon: -67.15,
    precision: 'town',
    country: 'BO',
    admin1: 'Oruro',
    gazetteerId: 'oruro'
  },
  {
    name: 'Huanuni',
    lat: -18.29,
    lon: -66.84,
    precision: 'town',
    country: 'BO',
    admin1: 'Oruro',
    gazetteerId: 'huanuni'
  },
  {
    name: 'Oruro',
    lat: -18.6,
    lon: -67.6,
    precision: 'admin1',
    country: 'BO',
    admin1: null,
    gazetteerId: 'oruro-province'
  },
  {
    name: 'Bolivia',
    lat: -17,
    lon: -65,
    precision: 'country',
    country: 'BO',
    admin1: null,
    gazetteerId: 'bolivia'
  },
  {
    name: 'La Paz',
    lat: -16.5,
    lon: -68.15,
    precision: 'town',
    country: 'BO',
    admin1: 'La Paz',
    gazetteerId: 'la-paz'
  },
  {
    name: 'Station Square',
    lat: null,
    lon: null,
    precision: 'site',
    country: 'BO',
    admin1: null,
    gazetteerId: null
  }
]
const types = [
  ['clash', 'clash'],
  ['riot', 'riot'],
  ['bombing', 'explosion'],
  ['abduction', 'abduction']
] as const

/** A telling with the given values over plain ones. */
export function madeUpTelling(key: string, over: Partial<Telling> = {}): Telling {
  const [report, incident] = key.split('/') as [string, string]
  return {
    key,
    report,
    incident,
    publishedOn: '2024-03-05',
    type: 'clash',
    family: 'clash',
    families: ['clash'],
    when: {from: '2024-03-05', to: '2024-03-05', precision: 'day', known: 'stated'},
    place: towns[0]!,
    sites: [],
    sides: [],
    groups: [],
    figures: [],
    tactics: [],
    things: [],
    ties: [],
    words: noWords,
    ...over
  }
}

/** Of a report in no language. */
export const noWords: WordProfile = {
  language: 'und',
  isPassage: false,
  length: 0,
  told: [],
  pairs: [],
  holds: '',
  names: [],
  counted: [],
  years: [],
  days: [],
  wording: [],
  rows: 0
}

const day = (n: number) => new Date(Date.UTC(2024, 2, 1 + n)).toISOString().slice(0, 10)

const aTelling = fc
  .record({
    place: fc.option(fc.constantFrom(...towns), {freq: 8}),
    type: fc.constantFrom(...types),
    from: fc.nat(20),
    length: fc.constantFrom(0, 0, 0, 0, 1, 6, 29),
    known: fc.constantFrom('stated' as const, 'inferred' as const),
    published: fc.nat(3),
    sides: fc.subarray(['miner', 'police', 'student', 'army']),
    figures: fc.subarray(['killed 1', 'killed 2', 'killed 7', 'injured 14+', 'injured 36']),
    sites: fc.subarray(['station square', 'north gate']),
    names: fc.subarray([11, 12, 13, 14, 15, 16])
  })
  .map(
    ({place, type: [type, family], from, length, known, published, names, ...rest}): Partial<Telling> => ({
      place,
      type,
      family,
      publishedOn: day(from + length + published),
      when: {
        from: day(from),
        to: day(from + length),
        precision: length < 2 ? 'day' : length < 8 ? 'week' : 'month',
        known
      },
      words: {...noWords, names: names.map(hash => [hash, 0.5])},
      ...rest
    })
  )

/** Up to `max` tellings of reports with one, two or three incidents each. */
export const someTellings = (max: number): fc.Arbitrary<Telling[]> =>
  fc
    .array(fc.tuple(aTelling, fc.nat(3)), {minLength: 1, maxLength: max})
    .map(made =>
      made.map(([over, share], i) => madeUpTelling(`r${share === 0 ? i - (i % 3) : i}/i${i}`, over))
    )
