import assert from 'node:assert/strict'
import test from 'node:test'
import {host, people} from './people.ts'
import {sampleDesk} from './sample-desk.ts'

const {store, api} = await sampleDesk(undefined, {exposure: 'tls'})
test.after(() => store.close())
const {reader, analyst, reviewer} = await people(store)
const incident = (await store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)[0]!
const reports = (await store.listings.reports({}, {limit: 500, after: null})).rows.map(({id}) => id)
const paths = [
  '/api/incidents',
  `/api/incidents/${incident.id}`,
  `/api/explanation?a=${reports[0]}&b=${reports[1]}`,
  '/api/reports',
  ...reports.map(id => `/api/reports/${id}`),
  ...reports.map(id => `/api/reports/${id}/captures`),
  '/api/rulings'
]
const ask = (path: string, headers: Record<string, string>) =>
  api.request(`https://${host}${path}`, {headers})
const everything = async (headers: Record<string, string>) =>
  (await Promise.all(paths.map(async path => (await ask(path, headers)).text()))).join('\n')
const change = async (path: string, method: string, body: object | null = null) =>
  api.request(`https://${host}${path}`, {
    method,
    headers: {...(await reviewer.session()), ...(body && {'content-type': 'application/json'})},
    ...(body && {body: JSON.stringify(body)})
  })

/** Two words that stand in the dossier, in each script, taken for names. */
const names = ['regional hospital', 'ساحة المحطة']

test('a restricted name is in no answer to a reader, and stays in those to an analyst; quotes stand at their places', async () => {
  const before = await everything(await analyst.session())
  for (const name of names) assert.match(before, new RegExp(name, 'i'))
  for (const name of names)
    assert.equal((await change('/api/restricted-names', 'POST', {name, reason: 'a test'})).status, 200)
  const open = await everything(await analyst.session())
  const shut = await everything(await reader.session())
  for (const name of names) {
    assert.match(open, new RegExp(name, 'i'))
    assert.doesNotMatch(shut, new RegExp(name, 'i'))
  }
  for (const id of reports) {
    const {report, claims} = (await (await ask(`/api/reports/${id}`, await reader.session())).json()) as {
      report: {text: string}
      claims: {quote: {from: number; to: number; text: string}}[]
    }
    for (const {quote} of claims) assert.equal(report.text.slice(quote.from, quote.to), quote.text)
  }
})

test('a reader never keeps what another was given, in the same browser either', async () => {
  const path = `/api/incidents/${incident.id}`
  const whole = await ask(path, await analyst.session())
  const tag = whole.headers.get('etag')!
  assert.equal((await ask(path, {...(await analyst.session()), 'if-none-match': tag})).status, 304)
  const answer = await ask(path, {...(await reader.session()), 'if-none-match': tag})
  assert.deepEqual(
    [answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')],
    [200, null, 'no-store']
  )
})

test('exact coordinates are in no answer to a reader, nor found by asking for ever smaller boxes', async () => {
  const {place} = incident
  const exact = new RegExp(`${place!.lat}`)
  assert.match(await everything(await analyst.session()), exact)
  assert.doesNotMatch(await everything(await reader.session()), exact)
  const found = async (headers: Record<string, string>, size: number) => {
    const box = [place!.lon! - size, place!.lat! - size, place!.lon! + size, place!.lat! + size]
    return ((await (await ask(`/api/incidents?bbox=${box}`, headers)).json()) as {total: number}).total
  }
  const [lon, lat] = [Math.floor(place!.lon!) + 0.001, Math.floor(place!.lat!) + 0.001]
  const corner = `/api/incidents?bbox=${[lon, lat, lon + 0.0001, lat + 0.0001]}`
  const total = async (headers: Record<string, string>) =>
    ((await (await ask(corner, headers)).json()) as {total: number}).total
  assert.equal(await total(await reader.session()), await found(await reader.session(), 0.0001))
  assert.equal(await total(await analyst.session()), 0)
})

test('the audit knows a restricted name as a salted hash, the log who read it, and both stand', async () => {
  const {rows} = (await (await ask('/api/audit?object=name', await analyst.session())).json()) as {
    rows: {who: string; action: string}[]
  }
  assert.deepEqual(
    rows.map(({who, action}) => [who, action]),
    [
      ['reviewer', 'restrict name'],
      ['reviewer', 'restrict name']
    ]
  )
  assert.doesNotMatch(JSON.stringify(rows), /hospital|المحطة/)
  const log = await store.access.log.page({action: 'read restricted'}, {limit: 100, after: null})
  assert.deepEqual([...new Set(log.rows.map(({who}) => who))], ['analyst'])
  assert.ok(log.rows.some(({object}) => object === `/api/incidents/${incident.id}`))
  const held = await store.access.restrictedNames.all()
  for (const {id} of held) assert.equal((await change(`/api/restricted-names/${id}`, 'DELETE')).status, 200)
  assert.match(await everything(await reader.session()), /regional hospital/i)
  for await (const fault of store.faults()) assert.fail(JSON.stringify(fault))
})
