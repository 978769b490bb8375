import assert from 'node:assert/strict'
import test from 'node:test'
import type {Page} from 'playwright-core'
import type {CodedReport} from '../../src/model/contract.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {skipped, visitors} from './browser.ts'

const desk = skipped ? null : await sampleDesk(undefined, {paths: ['test/web/odd-reports.jsonl']})
const site = desk && (await visitors(desk.api))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

async function reportFrom(outlet: RegExp): Promise<CodedReport> {
  const found = (await desk!.store.listings.reports({}, {limit: 500, after: null})).rows.find(report =>
    outlet.test(report.outlet ?? '')
  )
  return (await desk!.store.report(found!.id))!
}

/** What is drawn under each name, as text, together. */
function drawn(page: Page, ...names: string[]): Promise<string[]> {
  return page.evaluate(
    wanted => wanted.flatMap(name => [...(CSS.highlights.get(name) ?? [])].map(String)).toSorted(),
    names
  )
}

const lines = ['happened', 'casualties', 'otherwise', 'unconfirmed', 'background']

test('every claim lies over its very words: CR LF, emoji, Arabic between English', {
  skip: skipped
}, async () => {
  const coded = await reportFrom(/Harbour/)
  const {page, faults} = await site!.visit(`/reports/${coded.report.id}`)
  await page.waitForFunction(() => (CSS.highlights.get('casualties')?.size ?? 0) > 0)
  assert.ok(coded.claims.length >= 3)
  assert.deepEqual(await drawn(page, ...lines), coded.claims.map(({quote}) => quote.text).toSorted())
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('.report-text [data-from]')].map(node => [
      Number((node as HTMLElement).dataset.from),
      node.textContent!,
      getComputedStyle(node).direction
    ])
  )
  for (const [from, words] of shown as [number, string, string][])
    assert.equal(coded.report.text.slice(from, from + words.length), words)
  assert.equal((shown as [number, string, string][]).find(([, words]) => words.startsWith('قال'))![2], 'rtl')
  // By keys through the claims, in the order of the text, each lit alone.
  for (const {quote} of coded.claims.toSorted((a, b) => a.quote.from - b.quote.from).slice(0, 3)) {
    await page.keyboard.press('n')
    await page.waitForFunction(text => [...(CSS.highlights.get('chosen') ?? [])].join() === text, quote.text)
  }
  // By mouse: a click on the words chooses their claim.
  const toll = coded.claims.find(({casualties}) => casualties?.count?.min === 3)!
  await page.keyboard.press('Escape')
  const spot = await page.evaluate(text => {
    const range = [...CSS.highlights.get('casualties')!].find(own => String(own) === text) as Range
    const {x, y, width, height} = range.getClientRects()[0]!
    return [x + width / 2, y + height / 2]
  }, toll.quote.text)
  await page.mouse.click(spot[0]!, spot[1]!)
  await page.waitForFunction(
    text => [...(CSS.highlights.get('chosen') ?? [])].join() === text,
    toll.quote.text
  )
  assert.deepEqual(faults, [])
})

test('words of Arabic are lit by their offsets, unbroken', {skip: skipped}, async () => {
  const coded = await reportFrom(/Harbour/)
  const words = 'شهود 😀 إن الحادث'
  const from = coded.report.text.indexOf(words)
  const claim = {
    ...coded.claims[0]!,
    id: 'c99',
    quote: {from, to: from + words.length, text: words},
    evidence: []
  }
  const {page} = await site!.visit('/reports')
  // As it will be once claims are read in Arabic.
  await page.route('**/api/reports/*', route => route.fulfill({json: {...coded, claims: [claim]}}))
  await page.goto(`${site!.url}reports/${coded.report.id}?claim=c99`)
  await page.waitForFunction(() => (CSS.highlights.get('chosen')?.size ?? 0) > 0)
  assert.deepEqual(await drawn(page, 'chosen'), [words])
  assert.equal(
    await page
      .locator('.report-text [data-from]', {hasText: 'شهود'})
      .evaluate(node => node.childNodes.length),
    1
  )
})

test('a hostile report is text: nothing of it runs, loads or turns the page around', {
  skip: skipped
}, async () => {
  const {report} = await reportFrom(/Bold/)
  for (const path of ['/reports', `/reports/${report.id}`, '/incidents']) {
    const {page, faults, barriers} = await site!.visit(path)
    await page
      .getByText(path === '/incidents' ? 'Samarra' : '<script>')
      .first()
      .waitFor()
    assert.equal(await page.title(), 'Dateline')
    assert.equal(
      await page.locator('#root :is(script, iframe, svg[onload], img, a[href^="javascript"])').count(),
      0
    )
    if (path.includes(report.id)) await page.getByText('U+202E').waitFor()
    assert.deepEqual(await barriers(), [])
    assert.deepEqual(faults, [])
  }
})

test('words that were selected by mouse or by keys become a claim, which is marked, edited and taken back', {
  skip: skipped
}, async () => {
  const coded = await reportFrom(/Harbour/)
  const {page, faults, barriers} = await site!.visit(`/reports/${coded.report.id}`)
  const rows = page.locator('aside ol > li')
  await page.waitForFunction(() => (CSS.highlights.get('casualties')?.size ?? 0) > 0)
  const before = coded.claims.length
  const dialog = page.getByRole('dialog')

  await page.keyboard.press('c')
  await page.getByText('Select words of the text first').waitFor()
  // By mouse: the words of a claim that was read, from its first to its last letter.
  const {quote} = coded.claims.find(({casualties}) => casualties?.count?.min === 3)!
  const [from, to] = await page.evaluate(words => {
    const range = [...CSS.highlights.get('casualties')!].find(own => String(own) === words) as Range
    const [first, last] = [range.getClientRects()[0]!, [...range.getClientRects()].at(-1)!]
    const middle = ({y, height}: DOMRect) => y + height / 2
    return [
      [first.x + 1, middle(first)],
      [last.x + last.width - 1, middle(last)]
    ] as const
  }, quote.text)
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, {steps: 5})
  await page.mouse.up()
  assert.equal(await page.evaluate(() => String(getSelection()).trim()), quote.text)
  await page.keyboard.press('c')
  await dialog.locator('mark').getByText(quote.text).waitFor()
  await dialog.getByLabel('What befell them').selectOption('injured')
  await dialog.getByLabel('How many, from').fill('8')
  await dialog.getByText('1 incident would change').waitFor()
  assert.deepEqual(await barriers(), [])
  await dialog.getByRole('button', {name: 'Add'}).click()
  await dialog.waitFor({state: 'detached'})
  await page.locator('aside .current').getByText('added by').waitFor()
  assert.equal(await rows.count(), before + 1)
  const [ruling] = (await desk!.store.rulings()).map(found => found.ruling)
  assert.deepEqual(ruling?.added?.claim.quote, quote)
  // The claim that was read over the same words is named beside it, and leads there.
  await page
    .locator('aside .current')
    .getByRole('button', {name: /Killed/})
    .click()
  await page.waitForFunction(text => [...(CSS.highlights.get('chosen') ?? [])].join() === text, quote.text)

  // Edited like any other, by keys.
  await page.getByRole('button', {name: '+ Injured', exact: true}).click()
  await page.keyboard.press('e')
  await dialog.getByText('These values count').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({state: 'detached'})
  await page.keyboard.press('z')
  await page.getByText(/Undone: added a claim/).waitFor()
  await page.waitForFunction(count => document.querySelectorAll('aside ol > li').length === count, before)

  // By keys alone: from the claim chosen, two words more, and one letter back.
  await page.keyboard.press('n')
  await page.waitForFunction(() => (CSS.highlights.get('chosen')?.size ?? 0) > 0)
  await page.keyboard.press('v')
  for (const key of ['Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Shift+ArrowLeft'])
    await page.keyboard.press(key)
  const selected = await page.evaluate(() => String(getSelection()))
  const first = coded.claims.toSorted((a, b) => a.quote.from - b.quote.from)[0]!
  assert.ok(coded.report.text.startsWith(selected, first.quote.from) && / /.test(selected), selected)
  await page.keyboard.press('c')
  await dialog.locator('mark').waitFor()
  assert.equal(await dialog.locator('mark').textContent(), selected.trim())
  await dialog.getByLabel('What befell them').waitFor()
  await dialog.getByText(/would change/).waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({state: 'detached'})
  await page.waitForFunction(count => document.querySelectorAll('aside ol > li').length === count, before + 1)
  await page.keyboard.press('z')
  await page.waitForFunction(count => document.querySelectorAll('aside ol > li').length === count, before)
  assert.deepEqual(faults, [])
})

test('the page as it was captured stands in a frame of its own that runs nothing; the facts of its capture beside it', {
  skip: skipped
}, async () => {
  const {report} = await reportFrom(/Bold/)
  const {page, faults, barriers} = await site!.visit(`/reports/${report.id}`)
  await page.getByText('<script>').first().waitFor()
  await page.keyboard.press('2')
  const frame = page.locator('iframe')
  await frame.waitFor()
  assert.equal(await frame.getAttribute('sandbox'), '')
  await page.frameLocator('iframe').getByText('<script>').first().waitFor()
  assert.deepEqual(await barriers(), [])
  await page.keyboard.press('3')
  await page.getByText('It came as a line of JSON').waitFor()
  assert.deepEqual(await barriers(), [])
  assert.deepEqual(faults, [])
})
