import assert from 'node:assert/strict'
import test from 'node:test'
import {PublicIncident} from '../../src/model/public-incident.ts'
import {privateNames} from './private-reports.ts'
import {publishedDesk, view} from './published-desk.ts'

const {store, ids} = await publishedDesk()
test.after(() => store.close())
const views = await Promise.all(ids.map(async id => (await view(store, id))!))

test('a public view holds what its shape names, and nothing else', () => {
  assert.ok(views.length > 0)
  for (const {incident} of views) {
    assert.deepEqual(PublicIncident.parse(incident), incident)
    assert.ok(incident.claims.length > 0)
    for (const {low, high, open, origins} of incident.figures) {
      assert.ok(low !== null && (high !== null || open))
      assert.ok(origins > 0)
    }
  }
})

test('no private name, contact, handle or exact coordinate is in it, in whatever field', () => {
  const all = JSON.stringify(views.map(({incident}) => incident))
  for (const name of privateNames) assert.ok(!all.toLowerCase().includes(name.toLowerCase()), name)
  assert.ok(!/@|\+591/.test(all.replaceAll(/"url":"[^"]*"/g, '')))
  for (const {incident} of views) {
    const {cell} = incident.place ?? {}
    if (cell) assert.ok(Math.abs((cell.lat * 100) % 5) < 1e-6 || cell.degrees < 0.1)
  }
  assert.ok(all.includes('[name]'))
})

test('an address that holds the name is not given', () => {
  const urls = views.flatMap(({incident}) => incident.reports.map(({url}) => url))
  assert.ok(urls.includes(null))
  assert.ok(urls.some(url => url !== null))
})

test('whoever checks the page sees which names are withheld, where and why; readers see how many', () => {
  const {withheld, incident} = views.find(own => own.withheld.some(({name}) => name.includes('Chuquimarca')))!
  assert.equal(incident.withheld, withheld.length)
  const [row] = withheld.filter(({name}) => name === 'Delfina Chuquimarca')
  assert.ok(row!.around.includes('Delfina Chuquimarca'))
  assert.equal(row!.restricted, false)
})

test('a name that is cleared is shown, on this incident alone; one that is restricted never is', async () => {
  const [first] = views.filter(own => own.withheld.some(({name}) => name === 'Delfina Chuquimarca'))
  const {id} = first!.incident
  const words = async () => (await view(store, id))!.incident.claims.map(({words}) => words).join('\n')
  const {id: cleared} = await store.access.clearedNames.add(
    'Delfina Chuquimarca',
    id,
    'she asked for it',
    'ada'
  )
  assert.match(await words(), /Chuquimarca/)
  const {id: restricted} = await store.access.restrictedNames.add('Delfina Chuquimarca', 'a minor', 'ada')
  assert.doesNotMatch(await words(), /Chuquimarca/)
  await store.access.restrictedNames.free(restricted)
  assert.match(await words(), /Chuquimarca/)
  assert.ok(await store.access.clearedNames.remove(cleared))
  assert.doesNotMatch(await words(), /Chuquimarca/)
  const told = (await store.auditOf(`name ${cleared}`)).map(({action}) => action)
  assert.deepEqual(told.sort(), ['clear name', 'withhold name'])
})

test('claims in words that describe bodies or wounds are marked', () => {
  const claims = views.flatMap(({incident}) => incident.claims)
  assert.ok(claims.some(({graphic, words}) => graphic && /charred|mutilated/i.test(words)))
  assert.ok(claims.some(({graphic}) => !graphic))
})
