/** Each sign has an example and a counterexample. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {compare} from '../../src/link/compare.ts'
import {daySign} from '../../src/link/day-signs.ts'
import {figureSigns} from '../../src/link/figure-signs.ts'
import {placeSign} from '../../src/link/place-signs.ts'
import type {Telling, TellingPlace} from '../../src/model/telling.ts'
import {madeUpTelling} from './made-up-tellings.ts'

const town = madeUpTelling('a/i1').place!
const place = (over: Partial<TellingPlace>) =>
  madeUpTelling('b/i1', {place: {...town, gazetteerId: 'other', admin1: null, ...over}})
const north = (km: number): Partial<TellingPlace> => ({name: 'Elsewhere', lat: town.lat! + km / 111.2})

test('places', () => {
  const signs: [Partial<TellingPlace>, string][] = [
    [{gazetteerId: town.gazetteerId}, 'place-same'],
    [{...north(2), precision: 'site'}, 'place-near'],
    [{...north(30), precision: 'site'}, 'place-far'],
    [{...north(9)}, 'place-beside'],
    [{...north(40)}, 'place-far'],
    [{...north(90), precision: 'admin1', name: 'Oruro'}, 'place-within'],
    [{...north(60), precision: 'area'}, 'place-around'],
    [{...north(120), precision: 'area'}, 'place-far'],
    [{lat: null, lon: null, gazetteerId: null, country: null}, 'place-same'],
    [{precision: 'country', lat: -17, lon: -65, admin1: null}, 'place-country'],
    [{precision: 'country', country: 'PE'}, 'place-far'],
    [{name: 'Mill Bridge', lat: null, lon: null, gazetteerId: null}, 'place-unknown'],
    [{name: 'Mill Bridge', lat: null, lon: null, gazetteerId: null, country: 'PE'}, 'place-far']
  ]
  for (const [over, id] of signs) {
    assert.equal(placeSign(madeUpTelling('a/i1'), place(over)).id, id, JSON.stringify(over))
    assert.equal(placeSign(place(over), madeUpTelling('a/i1')).id, id, JSON.stringify(over))
  }
})

test('a city with the name of its province holds its quarters', () => {
  const quarter = place({...north(12), admin1: 'Oruro'})
  assert.equal(placeSign(madeUpTelling('a/i1'), quarter).id, 'place-within')
  assert.equal(placeSign(madeUpTelling('a/i1'), place({...north(12), admin1: 'Potosí'})).id, 'place-beside')
})

test('a part of a country reaches from some way short of its middle to the border', () => {
  const north = (lat: number) => {
    const part = {name: 'northern Bolivia', precision: 'area', gazetteerId: 'part:BO/north', lat} as const
    return placeSign(madeUpTelling('a/i1'), place(part)).id
  }
  assert.equal(north(town.lat! - 4), 'place-around')
  assert.equal(north(town.lat! + 1), 'place-around')
  assert.equal(north(town.lat! + 2), 'place-far')
})

test('a name that no gazetteer has lies where the other report puts it', () => {
  const bridge = place({name: 'Mill Bridge', lat: null, lon: null, gazetteerId: null, country: null})
  assert.equal(placeSign(madeUpTelling('a/i1', {sites: ['mill bridge']}), bridge).id, 'place-within')
  assert.equal(placeSign(bridge, madeUpTelling('a/i1', {sites: ['north gate']})).id, 'place-unknown')
})

test('what has dead may be told as a killing, and what has none may not', () => {
  const family = (type: string, figures: string[]) => {
    const [riot, other] = [
      madeUpTelling('a/i1', {type: 'riot', family: 'riot', families: ['riot'], figures}),
      madeUpTelling('b/i1', {type, family: 'attack', families: ['attack']})
    ]
    return compare(riot, other, new Set(), new Map()).find(({id}) => id.startsWith('family'))!.id
  }
  assert.equal(family('killing', ['killed 3']), 'family-told')
  assert.equal(family('killing', ['injured 3']), 'family-other')
  assert.equal(family('raid', ['killed 3']), 'family-other')
})

const told = (from: string, over: Partial<Telling> = {}, to = from): Telling =>
  madeUpTelling('a/i1', {
    publishedOn: '2024-03-20',
    when: {from, to, precision: from === to ? 'day' : 'week', known: 'stated'},
    ...over
  })
const published = (day: string) =>
  madeUpTelling('b/i1', {publishedOn: day, when: {from: day, to: day, precision: 'day', known: 'inferred'}})

test('days', () => {
  const friday = told('2024-03-08')
  const signs: [Telling, string][] = [
    [told('2024-03-08'), 'day-same'],
    [told('2024-03-04', {}, '2024-03-10'), 'day-within'],
    [told('2024-02-26', {}, '2024-03-03'), 'day-apart'],
    [published('2024-03-08'), 'day-inferred'],
    [published('2024-03-09'), 'day-next'],
    [published('2024-03-11'), 'day-late'],
    [published('2024-03-12'), 'day-apart'],
    [published('2024-03-07'), 'day-after'],
    [told('2024-03-09'), 'day-after'],
    [told('2024-03-10'), 'day-apart'],
    [told('0001-01-01'), 'day-unknown'],
    [told('0001-01-01', {publishedOn: '2024-03-05'}), 'day-before']
  ]
  for (const [other, id] of signs) {
    assert.equal(daySign(friday, other).id, id, JSON.stringify(other.when))
    assert.equal(daySign(other, friday).id, id, JSON.stringify(other.when))
  }
  assert.equal(daySign(friday, published('2024-03-09')).value, 1)
  assert.equal(daySign(published('2024-03-08'), published('2024-03-09')).value, 0)
})

test('figures', () => {
  const sign = (a: string[], b: string[]) =>
    figureSigns(madeUpTelling('a/i1', {figures: a}), madeUpTelling('b/i1', {figures: b}))[0]
  assert.equal(sign(['injured 125'], ['injured 125'])!.value, 1)
  assert.ok(sign(['killed 1'], ['killed 1+'])!.value < 0.25)
  assert.equal(sign(['killed 3'], ['killed 41'])!.id, 'toll-other')
  assert.equal(sign(['killed 3'], ['injured 41']), undefined)
})
