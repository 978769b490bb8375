import assert from 'node:assert/strict'
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {PublicPage} from '../../src/model/public-incident.ts'
import {withdraw} from '../../src/workflows/publications.ts'
import {writeSite} from '../../src/workflows/write-site.ts'
import {privateNames} from './private-reports.ts'
import {knowledge, publishedDesk} from './published-desk.ts'

const {store, clock, ids} = await publishedDesk()
test.after(() => store.close())
const settings = {
  name: 'Andes <incidents>',
  ask: 'mailto:desk@example.org',
  base: 'https://example.org/site/'
}
const folder = () => mkdtempSync(join(tmpdir(), 'dateline-site-'))
const write = (out: string) => writeSite(store, knowledge.codebook, out, settings)
const filesOf = (out: string) =>
  readdirSync(out, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

test('before its time nothing of a page is written', async () => {
  const out = folder()
  const {incidents} = await write(out)
  assert.equal(incidents, 0)
  for (const file of filesOf(out))
    for (const id of ids) assert.ok(!readFileSync(file, 'utf8').includes(id), file)
})

test('no restricted name, no private name, no contact stands anywhere in the site, and links hold', async () => {
  clock.now = new Date('2026-03-03T08:00:00Z')
  await store.access.restrictedNames.add('regional hospital', 'a test', 'ada')
  const out = folder()
  const {incidents, files} = await write(out)
  assert.equal(incidents, ids.length)
  const written = filesOf(out)
  assert.equal(written.length, files)
  for (const file of written) {
    const text = readFileSync(file, 'utf8')
    for (const name of [...privateNames, 'regional hospital'])
      assert.ok(!text.toLowerCase().includes(name.toLowerCase()), `${name} in ${file}`)
    assert.ok(!/5551234|c\.copacondo/.test(text), file)
    assert.ok(!/<script|javascript:|\son\w+=/i.test(text), file)
    if (!file.endsWith('.html') || file.endsWith('404.html')) continue
    for (const [, href] of text.matchAll(/<(?:a|link)[^>]* href="([^"]+)"/g)) {
      if (/^(?:https?:|mailto:|data:|#)/.test(href!)) continue
      const path = new URL(href!, `file://${file}`).pathname
      const target = path.endsWith('/') ? `${path}index.html` : path
      assert.ok(written.includes(target), `${href} of ${file}`)
    }
  }
})

test('each page is there as data of its shape, and the feed tells of each', async () => {
  const out = folder()
  await write(out)
  for (const id of ids) {
    const {hash, leadsTo, ...page} = JSON.parse(readFileSync(join(out, 'incidents', id, 'data.json'), 'utf8'))
    assert.match(hash, /^[0-9a-f]{64}$/)
    assert.equal(leadsTo, null)
    assert.deepEqual(PublicPage.parse(page), page)
  }
  const feed = readFileSync(join(out, 'feed.atom'), 'utf8')
  assert.match(feed, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed [\s\S]*<\/feed>\n$/)
  assert.match(feed, /<title>Andes &lt;incidents&gt;<\/title>/)
  for (const id of ids) assert.ok(feed.includes(`href="https://example.org/site/incidents/${id}/"`))
})

test('of a page that is withdrawn its date and reason are left', async () => {
  const out = folder()
  await write(out)
  const [id] = ids as [string]
  clock.now = new Date('2026-03-05T08:00:00Z')
  await withdraw(store, id, 'The report was taken back by its outlet.')
  const {withdrawn} = await write(out)
  assert.equal(withdrawn, 1)
  const page = readFileSync(join(out, 'incidents', id, 'index.html'), 'utf8')
  assert.match(page, /This page was withdrawn/)
  assert.match(page, /5 March 2026/)
  assert.match(page, /The report was taken back by its outlet\./)
  assert.doesNotMatch(page, /class="q"/)
})

test('a folder that holds something else is left alone', async () => {
  const out = folder()
  writeFileSync(join(out, 'thesis.txt'), 'years of work')
  await assert.rejects(write(out), /holds something else/)
  assert.deepEqual(readdirSync(out), ['thesis.txt'])
})
