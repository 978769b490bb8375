import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import type {Page} from 'playwright-core'
import {sampleDesk} from '../api/sample-desk.ts'
import {skipped, visitors} from './browser.ts'

const desk = skipped ? null : await sampleDesk()
const site = desk && (await visitors(desk.api))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

const main = async () =>
  (await desk!.store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)[0]!

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('by keys: the table is searched and sorted, a source is opened, its figures and its words are read', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/sources')
  const table = page.getByRole('table')
  await table.getByRole('link', {name: 'Andes Wire Service'}).waitFor()
  await table.getByRole('button', {name: 'Claims'}).click()
  await table
    .getByRole('columnheader', {name: 'Claims', exact: false})
    .and(page.locator('[aria-sort="descending"]'))
    .waitFor()
  await page.locator('tr[data-index="0"]').getByText('Andes Wire Service').waitFor()
  await press(page, '/')
  await page.keyboard.type('regional')
  await page.waitForURL(/text=regional/)
  await table.getByRole('link', {name: 'Andes Wire Service'}).waitFor({state: 'detached'})
  await press(page, 'Escape', 'j')
  const evidence = page.getByRole('complementary')
  await evidence.getByRole('heading', {name: /regional hospital/}).waitFor()
  await evidence.getByText('at least 14 people were injured').first().waitFor()
  await evidence.getByRole('tab', {name: 'Figures'}).click()
  await evidence.getByText('replaced by itself').waitFor()
  await evidence.getByRole('link', {name: /^≥14/}).click()
  await page.waitForURL(/\/reports\/.*claim=/)
  await page.waitForFunction(() => CSS.highlights.get('chosen')?.size === 1)
  assert.deepEqual(faults, [])
})

test('nobody who is no body stands in it by name', {skip: skipped}, async () => {
  const {page} = await site!.visit('/sources?role=speaker')
  await page.getByRole('link', {name: 'Unnamed: witness'}).waitFor()
})

test('who carries whom: a line leads to its words, is cut after a preview, crossed out, and mended by z', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/sources?view=graph')
  const graph = page.getByRole('tabpanel', {name: /Who carries whom/})
  await graph.getByRole('img', {name: 'Who carries whom'}).waitFor()
  await graph.getByRole('button', {name: 'Table'}).click()
  const row = graph
    .getByRole('row')
    .filter({hasText: 'Global Morning Post'})
    .filter({hasText: 'has the wording of'})
  await row.getByRole('button').click()
  const evidence = page.getByRole('complementary')
  await evidence.getByRole('button', {name: 'Cut or confirm'}).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Riot police clashed').first().waitFor()
  await dialog.getByRole('radio', {name: 'Cut'}).check()
  await dialog.getByText(/would change/).waitFor()
  await dialog.getByRole('textbox', {name: 'Reason'}).fill('their own reporter was there')
  await dialog.getByRole('button', {name: /^Rule/}).click()
  await page.getByRole('status').getByText('Saved: ').waitFor()
  const cut = async () => (await main()).origins.edges.filter(({ruled}) => ruled?.verdict === 'cut').length
  assert.equal(await cut(), 1)
  await row.waitFor({state: 'detached'})
  await press(page, 'z')
  await page.getByRole('status').getByText('Undone: ').waitFor()
  assert.equal(await cut(), 0)
  await row.waitFor()
  assert.deepEqual(faults, [])
})

test('in the workbench a tie that was cut stays in sight, and every plot is a table, an SVG and a PNG', {
  skip: skipped
}, async () => {
  const {id} = await main()
  const {page, faults} = await site!.visit(`/incidents/${id}`)
  await page.locator('figure.plot .layered-graph').waitFor()
  const plots = page.locator('figure.plot')
  const count = await plots.count()
  assert.ok(count >= 4, `${count}`)
  for (const plot of await plots.all()) {
    for (const [as, begins] of [
      ['SVG', '<svg'],
      ['PNG', '\x89PNG']
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        plot.getByRole('button', {name: `Save as ${as}`}).click()
      ])
      assert.equal(readFileSync(await file.path()).toString('latin1', 0, begins.length), begins)
    }
    await plot.getByRole('button', {name: 'Table'}).click()
    assert.ok((await plot.getByRole('row').count()) > 1)
    await plot.getByRole('button', {name: 'Drawing'}).click()
  }
  assert.deepEqual(faults, [])
})

for (const locale of ['en', 'ar'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no serious barrier among the sources: ${locale}, ${colorScheme}`, {skip: skipped}, async () => {
      const {rows} = await desk!.store.sources.list({sort: 'figures', order: 'down'}, {limit: 1, after: null})
      const {page, faults, barriers} = await site!.visit(`/sources/${rows[0]!.id}`, {locale, colorScheme})
      await page.getByRole('complementary').getByRole('heading').waitFor()
      assert.deepEqual(await barriers(), [])
      await press(page, '2')
      await page.locator('.layered-graph, p.text-ink-3').first().waitFor()
      assert.deepEqual(await barriers(), [])
      await page.goto(`${site!.url}incidents/${(await main()).id}`)
      await page.locator('.layered-graph').waitFor()
      assert.deepEqual(await barriers(), [])
      assert.deepEqual(faults, [])
    })
