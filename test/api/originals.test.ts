import assert from 'node:assert/strict'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import test from 'node:test'
import {createApi} from '../../src/api/api.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {sha256Of} from '../../src/fetch/input.ts'
import {uncaptured} from '../../src/model/document.ts'
import {openStore} from '../../src/store/store.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {embedded} from '../store/targets.ts'
import {skipped, visitors} from '../web/browser.ts'
import {deskOf} from './desk-of.ts'

const store = await openStore(await embedded.make())
test.after(async () => {
  await store.close()
  embedded.stop()
})
const api = createApi(
  deskOf(store, () => assert.fail()),
  {pages: 'web/dist', version: '0'}
)
const coder = createCoder(loadKnowledge())

/** A report that was read from these bytes. */
async function kept(bytes: string, mediaType: string, headers: [string, string][] = []): Promise<string> {
  const document = Buffer.from(bytes)
  const sha256 = sha256Of(document)
  const capture = {...uncaptured, headers}
  await store.captures.keep(
    [{origin: '../../etc/passwd', sha256, bytes: document, mediaType, capture}],
    'a test'
  )
  const id = sha256.slice(0, 16)
  const report = {
    id,
    sha256,
    url: null,
    outlet: 'Plateau Post',
    title: null,
    publishedOn: null,
    text: 'Two men died.'
  }
  const coded = coder.code(report)
  await store.saveArrivals([{item: {origin: 'x', state: 'done', reason: null, reportId: id}, coded}])
  return id
}

const hostile = (elsewhere: string) => `<!doctype html><html><head><meta charset="utf-8">
  <meta http-equiv="refresh" content="0;url=${elsewhere}refresh"><link rel="stylesheet" href="${elsewhere}style.css">
  <script>window.ran = 1; fetch('${elsewhere}fetch')</script></head>
  <body onload="document.title = 'ran'"><p>Two men died.</p>
  <img src="${elsewhere}picture.png" onerror="document.title = 'ran'"><svg onload="document.title = 'ran'"><script>document.title = 'ran'</script></svg>
  <iframe src="${elsewhere}frame"></iframe><a href="javascript:document.title='ran'" id="go">go</a>
  <form action="${elsewhere}form"><button>send</button></form><object data="${elsewhere}object"></object>
  <p style="background: url(${elsewhere}background)">styled</p></body></html>`

test('an original is given with its sandbox, as what it is, and never as a file of a foreign name', async () => {
  const page = await api.request(
    `/api/reports/${await kept(hostile('https://evil.example/'), 'text/html')}/original`
  )
  assert.equal(page.headers.get('content-type'), 'text/html')
  const policy = page.headers.get('content-security-policy')!
  assert.match(policy, /^default-src 'none';/)
  assert.match(policy, /; sandbox$/)
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(page.headers.get('content-disposition'), 'inline')
  const as = async (bytes: string, type: string, headers: [string, string][] = []) =>
    (await api.request(`/api/reports/${await kept(bytes, type, headers)}/original`)).headers.get(
      'content-type'
    )
  assert.equal(await as('<a/>', 'image/svg+xml'), 'text/plain; charset=utf-8')
  assert.equal(await as('<rss/>', 'application/rss+xml'), 'text/plain; charset=utf-8')
  assert.equal(
    await as('<p>ت</p>', 'text/html; charset=x', [['Content-Type', 'text/html; charset="windows-1256"']]),
    'text/html; charset=windows-1256'
  )
  assert.equal(await as('%PDF', 'application/pdf'), 'application/octet-stream')
  assert.equal((await api.request('/api/reports/..%2f..%2fetc%2fpasswd/original')).status, 404)
})

test('a hostile page in the browser runs nothing and asks nobody, in a frame and by itself', {
  skip: skipped
}, async context => {
  const {visit, close} = await visitors(api)
  const asked: string[] = []
  const other = createServer((request, answer) => {
    asked.push(request.url!)
    answer.end('')
  })
  await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
  context.after(async () => {
    await close()
    other.close()
  })
  const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  const path = `/api/reports/${await kept(hostile(elsewhere), 'text/html')}/original`
  const {page} = await visit(path)
  await page.waitForTimeout(300)
  assert.equal(new URL(page.url()).pathname, path)
  await page
    .locator('#go')
    .click({timeout: 5000})
    .catch(() => {})
  assert.notEqual(await page.title(), 'ran')
  assert.match(await page.locator('body').innerText(), /Two men died\./)

  const framed = await visit('/login')
  await framed.page.evaluate(src => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', '')
    frame.src = src
    document.body.append(frame)
  }, path)
  await framed.page.waitForTimeout(300)
  const frame = framed.page.frames().find(own => own.url().endsWith(path))!
  assert.match(await frame.locator('body').innerText(), /Two men died\./)
  assert.deepEqual(asked, [])
})
