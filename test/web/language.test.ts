import assert from 'node:assert/strict'
import test from 'node:test'
import type {Page} from 'playwright-core'
import {screens} from '../../web/src/app/screens.ts'
import {ar} from '../../web/src/messages/ar.ts'
import {en} from '../../web/src/messages/en.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {skipped, visitors} from './browser.ts'

const desk = skipped ? null : await sampleDesk()
const site = desk && (await visitors(desk.api))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

/** Its link in the bar is of the page that is shown. */
const shown = (page: Page, name: string) =>
  page.locator('nav a[aria-current=page]').filter({hasText: name}).waitFor()

test('the theme is chosen by keys from a menu that is loaded when it is opened, and the focus comes back', {
  skip: skipped
}, async () => {
  const {page, faults, barriers} = await site!.visit('/incidents')
  const button = page.getByRole('button', {name: en['frame.theme'], exact: true})
  await button.focus()
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('menuitemradio', {name: en['frame.theme.system'], exact: true})
  await chosen.waitFor()
  assert.equal(await chosen.getAttribute('aria-checked'), 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.deepEqual(await barriers(), [])
  await page.keyboard.press('Enter')
  await page.locator('html[data-theme=dark]').waitFor()
  await page.getByRole('menu').waitFor({state: 'detached'})
  assert.ok(await button.evaluate(element => element === document.activeElement))
  assert.deepEqual(faults, [])
})

test('every screen says its words, in the language that the page was changed to on another one', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/incidents')
  await shown(page, en['screen.incidents'])
  await page.getByRole('button', {name: en['frame.otherLanguage']}).click()
  await page.locator('html[lang=ar]').waitFor()
  for (const {key, name} of screens) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await shown(page, ar[name] as string)
    await says(page)
  }
  await page.getByRole('button', {name: ar['frame.otherLanguage'] as string}).click()
  await page.locator('html[lang=en]').waitFor()
  await shown(page, en['screen.people'])
  await says(page)
  assert.deepEqual(faults, [])
})

/** No message is missing: none would leave its key or nothing where it is to be read. */
async function says(page: Page): Promise<void> {
  // The store has answered, so that all of the screen is said.
  await page.waitForFunction(
    reading => {
      const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
      const text = panes.map(({innerText}) => innerText).join('\n')
      return text.length > 20 && !reading.some(words => text.includes(words))
    },
    [en['frame.reading'], ar['frame.reading'] as string]
  )
  const words = new Set((await page.locator('body').innerText()).split(/\s+/))
  assert.deepEqual(
    Object.keys(en).filter(key => key.includes('.') && words.has(key)),
    []
  )
  assert.ok(!words.has('undefined'))
}
