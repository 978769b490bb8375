/** Whoever reads only the rulings that hang together with some tellings learns of these what all rulings say. */
import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import fc from 'fast-check'
import type {ClaimAnchor, FoundRuling, Ruling, RulingsAtHand} from '../../src/model/ruling.ts'
import {nextSteps} from '../../src/review/last-ruling.ts'
import {rulingsFrom, rulingsOf} from '../../src/review/rulings-on.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {nothing} from '../../src/workflows/draft-ruling.ts'
import {listRulings, rulingsPage, stepsOf} from '../../src/workflows/rulings.ts'
import {embedded, server, type Target} from './targets.ts'

const found = await server()
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const reports = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const keys = reports.flatMap(report => [`${report}/i1`, `${report}/i2`])
const claims = reports.flatMap(report => [`${report}/c1`, `${report}/c2`])
const reportOf = (key: string) => key.split('/')[0]!

const telling = fc.constantFrom(...keys)
const some = (max: number) => fc.uniqueArray(telling, {minLength: 1, maxLength: max})
/** One in eight is found no more. */
const lost = fc.nat(7)
const made = fc.oneof(
  fc.record({
    kind: fc.constantFrom('merge', 'split', 'link', 'unlink', 'not-the-same', 'chain', 'settle' as const),
    tellings: some(4),
    others: some(4),
    leaves: some(2),
    lost
  }),
  fc.record({
    kind: fc.constantFrom('accept', 'reject', 'prefer', 'correct', 'cut', 'confirm' as const),
    claims: fc.uniqueArray(fc.constantFrom(...claims), {minLength: 1, maxLength: 3}),
    tie: fc.option(fc.tuple(fc.constantFrom(...reports), fc.constantFrom(...reports))),
    lost
  }),
  fc.record({kind: fc.constant('add' as const), report: fc.constantFrom(...reports), others: some(2), lost}),
  fc.record({kind: fc.constant('undo' as const), of: fc.nat(), by: fc.nat(1)}),
  fc.record({kind: fc.constant('undo' as const), of: fc.nat(2), by: fc.nat(1)})
)

type Draft = Parameters<Parameters<typeof made.map>[0]>[0]

const anchor = (key: string): ClaimAnchor => ({
  report: reportOf(key),
  from: 0,
  to: 1,
  about: 'casualties',
  type: null,
  outcome: 'killed',
  group: null,
  count: null,
  source: 'police'
})

/** `before`: those that were made; an undo of nothing is an accepted claim instead. */
function rulingOf(draft: Draft, i: number, before: readonly FoundRuling[]): FoundRuling {
  const empty = {claims: [], ties: [], reports: [], tellings: [], others: [], leaves: []}
  const base: Ruling = {
    id: `f${i}`,
    kind: draft.kind,
    ...nothing,
    reason: `r${i}`,
    by: 'ada',
    at: `2024-05-01T10:00:${i}`
  }
  const told = (names: readonly string[]) => names.map(key => ({report: reportOf(key), claims: []}))
  const unless = (lost: number) => (key: string, at: number) => (at === lost ? null : key)
  if (draft.kind === 'undo') {
    // From the last, so that undos of undos are many.
    const undone = before.at(-1 - (draft.of % Math.max(1, before.length)))
    const by = draft.by ? 'ada' : 'ben'
    if (undone) return {ruling: {...base, by, undoes: undone.ruling.id}, ...empty}
    return {ruling: {...base, kind: 'accept', claims: [anchor('a/c1')]}, ...empty, claims: ['a/c1']}
  }
  if ('claims' in draft) {
    const ties = draft.tie
      ? [{report: draft.tie[0], kind: 'copies' as const, on: draft.tie[1], name: 'x'}]
      : []
    return {
      ruling: {...base, by: i % 3 ? 'ada' : 'ben', claims: draft.claims.map(anchor), ties},
      ...empty,
      claims: draft.claims.map(unless(draft.lost)),
      ties: ties.map(({report}) => report)
    }
  }
  if ('report' in draft)
    return {
      ruling: {...base, reports: [draft.report], others: told(draft.others)},
      ...empty,
      reports: [draft.report],
      others: draft.others.map(unless(draft.lost))
    }
  const others = draft.others.filter(key => !draft.tellings.includes(key))
  const leaves = draft.kind === 'link' ? draft.leaves.filter(key => !draft.tellings.includes(key)) : []
  return {
    ruling: {...base, tellings: told(draft.tellings), others: told(others), leaves: told(leaves)},
    ...empty,
    tellings: draft.tellings.map(unless(draft.lost)),
    others: others.map(unless(draft.lost)),
    leaves
  }
}

/** What is said of these tellings, and of the claims of their reports. */
function saidOf(own: readonly string[], {claims, links, chains, ties, why}: RulingsAtHand) {
  const at = new Set(own)
  const told = new Set(own.map(reportOf))
  const isOf = (claim: string) => told.has(reportOf(claim))
  return {
    together: links.together.filter(([a, b]) => at.has(a) || at.has(b)),
    apart: links.apart.filter(([a, b]) => at.has(a) && at.has(b)),
    chains: [...chains].filter(([key]) => at.has(key)),
    why: [...why].filter(([key]) => at.has(key)).sort(),
    rejected: [...claims.rejected].filter(([claim]) => isOf(claim)).sort(),
    accepted: [...claims.accepted].filter(isOf).sort(),
    preferred: [...claims.preferred].filter(isOf),
    corrected: [...claims.corrected].filter(([claim]) => isOf(claim)).sort(),
    parted: [...ties.parted].filter(([claim]) => isOf(claim)).sort(),
    joined: ties.joined
      .map(({claims, word}) => ({claims: claims.filter(isOf), word}))
      .filter(({claims}) => claims.length),
    ties: ties.ties
      .filter(({tie}) => told.has(tie.report) && told.has(tie.on))
      .map(tie => JSON.stringify(tie))
      .sort()
  }
}

async function check(store: Store, drafts: readonly Draft[], asked: readonly string[][]): Promise<void> {
  const rulings: FoundRuling[] = []
  for (const [i, draft] of drafts.entries()) rulings.push(rulingOf(draft, i, rulings))
  for (const ruling of rulings)
    await store.saveRuling(ruling, [], () => ({decisions: new Map(), added: [], moved: []}))
  const all = rulingsFrom(await store.rulings())
  for (const own of asked)
    assert.deepEqual(saidOf(own, rulingsOf(await store.rulingRecord.onTellings(own))), saidOf(own, all))
  for (const who of ['ada', 'ben']) {
    const expected = nextSteps(
      rulings.map(({ruling}) => ruling),
      who
    )
    assert.deepEqual(await stepsOf(store, who, 2), expected)
  }
  const listed = await listRulings(store)
  const page = await rulingsPage(store, {limit: 3, after: null})
  assert.equal(page.total, listed.length)
  assert.deepEqual(page.rows, listed.toReversed().slice(0, 3))
}

for (const target of targets)
  test(`${target.name}: what is read by index says what all of them say`, async () => {
    const store = await openStore(await target.make())
    const asked = fc.array(some(3), {minLength: 3, maxLength: 3})
    await fc.assert(
      fc.asyncProperty(fc.array(made, {minLength: 1, maxLength: 24}), asked, (drafts, asked) =>
        // Taken back: rulings are never deleted.
        store.attempt(inner => check(inner, drafts, asked), false)
      ),
      {numRuns: target === embedded ? 15 : 40, seed: 20240501}
    )
    await store.close()
  })
