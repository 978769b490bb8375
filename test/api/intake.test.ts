import assert from 'node:assert/strict'
import test from 'node:test'
import {emptyDesk} from './sample-desk.ts'

const {store, api, intake} = await emptyDesk()
test.after(async () => {
  await intake.close()
  await store.close()
})

interface Job {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly failed: number
  readonly skipped: number
  readonly reports: readonly string[]
  readonly incidents: readonly {id: string}[]
  readonly problem: string | null
}

const bytes = 'application/octet-stream'
const post = (path: string, body: string, type = 'application/json', headers: Record<string, string> = {}) =>
  api.request(path, {method: 'POST', body, headers: {'content-type': type, ...headers}})
const json = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T
const file = (name: string, content: string) =>
  post(`/api/ingest/files?name=${encodeURIComponent(name)}`, content, bytes)

/** Once it is over. */
async function ended({id}: {readonly id: string}): Promise<Job> {
  await new Promise<void>(resolve => {
    const look = () => {
      if (!['done', 'failed', 'stopped'].includes(intake.job(id)!.state)) return
      leave()
      resolve()
    }
    const leave = intake.watch(look)
    look()
  })
  return json<Job>(api.request(`/api/ingest/jobs/${id}`))
}

const story = (n: number) =>
  `Gunmen killed ${n} farmers in Oruro on Tuesday, police said. The attack was the first of the month.`
const line = (n: number) => JSON.stringify({outlet: `Paper ${n}`, publishedOn: '2024-03-06', text: story(n)})

test('a text becomes a report with its facts, and an incident; the same again is skipped', async () => {
  const sent = JSON.stringify({
    text: story(3),
    title: 'Attack in Oruro',
    outlet: 'The Plateau Daily',
    publishedOn: '2024-03-06'
  })
  const job = await ended(await json<Job>(post('/api/ingest/texts', sent)))
  assert.deepEqual([job.state, job.done, job.failed, job.skipped], ['done', 1, 0, 0])
  assert.equal(job.incidents.length, 1)
  const report = await store.report(job.reports[0]!)
  assert.equal(report!.report.title, 'Attack in Oruro')
  assert.equal(report!.report.outlet!.name, 'The Plateau Daily')
  const again = await ended(await json<Job>(post('/api/ingest/texts', sent)))
  assert.deepEqual([again.done, again.skipped], [0, 1])
  assert.deepEqual(again.reports, job.reports)
})

test('files of each kind are read by what they begin with; what is bad in them fails alone, with its place', async () => {
  const lines = await ended(await json<Job>(file('news.jsonl', `${line(4)}\nno line\n${line(5)}\n`)))
  assert.deepEqual([lines.done, lines.failed], [2, 1])
  const page = await ended(
    await json<Job>(
      file(
        'page.html',
        `<!doctype html><html><body><article><h1>Attack</h1><p>${story(6)}</p><p>${'It was quiet afterwards. '.repeat(20)}</p></article></body></html>`
      )
    )
  )
  assert.equal(page.done, 1)
  const {rows} = await json<{rows: {origin: string}[]}>(api.request('/api/items?state=failed'))
  assert.deepEqual(
    rows.map(({origin}) => origin),
    ['sent: news.jsonl:2']
  )
})

test('what something is called is never a path: neither when it comes nor when it is tried again', async () => {
  const job = await ended(await json<Job>(file('../../package.json', '[1]')))
  assert.deepEqual([job.done, job.failed], [0, 1])
  const {rows} = await json<{rows: {origin: string; number: number}[]}>(
    api.request('/api/items?state=failed&text=package')
  )
  assert.equal(rows[0]!.origin, 'sent: .._.._package.json')
  const retried = await ended(
    await json<Job>(post('/api/items/retry', JSON.stringify({numbers: [rows[0]!.number]})))
  )
  assert.equal(retried.state, 'done')
  assert.deepEqual([retried.done, retried.skipped], [0, 0])
  assert.equal((await json<{total: number}>(api.request('/api/items?state=failed&text=package'))).total, 1)
})

test('an address of this machine is refused by the fetcher', async () => {
  const job = await ended(
    await json<Job>(post('/api/ingest/urls', JSON.stringify({urls: ['http://127.0.0.1:9/'], follow: true})))
  )
  assert.deepEqual([job.done, job.failed], [0, 1])
})

test('bytes come from pages of this server alone, in the one type that no form can send', async () => {
  const path = '/api/ingest/files?name=a.txt'
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
    assert.equal((await post(path, 'x', type)).status, 415, type)
  assert.equal((await post(path, 'x', bytes, {origin: 'https://elsewhere.example'})).status, 403)
  assert.equal((await post(path, 'x', bytes, {'sec-fetch-site': 'cross-site'})).status, 403)
  assert.equal((await post('/api/ingest/texts', 'x', bytes)).status, 415, 'no other route takes them')
  assert.equal((await post('/api/ingest/files', 'x', bytes)).status, 400, 'it has a name')
})

test('failed items are given up with a reason and taken back: the states sum to all, and the audit tells it', async () => {
  const sums = () =>
    json<Record<'done' | 'failed' | 'skipped' | 'total', number>>(api.request('/api/items/sums'))
  const before = await sums()
  const {rows} = await json<{rows: {number: number}[]}>(api.request('/api/items?state=failed&limit=2'))
  const numbers = rows.map(({number}) => number)
  const change = (path: string, more = {}) =>
    json<{count: number}>(post(path, JSON.stringify({numbers, ...more})))
  assert.equal((await change('/api/items/discard', {reason: 'a duplicate list'})).count, 2)
  const meanwhile = await sums()
  assert.deepEqual(meanwhile, {...before, failed: before.failed - 2, skipped: before.skipped + 2})
  const audit = await json<{total: number; rows: {reason: string; action: string}[]}>(
    api.request('/api/audit?text=duplicate')
  )
  assert.deepEqual(
    [audit.total, audit.rows[0]!.action, audit.rows[0]!.reason],
    [2, 'discard item', 'a duplicate list']
  )
  assert.equal((await change('/api/items/take-back')).count, 2)
  assert.deepEqual(await sums(), before)
})

test('feeds are added once, rest and go on; one that rests is not checked', async () => {
  const urls = ['http://127.0.0.1:9/rss', 'http://127.0.0.1:9/atom']
  const change = (path: string, body: object) => post(path, JSON.stringify(body))
  assert.deepEqual(await json(change('/api/feeds', {urls})), {count: 2})
  assert.deepEqual(await json(change('/api/feeds', {urls})), {count: 0})
  assert.deepEqual(await json(change('/api/feeds/rest', {urls: [urls[0]], resting: true})), {count: 1})
  await ended(await json<Job>(change('/api/feeds/check', {urls: []})))
  const {feeds} = await json<{feeds: {url: string; failures: number; pausedAt: string | null}[]}>(
    api.request('/api/feeds')
  )
  assert.deepEqual(
    feeds.map(({url, failures, pausedAt}) => [url, failures, pausedAt !== null]),
    [
      [urls[1], 1, false],
      [urls[0], 0, true]
    ]
  )
  assert.equal((await change('/api/feeds/check', {urls: [urls[0]]})).status, 409)
  assert.deepEqual(await json(change('/api/feeds/rest', {urls, resting: false})), {count: 1})
})

test('how far jobs are is told as it happens', async () => {
  const answer = await api.request('/api/ingest/events')
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  const {id} = await json<Job>(file('more.jsonl', `${line(7)}\n${line(8)}\n`))
  let told = ''
  while (!new RegExp(`"id":"${id}","state":"done","share":1,"done":2`).test(told))
    told += (await reader.read()).value!
  await reader.cancel()
})

test('the state of the installation: sizes, versions, and reports of other versions', async () => {
  const state = await json<{
    databaseBytes: number
    tables: {name: string}[]
    backup: null
    versions: object
    reports: {reports: number; isOlder: boolean}[]
  }>(api.request('/api/upkeep'))
  assert.ok(state.databaseBytes > 0)
  assert.ok(state.tables.some(({name}) => name === 'originals'))
  assert.equal(state.backup, null)
  const {total} = await json<{total: number}>(api.request('/api/reports'))
  assert.deepEqual(
    state.reports.map(({reports, isOlder}) => [reports, isOlder]),
    [[total, false]]
  )
  const {findings} = await json<{findings: {name: string; state: string}[]}>(
    api.request('/api/upkeep/findings')
  )
  assert.ok(findings.some(({name, state}) => name === 'backup' && state === 'warning'))
})
