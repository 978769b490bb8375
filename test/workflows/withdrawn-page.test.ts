import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {createLinker} from '../../src/workflows/link.ts'
import {publicPage, type ShownPage} from '../../src/workflows/public-page.ts'
import {publish, withdraw} from '../../src/workflows/publications.ts'
import {rule} from '../../src/workflows/rulings.ts'
import {writeSite} from '../../src/workflows/write-site.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {knowledge, view} from './published-desk.ts'

const clock = {now: new Date('2026-03-01T08:00:00Z')}
const {store} = await sampleDesk(undefined, {clerk: {who: 'ada', now: () => clock.now}})
test.after(() => store.close())

test('a withdrawn page leads to where its happenings went, while the public sees that, and gives its last hash', async () => {
  const [one, other] = (await store.incidents()).map(({id}) => id) as [string, string]
  for (const id of [one, other]) await publish(store, view, id, {note: null, override: 'a test'})
  clock.now = new Date('2026-03-05T08:00:00Z')
  const hashes = new Map<string, string | null>()
  for (const id of [one, other]) hashes.set(id, (await publicPage(store, id))!.hash)

  await rule(store, createLinker(knowledge.codebook), {
    kind: 'merge',
    on: [one, other],
    reason: 'one happening'
  })
  const [gone, kept] = (await store.incident(one)) ? [other, one] : [one, other]
  await withdraw(store, gone, 'It is told there now.')
  const out = mkdtempSync(join(tmpdir(), 'dateline-site-'))
  const written = async (name: string) => {
    await writeSite(store, knowledge.codebook, out, {name: 'Andes', ask: null, base: null})
    return readFileSync(join(out, 'incidents', gone, name), 'utf8')
  }
  const {incident, hash, leadsTo}: ShownPage = JSON.parse(await written('data.json'))
  assert.equal(incident, null)
  assert.equal(leadsTo, kept)
  assert.equal(hash, hashes.get(gone))
  const page = await written('index.html')
  assert.ok(page.includes(hash!))
  assert.match(page, new RegExp(`What it told is now part of <a href="[^"]*${kept}/"><bdi>`))

  await withdraw(store, kept, 'Taken back.')
  assert.equal(JSON.parse(await written('data.json')).leadsTo, null)
  assert.doesNotMatch(await written('index.html'), /What it told is now part of/)
})
