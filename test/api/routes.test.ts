import assert from 'node:assert/strict'
import test from 'node:test'
import {sampleDesk} from './sample-desk.ts'

const {store, api} = await sampleDesk()
test.after(() => store.close())

type Page = {total: number; next: string | null; rows: {id: string; reports: number; headline: string}[]}
const json = async <T>(path: string, init?: RequestInit) =>
  (await (await api.request(path, init)).json()) as T
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  api.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {'content-type': 'application/json', ...headers}
  })
const incidents = () => json<Page>('/api/incidents')
const main = async () => (await incidents()).rows.toSorted((a, b) => b.reports - a.reports)[0]!

test('pages follow each other by their cursors, without gap or repetition, each with the exact total', async () => {
  const whole = await incidents()
  assert.equal(whole.total, whole.rows.length)
  const ids: string[] = []
  let cursor = ''
  do {
    const page = await json<Page>(`/api/incidents?limit=1${cursor}`)
    assert.equal(page.total, whole.total)
    ids.push(...page.rows.map(({id}) => id))
    cursor = page.next === null ? '' : `&cursor=${page.next}`
  } while (cursor)
  assert.deepEqual(
    ids,
    whole.rows.map(({id}) => id)
  )
  const reports = await json<Page>('/api/reports?limit=4')
  const rest = await json<Page>(`/api/reports?limit=100&cursor=${reports.next}`)
  assert.equal(reports.rows.length + rest.rows.length, reports.total)
})

test('incidents are listed in each order, page by page', async () => {
  const all = (await incidents()).rows.map(({id}) => id).toSorted()
  for (const order of ['newest', 'oldest', 'changed', 'reports', 'killed']) {
    const rows: {id: string; reports: number; figures: {killed?: {high: number | null}}}[] = []
    let cursor = ''
    do {
      const page: {next: string | null; rows: typeof rows} = await json(
        `/api/incidents?limit=1&order=${order}${cursor}`
      )
      rows.push(...page.rows)
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor)
    assert.deepEqual(rows.map(({id}) => id).toSorted(), all, order)
    const sorted = (values: readonly number[]) =>
      assert.deepEqual(
        values,
        values.toSorted((a, b) => b - a)
      )
    if (order === 'reports') sorted(rows.map(({reports}) => reports))
    if (order === 'killed') sorted(rows.map(({figures}) => figures.killed?.high ?? -1))
  }
  const cursor = Buffer.from('["soon","a"]').toString('base64url')
  assert.equal((await api.request(`/api/incidents?order=reports&cursor=${cursor}`)).status, 400)
})

test('pairs to compare and the nearest of an incident are given with what linking counts', async () => {
  const {id} = await main()
  const near = await json<{id: string; total: number; rows: {incident: {id: string}; sum: number}[]}>(
    `/api/incidents/${id}/near`
  )
  assert.equal(near.id, id)
  assert.ok(near.rows.length <= near.total)
  for (const {incident, sum} of near.rows) {
    const {pairs} = await json<{pairs: {sum: number}[]}>(`/api/explanation?a=${id}&b=${incident.id}`)
    assert.equal(pairs[0]!.sum, sum)
  }
  const open = await json<Page>('/api/pairs?limit=500')
  assert.equal(open.total, open.rows.length)
  assert.equal((await api.request('/api/incidents/none/near')).status, 404)
  assert.equal((await api.request('/api/pairs?cursor=aGVsbG8')).status, 400)
})

test('text is found by its words, whatever their case, by the beginning of the last, and in Arabic without its marks', async () => {
  const found = async (text: string) =>
    (await json<Page>(`/api/reports?text=${encodeURIComponent(text)}`)).total
  assert.ok((await found('STATION square')) > 0)
  assert.equal(await found('stati'), await found('station'))
  assert.ok((await found('ساحه المحطه')) > 0, 'ta marbuta as ha')
  assert.equal(await found('xylophone'), 0)
  assert.equal(await found("'; drop table reports --"), 0)
})

test('lists are narrowed by what is contested, by box and by precision', async () => {
  const total = async (query: string) => (await json<Page>(`/api/incidents?${query}`)).total
  const all = await total('')
  assert.equal((await total('contested=true')) + (await total('contested=false')), all)
  assert.equal(await total('bbox=-180,-90,180,90'), all - (await total('precision=none')))
  assert.equal(await total('since=2030-01-01'), 0)
})

test('who has an incident already gets none again', async () => {
  const {id} = await main()
  const first = await api.request(`/api/incidents/${id}`)
  const etag = first.headers.get('etag')!
  const again = await api.request(`/api/incidents/${id}`, {headers: {'if-none-match': etag}})
  assert.equal(again.status, 304)
  assert.equal(await again.text(), '')
})

test('what cannot be taken is named, and what is not there is a problem', async () => {
  const bad = await api.request('/api/incidents?since=yesterday&bbox=1,2')
  assert.equal(bad.status, 400)
  assert.equal(bad.headers.get('content-type'), 'application/problem+json')
  const {errors} = (await bad.json()) as {errors: {at: string; message: string}[]}
  assert.deepEqual(errors, [
    {at: 'since', message: 'is no day; write it as 2024-03-05'},
    {at: 'bbox', message: 'is no box; write west,south,east,north in degrees'}
  ])
  for (const path of ['/api/incidents/none', '/api/reports/none', '/api/nothing'])
    assert.equal((await api.request(path)).status, 404)
  const cursor = Buffer.from('["2024-03-05","a"]').toString('base64url')
  for (const path of [
    '/api/incidents?cursor=aGVsbG8',
    `/api/audit?cursor=${cursor}`,
    `/api/items?cursor=${cursor}`
  ])
    assert.equal((await api.request(path)).status, 400)
  assert.equal((await post('/api/rulings', {kind: 'accept', on: ['none/c1']})).status, 409)
})

test('a ruling is seen before it is made, refused where another was faster, made, and undone', async () => {
  const {id} = await main()
  const seen = await api.request(`/api/incidents/${id}`)
  const etag = seen.headers.get('etag')!
  const before = await seen.text()
  const account = (JSON.parse(before) as {accounts: {id: string}[]}).accounts[0]!.id
  const draft = {kind: 'reject', on: [`${id}/${account}`], reason: 'withdrawn by its outlet'}
  const preview = (await (await post('/api/rulings', {...draft, preview: true})).json()) as {
    changes: {id: string}[]
  }
  assert.ok(preview.changes.some(change => change.id === id))
  assert.equal(await (await api.request(`/api/incidents/${id}`)).text(), before)

  const made = await post('/api/rulings', {...draft, incident: id}, {'if-match': etag})
  assert.equal(made.status, 200)
  const {ruling} = (await made.json()) as {ruling: {id: string}}
  const late = await post('/api/rulings', {...draft, incident: id}, {'if-match': etag})
  assert.equal(late.status, 412)
  assert.equal((await post('/api/rulings', {...draft, seen: [{incident: id, etag}]})).status, 412)
  assert.equal((await post(`/api/rulings/${ruling.id}/undo`, {})).status, 200)
  assert.equal(await (await api.request(`/api/incidents/${id}`)).text(), before)
  assert.equal((await post(`/api/rulings/${ruling.id}/undo`, {})).status, 409)
  const {rows} = await json<{rows: {object: string}[]}>('/api/audit?object=ruling')
  assert.equal(rows.length, 2)
})

test('a change of an incident is told to whoever listens', async () => {
  const {id} = await main()
  const answer = await api.request('/api/events')
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  assert.match((await reader.read()).value!, /event: ready/)
  const incident = await json<{accounts: {id: string}[]}>(`/api/incidents/${id}`)
  await post('/api/rulings', {kind: 'reject', on: [`${id}/${incident.accounts[0]!.id}`], reason: 'a test'})
  let told = ''
  while (!told.includes('event: incidents')) told += (await reader.read()).value!
  assert.ok(told.includes(id))
  await reader.cancel()
})

test('items say what became of them, and their states sum to all; queues count what waits', async () => {
  const {total, done, failed, skipped} = await json<Record<string, number>>('/api/items/sums')
  assert.equal(total, done! + failed! + skipped!)
  const page = await json<{total: number; rows: {state: string; report: string}[]}>(
    '/api/items?state=done&limit=2'
  )
  assert.equal(page.total, done)
  assert.ok(page.rows.every(({state}) => state === 'done'))
  const queues = await json<Record<string, number>>('/api/queues')
  assert.equal(queues.contested, (await json<Page>('/api/incidents?contested=true')).total)
  assert.equal(queues.unplaced, (await json<Page>('/api/reports?inIncident=false')).total)
  assert.deepEqual(await json<object>('/api/feeds'), {total: 0, feeds: []})
})
