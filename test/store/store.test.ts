import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {openStore} from '../../src/store/store.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {readReports} from '../../src/workflows/inputs.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {arrivalOf} from '../coded-report.ts'

const knowledge = loadKnowledge()
const coder = createCoder(knowledge)
const link = createLinker(knowledge.codebook)
const sample = 'samples/station-square/reports.jsonl'
const nothing = Readable.from([])

/** The embedded store, and a server where DATABASE_URL names an empty database. */
const targets = [{name: 'embedded', at: () => mkdtempSync(join(tmpdir(), 'dateline-'))}]
if (process.env.DATABASE_URL) targets.push({name: 'PostgreSQL', at: () => process.env.DATABASE_URL!})

const report = (text: string) => ({
  id: 'astral',
  sha256: 'a'.repeat(64),
  url: null,
  outlet: 'Radio Oru',
  title: null,
  publishedOn: null,
  text
})

for (const {name, at} of targets) {
  test(`${name}: the same reports in any order, in one go or two, give the same incidents`, async () => {
    const target = at()
    const store = await openStore(target)
    const first = await ingest(readReports([sample], nothing), {store, coder, link})
    assert.deepEqual({done: first.done, failed: first.failed}, {done: 9, failed: 0})
    const again = await ingest(readReports([sample], nothing), {store, coder, link})
    assert.equal(again.skipped, 9)
    const incidents = await store.incidents()
    await store.close()
    const inputs = []
    for await (const input of readReports([sample], nothing)) inputs.unshift(input)
    const reversed = await openStore(name === 'embedded' ? at() : target)
    if (name === 'embedded') {
      await ingest(Readable.from(inputs.slice(0, 4)), {store: reversed, coder, link})
      await ingest(Readable.from(inputs.slice(4)), {store: reversed, coder, link})
      assert.deepEqual(await reversed.incidents(), incidents)
    }
    await reversed.close()
  })

  test(`${name}: the database refuses a claim whose words are not the text at its offsets`, async () => {
    const store = await openStore(at())
    // Emoji before the quote: PostgreSQL counts them once, our offsets twice.
    const coded = coder.code(report('\u{1F6A8}\u{1F6A8} Police said two men were killed in Kano.'))
    const [claim] = coded.claims
    assert.ok(claim)
    await store.saveOriginals([{sha256: coded.report.sha256, bytes: Buffer.from('x')}])
    const moved = {...claim, quote: {...claim.quote, from: claim.quote.from + 1, to: claim.quote.to + 1}}
    await assert.rejects(
      store.saveArrivals([arrivalOf({...coded, claims: [moved]})]),
      /claim c1 of report astral: the words at/
    )
    assert.equal(await store.report('astral'), null)
    await store.saveArrivals([arrivalOf(coded)])
    assert.deepEqual(await store.report('astral'), coded)
    await store.close()
  })
}

test('a second ingest on one embedded store is refused with the first one’s number, and the first goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  const store = await openStore(folder)
  const second = ['src/cli/main.ts', 'ingest', sample, '--store', folder]
  const {stderr, status} = spawnSync(process.execPath, second, {encoding: 'utf8'})
  assert.match(stderr, new RegExp(`in use by process ${process.pid}`))
  assert.equal(status, 1)
  await ingest(readReports([sample], nothing), {store, coder, link})
  assert.deepEqual(await store.itemCounts(), {done: 9, failed: 0, skipped: 0})
  await store.close()
  rmSync(folder, {recursive: true})
})

test('filters narrow by day, place, type, side and box', async () => {
  const store = await openStore(mkdtempSync(join(tmpdir(), 'dateline-')))
  await ingest(readReports([sample], nothing), {store, coder, link})
  const count = async (filter: Parameters<typeof store.incidents>[0]) =>
    (await store.incidents(filter)).length
  const all = await count({})
  assert.ok((await count({since: '2024-03-06'})) < all)
  assert.equal(await count({place: 'Oruro', type: 'clash'}), 1)
  assert.ok((await count({actor: 'miners'})) >= 1)
  assert.ok((await count({bbox: [-68, -19, -66, -17]})) >= 1)
  assert.equal(await count({bbox: [0, 0, 1, 1]}), 0)
  await store.close()
})
