import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {ExplainedProposal, InboxCounts, InboxRow} from '../../src/model/inbox.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {sampleDesk} from './sample-desk.ts'

const {store, api} = await sampleDesk()
test.after(() => store.close())

type Page = {total: number; next: string | null; rows: InboxRow[]}
const json = async <T>(path: string) => (await (await api.request(path)).json()) as T
const send = (method: string, path: string, body?: object) =>
  api.request(path, {
    method,
    headers: {'content-type': 'application/json'},
    ...(body && {body: JSON.stringify(body)})
  })
const counts = () => json<InboxCounts>('/api/inbox/queues')
const list = async (query = '') => json<Page>(`/api/inbox?${query}`)
const rule = async (body: object) => {
  const answer = await send('POST', '/api/rulings', body)
  assert.equal(answer.status, 200, await answer.clone().text())
  return ((await answer.json()) as {ruling: {id: string}}).ruling.id
}
const undo = async (id: string) =>
  assert.equal((await send('POST', `/api/rulings/${id}/undo`, {})).status, 200)

test('every report is in one of three queues, and each queue lists as many as it counts', async () => {
  const {total, queues} = await counts()
  assert.equal(queues.new + queues.settled + queues.discarded, total)
  assert.equal(total, (await json<Page>('/api/reports')).total)
  for (const [id, count] of Object.entries(queues)) assert.equal((await list(`queue=${id}`)).total, count, id)
})

test('pages follow each other by their cursors, the newest first, without gap or repetition', async () => {
  const {rows} = await list()
  const ids: string[] = []
  let cursor = ''
  do {
    const page = await list(`limit=2${cursor}`)
    ids.push(...page.rows.map(({id}) => id))
    cursor = page.next === null ? '' : `&cursor=${page.next}`
  } while (cursor)
  assert.deepEqual(
    ids,
    rows.map(({id}) => id)
  )
  const days = rows.map(({publishedOn}) => publishedOn!)
  assert.deepEqual(days, days.toSorted().reverse())
})

test('the score of a proposal is the likelihood that linking computes for the telling it is most like', async () => {
  const {linking} = createLinker(loadKnowledge().codebook)
  const reports = await store.codedReports((await list()).rows.map(({id}) => id))
  const tellings = new Map(
    reports.flatMap(report => linking.tellingsOf(report)).map(telling => [telling.key, telling])
  )
  for (const row of (await list()).rows)
    for (const {telling, incident, score, reports: count} of row.proposals) {
      const {members} = (await store.incident(incident))!
      const others = members
        .map(({report, incident: told}) => `${report}/${told}`)
        .filter(key => key !== telling)
      assert.equal(count, others.length + 1)
      const best = Math.max(
        ...others.map(key => linking.compare(tellings.get(telling)!, tellings.get(key)!).probability)
      )
      if (others.length === 0) assert.equal(score, null)
      else assert.ok(Math.abs(score! - best) < 1e-4, `${telling}: ${score} ${best}`)
    }
  const sure = await list('score=0.9')
  assert.deepEqual(
    sure.rows.map(({id}) => id),
    (await list()).rows
      .filter(({proposals}) => proposals.length && proposals.every(({score}) => (score ?? 0) >= 0.9))
      .map(({id}) => id)
  )
})

test('a proposal is explained sign by sign, and the incident is as it would stand without the report', async () => {
  const row = (await list()).rows.find(({proposals}) => proposals[0]?.conflicts.includes('injured'))!
  const {proposals} = await json<{proposals: ExplainedProposal[]}>(`/api/reports/${row.id}/proposals`)
  const [{pair, score, without, words, with: standing}] = proposals as [ExplainedProposal]
  const sum = pair!.signs.reduce((total, {value, weight}) => total + value * weight, 0)
  assert.ok(Math.abs(sum - pair!.sum) < 1e-9)
  assert.ok(Math.abs(pair!.probability - score!) < 1e-4)
  const injured = words.find(({outcome}) => outcome === 'injured')!
  assert.ok(injured.others.length > 0)
  assert.ok(injured.others.every(({report}) => report !== row.id))

  // As it is when somebody discards the report.
  const ruling = await rule({kind: 'discard', on: [row.id], ground: 'wrong'})
  const left = (await list()).rows.find(
    ({proposals}) => proposals[0]?.incident === row.proposals[0]!.incident
  )
  assert.deepEqual(left!.proposals[0]!.figures, without!.figures)
  assert.equal(left!.proposals[0]!.reports, without!.reports)
  await undo(ruling)
  const again = (await list()).rows.find(({id}) => id === row.id)!
  assert.deepEqual(again.proposals[0]!.figures, standing.figures)
})

test('a report that is decided leaves its queues, stands with who decided and why, and comes back by undo', async () => {
  const before = await counts()
  const {rows} = await list('queue=conflicting')
  const [one, other] = rows as [InboxRow, InboxRow]
  const settled = await rule({kind: 'settle', on: [one.id, other.id]})
  const discarded = await rule({kind: 'discard', on: [other.id], ground: 'satire', reason: 'a spoof'})
  const after = await counts()
  assert.equal(after.queues.new, before.queues.new - 2)
  assert.deepEqual([after.queues.settled, after.queues.discarded, after.total], [1, 1, before.total])
  const [row] = (await list('queue=discarded')).rows
  assert.deepEqual(
    [row!.id, row!.decision!.ruling, row!.decision!.ground, row!.decision!.reason, row!.proposals],
    [other.id, discarded, 'satire', 'a spoof', []]
  )
  await undo(discarded)
  await undo(settled)
  assert.deepEqual(await counts(), before)
})

test('who decides about what another has decided meanwhile is refused, and told who was faster', async () => {
  const [row] = (await list()).rows as [InboxRow]
  const draft = {kind: 'settle', on: [row.id], decided: {[row.id]: null}}
  const ruling = await rule({kind: 'discard', on: [row.id], ground: 'duplicate', reason: 'the wire has it'})
  const late = await send('POST', '/api/rulings', draft)
  assert.equal(late.status, 412)
  const {title, errors} = (await late.json()) as {title: string; errors: {at: string; message: string}[]}
  assert.equal(title, 'Somebody was faster')
  assert.equal(errors[0]!.at, row.id)
  assert.match(errors[0]!.message, /discarded it at .*: the wire has it/)
  assert.equal((await list('queue=discarded')).total, 1)
  const aware = await send('POST', '/api/rulings', {...draft, decided: {[row.id]: ruling}})
  assert.equal(aware.status, 200)
  await undo(((await aware.json()) as {ruling: {id: string}}).ruling.id)
  await undo(ruling)
  assert.equal((await counts()).queues.new, (await counts()).total)
})

test('a filter is kept as a queue of one’s own, counted beside the others, and given up', async () => {
  const filter = {queue: 'new', language: 'ar'}
  const kept = await send('POST', '/api/inbox/queues', {name: ' Arabic ', filter})
  assert.equal(kept.status, 200)
  const {id} = (await kept.json()) as {id: string}
  assert.deepEqual((await counts()).own, [{id, name: 'Arabic', filter, count: 1}])
  assert.equal((await list('language=ar')).total, 1)
  assert.equal((await send('POST', '/api/inbox/queues', {name: 'Arabic', filter})).status, 409)
  assert.equal((await send('DELETE', `/api/inbox/queues/${id}`)).status, 200)
  assert.equal((await send('DELETE', `/api/inbox/queues/${id}`)).status, 404)
  assert.deepEqual((await counts()).own, [])
})

test('what the inbox is counted by follows from reports, incidents and tellings, whatever was ruled and undone', async () => {
  const all = new Map((await list('limit=500')).rows.map(row => [row.id, row]))
  for (const [queue, isIn] of [
    ['duplicates', row => row.proposals.some(({copies}) => copies !== null)],
    ['conflicting', row => row.proposals.some(({conflicts}) => conflicts.length > 0)],
    ['imprecise', row => row.proposals.some(({place}) => !place || /admin1|country/.test(place.precision))]
  ] as const satisfies [string, (row: InboxRow) => boolean][])
    assert.deepEqual(
      (await list(`queue=${queue}`)).rows.map(({id}) => id),
      [...all.values()].filter(isIn).map(({id}) => id),
      queue
    )
})
