import assert from 'node:assert/strict'
import test from 'node:test'
import {sampleDesk} from '../api/sample-desk.ts'
import {skipped, visitors} from './browser.ts'

const desk = skipped ? null : await sampleDesk()
const site = desk && (await visitors(desk.api))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

test('by mouse: from the list to a contested cell, to its words, to the report and back', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/')
  await page.getByRole('link', {name: /Clash/}).click()
  const cell = page.getByRole('gridcell', {name: /≥51/}).first()
  await cell.click()
  const evidence = page.getByRole('complementary')
  await evidence.getByText('more than 50 people').first().waitFor()
  await evidence.getByText('cannot stand with').waitFor()
  await evidence.getByRole('link', {name: /Open the report/}).click()
  await page.waitForURL(/\/reports\//)
  await page.locator('.report-text p').first().waitFor()
  assert.equal(
    await page.evaluate(() => [...CSS.highlights.get('chosen')!].map(range => range.toString()).join()),
    'more than 50 people were wounded'
  )
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => CSS.highlights.get('chosen')?.size === 0)
  await page.keyboard.press('Escape')
  await page.waitForURL(/\/incidents\//)
  assert.deepEqual(faults, [])
})

test('by keys alone: a figure is rejected with its reason after its preview, undone and redone', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/')
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve())
  await page.getByRole('link', {name: /Clash/}).waitFor()
  await press('j', 'j')
  await page.getByRole('grid').waitFor()
  const killed = page.getByRole('row', {name: /Killed/})
  const before = await killed.textContent()
  await press('r')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('its own ministry withdrew it')
  await page.getByText('incident would change').waitFor()
  await press('Enter')
  await page.getByRole('status').getByText('Saved: rejected').waitFor()
  await page.waitForFunction(was => document.querySelector('[id="work"] tr.on')?.textContent !== was, before)
  await press('z')
  await page
    .getByRole('status')
    .getByText('Undone: rejected, its own ministry withdrew it. 1 incident changed.')
    .waitFor()
  await page.waitForFunction(was => document.querySelector('[id="work"] tr.on')?.textContent === was, before)
  await press('Shift+z')
  await page.getByRole('status').getByText('Redone').waitFor()
  await press('z')
  await page.getByRole('status').getByText('Undone').waitFor()
  assert.deepEqual(faults, [])
})

for (const locale of ['en', 'ar'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no serious barrier: ${locale}, ${colorScheme}`, {skip: skipped}, async () => {
      const {page, faults, barriers} = await site!.visit('/incidents', {locale, colorScheme})
      await page.locator('nav a[href*="/incidents/"]').last().click()
      await page.getByRole('grid').waitFor()
      assert.equal(await page.evaluate(() => document.documentElement.dir), locale === 'ar' ? 'rtl' : 'ltr')
      assert.deepEqual(await barriers(), [])
      await page.keyboard.press('o')
      await page.locator('.report-text p').first().waitFor()
      assert.deepEqual(await barriers(), [])
      assert.deepEqual(faults, [])
    })
