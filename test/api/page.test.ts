import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import test from 'node:test'
import {chromium} from 'playwright-core'
import {serve} from '../../src/api/serve.ts'
import {sampleDesk} from './sample-desk.ts'

const browserPath = '/usr/bin/chromium'
const {store, api} = await sampleDesk()
test.after(() => store.close())

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
