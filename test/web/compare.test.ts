import assert from 'node:assert/strict'
import test from 'node:test'
import type {Page} from 'playwright-core'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {sharedBy, slotsOf} from '../../web/src/screens/compare/slots.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {skipped, visitors} from './browser.ts'

/** Two attacks of one day in Kano, told apart; near Jos and near Maiduguri two each, which may be one or two. */
const desk = skipped ? null : await sampleDesk(undefined, {paths: ['test/web/near-reports.jsonl']})
const site = desk && (await visitors(desk.api))
test.after(async () => {
  await site?.close()
  await desk?.store.close()
})

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function incidentsAt(place: string): Promise<LinkedIncident[]> {
  const all = await desk!.store.incidents()
  return all.filter(incident => incident.place?.name === place).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Both of Kano in the order of their days of publication: the bomb first. */
async function kano(): Promise<string[]> {
  const found = await incidentsAt('Kano')
  return found.toSorted((a, b) => (a.type < b.type ? -1 : 1)).map(({id}) => id)
}

const sizes = async (place: string) =>
  (await incidentsAt(place)).map(({reports}) => reports.length).toSorted((a, b) => a - b)

test('slots: what agrees, what can both be true, what cannot, and silence', {skip: skipped}, async () => {
  const [one, other] = (await incidentsAt('Jos')) as [LinkedIncident, LinkedIncident]
  const standings = (a: LinkedIncident, b: LinkedIncident) =>
    Object.fromEntries(slotsOf([a, b]).map(({id, standing}) => [id, standing]))
  const found = standings(one, other)
  assert.equal(found['fact.where'], 'same')
  assert.equal(found['fact.when'], 'differs')
  assert.equal(found['fact.what'], 'possible')
  assert.equal(found['figure.killed'], 'same')
  assert.ok(Object.values(standings(one, one)).every(standing => standing === 'same'))
  const silent = {...other, place: null, assessments: {}}
  assert.equal(standings(one, silent)['fact.where'], 'open')
  assert.equal(standings(one, silent)['figure.killed'], 'open')
  const killed = one.assessments.dateline!.killed!
  const more = {...one, assessments: {dateline: {killed: {...killed, low: 6, best: 6, high: 8}}}}
  assert.equal(standings(one, more)['figure.killed'], 'differs')
  const open = {...one, assessments: {dateline: {killed: {...killed, low: 3, high: 4, open: true}}}}
  assert.equal(standings(one, open)['figure.killed'], 'possible')
  const far = {...one, place: {...one.place!, gazetteerId: null, lat: one.place!.lat! + 3}}
  assert.equal(standings(one, far)['fact.where'], 'differs')
  // Of three the two that are furthest apart decide.
  assert.equal(slotsOf([one, one, more]).find(({id}) => id === 'figure.killed')!.standing, 'differs')

  const [bomb, shots] = (await Promise.all((await kano()).map(id => desk!.store.incident(id)))) as [
    LinkedIncident,
    LinkedIncident
  ]
  assert.deepEqual(sharedBy([bomb, shots]).outlets, [])
  assert.deepEqual(sharedBy([one, other]).reports, [])
  assert.equal(sharedBy([one, one]).reports.length, one.reports.length)
})

test('by mouse: a pair is told apart, the next is shown, and undo brings it back', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/compare')
  await page.getByText('2 of 2 pairs').waitFor()
  await page.getByRole('link', {name: /Jos.*Jos/}).click()
  await page.getByRole('table', {name: 'Incidents side by side'}).waitFor()
  await page.getByText('both are placed at Jos').first().waitFor()
  await page.getByRole('button', {name: /^Not the same/}).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('No incident would change').waitFor()
  await dialog.getByRole('button', {name: /^Rule/}).click()
  await page.getByRole('status').getByText('Saved: not the same').waitFor()
  await page.getByText('1 of 1 pair').waitFor()
  await page
    .getByRole('columnheader', {name: /Maiduguri/})
    .first()
    .waitFor()
  await press(page, 'z')
  await page.getByRole('status').getByText('Undone: not the same').waitFor()
  await page.getByText('2 of 2 pairs').waitFor()
  assert.deepEqual(faults, [])
})

test('by keys: the nearest is merged after its preview, undone; tied as one chain, undone', {
  skip: skipped
}, async () => {
  const {page, faults} = await site!.visit('/compare')
  await page.getByText('2 of 2 pairs').waitFor()
  await press(page, 'j')
  await page.getByRole('table', {name: 'Incidents side by side'}).waitFor()
  await press(page, 'm')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 incidents would change').waitFor()
  await dialog.getByText('this incident is no more').waitFor()
  await press(page, 'Enter')
  const told = page.getByRole('status')
  await told.getByText('Saved: merged').waitFor()
  await page.getByText('1 of 1 pair').waitFor()
  await press(page, 'z')
  await told.getByText('Undone: merged').waitFor()
  await page.getByText('2 of 2 pairs').waitFor()
  await press(page, 'c')
  await dialog.getByText('incidents would change').waitFor()
  await press(page, 'Enter')
  await told.getByText('Saved: one chain of events').waitFor()
  await page.getByText('1 of 1 pair').waitFor()
  await press(page, 'z')
  await told.getByText('Undone: one chain of events').waitFor()
  assert.deepEqual(faults, [])
})

test('reports are moved by keys and split off by dragging, each undone in one step', {
  skip: skipped
}, async () => {
  const ids = await kano()
  const {page, faults} = await site!.visit(`/compare?ids=${ids.join()}`)
  const bomb = page.getByRole('grid', {name: 'What is told of A'})
  await bomb.getByRole('row').first().waitFor()
  const told = page.getByRole('status')
  const dialog = page.getByRole('dialog')
  // The first press goes to the reports, the second selects.
  await press(page, 'x', 'x')
  await page.getByText('1 report selected').waitFor()
  await press(page, 'v')
  await dialog.getByText('This report tells of B').waitFor()
  await dialog.getByText('incidents would change').waitFor()
  await press(page, 'Enter')
  await told.getByText('Saved: linked').waitFor()
  assert.deepEqual(await sizes('Kano'), [1, 3])
  await press(page, 'z')
  await told.getByText('Undone: linked').waitFor()
  assert.deepEqual(await sizes('Kano'), [2, 2])

  const second = page.getByRole('grid', {name: 'What is told of B'}).getByRole('row').nth(1)
  await second.waitFor()
  await second.dragTo(page.getByText('Drop reports or claims here to split them off'))
  await dialog.getByText('This report tells of another incident').waitFor()
  await dialog.getByText('new incident').waitFor()
  await dialog.getByRole('button', {name: /^Rule/}).click()
  await told.getByText('Saved: split').waitFor()
  assert.deepEqual(await sizes('Kano'), [1, 1, 2])
  await press(page, 'z')
  await told.getByText('Undone: split').waitFor()
  assert.deepEqual(await sizes('Kano'), [2, 2])

  // Dragging by keys: to the handle, up, and down where the first place to drop is.
  await bomb.getByRole('row').first().focus()
  await press(page, 'ArrowRight')
  await page.locator('.grip:focus').waitFor()
  await press(page, 'Enter')
  await page.locator('.new-incident[data-drop-target]').waitFor()
  await press(page, 'Enter')
  await dialog.getByText('This report tells of another incident').waitFor()
  await press(page, 'Escape')
  await dialog.waitFor({state: 'detached'})
  assert.deepEqual(await sizes('Kano'), [2, 2])
  assert.deepEqual(faults, [])
})

test('single claims are moved by keys and split off by dragging, each undone in one step', {
  skip: skipped
}, async () => {
  const ids = await kano()
  const {page, faults} = await site!.visit(`/compare?ids=${ids.join()}`)
  const bomb = page.getByRole('grid', {name: 'What is told of A'})
  await bomb.getByRole('row').first().waitFor()
  const told = page.getByRole('status')
  const dialog = page.getByRole('dialog')
  const killed = async () =>
    (await incidentsAt('Kano'))
      .map(({claims}) => claims.filter(({casualties}) => casualties?.outcome === 'killed').length)
      .toSorted((a, b) => a - b)
  const before = await killed()
  // The first press goes to the reports, the second shows the claims of the one that has the focus.
  await press(page, 'f', 'f')
  const claims = page.locator('.telling.of-report')
  await claims.first().waitFor()
  const figure = claims.filter({hasText: 'Killed'}).first()
  await figure.focus()
  await press(page, 'x')
  await page.getByText('1 claim selected').waitFor()
  await press(page, 'v')
  await dialog.getByText('This claim is of B').waitFor()
  await dialog.getByText('incidents would change').waitFor()
  await press(page, 'Enter')
  await told.getByText('Saved: claims moved').waitFor()
  assert.deepEqual(
    await killed(),
    [before[0]! - 1, before[1]! + 1].toSorted((a, b) => a - b)
  )
  await page.getByText('also tells of').first().waitFor()
  await press(page, 'z')
  await told.getByText('Undone: claims moved').waitFor()
  assert.deepEqual(await killed(), before)

  await page.goto(`${site!.url}compare?ids=${ids.join()}`)
  await page
    .getByRole('button', {name: /^\d+ claims/})
    .first()
    .click()
  await claims.first().waitFor()
  await claims
    .filter({hasText: 'Killed'})
    .first()
    .dragTo(page.getByText('Drop reports or claims here to split them off'))
  await dialog.getByText('This claim is of another incident').waitFor()
  await dialog.getByText('new incident').waitFor()
  await dialog.getByRole('button', {name: /^Rule/}).click()
  await told.getByText('Saved: claims moved').waitFor()
  assert.equal((await incidentsAt('Kano')).length, 3)
  await press(page, 'z')
  await told.getByText('Undone: claims moved').waitFor()
  assert.deepEqual(await killed(), before)
  assert.deepEqual(faults, [])
})

test('two at once: who comes second is told so and asked again; nothing is overwritten', {
  skip: skipped
}, async () => {
  const [one, other] = (await incidentsAt('Maiduguri')) as [LinkedIncident, LinkedIncident]
  const {page, faults} = await site!.visit(`/compare?ids=${one.id},${other.id}`)
  await page.getByRole('table', {name: 'Incidents side by side'}).waitFor()
  await press(page, 'm')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 incidents would change').waitFor()
  const faster = await desk!.api.request('/api/rulings', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({
      kind: 'reject',
      on: [`${other.id}/${other.accounts[0]!.id}`],
      reason: 'another office'
    })
  })
  assert.equal(faster.status, 200)
  await press(page, 'Enter')
  await dialog.getByText('It has changed since you read it').waitFor()
  assert.equal((await incidentsAt('Maiduguri')).length, 2)
  await dialog.getByRole('button', {name: 'Look again and decide'}).click()
  await dialog.getByRole('button', {name: /^Rule/}).click()
  await page.getByRole('status').getByText('Saved: merged').waitFor()
  await press(page, 'z')
  await page.getByRole('status').getByText('Undone: merged').waitFor()
  await press(page, 'z')
  await page.getByRole('status').getByText('Undone: rejected').waitFor()
  assert.deepEqual(faults, [])
})

test('two at once move claims: who comes second sees that it changed, and moves nothing of it unasked', {
  skip: skipped
}, async () => {
  const ids = await kano()
  const {page, faults} = await site!.visit(`/compare?ids=${ids.join()}`)
  await page.getByRole('grid', {name: 'What is told of A'}).getByRole('row').first().waitFor()
  const dialog = page.getByRole('dialog')
  const told = page.getByRole('status')
  await press(page, 'f', 'f')
  const figure = page.locator('.telling.of-report').filter({hasText: 'Killed'}).first()
  await figure.waitFor()
  await figure.focus()
  await press(page, 'x')
  await page.getByText('1 claim selected').waitFor()
  await press(page, 'v')
  await dialog.getByText('incidents would change').waitFor()
  const shown = await desk!.store.incident(ids[0]!)
  const first = shown!.claims.find(({casualties}) => casualties?.outcome === 'killed')!
  const faster = await desk!.api.request('/api/rulings', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({kind: 'move', on: [first.key, 'new'], reason: 'another square'})
  })
  assert.equal(faster.status, 200, await faster.text())
  const held = async () =>
    (await incidentsAt('Kano')).map(({claims}) => claims.map(({key}) => key).toSorted())
  const before = await held()
  await press(page, 'Enter')
  await dialog.getByText('It has changed since you read it').waitFor()
  assert.deepEqual(await held(), before)
  await press(page, 'Escape')
  await dialog.waitFor({state: 'detached'})
  await press(page, 'z')
  await told.getByText('Undone: claims moved').waitFor()
  assert.deepEqual(faults, [])
})

test('from the list of incidents: sorted, selected by key and by mouse, compared', {
  skip: skipped
}, async () => {
  // Wide enough for the list beside an incident.
  const {page, faults} = await site!.visit('/incidents?order=killed', {viewport: {width: 1680, height: 900}})
  const list = page.getByRole('navigation', {name: 'List'})
  await list.getByRole('link', {name: /Shooting/}).waitFor()
  assert.match((await list.getByRole('link').first().textContent())!, /Shooting/)
  await press(page, 'j', 'x')
  await list.getByText('1 selected').waitFor()
  await page.getByRole('status').getByText('1 selected').waitFor()
  await list.getByRole('checkbox', {name: /Bombing/}).click()
  await list.getByText('2 selected').waitFor()
  await press(page, 'm')
  await page.getByRole('columnheader', {name: /Bombing/}).waitFor()
  await page.getByRole('columnheader', {name: /Shooting/}).waitFor()
  // From one incident alone: what is near it.
  const [jos] = await incidentsAt('Jos')
  await page.goto(`${site!.url}incidents/${jos!.id}`)
  await page.getByRole('grid').waitFor()
  await press(page, 'm')
  await page.getByText('1 of 1 incident near it').waitFor()
  await page.getByRole('link', {name: /Jos/}).first().click()
  await page.getByRole('table', {name: 'Incidents side by side'}).waitFor()
  assert.deepEqual(faults, [])
})

for (const locale of ['en', 'ar'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no serious barrier: ${locale}, ${colorScheme}`, {skip: skipped}, async () => {
      const {page, faults, barriers} = await site!.visit(`/compare?ids=${(await kano()).join()}`, {
        locale,
        colorScheme
      })
      await page.getByRole('row').first().waitFor()
      await page.locator('.telling').first().waitFor()
      assert.deepEqual(await barriers(), [])
      await press(page, 'n')
      await page.getByRole('dialog').waitFor()
      assert.deepEqual(await barriers(), [])
      assert.deepEqual(faults, [])
    })
