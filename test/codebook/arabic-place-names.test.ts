import assert from 'node:assert/strict'
import {test} from 'node:test'
import {loadArabicPlaceNames, loadOwnCodebook, loadOwnGazetteer} from '../../src/codebook/load.ts'

const gazetteer = loadOwnGazetteer()
const names = loadArabicPlaceNames(loadOwnCodebook(), gazetteer)
const town = (name: string, country: string) =>
  gazetteer.named(name).find(place => place.country === country && place.precision === 'town')!.id

test('a town, a country and a place of our own have their Arabic names', () => {
  assert.equal(names.place(town('Oruro', 'BO')), 'أورورو')
  assert.equal(names.place(town('Ajman City', 'AE')), 'عجمان')
  assert.equal(names.place('country:SY'), 'سوريا')
  assert.equal(names.place('overlay:abha-airport'), 'مطار أبها الدولي')
})

test('a province has its own', () => {
  assert.equal(names.province('Oruro', 'BO'), 'أورورو')
})

test('where no Arabic name is listed there is none; Persian is not taken for Arabic', () => {
  assert.equal(names.place(town('Patacamaya', 'BO')), null)
  assert.equal(names.place('overlay:abadan-refinery'), null)
  assert.equal(names.place('nowhere'), null)
})
