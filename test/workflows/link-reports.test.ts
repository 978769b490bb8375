import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import fc from 'fast-check'
import {hashString} from '../../src/algorithms/hash.ts'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {candidatePairs} from '../../src/link/candidate-pairs.ts'
import {groupsOf} from '../../src/link/groups.ts'
import type {LinkRulings} from '../../src/link/resolve.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import type {Telling} from '../../src/model/telling.ts'
import {rulingsFrom} from '../../src/review/rulings-on.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {createLinker, type LinkReports} from '../../src/workflows/link.ts'
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
const threshold = link.linking.weights.get('threshold')!
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

/** Few blocks, all of them full, and few pairs that join: who is an anchor decides everything. */
const sparse: LinkReports = Object.assign(() => [], {
  codebook: link.codebook,
  reconcile: link.reconcile,
  sources: link.sources,
  linking: {
    ...link.linking,
    blocksOf: ({key}: Telling) => {
      const block = hashString(key) % 3 === 0 ? 1 : 2
      const asked = [1, 2]
      return {filed: [block], asked, meetings: [{filed: [block], asked}]}
    },
    score: (a: Telling, b: Telling) =>
      Math.abs(hashString([a.key, b.key].sort().join(' '))) % 60 === 0 ? 2 * threshold : 0
  }
})

/** Keys of the members of each incident. */
const keysOf = (incidents: readonly {members: readonly {report: string; incident: string}[]}[]) =>
  incidents.map(({members}) => members.map(({report, incident}) => `${report}/${incident}`).sort()).sort()

function groupsInMemory({linking}: LinkReports, rulings?: LinkRulings) {
  const tellings = reports.flatMap(report => linking.tellingsOf(report))
  const pairs = candidatePairs(tellings, linking.blocksOf).map(([i, j]) => {
    const [a, b] = [tellings[i]!, tellings[j]!]
    return {a: a.key, b: b.key, sum: linking.score(a, b)!}
  })
  const groups = groupsOf(linking, tellings, pairs, rulings)
  return keysOf(groups.map(group => ({members: group.map(({telling}) => telling)})))
}

for (const target of targets) {
  test(`${target.name}: new anchors meet whoever asks, and those they displace let go`, async () => {
    const groups = groupsInMemory(sparse)
    assert.ok(groups.length > 20 && groups.some(group => group.length > 5), `${groups.map(g => g.length)}`)
    for (const seed of [5, 6]) {
      const store = await openStore(await target.make())
      for (const batch of inBatches(reports, seed)) {
        await arrive(store, batch)
        await linkPending(store, sparse)
      }
      assert.deepEqual(keysOf(await store.incidents()), groups)
      const ids = reports.map(({report}) => report.id)
      for (const some of [ids.slice(20, 60), ids.slice(100, 250)])
        await store.linking(rows => linkReports(some, rows, sparse))
      assert.deepEqual(keysOf(await store.incidents()), groups)
      await store.close()
    }
  })

  test(`${target.name}: what a person put together or apart is so, and is as before once that is taken back`, async () => {
    const store = await openStore(await target.make())
    await arrive(store, reports)
    await linkPending(store, sparse)
    const before = keysOf(await store.incidents())
    const [one, other, large] = [before[0]!, before.at(-1)!, before.find(group => group.length > 5)!]
    const rulings: LinkRulings = {together: [[one[0]!, other[0]!]], apart: [[large[0]!, large[1]!]]}
    const ruled = [one[0]!, large[0]!].map(key => key.split('/')[0]!)
    const said = async () => ({...rulingsFrom([]), links: rulings})
    await store.linking(rows => linkReports(ruled, rows, sparse, said))
    assert.deepEqual(keysOf(await store.incidents()), groupsInMemory(sparse, rulings))
    await store.linking(rows => linkReports(ruled, rows, sparse))
    assert.deepEqual(keysOf(await store.incidents()), before)
    await store.close()
  })

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

  test(`${target.name}: a store from before there were tellings is linked anew, and its incidents make way`, async () => {
    const at = await target.make()
    const store = await openStore(at)
    const few = reports.slice(0, 5)
    await arrive(store, few)
    await store.linking(rows => rows.saveIncidents([{...link(few)[0]!, id: 'of-old'}]))
    await linkPending(store, link)
    assert.deepEqual((await store.incidents()).sort(byId), plain(link(few)))
    await store.close()
  })
}
