import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import fc from 'fast-check'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {linkPending, linkReports} from '../../src/workflows/link-reports.ts'
import {arrivalOf} from '../coded-report.ts'
import {embedded, server, type Target} from '../store/targets.ts'
import {madeUpReports} from './made-up-reports.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const link = createLinker(loadOwnCodebook())
const byId = (a: {id: string}, b: {id: string}) => (a.id < b.id ? -1 : 1)

async function arrive(store: Store, reports: readonly CodedReport[]): Promise<void> {
  await store.saveOriginals(reports.map(({report}) => ({sha256: report.sha256, bytes: Buffer.from('x')})))
  await store.saveArrivals(reports.map(arrivalOf))
}

/** As the store gives them back. */
const plain = (incidents: readonly LinkedIncident[]) =>
  (JSON.parse(JSON.stringify(incidents)) as LinkedIncident[]).sort(byId)

/** Some reports in some order, cut into some batches. */
const inBatches = (reports: readonly CodedReport[], seed: number) => {
  const shuffled = fc.sample(fc.shuffledSubarray([...reports], {minLength: reports.length}), {
    numRuns: 1,
    seed
  })[0]!
  const sizes = fc.sample(fc.constantFrom(1, 2, 30, 80, 150), {numRuns: reports.length, seed})
  const batches: CodedReport[][] = []
  for (let at = 0; at < shuffled.length; at += sizes[batches.length - 1]!)
    batches.push(shuffled.slice(at, at + sizes[batches.length]!))
  return batches
}

const reports = madeUpReports(160, 160, 11)
const expected = plain(link(reports))

test('the made-up reports make incidents of many reports and of few', () => {
  const sizes = expected.map(({members}) => members.length).sort((a, b) => a - b)
  assert.ok(sizes.length > 30, `${sizes}`)
  assert.ok(sizes[0]! <= 2, `${sizes}`)
  assert.ok(sizes.at(-1)! > 20, `${sizes}`)
})

for (const target of targets) {
  for (const seed of [1, 2])
    test(`${target.name}: reports in any order and any batches give what linking all of them in memory gives (${seed})`, async () => {
      const store = await openStore(await target.make())
      for (const batch of inBatches(reports, seed)) {
        await arrive(store, batch)
        await linkPending(store, link)
      }
      assert.deepEqual((await store.incidents()).sort(byId), expected)
      await store.close()
    })

  test(`${target.name}: reports that are linked anew give what they gave`, async () => {
    const store = await openStore(await target.make())
    await arrive(store, reports)
    await linkPending(store, link)
    const ids = reports.map(({report}) => report.id)
    for (const some of [ids.slice(20, 60), ids.slice(0, 1), ids.slice(100, 250)])
      await store.linking(rows => linkReports(some, rows, link))
    assert.deepEqual((await store.incidents()).sort(byId), expected)
    await store.close()
  })
}
