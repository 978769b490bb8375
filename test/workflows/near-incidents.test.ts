import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {createNearest} from '../../src/link/nearest.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import type {IncidentPair} from '../../src/model/near-incident.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {explainLink} from '../../src/workflows/explain-link.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {linkPending} from '../../src/workflows/link-reports.ts'
import {nearestTo, openPairs} from '../../src/workflows/near-incidents.ts'
import {relink} from '../../src/workflows/relink.ts'
import {rule, undo} from '../../src/workflows/rulings.ts'
import {arrivalOf, codedReport} from '../coded-report.ts'
import {embedded, server, type Target} from '../store/targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const link = createLinker(loadOwnCodebook())
const {linking} = link
const threshold = linking.weights.get('threshold')!

/** Told of the day after, without a place, as a thing of another kind with another toll: like the others in its words alone. */
function strange(id: string, publishedOn: string): CodedReport {
  const coded = codedReport({id, outlet: `Diario ${id}`, publishedOn})
  return {
    ...coded,
    claims: coded.claims.map(claim => ({
      ...claim,
      casualties: {...claim.casualties!, count: {min: 3, max: 3, stated: 'three'}}
    })),
    incidents: coded.incidents.map(own => ({...own, type: 'arrest', place: null}))
  }
}

/** Two of Kano on 5 March, one that is nearly of it; the same a month later. */
const reports: readonly CodedReport[] = [
  codedReport({id: 'a', outlet: 'Radio Oru'}),
  codedReport({id: 'b', outlet: 'Canal Uno'}),
  strange('c', '2024-03-06'),
  codedReport({id: 'd', outlet: 'The Courier', publishedOn: '2024-04-20'}),
  strange('f', '2024-04-21')
]

async function add(store: Store, ...added: readonly CodedReport[]): Promise<void> {
  for (const {report} of added)
    await store.saveOriginals([{sha256: report.sha256, bytes: Buffer.from(report.text)}])
  await store.saveArrivals(added.map(arrivalOf))
  await linkPending(store, link)
}

/** "ab|c": reports of both. */
async function pairs(store: Store): Promise<string[]> {
  const incidents = new Map((await store.incidents()).map(incident => [incident.id, incident]))
  const told = (id: string) =>
    incidents
      .get(id)!
      .members.map(({report}) => report)
      .sort()
      .join('')
  // A page begins where the one before ended.
  const rows: IncidentPair[] = []
  let after: readonly (string | null)[] | null = null
  do {
    const page = await openPairs(store, linking, {limit: 1, after})
    rows.push(...page.rows)
    after = page.next
    if (!after) assert.equal(page.total, rows.length)
  } while (after)
  return rows.map(({one, other}) => [told(one.id), told(other.id)].sort().join('|')).sort()
}

const idOf = async (store: Store, report: string) =>
  (await store.incidents()).find(({members}) => members.some(member => member.report === report))!.id

test('of each telling the likest few are kept, and none that is far under the line', () => {
  const nearest = createNearest(4)
  for (const [other, sum] of [
    [2, 3],
    [3, 1],
    [4, 2.5],
    [5, 3.5],
    [6, 2.1]
  ] as const)
    nearest.see(1, other, sum)
  nearest.see(5, 1, 3.5)
  assert.deepEqual(
    nearest.pairs().map(({a, b}) => `${a} ${b}`),
    ['1 5', '1 2', '1 4']
  )
})

for (const target of targets)
  test(`pairs that are nearly one are listed until somebody rules on them: ${target.name}`, async () => {
    // An embedded store takes seconds to be made.
    for (const order of target === embedded ? [reports] : [reports, reports.toReversed()]) {
      const store = await openStore(await target.make(), {who: 'ada'})
      for (const report of order) await add(store, report)
      assert.deepEqual(await pairs(store), ['ab|c', 'd|f'])
      const [one, other] = [await idOf(store, 'a'), await idOf(store, 'c')]
      const {rows} = await nearestTo(store, linking, one, 50)
      const explained = await explainLink(store, linking, one, other)
      assert.equal(rows[0]!.sum, explained.pairs[0]!.sum, 'the sum is what linking counts')
      assert.equal(rows[0]!.incident.id, other)
      assert.ok(rows[0]!.sum < threshold)

      const kept = await rule(store, link, {kind: 'not-the-same', on: [one, other], reason: null})
      assert.deepEqual(await pairs(store), ['d|f'])
      const [told] = (await nearestTo(store, linking, one, 5)).rows
      assert.equal(told!.incident.id, other)
      assert.equal(told!.ruling, 'not-the-same')
      // Whatever arrives, they are not proposed again.
      await add(store, codedReport({id: 'e', outlet: 'Voz Norte'}))
      assert.deepEqual(await pairs(store), ['d|f'])
      await undo(store, link, kept.ruling.id)
      assert.deepEqual(await pairs(store), ['abe|c', 'd|f'])
      assert.equal((await nearestTo(store, linking, one, 5)).rows[0]!.ruling, null)

      const merged = await rule(store, link, {kind: 'merge', on: [one, other], reason: null})
      assert.deepEqual(await pairs(store), ['d|f'])
      await undo(store, link, merged.ruling.id)
      assert.deepEqual(await pairs(store), ['abe|c', 'd|f'])

      // What a person parted is not asked about.
      await rule(store, link, {kind: 'split', on: [one, 'b'], reason: null})
      assert.equal((await pairs(store)).includes('ae|b'), false)
      const before = await pairs(store)
      await relink(store, {link, coder: null, save: true})
      assert.deepEqual(await pairs(store), before, 'linking anew finds the same')

      // Several at once, each one step to be undone.
      const groups = async () =>
        (await store.incidents())
          .map(({members}) =>
            members
              .map(({report}) => report)
              .sort()
              .join('')
          )
          .sort()
          .join(' ')
      assert.equal(await groups(), 'ae b c d f')
      const all = await Promise.all(['a', 'b', 'c'].map(report => idOf(store, report)))
      const three = await rule(store, link, {kind: 'merge', on: all, reason: null})
      assert.equal(await groups(), 'abce d f')
      await undo(store, link, three.ruling.id)
      const moved = await rule(store, link, {
        kind: 'link',
        on: ['e/i1', 'b', await idOf(store, 'c')],
        reason: null
      })
      assert.equal(await groups(), 'a bce d f')
      assert.equal((await pairs(store)).includes('a|bce'), false, 'they were moved away from it')
      await undo(store, link, moved.ruling.id)
      assert.equal(await groups(), 'ae b c d f')
      await store.close()
    }
  })
