/** Taking incidents out by the app: what is meant, in which form, and the file that comes. */
import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import test from 'node:test'
import {parse} from 'csv-parse/sync'
import type {Page} from 'playwright-core'
import {people} from '../api/people.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {skipped, visitors} from './browser.ts'

const desk = skipped ? null : await sampleDesk()
const site = desk && (await visitors(desk.api))
/** How many incidents there are to export. */
const all = desk ? (await desk.store.incidents()).length : 0
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

async function open(page: Page): Promise<void> {
  await page.keyboard.press('Shift+E')
  await page
    .getByRole('dialog')
    .getByRole('radio', {name: /^incidents-csv/})
    .waitFor()
}

test('what is listed is exported, by keys alone, and the page says what is in the file', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/incidents?type=blockade')
  await page.getByRole('link', {name: /Blockade/}).waitFor()
  await open(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`Those listed: 1 of ${all}`).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.ok(await dialog.getByRole('radio', {name: /^claims-csv/}).isChecked())
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  assert.equal(file.suggestedFilename(), 'incidents.csv')
  const rows = parse(await readFile(await file.path()), {columns: true}) as {incident: string}[]
  await dialog.getByText(`1 incident is in incidents.csv · ${rows.length} rows`).waitFor()
  const [held] = (await desk!.store.incidents()).filter(({type}) => type === 'blockade')
  assert.deepEqual([...new Set(rows.map(({incident}) => incident))], [held!.id])
  const [manifest] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', {name: 'Save its manifest'}).click()
  ])
  assert.equal(manifest.suggestedFilename(), 'incidents.csv.manifest.json')
  await page.keyboard.press('Escape')
  await dialog.waitFor({state: 'hidden'})
  assert.deepEqual(faults, [])
})

test('of an incident that is open it is that one; selected ones come first; the map exports what it shows', {
  skip: skipped
}, async () => {
  const [first] = await desk!.store.incidents()
  const {page, faults} = await site!.visit(`/incidents/${first!.id}`, {viewport: {width: 1700, height: 900}})
  await page.locator('.matrix').waitFor()
  await page.getByRole('main').getByRole('button', {name: 'Export'}).click()
  const dialog = page.getByRole('dialog')
  assert.ok(await dialog.getByRole('radio', {name: 'The one that is open'}).isChecked())
  await dialog.getByRole('radio', {name: `All ${all}`}).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({state: 'hidden'})
  await page.keyboard.press('x')
  await page.getByRole('button', {name: 'Export 1'}).click()
  assert.ok(await dialog.getByRole('radio', {name: 'The 1 that is selected'}).isChecked())
  await dialog.getByRole('checkbox', {name: /^With the texts/}).check()
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  assert.equal(file.suggestedFilename(), `incidents-csv-${first!.id}.zip`)
  await dialog.getByText(`1 incident is in incidents-csv-${first!.id}.zip`).waitFor()
  await page.goto(`${site!.url}explore?type=blockade`)
  await page.getByRole('search').getByRole('button', {name: 'Export'}).click()
  await dialog.getByText(`Those listed: 1 of ${all}`).waitFor()
  assert.deepEqual(faults, [])
})

test('the palette leads there; where nothing fits nothing is made, and what the server refuses is said', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/incidents?place=nowhere')
  await page.getByText('No incident fits these filters.').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('export')
  await page.getByRole('option', {name: /Export incidents/}).click()
  const dialog = page.getByRole('dialog', {name: 'Export incidents'})
  await dialog.getByText('There is nothing to export.').waitFor()
  assert.ok(await dialog.getByRole('button', {name: 'Export'}).isDisabled())
  await page.goto(`${site!.url}incidents`)
  await page.getByRole('link', {name: /Clash/}).first().waitFor()
  await open(page)
  await page.route('**/api/exports/*', route =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      body: JSON.stringify({type: 'about:blank', status: 400, title: 'No such format'})
    })
  )
  await page.keyboard.press('Enter')
  await dialog.getByRole('alert').getByText('No such format').waitFor()
  assert.deepEqual(faults, [])
})

for (const locale of ['en', 'ar'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`nothing shuts people out: ${locale}, ${colorScheme}`, {skip: skipped}, async () => {
      const {page, faults, barriers} = await site!.visit('/incidents', {locale, colorScheme})
      await page.getByRole('link', {name: /Oruro/}).first().waitFor()
      await open(page)
      await page
        .getByRole('dialog')
        .getByRole('radio', {name: locale === 'ar' ? /^الحوادث كلها|^الحادثان كلاهما/ : `All ${all}`})
        .waitFor()
      assert.deepEqual(await barriers(), [])
      assert.deepEqual(faults, [])
    })

test('whoever may take nothing out is not offered it', {skip: skipped}, async () => {
  const {reader} = await people(desk!.store)
  const {cookie} = await reader.session()
  const [, token] = /; dateline=(\S+)/.exec(cookie!)!
  const {page, faults} = await site!.visit('/login')
  await page.context().addCookies([{name: 'dateline', value: token!, url: site!.url}])
  await page.goto(`${site!.url}incidents`)
  await page.getByRole('link', {name: /Clash/}).first().waitFor()
  await page.getByRole('banner').getByText('reader').waitFor()
  assert.equal(await page.getByRole('button', {name: 'Export'}).count(), 0)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('export')
  await page.getByText('Nothing is called so').waitFor()
  assert.deepEqual(faults, [])
})
