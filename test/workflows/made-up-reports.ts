/** Reports for tests of linking at scale: one busy town and day, some others, copies, and reports of two incidents. */
import fc from 'fast-check'
import type {CodedReport, Place} from '../../src/model/contract.ts'
import {codedReport} from '../coded-report.ts'

const towns: readonly Partial<Place>[] = [
  {name: 'Kano', gazetteerId: 'kano', lat: 12, lon: 8.52},
  {name: 'Dawakin Kudu', gazetteerId: 'dawakin', lat: 11.83, lon: 8.6},
  {name: 'Kano', gazetteerId: 'kano-state', lat: 11.5, lon: 8.5, precision: 'admin1'},
  {name: 'Jos', gazetteerId: 'jos', lat: 9.92, lon: 8.89},
  {name: 'Nigeria', gazetteerId: 'nigeria', lat: 10, lon: 8, precision: 'country'}
]
const day = (n: number) => new Date(Date.UTC(2024, 2, 1 + n)).toISOString().slice(0, 10)
const sentences = ['The road was closed.', 'Shops shut.', 'Three cars burned.', 'A funeral is planned.']

/** `busy`: how many of them tell of Kano on one day. Reports are different, incidents many or few. */
export function madeUpReports(busy: number, others: number, seed: number): CodedReport[] {
  const telling = (town: fc.Arbitrary<number>, on: fc.Arbitrary<number>) =>
    fc.record({
      town,
      on,
      later: fc.nat(2),
      dead: fc.constantFrom(2, 3, 7, 40),
      type: fc.constantFrom('attack', 'attack', 'clash', 'bombing'),
      told: fc.shuffledSubarray(sentences),
      second: fc.option(fc.nat(4), {freq: 6}),
      known: fc.constantFrom('stated' as const, 'inferred' as const)
    })
  const some = [
    ...fc.sample(telling(fc.constantFrom(0, 0, 0, 1), fc.constantFrom(3, 3, 3, 4)), {numRuns: busy, seed}),
    ...fc.sample(telling(fc.nat(4), fc.nat(12)), {numRuns: others, seed: seed + 1})
  ]
  return some.map(({town, on, later, dead, type, told, second, known}, i) => {
    const coded = codedReport({
      id: `r${i}`,
      outlet: `Outlet ${i % 17}`,
      publishedOn: day(on + later),
      on: day(on),
      before: told.join(' ')
    })
    const [claim, place, incident] = [coded.claims[0]!, coded.places[0]!, coded.incidents[0]!]
    const count = {min: dead, max: dead, stated: `${dead}`}
    const first = {...incident, type, when: {...incident.when, known}}
    return {
      ...coded,
      claims: [{...claim, casualties: {...claim.casualties!, count}}],
      places: [
        {...place, ...towns[town]},
        {...place, ...towns[second ?? 0], id: 'p2'}
      ],
      incidents: second === null ? [first] : [first, {...first, id: 'i2', place: 'p2', claims: []}]
    }
  })
}
