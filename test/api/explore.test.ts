import assert from 'node:assert/strict'
import test from 'node:test'
import {dayOf} from '../../src/algorithms/day-bins.ts'
import type {ExploredDays, ExploredIncidents} from '../../src/model/explored.ts'
import type {ListedIncident} from '../../src/model/listing.ts'
import {fillWithIncidents} from '../web/many-incidents.ts'
import {host, people} from './people.ts'
import {emptyDesk} from './sample-desk.ts'

const {store, api} = await emptyDesk(undefined, {exposure: 'tls'})
test.after(() => store.close())
await fillWithIncidents(store, 300)
const {reader, analyst} = await people(store)

const ask = async (path: string, who = analyst, headers: Record<string, string> = {}) =>
  api.request(`https://${host}${path}`, {headers: {...(await who.session()), ...headers}})
const json = async <T>(path: string, who = analyst) => (await (await ask(path, who)).json()) as T
const sum = (numbers: readonly number[]) => numbers.reduce((all, own) => all + own, 0)
const filters = [
  '',
  'contested=true',
  'type=clash',
  'precision=town',
  'located=false',
  'bbox=-20,0,60,60',
  'since=2022-01-01&until=2023-06-30',
  'text=protest',
  'since=2090-01-01'
]

for (const filter of filters)
  test(`map, list and plot of time are of one set: ${filter || 'no filter'}`, async () => {
    const list = await json<{total: number; rows: ListedIncident[]}>(`/api/incidents?limit=500&${filter}`)
    const found = await json<ExploredIncidents>(`/api/explore/incidents?${filter}`)
    const {total, placed, shown, places, types, outcomes, figures} = found
    assert.deepEqual([total, shown], [list.total, list.rows.length])
    assert.equal(placed, list.rows.filter(({place}) => place && place.lat !== null).length)
    for (const [
      i,
      {id, type, when, place, reports, accounts, contested, figures: listed}
    ] of list.rows.entries()) {
      const at = found.place[i]
      assert.deepEqual(
        [found.id[i], types[found.type[i]!], Boolean(found.contested[i])],
        [id, type, contested]
      )
      assert.deepEqual([dayOf(found.from[i]!), dayOf(found.from[i]! + found.days[i]!)], [when.from, when.to])
      assert.equal(Boolean(found.exact[i]), when.known === 'stated' && when.precision === 'day')
      assert.deepEqual(at === null ? null : places[at!], place)
      assert.deepEqual([found.reports[i], found.accounts[i]], [reports, accounts])
      assert.deepEqual(
        Object.fromEntries(
          figures[i]!.map(([outcome, low, high, flags]) => [outcomes[outcome], [low, high, flags]])
        ),
        Object.fromEntries(
          Object.entries(listed).map(([outcome, {low, high, open, contested: isDisputed}]) => [
            outcome,
            [low, high, Number(open) + 2 * Number(isDisputed)]
          ])
        )
      )
    }
    for (const scope of ['', '&width=day', '&width=year', '&first=2021-01-01&last=2021-12-31']) {
      const days = await json<ExploredDays>(`/api/explore/days?${filter}${scope}`)
      assert.equal(days.total, total, scope)
      const inBins = sum(days.bins.map(({incidents}) => incidents))
      const spanning = sum(days.spans.map(({incidents}) => incidents)) + days.otherSpans
      assert.equal(inBins + spanning + days.before + days.after + days.unknown, total, scope)
      assert.equal(
        sum(days.bins.map(({reports}) => reports)) + days.undated + days.reportsOutside,
        days.reports,
        scope
      )
      assert.equal(days.reports, sum(list.rows.map(({reports}) => reports)), scope)
    }
  })

test('who may not read exact coordinates is given the middles of cells, and no box finds more', async () => {
  const exact = await json<ExploredIncidents>('/api/explore/incidents')
  const coarse = await json<ExploredIncidents>('/api/explore/incidents', reader)
  assert.deepEqual([exact.grid, coarse.grid], [false, true])
  assert.equal(coarse.total, exact.total)
  for (const [i, {lat, lon, precision}] of exact.places.entries()) {
    const shown = coarse.places[i]!
    assert.notDeepEqual([shown.lat, shown.lon], [lat, lon])
    const widest = {site: 0.05, town: 0.05, area: 0.125, admin1: 0.25, country: 0.5}[precision] + 1e-9
    assert.ok(Math.abs(shown.lat! - lat!) <= widest && Math.abs(shown.lon! - lon!) <= widest)
  }
  const {lat, lon} = exact.places[0]!
  const box = (size: number) =>
    `/api/explore/incidents?bbox=${[lon! - size, lat! - size, lon! + size, lat! + size]}`
  assert.equal(
    (await json<ExploredIncidents>(box(0.001), reader)).total,
    (await json<ExploredIncidents>(box(0.01), reader)).total
  )
})

test('who has the set already gets none again, until an incident changes', async () => {
  for (const path of ['/api/explore/incidents', '/api/explore/days']) {
    const tag = (await ask(path)).headers.get('etag')!
    assert.equal((await ask(path, analyst, {'if-none-match': tag})).status, 304)
    assert.equal((await ask(`${path}?type=clash`, analyst, {'if-none-match': tag})).status, 200)
    assert.equal((await ask(path, reader, {'if-none-match': tag})).status, 200)
  }
})

test('thousands of incidents come compressed to whoever takes it', async () => {
  const answer = await ask('/api/explore/incidents', analyst, {'accept-encoding': 'gzip'})
  assert.equal(answer.headers.get('content-encoding'), 'gzip')
  assert.ok(answer.headers.get('etag'))
})
