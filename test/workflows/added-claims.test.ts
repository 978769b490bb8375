/** Claims that people add: they count as read ones do, are refused where their words do not stand, and survive another reading. */
import assert from 'node:assert/strict'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import type {ClaimDraft} from '../../src/model/ruling.ts'
import {rulingsFrom} from '../../src/review/rulings-on.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {incidentNow} from '../../src/workflows/incident-now.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {linkPending} from '../../src/workflows/link-reports.ts'
import {relink} from '../../src/workflows/relink.ts'
import {listRulings, rule, undo} from '../../src/workflows/rulings.ts'
import {verify} from '../../src/workflows/verify.ts'
import {arrivalOf, codedReport} from '../coded-report.ts'

const link = createLinker(loadKnowledge().codebook)
const read = codedReport({id: 'a', before: '\u{1F6A8} '})
const other = codedReport({id: 'b', outlet: 'Canal Uno', publishedOn: '2024-03-06', on: '2024-03-05'})
/** Nothing was read in it. */
const unread: CodedReport = {
  ...codedReport({id: 'u', outlet: 'Diario Sur', town: 'Jos', publishedOn: '2024-06-02'}),
  claims: [],
  incidents: []
}

async function made(...reports: readonly CodedReport[]): Promise<Store> {
  let at = Date.parse('2024-05-01T10:00:00Z')
  const now = () => new Date((at += 1000))
  const store = await openStore(mkdtempSync(join(tmpdir(), 'dateline-added-')), {who: 'ada', now})
  for (const {report} of reports)
    await store.saveOriginals([{sha256: report.sha256, bytes: Buffer.from(report.text)}])
  await store.saveArrivals(reports.map(arrivalOf))
  await linkPending(store, link)
  return store
}

const over = (quote: string, {report}: CodedReport, values: Partial<ClaimDraft> = {}): ClaimDraft => {
  const from = report.text.indexOf(quote)
  return {quote, from, to: from + quote.length, about: 'casualties', outcome: 'injured', min: 3, ...values}
}
const add = (store: Store, claim: ClaimDraft, ...on: string[]) =>
  rule(store, link, {kind: 'add', on, reason: 'it says so', claim})
const bytes = async (store: Store) =>
  JSON.stringify([await store.incidents(), await store.codedReports(['a', 'b', 'u'])])

test('an added claim counts as a read one does, says who added it, and is gone when that is undone', async () => {
  const store = await made(read, other)
  const before = await bytes(store)
  const id = (await store.holderOf('a', 'i1'))!
  const source = {words: 'Police', kind: 'security'} as const
  const {ruling, changes} = await add(store, over('attacked a bus', read, {source, group: 'civilians'}), 'a')
  assert.deepEqual(
    changes.map(change => change.id),
    [id]
  )
  const incident = (await store.incident(id))!
  const key = `a/p${ruling.id}`
  const claim = incident.claims.find(own => own.key === key)
  assert.deepEqual(claim?.added, {ruling: ruling.id, by: 'ada', reason: 'it says so'})
  assert.deepEqual(claim?.attribution.at(-1)?.quote?.text, 'Police')
  const injured = incident.assessments.dateline!.injured!
  assert.deepEqual([injured.low, injured.best, injured.high], [3, 3, 3])
  // Both reports quote one police: its word is of that account.
  assert.ok(incident.accounts.find(({claims}) => claims.includes(key))!.claims.length > 1)
  assert.deepEqual((await store.report('a'))!.incidents[0]!.claims, ['c1', `p${ruling.id}`])
  const inMemory = link(await store.codedReports(['a', 'b']), rulingsFrom(await store.rulings()))
  assert.deepEqual(JSON.parse(JSON.stringify(inMemory[0])), incident)
  // What is ruled about it is found, and dangles while it is gone.
  await rule(store, link, {kind: 'correct', on: [key], reason: null, correction: {min: 4, max: 4}})
  assert.equal((await store.incident(id))!.assessments.dateline!.injured!.best, 4)
  for await (const {item, what} of verify(store)) assert.match(item, /^original/, what)
  await undo(store, link, ruling.id)
  assert.deepEqual(
    (await listRulings(store)).map(({state}) => state),
    ['undone', 'dangling']
  )
  assert.equal(await bytes(store), before)
  await store.close()
})

test('it survives another reading, which sees the report as it was read, without it', async () => {
  const store = await made(read, other)
  const {ruling} = await add(store, over('attacked a bus', read), 'a')
  const id = (await store.holderOf('a', 'i1'))!
  const anew = (coded: CodedReport): CodedReport => ({
    ...coded,
    claims: coded.claims.map(claim => ({...claim, id: 'c7'})),
    incidents: coded.incidents.map(incident => ({...incident, id: 'i4', claims: ['c7']}))
  })
  const coder = (change: (coded: CodedReport) => CodedReport) => ({
    codeBatch: (given: readonly {id: string}[]) =>
      given.map(({id}) => change([read, other].find(({report}) => report.id === id)!))
  })
  const same = await relink(store, {link, coder: coder(coded => coded), save: true})
  assert.deepEqual([same.recoded, same.changes], [0, []])
  assert.equal((await relink(store, {link, coder: coder(anew), save: true})).recoded, 2)
  assert.deepEqual((await store.report('a'))!.incidents, [
    {...anew(read).incidents[0]!, claims: ['c7', `p${ruling.id}`]}
  ])
  assert.equal((await incidentNow(store, id))!.assessments.dateline!.injured!.best, 3)
  // Nothing of the incident is read any more: the claim founds one of its own.
  const nothing = (coded: CodedReport) => ({...coded, claims: [], incidents: []})
  await relink(store, {link, coder: coder(nothing), save: true})
  const [left] = await store.incidents()
  assert.deepEqual(
    left?.members.map(({report, incident}) => [report, incident]),
    [['a', `p${ruling.id}`]]
  )
  assert.equal(left?.place, null)
  await store.close()
})

test('of a report in which nothing was read, it founds an incident, or tells of one that is named', async () => {
  const store = await made(read, other, unread)
  const before = await bytes(store)
  const id = (await store.holderOf('a', 'i1'))!
  await assert.rejects(add(store, over('a bus', unread), 'u'), /tells of no incident; name the type/)
  const own = await add(store, over('a bus', unread, {type: 'attack', on: '2024-06-01'}), 'u')
  const founded = await store.incident((await store.holderOf('u', `p${own.ruling.id}`))!)
  assert.deepEqual(
    [founded?.type, founded?.when, founded?.place],
    ['attack', {from: '2024-06-01', to: '2024-06-01', precision: 'day', known: 'stated'}, null]
  )
  // A second one is of the incident that the first founded.
  const second = await add(store, over('Gunmen', unread, {outcome: 'killed', min: 1}), 'u')
  assert.deepEqual(
    (await store.report('u'))!.incidents.map(({claims}) => claims),
    [[`p${own.ruling.id}`, `p${second.ruling.id}`]]
  )
  await undo(store, link, second.ruling.id)
  await undo(store, link, own.ruling.id)
  assert.equal(await bytes(store), before)

  const {ruling} = await add(store, over('a bus', unread, {account: `${id}/a1`}), 'u', id)
  const joined = (await store.incident(id))!
  assert.ok(joined.members.some(({report, why}) => report === 'u' && why[0] === 'ada added it: it says so'))
  const account = joined.accounts.find(({claims}) => claims.includes(`u/p${ruling.id}`))
  assert.ok(account!.claims.includes('a/c1'), 'it is of the account that was named')
  await undo(store, link, ruling.id)
  assert.equal(await bytes(store), before)
  await store.close()
})

test('what does not stand, or says nothing, is refused with what to do', async () => {
  const store = await made(read, unread)
  const wrong: [RegExp, ClaimDraft, ...string[]][] = [
    [/are not "a bus" but "bus n"; select them again/, {...over('bus n', read), quote: 'a bus'}, 'a'],
    [/cuts a character in two/, {...over('\u{1F6A8}', read), to: 1, quote: '\ud83d'}, 'a'],
    [/holds no words/, over(' ', read), 'a'],
    [/needs its outcome/, {...over('a bus', read), outcome: undefined}, 'a'],
    [/needs its type/, over('a bus', read, {about: 'event'}), 'a'],
    [/is no type of event/, over('a bus', read, {type: 'picnic'}), 'a'],
    [/needs a number/, {...over('a bus', read), about: 'crowd', min: undefined}, 'a'],
    [/is less than the lowest, 3/, over('a bus', read, {max: 2}), 'a'],
    [/does not say "The mayor"/, over('a bus', read, {source: {words: 'The mayor', kind: 'official'}}), 'a'],
    [/has no account a9/, over('a bus', read, {account: `${(await store.holderOf('a', 'i1'))!}/a9`}), 'a'],
    [/tells of no i9; it has i1/, over('a bus', read), 'a/i9'],
    [/No report "z"/, over('a bus', read), 'z']
  ]
  for (const [message, claim, ...on] of wrong) await assert.rejects(add(store, claim, ...on), message)
  await assert.rejects(rule(store, link, {kind: 'add', on: ['a'], reason: null}), /needs its words/)
  assert.deepEqual(await store.rulings(), [])
  await store.close()
})
