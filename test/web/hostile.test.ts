/** Reports that carry scripts, pictures, frames, links of scripts, formulas and turned text are text on every screen (SAFETY H5, H6). */
import assert from 'node:assert/strict'
import test from 'node:test'
import {publish} from '../../src/workflows/publications.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {view} from '../workflows/published-desk.ts'
import {skipped, visitors} from './browser.ts'

let now = new Date('2026-03-01T08:00:00Z')
const desk = skipped
  ? null
  : await sampleDesk(undefined, {
      paths: ['test/web/odd-reports.jsonl'],
      clerk: {now: () => new Date(now.getTime())}
    })
const site = desk && (await visitors(desk.api))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

/** What a report could have brought to life. */
const alive = () => ({
  title: document.title,
  links: [...document.links].map(({href}) => href).filter(href => !/^(?:https?|mailto|blob):/.test(href)),
  made: document.querySelectorAll(
    'main svg[onload], main img[onerror], main iframe[src^="https"], main script'
  ).length
})

const incidents = (await desk?.store.incidents()) ?? []
const hostile = incidents.flatMap(({reports}) => reports).find(({title}) => title?.startsWith('<script>'))
const screens = {
  inbox: '/inbox',
  reports: '/reports',
  'a report': `/reports/${hostile?.id}`,
  incidents: '/incidents',
  'an incident': `/incidents/${incidents.find(({reports}) => reports.some(({id}) => id === hostile?.id))?.id}`,
  compare: `/compare?ids=${incidents.map(({id}) => id).join()}`,
  explore: '/explore',
  sources: '/sources',
  publish: '/publish'
}

for (const [screen, path] of Object.entries(screens))
  test(`${screen}: nothing of a report comes alive`, {skip: skipped}, async () => {
    const {page, faults} = await site!.visit(path)
    let asked = false
    page.on('dialog', dialog => {
      asked = true
      void dialog.dismiss()
    })
    await page
      .getByText(/Samarra|<b>Bold<\/b>|<script>|b\/hostile/)
      .first()
      .waitFor()
    const {title, links, made} = await page.evaluate(alive)
    assert.match(title, /Dateline/)
    assert.deepEqual([links, made, asked], [[], 0, false])
    assert.deepEqual(faults, [])
  })

test('the public page: the words stand there, and nothing of them runs', {skip: skipped}, async () => {
  const {store} = desk!
  const {rows} = await store.listings.incidents({}, {limit: 10, after: null})
  for (const {id} of rows) await publish(store, view, id, {note: null, override: 'a test'})
  now = new Date(now.getTime() + 25 * 3_600_000)
  for (const {id} of rows) {
    const {page, faults} = await site!.visit(`/public/incidents/${id}/`)
    await page.getByRole('main').waitFor()
    const {title, links, made} = await page.evaluate(alive)
    assert.doesNotMatch(title, /taken/)
    assert.deepEqual([links, made, faults], [[], 0, []])
  }
})
