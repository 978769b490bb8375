import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {Input} from '../../src/fetch/input.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import type {Report} from '../../src/model/report.ts'
import {type IncidentFilter, openStore, type Store} from '../../src/store/store.ts'
import type {ReportCoder} from '../../src/workflows/arrivals.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {codedReport} from '../coded-report.ts'
import {embedded, server, type Target} from '../store/targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const link = createLinker(loadKnowledge().codebook)

/** Four tell of 1 March, the last two a week and a fortnight later; one is of another day and town. */
const reports = [
  codedReport({publishedOn: '2024-03-01', outlet: 'Radio Oru'}),
  codedReport({publishedOn: '2024-03-08', on: '2024-03-01', outlet: 'Canal Uno'}),
  codedReport({publishedOn: '2024-03-15', on: '2024-03-01', outlet: 'Diario Sur'}),
  codedReport({publishedOn: '2024-03-02', on: '2024-03-01', outlet: 'The Courier'}),
  codedReport({publishedOn: '2024-03-16', outlet: 'Radio Oru', town: 'Jos'})
]
const coder: ReportCoder = {
  codeBatch: asked =>
    asked.map(({id}) => reports.find(({report}) => report.id === id) ?? assert.fail('no such report'))
}

const inputOf = ({report}: CodedReport): Input => ({
  kind: 'report',
  origin: report.id,
  report: {...report, outlet: report.outlet!.name} as Report,
  bytes: Buffer.from(report.text)
})

async function* stream(...inputs: readonly Input[]) {
  yield* inputs
}

const totalOf = async (store: Store, filter: IncidentFilter) =>
  (await store.listings.incidents(filter, {limit: 1, after: null})).total

for (const target of targets) {
  test(`${target.name}: reports in any order, in one ingest or one by one, give the same incidents`, async () => {
    const store = await openStore(await target.make())
    await ingest(stream(...reports.map(inputOf)), {store, coder, link})
    const expected = await store.incidents()
    assert.deepEqual(expected.map(incident => incident.reports.length).sort(), [1, 4])
    await store.close()
    for (const order of [
      [0, 1, 2, 3, 4],
      [4, 2, 0, 3, 1],
      [1, 4, 3, 2, 0]
    ]) {
      const other = await openStore(await target.make())
      for (const i of order) await ingest(stream(inputOf(reports[i]!)), {store: other, coder, link})
      assert.deepEqual(await other.incidents(), expected, `in the order ${order}`)
      await other.close()
    }
  })

  test(`${target.name}: what an ingest that was cut short left unlinked is linked by the next`, async () => {
    const store = await openStore(await target.make())
    const cut = () => {
      throw new Error('the power went')
    }
    await assert.rejects(
      ingest(stream(...reports.map(inputOf)), {
        store,
        coder,
        link: Object.assign(() => [], {...link, reconcile: cut})
      }),
      /the power went/
    )
    assert.equal(await totalOf(store, {}), 0)
    const again = await ingest(stream(...reports.map(inputOf)), {store, coder, link})
    const reasons = [{state: 'skipped', reason: 'the same report is in the store', count: 5}]
    assert.deepEqual(again, {
      items: 5,
      done: 0,
      failed: 0,
      skipped: 5,
      reasons,
      incidents: 2,
      stopped: false
    })
    assert.equal(await totalOf(store, {}), 2)
    await store.close()
  })

  test(`${target.name}: told to stop, it keeps what is in work and links nothing; the next goes on`, async () => {
    const store = await openStore(await target.make())
    const stopping = new AbortController()
    const many = [...Array(200)].flatMap(() => reports.map(inputOf))
    const stopped = await ingest(stream(...many), {
      store,
      coder,
      link,
      stop: stopping.signal,
      onItem: () => stopping.abort()
    })
    assert.ok(stopped.stopped && stopped.items > 0 && stopped.items < many.length, `${stopped.items} items`)
    assert.equal(stopped.done, 5)
    assert.equal(await totalOf(store, {}), 0)
    const next = await ingest(stream(...many), {store, coder, link})
    assert.deepEqual([next.done, next.skipped, next.incidents, next.stopped], [0, 1000, 2, false])
    await store.close()
  })

  test(`${target.name}: what cannot be kept fails with its reason, the others go on, and the states sum to the items`, async () => {
    const store = await openStore(await target.make())
    const odd = (id: string, text: string): Input => {
      const input = inputOf(reports[0]!) as Extract<Input, {kind: 'report'}>
      return {...input, origin: id, report: {...input.report, id, text}}
    }
    const inputs: Input[] = [
      {kind: 'failed', origin: 'a\0.jsonl:2', reason: 'is not JSON (Unexpected token \0, \ud800)'},
      odd('nul', 'Two\0 died.'),
      odd('half', 'Two \ud83d died.'),
      odd('uncodable', 'The coder knows no such report.'),
      ...reports.map(inputOf)
    ]
    const seen: string[] = []
    const summary = await ingest(stream(...inputs), {
      store,
      coder,
      link,
      onItem: ({state, reason}) => seen.push(`${state} ${reason}`)
    })
    const {reasons, ...counts} = summary
    assert.deepEqual(counts, {items: 9, done: 5, failed: 4, skipped: 0, incidents: 2, stopped: false})
    assert.deepEqual(
      reasons.map(({state, count}) => [state, count]),
      [
        ['failed', 2],
        ['failed', 1],
        ['failed', 1]
      ]
    )
    assert.match(seen[1]!, /failed holds NUL or broken surrogates/)
    assert.match(seen[2]!, /failed holds NUL or broken surrogates/)
    assert.deepEqual(await store.itemCounts(), {done: 5, failed: 4, skipped: 0})
    await store.close()
  })

  test(`${target.name}: a page of the list has its total; a name is looked for as written; a box may cross the antimeridian`, async () => {
    const store = await openStore(await target.make())
    await ingest(stream(...reports.map(inputOf)), {store, coder, link})
    assert.equal((await store.incidents({limit: 1})).length, 1)
    assert.equal((await store.incidents({limit: 5, offset: 1})).length, 1)
    assert.equal(await totalOf(store, {}), 2)
    assert.equal(await totalOf(store, {place: 'kan'}), 1)
    assert.equal(await totalOf(store, {place: '%'}), 0)
    assert.equal(await totalOf(store, {place: 'ng'}), 2)
    assert.equal(await totalOf(store, {actor: 'a'}), 0)
    assert.equal(await totalOf(store, {bbox: [170, -20, 10, 20]}), 2)
    assert.equal(await totalOf(store, {bbox: [170, -20, -170, 20]}), 0)
    await store.close()
  })
}
