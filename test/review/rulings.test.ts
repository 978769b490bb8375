import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type {Claim, CodedReport} from '../../src/model/contract.ts'
import type {Ruling} from '../../src/model/ruling.ts'
import {anchorOf, findClaim, findTelling, tellingAnchor} from '../../src/review/anchors.ts'
import {foundIn, isDangling, rulingsFrom} from '../../src/review/rulings-on.ts'
import {codedReport} from '../coded-report.ts'

const report = codedReport()
const [killed] = report.claims as [Claim]
const ruling = (id: string, kind: Ruling['kind'], rest: Partial<Ruling> = {}): Ruling => ({
  id,
  kind,
  claims: [],
  ties: [],
  reports: [],
  tellings: [],
  others: [],
  leaves: [],
  added: null,
  founds: [],
  correction: null,
  ground: null,
  undoes: null,
  reason: null,
  by: 'ada',
  at: '2024-03-06T10:00:00Z',
  ...rest
})
const rulingsOn = (rulings: readonly Ruling[], reports: readonly CodedReport[]) =>
  rulingsFrom(foundAmong(rulings, reports))
const foundAmong = (rulings: readonly Ruling[], reports: readonly CodedReport[]) => {
  const byId = new Map(reports.map(coded => [coded.report.id, coded]))
  return rulings.map(ruling => foundIn(ruling, byId))
}
const onKilled = {claims: [anchorOf(report.report.id, killed)]}

/** The same report as another version of the codebook might read it. */
function readAnew(change: (claim: Claim) => Claim): CodedReport {
  const claims = report.claims.map(change)
  return {
    ...report,
    claims,
    incidents: [{...report.incidents[0]!, id: 'i7', claims: claims.map(({id}) => id)}]
  }
}

test('a claim is found again under another id, with a longer quote, and in another group', () => {
  const {text} = report.report
  const longer = {from: killed.quote.from - 12, to: killed.quote.to + 1}
  const anew = readAnew(claim => ({
    ...claim,
    id: 'c9',
    quote: {...longer, text: text.slice(longer.from, longer.to)},
    casualties: {...claim.casualties!, group: 'civilians'}
  }))
  assert.equal(findClaim(onKilled.claims[0]!, anew), 'c9')
  assert.equal(findTelling(tellingAnchor(report, report.incidents[0]!), anew), 'i7')
})

test('a claim that now has another number or outcome is another claim: the ruling dangles', () => {
  const five = readAnew(claim => ({
    ...claim,
    casualties: {...claim.casualties!, count: {min: 5, max: 5, stated: 'five'}}
  }))
  const hurt = readAnew(claim => ({...claim, casualties: {...claim.casualties!, outcome: 'injured'}}))
  for (const anew of [five, hurt]) {
    const found = foundAmong([ruling('r1', 'reject', {...onKilled, reason: 'retracted'})], [anew])
    assert.equal(rulingsFrom(found).claims.rejected.size, 0)
    assert.deepEqual(found.map(isDangling), [true])
  }
})

test('of two figures in one sentence the one with the same number is meant', () => {
  const second: Claim = {
    ...killed,
    id: 'c2',
    casualties: {...killed.casualties!, group: 'police', count: {min: 1, max: 1, stated: 'one'}}
  }
  const both = {...report, claims: [second, killed]}
  assert.equal(findClaim(onKilled.claims[0]!, both), 'c1')
})

test('the last ruling on a claim holds; rejecting ends accepting, and the other way round', () => {
  const key = `${report.report.id}/c1`
  const {claims} = rulingsOn(
    [
      ruling('r1', 'accept', onKilled),
      ruling('r2', 'reject', {...onKilled, reason: 'retracted'}),
      ruling('r3', 'correct', {...onKilled, correction: {max: 3}})
    ],
    [report]
  )
  assert.deepEqual([...claims.rejected], [])
  assert.deepEqual([...claims.accepted], [])
  assert.deepEqual([...claims.corrected], [[key, {max: 3}]])
})

test('a ruling that undoes one that undoes brings the first back', () => {
  const reject = ruling('r1', 'reject', {...onKilled, reason: 'retracted'})
  const undo = ruling('r2', 'undo', {undoes: 'r1'})
  const redo = ruling('r3', 'undo', {undoes: 'r2'})
  assert.equal(rulingsOn([reject, undo], [report]).claims.rejected.size, 0)
  assert.equal(rulingsOn([reject, undo, redo], [report]).claims.rejected.size, 1)
})

const reports = Array.from({length: 6}, (_, i) => codedReport({id: `r${i}`, outlet: `Outlet ${i}`}))
const tellings = (...which: number[]) => which.map(i => tellingAnchor(reports[i]!, reports[i]!.incidents[0]!))
const key = (i: number) => `r${i}/i1`

test('a split after a merge takes the pairs of the merge that it rules out, and leaves the others', () => {
  const merge = ruling('1', 'merge', {tellings: tellings(0, 1), others: tellings(2, 3)})
  const split = ruling('2', 'split', {tellings: tellings(2, 3), others: tellings(0, 1)})
  const {links} = rulingsOn([merge, split], reports)
  assert.deepEqual(links.together, [
    [key(0), key(1)],
    [key(2), key(3)]
  ])
  assert.equal(links.apart.length, 4)
})

test('a merge after "not the same" outranks it', () => {
  const apart = ruling('1', 'not-the-same', {tellings: tellings(0), others: tellings(1)})
  const merge = ruling('2', 'merge', {tellings: tellings(0), others: tellings(1)})
  assert.deepEqual(rulingsOn([apart, merge], reports).links, {together: [[key(0), key(1)]], apart: []})
})

test('together and apart never contradict each other, not even by a chain', () => {
  const some = fc.uniqueArray(fc.nat(5), {minLength: 1, maxLength: 3})
  const kind = fc.constantFrom('merge', 'split', 'link', 'unlink', 'not-the-same' as const)
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, some, some, some), {maxLength: 8}), made => {
      const rulings = made.map(([kind, a, b, c], i) =>
        ruling(`${i}`, kind, {tellings: tellings(...a), others: tellings(...b), leaves: tellings(...c)})
      )
      const {together, apart} = rulingsOn(rulings, reports).links
      const group = new Map(reports.map((_, i) => [key(i), i]))
      for (const [a, b] of together) {
        const [from, to] = [group.get(a)!, group.get(b)!]
        for (const [member, own] of group) if (own === from) group.set(member, to)
      }
      for (const [a, b] of apart) assert.notEqual(group.get(a), group.get(b))
    })
  )
})
