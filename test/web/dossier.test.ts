/** The dossier in a browser and on paper: it asks nobody, shuts nobody out, and nothing of a report comes alive in it. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import {sampleDesk} from '../api/sample-desk.ts'
import {dossierOf} from '../workflows/dossier-of.ts'
import {skipped, visitors} from './browser.ts'

const pages = new Map<string, string>()
const desk = skipped ? null : await sampleDesk()
const odd = skipped ? null : await sampleDesk(undefined, {paths: ['test/web/odd-reports.jsonl']})
if (desk && odd) {
  for (const language of ['en', 'ar'] as const)
    pages.set(`/${language}`, await dossierOf(desk.store, {language}))
  pages.set('/odd', await dossierOf(odd.store, {graphic: true}))
}
/** As a file on a disk: without a policy but its own. */
const site =
  desk &&
  (await visitors({
    fetch: request => {
      const page = pages.get(new URL(request.url).pathname)
      return new Response(page ?? 'nothing', {
        status: page ? 200 : 404,
        headers: {'content-type': 'text/html; charset=utf-8'}
      })
    }
  }))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
  await odd?.store.close()
})

for (const [language, colorScheme] of [
  ['en', 'light'],
  ['ar', 'dark']
] as const)
  test(`${language}, ${colorScheme}: no barrier, nothing asked, nothing wider than a phone`, {
    skip: skipped
  }, async () => {
    const asked: string[] = []
    const {page, faults, barriers} = await site!.visit(`/${language}`, {colorScheme})
    page.on('request', request => asked.push(request.url()))
    await page.setViewportSize({width: 400, height: 800})
    assert.deepEqual(await barriers(), [])
    assert.ok(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 400)
    await page.locator('.contents a').first().click()
    assert.match(page.url(), /#[0-9a-f]{12}$/)
    assert.deepEqual([asked, faults], [[], []])
  })

test('on paper: black on white, no wider than the sheet, with its head and numbers on each page', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/en', {colorScheme: 'dark'})
  await page.emulateMedia({media: 'print', colorScheme: 'dark'})
  // A4 less its margins, at 96 dots to the inch.
  await page.setViewportSize({width: 672, height: 960})
  const [ink, surface, width] = (await page.evaluate(`[
    getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor,
    document.documentElement.scrollWidth]`)) as [string, string, number]
  assert.deepEqual([ink, surface], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  assert.ok(width <= 672, `${width}`)
  assert.match(pages.get('/en')!, /@page \{[^}]*@top-left \{ content: "Dossier/)
  assert.match(pages.get('/ar')!, /@bottom-left \{ content: counter\(page, arabic-indic\)/)
  for (const format of ['A4', 'Letter'] as const)
    assert.match((await page.pdf({format})).subarray(0, 5).toString('latin1'), /%PDF-/)
  assert.deepEqual(faults, [])
})

test('what hostile reports carry is text', {skip: skipped}, async () => {
  const {page, faults} = await site!.visit('/odd')
  let talked = false
  page.on('dialog', dialog => {
    talked = true
    void dialog.dismiss()
  })
  await page.getByText('How this was made').waitFor()
  const [title, made, links] = (await page.evaluate(`[
    document.title,
    document.querySelectorAll('script, iframe, img, object, form, main style, main [onload], main [onerror]').length,
    [...document.links].map(({href}) => href).filter(href => !/^https?:/.test(href))]`)) as [
    string,
    number,
    string[]
  ]
  assert.match(title, /^Dossier · /)
  assert.deepEqual([made, links, talked, faults], [0, [], false, []])
  assert.ok(pages.get('/odd')!.includes('&lt;script&gt;'))
})

test('by a key the app saves it, in the language of the page', {skip: skipped}, async () => {
  const app = await visitors(desk!.api)
  try {
    const [incident] = await desk!.store.incidents()
    const {page, faults} = await app.visit(`/incidents/${incident!.id}`, {locale: 'ar'})
    await page.getByRole('button', {name: 'ملف الحادث'}).waitFor()
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('d')])
    assert.equal(saved.suggestedFilename(), `dossier-${incident!.id}.html`)
    assert.match(readFileSync(await saved.path(), 'utf8'), /<html lang="ar" dir="rtl">/)
    assert.deepEqual(faults, [])
  } finally {
    await app.close()
  }
})
