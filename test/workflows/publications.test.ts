import assert from 'node:assert/strict'
import test from 'node:test'
import {sql} from 'kysely'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {type GateSettings, gateDefaults} from '../../src/model/publication.ts'
import {openDatabase} from '../../src/store/open-database.ts'
import type {Store} from '../../src/store/store.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {publicPage} from '../../src/workflows/public-page.ts'
import {createPublicViewer} from '../../src/workflows/public-view.ts'
import {publicationCounts, publicationEntry, publicationQueue} from '../../src/workflows/publication-queue.ts'
import {
  answerRequest,
  keepAsPublished,
  look,
  publicationSteps,
  publish,
  setGate,
  undoStep,
  withdraw
} from '../../src/workflows/publications.ts'
import {rule, undo} from '../../src/workflows/rulings.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {embedded, server, type Target} from '../store/targets.ts'

const knowledge = loadKnowledge()
const linker = createLinker(knowledge.codebook)
const view = createPublicViewer(knowledge)
const found = await server()
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
test.after(() => {
  for (const target of targets) target.stop()
})

const whole = {limit: 100, after: null}
const everything = {note: null, override: null}
let now = new Date('2026-03-01T08:00:00Z')
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000)
}
const clerk = {who: 'ada', now: () => new Date(now.getTime())}

const mainIncident = async (store: Store) =>
  (await store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)[0]!
const digestOf = async (store: Store, id: string) => (await store.publications.states([id])).get(id)!
async function lookBy(store: Store, who: string, kind: 'read' | 'redaction', id: string): Promise<void> {
  await look(store.as(who), kind, [{incident: id, digest: await digestOf(store, id)}])
}
const entry = async (store: Store, id: string) => (await publicationEntry(store, view, id, 'ada'))!

for (const target of targets)
  test(`${target.name}: the gate, by table`, async () => {
    const {store} = await sampleDesk(await target.make(), {clerk})
    const {id, place} = await mainIncident(store)
    assert.equal(place?.precision, 'town')
    const failing = async () => {
      const {rows} = await publicationQueue(store, {ids: [id]}, 'ada', whole)
      return rows[0]!.conditions.filter(({passes}) => !passes).map(own => own.id)
    }
    const table: readonly [Partial<GateSettings>, readonly string[]][] = [
      [{}, ['second-reader', 'redaction']],
      [{secondReader: false}, ['redaction']],
      [{redaction: false}, ['second-reader']],
      [{origins: 8, secondReader: false, redaction: false}, []],
      [{origins: 9, secondReader: false, redaction: false}, ['origins']],
      [{precision: 'town', secondReader: false, redaction: false}, []],
      [{precision: 'site', secondReader: false, redaction: false}, ['place']],
      [{precision: 'none'}, ['second-reader', 'redaction']]
    ]
    for (const [settings, fails] of table) {
      await setGate(store, {...gateDefaults, ...settings}, null)
      assert.deepEqual(await failing(), fails, JSON.stringify(settings))
      const counts = await publicationCounts(store, {}, 'ada')
      assert.equal(counts.ready + counts.failing, counts.all)
      for (const queue of ['ready', 'failing'] as const)
        assert.equal((await publicationQueue(store, {queue}, 'ada', whole)).total, counts[queue])
      for (const condition of ['origins', 'place', 'figures', 'second-reader', 'redaction'] as const)
        assert.equal(
          (await publicationQueue(store, {condition}, 'ada', whole)).total,
          counts.conditions[condition]
        )
    }
    await setGate(store, gateDefaults, null)
    await lookBy(store, 'ada', 'read', id)
    assert.deepEqual(await failing(), ['second-reader', 'redaction'], 'who publishes is no second reader')
    await lookBy(store, 'ben', 'read', id)
    assert.deepEqual(await failing(), ['redaction'])
    await lookBy(store, 'ada', 'redaction', id)
    assert.deepEqual(await failing(), [])
    const {claims} = await mainIncident(store)
    await rule(store, linker, {
      kind: 'reject',
      on: [claims.find(({casualties}) => casualties)!.key],
      reason: 'a test'
    })
    assert.deepEqual(await failing(), ['second-reader', 'redaction'], 'another state was read by nobody')
    const old = await look(store.as('ben'), 'read', [{incident: id, digest: 'another'}])
    assert.deepEqual(old, {step: null, changed: [id]})
    await store.close()
  })

for (const target of targets)
  test(`${target.name}: from the gate to the public, corrected, withdrawn, and nothing vanishes`, async () => {
    const place = await target.make()
    const {store} = await sampleDesk(place, {clerk})
    const {id} = await mainIncident(store)
    await assert.rejects(publish(store, view, id, everything), /second-reader, redaction/)
    await lookBy(store, 'ben', 'read', id)
    await lookBy(store, 'ben', 'redaction', id)

    const first = await publish(store, view, id, everything)
    assert.equal((await entry(store, id)).queued.standing, 'waiting')
    assert.equal(await publicPage(store, id), null, 'nobody sees it before its time')
    await assert.rejects(withdraw(store, id, 'wrong'), /Nobody has seen it/)
    await undoStep(store, first.id, null)
    assert.equal((await entry(store, id)).queued.standing, 'ready')
    const steps = await publicationSteps(store, 'ada')
    assert.equal(steps.redo?.ruling.id, first.id)
    await undoStep(store, steps.redo!.by.id, null)
    assert.equal((await entry(store, id)).queued.standing, 'waiting')

    later(24)
    const page = (await publicPage(store, id))!
    assert.equal(page.version, 1)
    assert.equal(page.incident?.id, id)
    assert.match(page.hash!, /^[0-9a-f]{64}$/)
    assert.ok(page.incident!.figures.every(({low, origins}) => low === null || origins > 0))
    assert.equal((await store.publications.shown({}, now.toISOString(), whole)).total, 1)
    assert.equal((await store.publications.shown({text: 'orur'}, now.toISOString(), whole)).total, 1)
    assert.equal((await store.publications.shown({text: 'xylophone'}, now.toISOString(), whole)).total, 0)

    later(1)
    const rejected = (await mainIncident(store)).accounts.find(({origin}) => origin === 'union')!
    const {ruling} = await rule(store, linker, {
      kind: 'reject',
      on: [`${id}/${rejected.id}`],
      reason: 'withdrawn'
    })
    const changed = await entry(store, id)
    assert.ok(changed.queued.changed)
    assert.ok(changed.changes.some(({part, of}) => part === 'figure' && of === 'injured'))
    assert.equal((await publicationCounts(store, {}, 'ada')).changed, 1)
    assert.equal((await publicPage(store, id))!.hash, page.hash, 'what is public stands as it was')
    await keepAsPublished(store, id, 'under discussion')
    assert.equal((await publicationCounts(store, {}, 'ada')).changed, 0)
    await undoStep(store, (await publicationSteps(store, 'ada')).undo!.id, 'not settled')
    assert.equal((await publicationCounts(store, {}, 'ada')).changed, 1)

    await assert.rejects(publish(store, view, id, {note: null, override: 'urgent'}), /what changed and why/)
    await setGate(store, {...gateDefaults, correctionDelayHours: 0}, 'corrections at once')
    const second = await publish(store, view, id, {
      note: 'The union withdrew its count',
      override: 'urgent'
    })
    assert.deepEqual(
      second.gate!.filter(({passes}) => !passes).map(own => own.id),
      ['second-reader', 'redaction']
    )
    assert.equal(second.override, 'urgent')
    assert.deepEqual(
      (await publicPage(store, id))!.versions.map(({kind, version, note}) => [kind, version, note]),
      [
        ['corrected', 2, 'The union withdrew its count'],
        ['published', 1, null]
      ]
    )

    later(1)
    await withdraw(store, id, 'A witness is in danger')
    const gone = (await publicPage(store, id))!
    assert.equal(gone.incident, null)
    assert.deepEqual(gone.versions[0], {
      version: 2,
      kind: 'withdrawn',
      at: now.toISOString(),
      note: 'A witness is in danger'
    })
    assert.equal((await store.publications.shown({}, now.toISOString(), whole)).total, 0)
    assert.equal((await store.publications.shown({withdrawn: true}, now.toISOString(), whole)).total, 1)

    later(1)
    const request = await store.publications.ask(id, 'The town is wrong', 'someone@paper.example')
    await answerRequest(store, request, {outcome: 'withdrawn', reason: 'It was withdrawn'})
    await assert.rejects(
      answerRequest(store, request, {outcome: 'no-change', reason: 'x'}),
      /answered already/
    )
    const answered = await publicationSteps(store, 'ada')
    await undoStep(store, answered.undo!.id, null)
    assert.equal((await store.publications.requests({answered: false}, whole)).total, 1)

    const lastHeld = (await publicationSteps(store, 'ada')).undo!
    assert.equal(lastHeld.kind, 'withdraw')
    await assert.rejects(undoStep(store, lastHeld.id, null), /give a reason/)
    await undoStep(store, lastHeld.id, 'The witness is safe')
    assert.equal((await publicPage(store, id))!.version, 2)
    await assert.rejects(undoStep(store, lastHeld.id, 'again'), /undone already/)

    // By what the incident becomes, the page stands as it was, and the queue says so.
    await undo(store, linker, ruling.id)
    const others = (await store.incidents()).filter(other => other.id !== id)
    await rule(store, linker, {kind: 'merge', on: [others[0]!.id, id], reason: 'a test'})
    const left = (await store.incidents()).map(own => own.id)
    const counts = await publicationCounts(store, {}, 'ada')
    assert.equal(counts.changed, 1)
    assert.equal(
      counts.all,
      counts.ready + counts.failing + counts.waiting + counts.public + counts.withdrawn
    )
    assert.equal((await publicPage(store, id))!.version, 2)
    if (!left.includes(id)) assert.equal((await entry(store, id)).leadsTo, left[0])
    const faults: unknown[] = []
    for await (const fault of store.faults()) faults.push(fault)
    assert.deepEqual(faults, [])
    await store.close()
    await refusesDeletion(place)
  })

/** Nothing published is deleted, by whatever statement (C9). */
async function refusesDeletion(place: string): Promise<void> {
  const database = await openDatabase(place)
  for (const statement of [
    'delete from publication_steps',
    "update publication_steps set view = '{}'",
    "update publication_steps set step = '{}'",
    'truncate publication_steps cascade',
    'delete from publication_targets',
    "update publication_targets set incident_id = 'x'",
    'delete from public_intervals',
    'truncate public_intervals',
    'update public_intervals set version = null',
    'delete from correction_requests',
    "update correction_requests set text = ''"
  ])
    await assert.rejects(
      sql.raw(statement).execute(database),
      /never changed or deleted|nothing published is deleted|stays as it was/,
      statement
    )
  await assert.rejects(
    sql
      .raw(
        `insert into publication_steps (id, kind, who, step, view, hash) values ('x', 'publish', 'x', '{}', '{}', 'forged')`
      )
      .execute(database),
    /check constraint/
  )
  await database.destroy()
}
