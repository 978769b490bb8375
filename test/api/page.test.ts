import assert from 'node:assert/strict'
import {existsSync, mkdtempSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import test from 'node:test'
import {chromium} from 'playwright-core'
import {createApi} from '../../src/api/api.ts'
import {serve} from '../../src/api/serve.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {openStore} from '../../src/store/store.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {explainLink} from '../../src/workflows/explain-link.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {readReports} from '../../src/workflows/inputs.ts'
import {createLinker} from '../../src/workflows/link.ts'

const browserPath = '/usr/bin/chromium'
const knowledge = loadKnowledge()
const linker = createLinker(knowledge.codebook)
const store = await openStore(mkdtempSync(join(tmpdir(), 'dateline-page-')))
await ingest(readReports(['samples/station-square/reports.jsonl'], Readable.from([])), {
  store,
  coder: createCoder(knowledge),
  link: linker
})
const api = createApi(
  {
    incidents: () => store.incidents(),
    incident: id => store.incident(id),
    reports: () => store.reports(),
    report: id => store.report(id),
    explain: (a, b) => explainLink(store, linker.linking, a, b)
  },
  'web/dist'
)
test.after(() => store.close())

test('the routes give incidents with an exact total, and problem details for what is not there', async () => {
  const list = (await (await api.request('/api/incidents')).json()) as {
    total: number
    incidents: {id: string}[]
  }
  assert.equal(list.total, list.incidents.length)
  assert.equal((await api.request(`/api/incidents/${list.incidents[0]!.id}`)).status, 200)
  const missing = await api.request('/api/incidents/none')
  assert.equal(missing.status, 404)
  assert.deepEqual(await missing.json(), {type: 'about:blank', status: 404, title: 'No such incident'})
})

test('a route says why two reports are one incident, with the sum that is needed', async () => {
  const [incident] = (await store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)
  const [one, other] = incident!.reports.map(({id}) => id)
  const told = await api.request(`/api/explanation?a=${one}&b=${other}`)
  assert.equal(told.status, 200)
  const {isOne, pairs} = (await told.json()) as {isOne: boolean; pairs: {signs: {because: string}[]}[]}
  assert.equal(isOne, true)
  assert.ok(pairs[0]!.signs.some(({because}) => because.includes('Station Square')))
  assert.equal((await api.request(`/api/explanation?a=${one}`)).status, 400)
  assert.equal((await api.request(`/api/explanation?a=${one}&b=none`)).status, 404)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page, ${colorScheme}: claims lead to their words, nothing is asked of others, no serious barrier`, {
    skip: existsSync(browserPath) ? false : 'chromium is not installed'
  }, async context => {
    const {url, close} = await serve(api, {port: 0})
    const browser = await chromium.launch({
      executablePath: browserPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    })
    context.after(async () => {
      await browser.close()
      await close()
    })
    const page = await browser.newPage({colorScheme, viewport: {width: 1500, height: 900}})
    const outside: string[] = []
    const errors: string[] = []
    page.on('request', request => {
      if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url()))
        outside.push(request.url())
    })
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(url)
    await page.getByRole('button', {name: '≥51'}).first().click()
    await page.getByText('The union', {exact: false}).first().waitFor()
    assert.equal(await page.evaluate(() => CSS.highlights.get('chosen')?.size), 1)
    const arabic = await page.locator('option', {hasText: '(ar)'}).getAttribute('value')
    await page.getByRole('combobox').selectOption(arabic)
    await page.getByText('ساحة المحطة').first().waitFor()
    assert.equal(
      await page.evaluate(
        () => getComputedStyle([...document.querySelectorAll('.text p')].at(-1)!).direction
      ),
      'rtl'
    )
    await page
      .addScriptTag({path: createRequire(import.meta.url).resolve('axe-core/axe.min.js')})
      .catch(() => page.evaluate(axeSource()))
    const violations = await page.evaluate(() =>
      (window as unknown as {axe: {run(): Promise<{violations: {id: string; impact: string}[]}>}}).axe.run()
    )
    assert.deepEqual(
      violations.violations
        .filter(({impact}) => impact === 'serious' || impact === 'critical')
        .map(({id}) => id),
      []
    )
    assert.deepEqual({outside, errors}, {outside: [], errors: []})
  })
}

/** The page's policy forbids foreign scripts; the test's own is evaluated. */
function axeSource(): string {
  return createRequire(import.meta.url)('axe-core').source as string
}
