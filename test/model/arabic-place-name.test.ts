import assert from 'node:assert/strict'
import test from 'node:test'
import {arabicPlaceName} from '../../src/model/arabic-place-name.ts'

const told = (precision: 'town' | 'country', ...names: string[]) => ({
  precision,
  mentions: names.map(text => ({from: 0, to: text.length, text}))
})

test('a place is called as most Arabic reports call it, a country never by its adjective', () => {
  assert.equal(
    arabicPlaceName([told('town', 'Kirkuk', 'كركوك'), told('town', 'مدينة كركوك', 'كركوك')]),
    'كركوك'
  )
  assert.equal(arabicPlaceName([told('town', 'عين العرب', 'كوباني')]), 'كوباني', 'the shorter of two')
  assert.equal(arabicPlaceName([told('town', 'Kirkuk')]), null)
  assert.equal(arabicPlaceName([told('country', 'عراقية')]), null)
})
