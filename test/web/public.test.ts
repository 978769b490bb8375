import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import {tokens} from '../../src/export/site/style.ts'
import {publishedDesk} from '../workflows/published-desk.ts'
import {skipped, visitors} from './browser.ts'

const {store, api, clock, ids} = await publishedDesk()
clock.now = new Date('2026-03-03T08:00:00Z')
// Whoever comes is nobody: there are users, and no session.
await store.access.users.add('ada', 'admin', null)
test.after(() => store.close())
const ask = (path: string, given: RequestInit = {}) => api.request(`http://localhost/public/${path}`, given)
const form = (path: string, fields: Record<string, string>) =>
  ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost',
      host: 'localhost'
    }
  })

test('everybody may read what is public, without log-in and under a strict policy', async () => {
  for (const path of ['', 'ar/', 'method/', 'ar/method/', `incidents/${ids[0]}/`, 'feed.atom', 'style.css']) {
    const answer = await ask(path)
    assert.equal(answer.status, 200, path)
    assert.match(answer.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'self'/)
    const again = await ask(path, {headers: {'if-none-match': answer.headers.get('etag')!}})
    assert.equal(again.status, 304, path)
  }
  assert.equal((await ask(`incidents/${ids[0]}`)).status, 301)
  assert.equal((await api.request('http://localhost/api/incidents')).status, 401)
})

test('the Arabic page gives its reasons in Arabic', async () => {
  for (const id of ids) {
    const page = await (await ask(`ar/incidents/${id}/`)).text()
    assert.match(page, /class="note"/)
    assert.doesNotMatch(page, /<span lang="en"/)
  }
})

test('what is not there is told so, whatever is asked', async () => {
  for (const path of [
    'incidents/nothing/',
    'incidents/%E0%A4%A/',
    'x',
    'ar/x/y',
    'incidents/%00/',
    'incidents/../method'
  ])
    assert.ok([404, 301, 308].includes((await ask(path)).status), path)
  assert.equal((await ask('?since=yesterday&until=%00&type=%F0%9F%98%80&text=%00')).status, 200)
  assert.equal((await ask('?cursor=nothing')).status, 400)
})

test('the list is searched without a script, with exact counts', async () => {
  assert.match(await (await ask('?text=Oruro')).text(), new RegExp(`${ids.length} incidents? match`))
  assert.match(await (await ask('?text=nowhere')).text(), /No incident matches/)
  assert.match(await (await ask('?since=2025-01-01')).text(), /No incident matches/)
})

test('the method page follows the gate that is at work', async () => {
  assert.match(
    await (await ask('method/')).text(),
    /It waits before it is public: <span class="n">24<\/span> hours/
  )
})

test('a correction is asked for without an account, is kept, and is limited', async () => {
  const path = `incidents/${ids[0]}/correction/`
  assert.equal((await form(path, {text: ' '})).status, 400)
  assert.equal((await form(path, {text: 'x'.repeat(5000)})).status, 400)
  const sent = await form(path, {text: 'The day is wrong. <b>', contact: 'ana@example.org'})
  assert.equal(sent.status, 303)
  const {rows} = await store.publications.requests({}, {limit: 10, after: null})
  assert.deepEqual(
    rows.map(({incident, text, contact}) => [incident, text, contact]),
    [[ids[0], 'The day is wrong. <b>', 'ana@example.org']]
  )
  const foreign = await ask(path, {
    method: 'POST',
    body: 'text=hello',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://elsewhere.example',
      host: 'localhost'
    }
  })
  assert.equal(foreign.status, 403)
  const answers = []
  for (let i = 0; i < 6; i++) answers.push((await form(path, {text: `again ${i}`})).status)
  assert.ok(answers.includes(429), `${answers}`)
})

test('the tokens are those of the app', () => {
  const app = readFileSync('web/src/design/tokens.css', 'utf8')
  for (const [name, value] of Object.entries(tokens)) assert.ok(app.includes(`--${name}: ${value};`), name)
})

test('no barrier, no foreign request, nothing wider than a phone: in both languages, light and dark', {
  skip: skipped
}, async () => {
  const {visit, close} = await visitors(api)
  for (const language of ['', 'ar/'])
    for (const colorScheme of ['light', 'dark'] as const)
      for (const path of ['', 'method/', `incidents/${ids[0]}/`, `incidents/${ids[0]}/correction/`]) {
        const {page, faults, barriers} = await visit(`/public/${language}${path}`, {
          colorScheme,
          javaScriptEnabled: true,
          viewport: {width: 400, height: 800}
        })
        assert.deepEqual(await barriers(), [], path)
        assert.deepEqual(faults, [], path)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        assert.equal(wide, false, `${language}${path} is wider than the screen`)
        await page.context().close()
      }
  await close()
})

test('a reader goes from the list to the words, opens those that were folded, and asks for a correction', {
  skip: skipped
}, async () => {
  const {visit, close} = await visitors(api)
  const {page} = await visit('/public/')
  await page.getByRole('link', {name: /Oruro/}).first().click()
  await page.getByRole('heading', {level: 1}).waitFor()
  const folded = page.locator('details.graphic')
  if (await folded.count()) {
    assert.equal(await folded.first().locator('.q').isVisible(), false)
    await folded.first().locator('summary').click()
    assert.equal(await folded.first().locator('.q').isVisible(), true)
  }
  await page.getByRole('link', {name: 'Ask for a correction'}).click()
  await page.getByLabel(/What is wrong/).fill('The day is wrong.')
  await page.getByRole('button', {name: 'Send'}).click()
  await page.getByRole('status').waitFor()
  await close()
})
