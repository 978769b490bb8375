import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import fc from 'fast-check'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import {rulingsFrom} from '../../src/review/rulings-on.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import type {Draft} from '../../src/workflows/draft-ruling.ts'
import {incidentAsOf, incidentNow} from '../../src/workflows/incident-now.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {linkPending} from '../../src/workflows/link-reports.ts'
import {relink} from '../../src/workflows/relink.ts'
import {listRulings, rule, undo} from '../../src/workflows/rulings.ts'
import {verify} from '../../src/workflows/verify.ts'
import {arrivalOf, codedReport} from '../coded-report.ts'
import {embedded, server, type Target} from '../store/targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const link = createLinker(loadKnowledge().codebook)

/** Three of Kano on 5 March, two of Jos, one of Kano a month later. */
const reports = [
  codedReport({id: 'a', outlet: 'Radio Oru'}),
  codedReport({id: 'b', outlet: 'Canal Uno'}),
  codedReport({id: 'c', outlet: 'Diario Sur', publishedOn: '2024-03-06', on: '2024-03-05'}),
  codedReport({id: 'd', outlet: 'Radio Oru', town: 'Jos', publishedOn: '2024-03-15'}),
  codedReport({id: 'e', outlet: 'Canal Uno', town: 'Jos', publishedOn: '2024-03-15'}),
  codedReport({id: 'f', outlet: 'The Courier', publishedOn: '2024-04-20'})
]

/** A clock that goes a second with each look. */
function ticking(from = Date.parse('2024-05-01T10:00:00Z')): () => Date {
  let at = from
  return () => new Date((at += 1000))
}

async function add(store: Store, ...added: readonly CodedReport[]): Promise<void> {
  for (const {report} of added)
    await store.saveOriginals([{sha256: report.sha256, bytes: Buffer.from(report.text)}])
  await store.saveArrivals(added.map(arrivalOf))
  await linkPending(store, link)
}

async function made(target: Target, ...added: readonly CodedReport[]): Promise<Store> {
  const store = await openStore(await target.make(), {who: 'ada', now: ticking()})
  await add(store, ...added)
  return store
}

/** Reports of each incident: "abc de f". */
async function groups(store: Store): Promise<string> {
  const incidents = await store.incidents()
  return incidents
    .map(({members}) =>
      members
        .map(({report}) => report)
        .sort()
        .join('')
    )
    .sort()
    .join(' ')
}

async function idOf(store: Store, report: string): Promise<string> {
  return (await store.holderOf(report, 'i1')) ?? 'none'
}

const decide = (store: Store, kind: Draft['kind'], ...on: string[]) =>
  rule(store, link, {kind, on, reason: 'so it is', ...(kind === 'discard' && {ground: 'wrong'})})
const bytes = async (store: Store) => JSON.stringify(await store.incidents())

for (const target of targets) {
  test(`${target.name}: any rulings, undone in any order, leave what was before, byte for byte`, async () => {
    const store = await made(target, ...reports)
    const before = await bytes(store)
    assert.equal(await groups(store), 'abc de f')
    const report = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const kind = fc.constantFrom(
      ...([
        'merge',
        'not-the-same',
        'chain',
        'split',
        'unlink',
        'link',
        'settle',
        'discard',
        'accept'
      ] as const)
    )
    const drafts = fc.array(fc.tuple(kind, report, report), {minLength: 1, maxLength: 4})
    const name = async (kind: Draft['kind'], a: string, b: string): Promise<string[]> => {
      if (['merge', 'not-the-same', 'chain'].includes(kind))
        return [await idOf(store, a), await idOf(store, b)]
      if (kind === 'split') return [await idOf(store, a), a]
      if (kind === 'unlink') return [a, await idOf(store, a)]
      if (kind === 'link') return [a, await idOf(store, b)]
      if (kind === 'settle' || kind === 'discard') return [a, b]
      return [`${a}/c1`]
    }
    await fc.assert(
      fc.asyncProperty(drafts, fc.infiniteStream(fc.nat()), async (made, choices) => {
        const ids: string[] = []
        for (const [kind, a, b] of made) {
          const on = await name(kind, a, b)
          // What cannot be ruled is refused with a reason: one incident merged with itself, its last report split off.
          const done = await decide(store, kind, ...on).catch(error => {
            assert.match(
              error.message,
              /are one incident|No report would be left|is in \w+ already|No incident|is not in/
            )
            return null
          })
          if (done) ids.push(done.ruling.id)
        }
        while (ids.length) {
          const [id] = ids.splice(choices.next().value! % ids.length, 1)
          await undo(store, link, id!)
        }
        assert.equal(await bytes(store), before)
      }),
      {numRuns: target === embedded ? 8 : 25}
    )
    // The hashes of these reports are of no bytes.
    for await (const {item, what} of verify(store)) assert.match(item, /^original/, what)
    await store.close()
  })

  test(`${target.name}: what a person put together stays together and what she parted apart, whatever arrives`, async () => {
    const store = await made(target, ...reports.slice(0, 5))
    await decide(store, 'merge', await idOf(store, 'a'), await idOf(store, 'd'))
    await decide(store, 'split', await idOf(store, 'a'), 'c')
    assert.equal(await groups(store), 'abde c')
    const late = [
      codedReport({id: 'g', outlet: 'The Courier'}),
      codedReport({id: 'h', outlet: 'Jos Daily', town: 'Jos', publishedOn: '2024-03-15'})
    ]
    await add(store, ...late)
    const held = (await groups(store)).split(' ')
    assert.ok(held.some(group => [...'abde'].every(report => group.includes(report))))
    assert.ok(held.every(group => !(group.includes('c') && /[abde]/.test(group))))
    const incident = await store.incident(await idOf(store, 'd'))
    assert.equal(
      incident?.members.find(({report}) => report === 'd')?.why[0],
      'ada put them together: so it is'
    )
    const inMemory = link([...late, ...reports.slice(0, 5)], rulingsFrom(await store.rulings()))
    const byId = (incidents: readonly LinkedIncident[]) => new Map(incidents.map(own => [own.id, own]))
    assert.deepEqual(byId(await store.incidents()), byId(JSON.parse(JSON.stringify(inMemory))))
    await store.close()
  })

  test(`${target.name}: a settled report stays with what founded its incident; a discarded one leaves, and comes back`, async () => {
    const store = await made(target, ...reports)
    const before = await bytes(store)
    const open = async () =>
      (await store.listings.reports({decision: 'open'}, {limit: 50, after: null})).rows
        .map(({id}) => id)
        .sort()
        .join('')
    assert.equal(await open(), 'abcdef')
    await decide(store, 'settle', 'c', 'e')
    assert.equal(await open(), 'abdf')
    const {links} = rulingsFrom(await store.rulings())
    assert.deepEqual(links.together, [
      ['e/i1', 'd/i1'],
      ['c/i1', 'a/i1']
    ])
    const kano = await store.incident(await idOf(store, 'a'))
    assert.equal(
      kano?.members.find(({report}) => report === 'c')?.why[0],
      'ada says that it belongs here: so it is'
    )
    const {changes} = await decide(store, 'discard', 'a', 'd', 'f')
    assert.equal(await groups(store), 'bc e')
    assert.equal(changes.filter(({after}) => after === null).length, 3)
    assert.equal(await open(), 'b')
    const inMemory = link(reports, rulingsFrom(await store.rulings()))
    assert.deepEqual(
      new Set((await store.incidents()).map(({id}) => id)),
      new Set(inMemory.map(({id}) => id))
    )
    // It counts again as soon as somebody says where it belongs; what is settled with it comes along.
    await decide(store, 'link', 'a', await idOf(store, 'e'))
    assert.equal(await groups(store), 'ace b')
    for (let i = 0; i < 3; i++) await undo(store, link, null)
    assert.equal(await open(), 'abcdef')
    assert.equal(await bytes(store), before)
    await store.close()
  })

  test(`${target.name}: two incidents of one chain name each other and are never one`, async () => {
    const store = await made(target, reports[0]!, reports[5]!)
    const [one, other] = [await idOf(store, 'a'), await idOf(store, 'f')]
    await decide(store, 'chain', one, other)
    const tie = {kind: 'same-chain', lag: null, told: [], ruled: {by: 'ada', reason: 'so it is'}}
    assert.deepEqual((await store.incident(one))?.relations, [{...tie, to: 'f/i1'}])
    assert.deepEqual((await store.incident(other))?.relations, [{...tie, to: 'a/i1'}])
    assert.deepEqual(rulingsFrom(await store.rulings()).links.apart, [['a/i1', 'f/i1']])
    await decide(store, 'merge', one, other)
    assert.equal(await groups(store), 'af')
    assert.deepEqual((await store.incident(one))?.relations, [])
    await undo(store, link, null)
    await undo(store, link, null)
    assert.deepEqual((await store.incident(one))?.relations, [])
    await store.close()
  })

  test(`${target.name}: what a person cut off is an account of its own and what she confirmed is one, until it is undone`, async () => {
    const store = await made(target, ...reports.slice(0, 3))
    const before = await bytes(store)
    const id = await idOf(store, 'a')
    const accounts = async () =>
      (await store.incident(id))!.accounts.map(
        ({reports, ruled}) => `${reports.join('')}${ruled ? ` ${ruled.verdict}` : ''}`
      )
    assert.deepEqual(await accounts(), ['abc'])
    await decide(store, 'cut', `${id}/a1`, 'b')
    assert.deepEqual(await accounts(), ['ac', 'b cut'])
    await decide(store, 'confirm', `${id}/a1`, `${id}/a2`)
    assert.deepEqual(await accounts(), ['abc confirmed'])
    await decide(store, 'cut', id, 'c', 'copies', 'a')
    const edge = (await store.incident(id))!.origins.edges.find(
      ({from, kind}) => from === 'c' && kind === 'copies'
    )
    assert.deepEqual([edge?.ruled?.verdict, edge?.ruled?.by, edge?.evidence.length], ['cut', 'ada', 2])
    const coder = {codeBatch: (given: readonly {id: string}[]) => given.map(({id}) => renumbered(id))}
    await relink(store, {link, coder, save: true})
    const now = await incidentNow(store, id)
    assert.deepEqual(
      now?.accounts.map(({reports, ruled}) => [reports.join(''), ruled?.verdict]),
      [['abc', 'confirmed']]
    )
    assert.deepEqual(
      (await listRulings(store)).map(({state}) => state),
      ['holds', 'holds', 'holds']
    )
    await relink(store, {
      link,
      coder: {codeBatch: given => given.map(({id}) => reports.find(({report}) => report.id === id)!)},
      save: true
    })
    for (let i = 0; i < 3; i++) await undo(store, link, null)
    assert.equal(await bytes(store), before)
    await store.close()
  })

  test(`${target.name}: merged, then split again is what was before; the id that went leads to where its reports are`, async () => {
    const store = await made(target, ...reports)
    const [kano, jos] = [await idOf(store, 'a'), await idOf(store, 'd')]
    const before = await groups(store)
    const {changes, nowIn} = await decide(store, 'merge', kano, jos)
    assert.deepEqual(
      changes.map(({id, after}) => [id, after?.reports ?? null]).sort(),
      [
        [kano, 5],
        [jos, null]
      ].sort()
    )
    assert.deepEqual([...nowIn], [[jos, kano]])
    assert.equal((await incidentNow(store, jos))?.id, kano)
    await decide(store, 'split', kano, 'd', 'e')
    assert.equal(await groups(store), before)
    assert.equal((await incidentNow(store, jos))?.id, jos)
    await store.close()
  })

  test(`${target.name}: what was held at an instant is found, with its claims, whatever was ruled since`, async () => {
    const store = await made(target, ...reports.slice(0, 5))
    const [kano, jos] = [await idOf(store, 'a'), await idOf(store, 'd')]
    const then = await store.incident(jos)
    const at = store.clerk.now().toISOString()
    await decide(store, 'merge', kano, jos)
    assert.equal(await store.incident(jos), null)
    assert.deepEqual(await incidentAsOf(store, jos, at), then)
    assert.equal((await incidentAsOf(store, kano, at))?.reports.length, 3)
    assert.equal((await store.incidentsAsOf(at)).length, 2)
    assert.equal((await store.incidentsAsOf('2024-01-01T00:00:00.000Z')).length, 0)
    assert.equal((await store.incidentsAsOf(at, {place: 'Jos'})).length, 1)
    await store.close()
  })

  test(`${target.name}: what was kept and not yet linked when the power went is linked by the next`, async () => {
    const store = await made(target, ...reports.slice(0, 5))
    const cut = Object.assign(() => assert.fail('not called'), link, {
      reconcile: () => {
        throw new Error('the power went')
      }
    })
    const on = [await idOf(store, 'a'), await idOf(store, 'd')]
    await assert.rejects(rule(store, cut, {kind: 'merge', on, reason: null}), /the power went/)
    assert.equal(await groups(store), 'abc de')
    await linkPending(store, link)
    assert.equal(await groups(store), 'abcde')
    assert.deepEqual(
      (await listRulings(store)).map(({state}) => state),
      ['holds']
    )
    await store.close()
  })

  test(`${target.name}: names that are wrong are refused with what to write instead`, async () => {
    const store = await made(target, ...reports.slice(0, 5))
    const kano = await idOf(store, 'a')
    const wrong: [RegExp, Draft['kind'], ...string[]][] = [
      [/No incident "nowhere"; "dateline incidents" lists their ids/, 'merge', 'nowhere', kano],
      [/are one incident/, 'merge', kano, kano],
      [/No report "z"/, 'split', kano, 'z'],
      [/d is not in/, 'split', kano, 'd'],
      [/No report would be left/, 'split', kano, 'a', 'b', 'c'],
      [/has no claim c9; it has c1/, 'accept', 'a/c9'],
      [/is no key of a claim/, 'accept', 'police'],
      [/has no account a9; it has a1/, 'accept', `${kano}/a9`],
      [/is in \w+ already/, 'link', 'a', kano],
      [/Nothing would be left/, 'cut', `${kano}/a1`, 'a', 'b', 'c'],
      [/d does not carry|No report "d"/, 'cut', `${kano}/a1`, 'd'],
      [
        /has no tie "a copies z"; write \w+\/a2 REPORT, or one of "b copies a"/,
        'cut',
        kano,
        'a',
        'copies',
        'z'
      ],
      [/is no account of/, 'confirm', `${kano}/a1`, 'x']
    ]
    for (const [message, kind, ...on] of wrong)
      await assert.rejects(decide(store, kind, ...on), message, `${kind} ${on}`)
    await assert.rejects(rule(store, link, {kind: 'reject', on: ['a/c1'], reason: null}), /needs its reason/)
    await assert.rejects(
      rule(store, link, {kind: 'discard', on: ['a'], reason: null}),
      /name it, as --ground/
    )
    await assert.rejects(undo(store, link, null), /No ruling holds/)
    assert.deepEqual(await store.rulings(), [])
    await store.close()
  })

  test(`${target.name}: rulings survive another reading; what was read before is still what was held then`, async () => {
    const store = await made(target, ...reports.slice(0, 5))
    const [kano, jos] = [await idOf(store, 'a'), await idOf(store, 'd')]
    await decide(store, 'merge', kano, jos)
    await decide(store, 'reject', 'b/c1')
    const then = await store.incident(kano)
    const at = store.clerk.now().toISOString()
    const coder = {codeBatch: (given: readonly {id: string}[]) => given.map(({id}) => renumbered(id))}
    const {recoded, changes} = await relink(store, {link, coder, save: true})
    assert.equal(recoded, 5)
    assert.ok(changes.some(({id, after}) => id === kano && after === null))
    const now = await incidentNow(store, kano)
    assert.equal(now?.reports.length, 5)
    const aside = now?.assessments.dateline?.killed?.setAside.find(({claim}) => claim === 'b/c7')
    assert.match(aside?.why ?? 'not set aside', /so it is/)
    assert.deepEqual(
      (await listRulings(store)).map(({state}) => state),
      ['holds', 'holds']
    )
    assert.deepEqual(await incidentAsOf(store, kano, at), then)
    await undo(store, link, null)
    await undo(store, link, null)
    assert.equal(await groups(store), 'abc de')
    for await (const {item, what} of verify(store)) assert.match(item, /^original/, what)
    await store.close()
  })

  test(`${target.name}: relinking changes nothing where nothing changed, and saves nothing unless it is told to`, async () => {
    const store = await made(target, ...reports)
    await decide(store, 'merge', await idOf(store, 'a'), await idOf(store, 'd'))
    const [before, head] = [await bytes(store), await store.auditHead()]
    assert.deepEqual((await relink(store, {link, coder: null, save: true})).changes, [])
    const coder = {codeBatch: (given: readonly {id: string}[]) => given.map(({id}) => renumbered(id))}
    const {recoded, changes} = await relink(store, {link, coder, save: false})
    assert.deepEqual([recoded, changes.length > 0], [6, true])
    assert.equal(await bytes(store), before)
    assert.equal(await store.auditHead(), head)
    await store.close()
  })
}

/** A report as another version of the codebook might read it: the same words, other ids. */
function renumbered(id: string): CodedReport {
  const coded = reports.find(({report}) => report.id === id)!
  return {
    ...coded,
    claims: coded.claims.map(claim => ({...claim, id: 'c7'})),
    incidents: coded.incidents.map(incident => ({...incident, id: 'i4', claims: ['c7']})),
    versions: {...coded.versions, codebook: '1'}
  }
}
