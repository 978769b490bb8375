/**
 * From an empty store to a page that the public reads: by mouse, and again by keys alone.
 *
 * Bring in, look through the inbox, rule on a figure, have a colleague read it, publish, wait, read as the public does.
 */
import assert from 'node:assert/strict'
import test, {type TestContext} from 'node:test'
import type {Page} from 'playwright-core'
import {look} from '../../src/workflows/publications.ts'
import {emptyDesk, type TestDesk} from '../api/sample-desk.ts'
import {skipped, type Visitors, visitors} from './browser.ts'

const said = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).waitFor()

async function place(
  t: TestContext
): Promise<{desk: TestDesk; site: Visitors; later: (hours: number) => void}> {
  let now = new Date('2026-03-01T08:00:00Z')
  const desk = await emptyDesk(undefined, {clerk: {now: () => new Date(now.getTime())}})
  const site = await visitors(desk.api)
  t.after(async () => {
    await site.close()
    await desk.store.close()
  })
  return {
    desk,
    site,
    later(hours) {
      now = new Date(now.getTime() + hours * 3_600_000)
    }
  }
}

const largest = async ({store}: TestDesk) =>
  (await store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)[0]!

/** A colleague at another machine has read what stands there now. */
async function readElsewhere({store}: TestDesk, incident: string): Promise<void> {
  const digest = (await store.publications.states([incident])).get(incident)!
  await look(store.as('a colleague'), 'read', [{incident, digest}])
}

/** What a reader without an account finds. */
async function publicText(site: Visitors, id: string): Promise<string> {
  const {page, faults} = await site.visit(`/public/incidents/${id}/`)
  const text = await page.getByRole('main').innerText()
  assert.deepEqual(faults, [])
  await page.close()
  return text
}

test('by mouse, from the empty store to the public page', {skip: skipped}, async t => {
  const {desk, site, later} = await place(t)
  const {page, faults} = await site.visit('/')
  await page.getByRole('button', {name: 'Look at the sample dossier'}).click()
  const bar = page.getByRole('banner')
  const go = (name: string) => bar.getByRole('link', {name: new RegExp(`^${name}`)}).click()

  await page
    .getByRole('banner')
    .getByRole('link', {name: /^Inbox/})
    .waitFor({timeout: 120_000})
  await go('Inbox')
  await page.getByText('9 of 9').waitFor({timeout: 120_000})
  await page.getByRole('grid').getByText('Ministry denies deaths in Oruro march').click()
  await page
    .getByRole('complementary')
    .getByRole('button', {name: /^Accept/})
    .click()
  await said(page, 'Accepted: 1 report')
  await page.getByRole('button', {name: /^Accept the 7 scored/}).click()
  await said(page, /^Accepted: 7 reports/)

  const {id} = await largest(desk)
  await go('Incidents')
  await page.getByRole('link', {name: /Clash/}).click()
  await page.getByRole('grid').waitFor()
  await page.getByRole('gridcell', {name: /36/}).first().click()
  await page.getByRole('button', {name: /^Prefer/}).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/would change/).waitFor()
  await dialog.getByRole('button', {name: /^Rule/}).click()
  await said(page, 'Saved: preferred')

  await go('Publish')
  await page.getByRole('link', {name: /Clash/}).click()
  const main = page.getByRole('main')
  await main.getByText('nobody else has read this state').waitFor()
  await readElsewhere(desk, id)
  await main.getByText('this state was read by a colleague').waitFor()
  await main.getByRole('button', {name: /^Names are right/}).click()
  await main.getByText('looked through by').waitFor()
  await main.getByRole('button', {name: /^Publish/}).click()
  await dialog.getByText('It is public in 24 hours').waitFor()
  await dialog.getByRole('button', {name: /^Publish/}).click()
  await said(page, /^Published; public from/)

  assert.doesNotMatch(await publicText(site, id), /36/)
  later(25)
  const text = await publicText(site, id)
  assert.match(text, /Oruro/)
  assert.match(text, /36/)
  assert.deepEqual(faults, [])
})

test('by keys alone, from the empty store to the public page', {skip: skipped}, async t => {
  const {desk, site, later} = await place(t)
  const {page, faults} = await site.visit('/')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const sample = page.getByRole('button', {name: 'Look at the sample dossier'})
  await sample.waitFor()
  for (
    let tabs = 0;
    tabs < 30 && !(await sample.evaluate(button => button === document.activeElement));
    tabs++
  )
    await press('Tab')
  await press('Enter')

  await page
    .getByRole('banner')
    .getByRole('link', {name: /^Inbox/})
    .waitFor({timeout: 120_000})
  await page.getByRole('link', {name: /Clash/}).first().waitFor({timeout: 120_000})
  await press('g', 'i')
  await page.getByText('9 of 9').waitFor()
  await press('a')
  await said(page, 'Accepted: 1 report')
  await page.getByText('8 of 8').waitFor()
  await page.getByRole('button', {name: /^Accept the 7 scored/}).waitFor()
  await press('Shift+a')
  await said(page, 'Accepted: 7 reports')

  const {id} = await largest(desk)
  await press('g', 'w')
  await page.getByRole('heading', {name: 'Choose an incident'}).waitFor()
  await page.getByRole('link', {name: /Clash/}).waitFor()
  for (let rows = 0; rows < 3 && !page.url().includes(id); rows++) {
    const before = page.url()
    await press('j')
    await page.waitForURL(url => url.href !== before)
    await page.getByRole('grid').waitFor()
  }
  await page.getByRole('heading', {name: /Clash/}).waitFor()
  await press('p')
  await page
    .getByRole('dialog')
    .getByText(/would change/)
    .waitFor()
  await press('Enter')
  await said(page, 'Saved: preferred')
  await press('z')
  await said(page, /^Undone: preferred/)

  await press('g', 'p')
  await page.getByRole('heading', {name: 'Choose an incident'}).waitFor()
  await page.getByRole('navigation', {name: 'List'}).getByRole('link', {name: /Clash/}).waitFor()
  for (let rows = 0; rows < 3 && !page.url().includes(`/publish/${id}`); rows++) {
    const before = page.url()
    await press('j')
    await page.waitForURL(url => url.href !== before)
    await page.getByRole('heading', {name: 'Gate'}).waitFor()
  }
  const main = page.getByRole('main')
  await main.getByText('nobody else has read this state').waitFor()
  await readElsewhere(desk, id)
  await main.getByText('this state was read by a colleague').waitFor()
  await press('n')
  await main.getByText('looked through by').waitFor()
  await press('p')
  await page.getByRole('dialog').getByText('It is public in 24 hours').waitFor()
  await press('Enter')
  await said(page, /^Published; public from/)
  later(25)
  assert.match(await publicText(site, id), /Oruro/)
  assert.deepEqual(faults, [])
})
