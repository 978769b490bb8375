import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import type {Page} from 'playwright-core'
import type {ExploredIncidents} from '../../src/model/explored.ts'
import {xOf, yOf} from '../../web/src/screens/explore/map-marks.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {skipped, visitors} from './browser.ts'
import {fillWithIncidents} from './many-incidents.ts'

const desk = skipped ? null : await sampleDesk()
// The sample has few places: besides it, incidents all over the world and over five years.
if (desk) await fillWithIncidents(desk.store, 300)
const site = desk && (await visitors(desk.api))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

const explored = async (query: string) =>
  (await (await desk!.api.request(`/api/explore/incidents?${query}`)).json()) as ExploredIncidents
const totalShown = (page: Page, total: number) =>
  page.getByRole('complementary').getByText(`${total} of ${total}`, {exact: true}).waitFor()
/** The map has drawn its land. */
const drawn = (page: Page) =>
  page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map-marks')
    return (
      canvas &&
      canvas.width > 300 &&
      canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)
    )
  })
const query = (page: Page) => new URL(page.url()).searchParams

test('by keys: map, time and list show one set; an incident is walked to, opened, and come back from', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/reports')
  await page.getByRole('navigation', {name: 'Reports'}).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  const {total, id} = await explored('')
  await totalShown(page, total)
  await drawn(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.waitForURL(url => url.searchParams.get('at') === id[1])
  await page.locator('[data-index="1"] [aria-current="true"]').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(url => url.pathname === `/incidents/${id[1]}`)
  await page.goBack()
  await page.locator('[data-index="1"] [aria-current="true"]').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForURL(url => !url.searchParams.has('at'))
  assert.deepEqual(faults, [])
})

test('the window in time is moved by keys and drawn by mouse, and narrows the whole set', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/explore')
  await totalShown(page, (await explored('')).total)
  const slider = page.getByRole('slider', {name: 'Window in time'})
  const narrowed = async () => {
    const [since, until] = [query(page).get('since'), query(page).get('until')]
    const {total} = await explored(`since=${since}&until=${until}`)
    await totalShown(page, total)
    return total
  }
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/since=/)
  const first = query(page).get('until')!
  await narrowed()
  await page.keyboard.press('Shift+ArrowRight')
  await page.waitForURL(url => url.searchParams.get('until')! > first)
  await narrowed()
  const since = query(page).get('since')!
  await page.keyboard.press(']')
  await page.waitForURL(url => url.searchParams.get('since')! > since)
  await narrowed()
  await page.keyboard.press('Escape')
  await page.waitForURL(url => !url.searchParams.has('since'))
  const box = (await slider.boundingBox())!
  await page.mouse.move(box.x + box.width * 0.4, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + 30, {steps: 4})
  await page.mouse.up()
  await page.waitForURL(/since=/)
  const total = await narrowed()
  assert.ok(total > 0)
  await page.getByRole('button', {name: 'Show all time'}).click()
  await totalShown(page, (await explored('')).total)
  await page.getByRole('button', {name: 'Table'}).click()
  await page.getByRole('columnheader', {name: 'Contested'}).waitFor()
  assert.deepEqual(faults, [])
})

test('the plot of time is saved as SVG and as PNG', {skip: skipped}, async () => {
  const {page, faults} = await site!.visit('/explore')
  await page.locator('svg.time-plot .incidents').first().waitFor()
  for (const [as, begins] of [
    ['SVG', '<svg'],
    ['PNG', '\x89PNG']
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', {name: `Save as ${as}`}).click()
    ])
    assert.equal(file.suggestedFilename(), `incidents-in-time.${as.toLowerCase()}`)
    assert.equal(readFileSync(await file.path()).toString('latin1', 0, begins.length), begins)
  }
  assert.deepEqual(faults, [])
})

test('incidents that no map can show are counted, and listed alone', {skip: skipped}, async () => {
  const {total, placed} = await explored('')
  const {page, faults} = await site!.visit('/explore')
  await page.getByText(`${total - placed} of ${total} have no place`).waitFor()
  await page.keyboard.press('n')
  await totalShown(page, total - placed)
  await page.getByRole('button', {name: 'Show all again'}).click()
  await totalShown(page, total)
  assert.deepEqual(faults, [])
})

test('a mark on the map is chosen with the mouse, and stands in the list; those of one place fan out', {
  skip: skipped
}, async () => {
  const {id} = await explored('place=Oruro')
  assert.ok(id.length > 1)
  const {page, faults} = await site!.visit('/explore?place=Oruro')
  await totalShown(page, id.length)
  await drawn(page)
  const {x, y, width, height} = (await page.locator('.map').boundingBox())!
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  await page.mouse.move(middleX, middleY)
  await page.locator('.map-tip').getByText(`${id.length} incidents`).waitFor()
  await page.mouse.click(middleX, middleY)
  await page.waitForURL(url => url.searchParams.get('at') === id[0])
  await page.locator('[data-index="0"] [aria-current="true"]').waitFor()
  // The first of a fan stands above the place, the others go round.
  await page.mouse.move(middleX, middleY + 44)
  await page.locator('.map-tip').waitFor()
  await page.mouse.click(middleX, middleY + 44)
  await page.waitForURL(url => url.searchParams.get('at') === id[Math.round(id.length / 2)])
  assert.deepEqual(faults, [])
})

test('only what the map shows: its view becomes a filter of all', {skip: skipped}, async () => {
  const {page, faults} = await site!.visit('/explore?view=48,10,4')
  await drawn(page)
  await page.keyboard.press('v')
  await page.waitForURL(/bbox=/)
  const {total} = await explored(`bbox=${query(page).get('bbox')}`)
  assert.ok(total > 0 && total < (await explored('')).total)
  await totalShown(page, total)
  await page.keyboard.press('v')
  await totalShown(page, (await explored('')).total)
  assert.deepEqual(faults, [])
})

test('land is drawn where it is, on both sides of 180 degrees, and the sea is left out', {
  skip: skipped
}, async () => {
  const [lat, lon, zoom] = [66, 180, 4] as const
  const {page, faults} = await site!.visit(`/explore?view=${lat},${lon},${zoom}&place=Oruro`)
  await drawn(page)
  const isLand = (toLat: number, toLon: number) =>
    page.evaluate(
      ([x, y]) => {
        const canvas = document.querySelector<HTMLCanvasElement>('.map-marks')!
        const at = (middle: number, by: number) => Math.round(middle / 2 + by * devicePixelRatio)
        return (
          canvas
            .getContext('2d')!
            .getImageData(at(canvas.width, x!), at(canvas.height, y!), 1, 1)
            .data.at(3) === 255
        )
      },
      [(xOf(toLon) - xOf(lon)) * 512 * 2 ** zoom, (yOf(toLat) - yOf(lat)) * 512 * 2 ** zoom]
    )
  assert.deepEqual(await Promise.all([isLand(67, 177), isLand(67, 182), isLand(64.6, 188)]), [
    true,
    true,
    false
  ])
  assert.deepEqual(faults, [])
})

test('a browser without WebGL says so, and shows time and list', {skip: skipped}, async () => {
  const flat = await visitors(desk!.api, ['--disable-3d-apis'])
  try {
    const {page, faults, barriers} = await flat.visit('/explore')
    await page.getByText('This browser draws no map').waitFor()
    await totalShown(page, (await explored('')).total)
    await page.getByRole('slider', {name: 'Window in time'}).waitFor()
    await page.keyboard.press('j')
    await page.locator('[data-index="0"] [aria-current="true"]').waitFor()
    assert.deepEqual(await barriers(), [])
    assert.deepEqual(
      faults.filter(fault => !/webgl/i.test(fault)),
      []
    )
  } finally {
    await flat.close()
  }
})

for (const locale of ['en', 'ar'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no serious barrier on the map's screen: ${locale}, ${colorScheme}`, {skip: skipped}, async () => {
      const {page, faults, barriers} = await site!.visit('/explore?place=Oruro', {locale, colorScheme})
      await page.getByRole('slider').waitFor()
      await drawn(page)
      await page.keyboard.press('j')
      await page.locator('[aria-current="true"]').first().waitFor()
      assert.deepEqual(await barriers(), [])
      assert.equal(
        await page.evaluate(() => getComputedStyle(document.querySelector('.map')!).direction),
        'ltr'
      )
      assert.deepEqual(faults, [])
    })
