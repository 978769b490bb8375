/** Claims that people move to another incident: they count there and no more here, survive another reading, and go back. */
import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {Claim, CodedReport} from '../../src/model/contract.ts'
import {rulingsFrom} from '../../src/review/rulings-on.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {linkPending} from '../../src/workflows/link-reports.ts'
import {relink} from '../../src/workflows/relink.ts'
import {listRulings, rule, undo} from '../../src/workflows/rulings.ts'
import {verify} from '../../src/workflows/verify.ts'
import {arrivalOf, codedReport} from '../coded-report.ts'
import {embedded} from '../store/targets.ts'

after(() => embedded.stop())

const link = createLinker(loadKnowledge().codebook)

/** The same report, with a second claim: eight hurt. */
function withHurt(coded: CodedReport): CodedReport {
  const [killed] = coded.claims as [Claim]
  const {quote: police} = killed.attribution[1]!
  const hurt: Claim = {
    ...killed,
    id: 'c2',
    quote: {...police!, to: police!.to + 5, text: 'Police said'},
    evidence: [],
    casualties: {outcome: 'injured', of: 'people', group: 'people', count: {min: 8, max: 8, stated: '8'}}
  }
  return {
    ...coded,
    claims: [killed, hurt],
    incidents: coded.incidents.map(incident => ({...incident, claims: ['c1', 'c2']}))
  }
}

/** Two of Kano, one of Jos ten days later. */
const reports = [
  withHurt(codedReport({id: 'a'})),
  withHurt(codedReport({id: 'b', outlet: 'Canal Uno'})),
  codedReport({id: 'd', outlet: 'Radio Jos', town: 'Jos', publishedOn: '2024-03-15'})
]

async function made(): Promise<Store> {
  let at = Date.parse('2024-05-01T10:00:00Z')
  const now = () => new Date((at += 1000))
  const store = await openStore(await embedded.make(), {who: 'ada', now})
  for (const {report} of reports)
    await store.saveOriginals([{sha256: report.sha256, bytes: Buffer.from(report.text)}])
  await store.saveArrivals(reports.map(arrivalOf))
  await linkPending(store, link)
  return store
}

const move = (store: Store, ...on: string[]) => rule(store, link, {kind: 'move', on, reason: 'of the other'})
const bytes = async (store: Store) =>
  JSON.stringify([await store.incidents(), await store.codedReports(['a', 'b', 'd'])])
const idOf = async (store: Store, report: string, told = 'i1') => (await store.holderOf(report, told))!

/** Of each incident its claims by key: "a/c1 b/c1, d/c1". */
async function held(store: Store): Promise<string> {
  return (await store.incidents())
    .map(({claims}) =>
      claims
        .map(({key}) => key)
        .sort()
        .join(' ')
    )
    .sort()
    .join(', ')
}

async function assertAsInMemory(store: Store): Promise<void> {
  const inMemory = link(await store.codedReports(['a', 'b', 'd']), rulingsFrom(await store.rulings()))
  const byId = (all: readonly {readonly id: string}[]) => new Map(all.map(own => [own.id, own]))
  assert.deepEqual(byId(await store.incidents()), byId(JSON.parse(JSON.stringify(inMemory))))
  for await (const {item, what} of verify(store)) assert.match(item, /^original/, what)
}

test('a claim moved to another incident counts there, says who moved it, and goes back', async () => {
  const store = await made()
  const before = await bytes(store)
  assert.equal(await held(store), 'a/c1 a/c2 b/c1 b/c2, d/c1')
  const [kano, jos] = [await idOf(store, 'a'), await idOf(store, 'd')]
  const {ruling, nowIn} = await move(store, 'a/c2', jos)
  assert.equal(await held(store), 'a/c1 b/c1 b/c2, a/c2 d/c1')
  // It was published first, so it founds it.
  const incident = (await store.incident(nowIn.get(jos)!))!
  const moved = incident.claims.find(({key}) => key === 'a/c2')
  assert.deepEqual(moved?.moved, {ruling: ruling.id, by: 'ada', reason: 'of the other'})
  assert.equal(incident.assessments.dateline!.injured!.best, 8)
  assert.equal(
    incident.members.find(({report}) => report === 'a')?.why[0],
    'ada moved claims here: of the other'
  )
  await assertAsInMemory(store)
  // What is told by it is named as any other is.
  await rule(store, link, {kind: 'link', on: [`a/p${ruling.id}`, kano], reason: null})
  assert.equal(await held(store), 'a/c1 a/c2 b/c1 b/c2, d/c1')
  await undo(store, link, null)
  const back = await undo(store, link, ruling.id)
  assert.equal(await bytes(store), before)
  await undo(store, link, back.ruling.id)
  assert.equal(await held(store), 'a/c1 b/c1 b/c2, a/c2 d/c1')
  await store.close()
})

test('claims of several reports found an incident of their own; where a report tells of it already, another joins it there', async () => {
  const store = await made()
  const before = await bytes(store)
  const {ruling, changes} = await move(store, 'a/c2', 'b/c2', 'new')
  assert.equal(await held(store), 'a/c1 b/c1, a/c2 b/c2, d/c1')
  assert.equal(changes.filter(change => change.before === null).length, 1)
  const own = (await store.incident(await idOf(store, 'a', `p${ruling.id}`)))!
  assert.equal(own.place?.name, 'Kano')
  assert.equal(own.when.from, '2024-03-05')
  await assertAsInMemory(store)
  await move(store, 'a/c1', own.id)
  assert.equal(await held(store), 'a/c1 a/c2 b/c2, b/c1, d/c1')
  await assertAsInMemory(store)
  await undo(store, link, null)
  await undo(store, link, null)
  assert.equal(await bytes(store), before)
  await store.close()
})

test('another reading finds moved claims again, and what was ruled before the move where it was', async () => {
  const store = await made()
  const jos = await idOf(store, 'd')
  // Named by both claims: it stays with the one that is left.
  await rule(store, link, {kind: 'settle', on: ['a', 'b'], reason: null})
  await move(store, 'b/c2', 'b/c1', jos)
  const anew = reports.map(coded => ({
    ...coded,
    claims: coded.claims.map(claim => ({...claim, id: claim.id.replace('c', 'c7')})),
    incidents: coded.incidents.map(incident => ({
      ...incident,
      id: 'i4',
      claims: incident.claims.map(id => id.replace('c', 'c7'))
    })),
    versions: {...coded.versions, codebook: '1'}
  }))
  const coder = {
    codeBatch: (given: readonly {id: string}[]) =>
      given.map(({id}) => anew.find(({report}) => report.id === id)!)
  }
  const {recoded} = await relink(store, {link, coder, save: true})
  assert.equal(recoded, 3)
  assert.equal(await held(store), 'a/c71 a/c72, b/c71 b/c72 d/c71')
  await assertAsInMemory(store)
  const states = (await listRulings(store)).map(({state}) => state)
  assert.equal(states[1], 'holds')
  assert.deepEqual((await relink(store, {link, coder, save: true})).changes, [])
  await undo(store, link, null)
  assert.equal(await held(store), 'a/c71 a/c72 b/c71 b/c72, d/c71')
  assert.deepEqual(
    (await listRulings(store)).map(({state}) => state),
    ['holds', 'undone']
  )
  await store.close()
})

test('what cannot be moved is refused with what to write instead', async () => {
  const store = await made()
  const [kano, jos] = [await idOf(store, 'a'), await idOf(store, 'd')]
  const wrong: readonly (readonly [RegExp, ...string[]])[] = [
    [/Name claims, and last/, jos],
    [/No incident "nowhere"/, 'a/c1', 'nowhere'],
    [/a\/c1 is in \w+ already/, 'a/c1', kano],
    [/A claim is named twice/, 'a/c1', 'a/c1', jos],
    [/No claim would be left in \w+; name some of its 1/, 'd/c1', 'new'],
    [/has no claim c9/, 'a/c9', jos]
  ]
  for (const [message, ...on] of wrong) await assert.rejects(move(store, ...on), message, on.join(' '))
  // All that an account says goes at once.
  await move(store, `${kano}/a1`, jos)
  assert.equal(await held(store), 'a/c1 a/c2 b/c1 b/c2 d/c1')
  await store.close()
})
