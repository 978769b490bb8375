import assert from 'node:assert/strict'
import test from 'node:test'
import {Codebook} from '../../../src/codebook/codebook.ts'
import {loadOwnCodebook} from '../../../src/codebook/load.ts'
import {featuresOf} from '../../../src/codebook/packs/features.ts'

const tableOf = (...lines: string[]) =>
  new Codebook(new Map([['gazetteer-features.csv', ['id,kind,precision,feature', ...lines].join('\n')]]))

test('the table of features keeps airbases as sites and rivers as areas, and leaves schools out', () => {
  const features = featuresOf(loadOwnCodebook())
  assert.deepEqual(features.get('geonames:S.AIRB'), {kind: 'site', precision: 'site'})
  assert.deepEqual(features.get('geonames:H.STM'), {kind: 'area', precision: 'area'})
  assert.equal(features.get('geonames:S.SCH'), undefined)
})

test('a kind that is none, a feature in another form and one given twice are named with their line', () => {
  assert.throws(
    () => featuresOf(tableOf('geonames:P.PPL,village,town,populated place')),
    /gazetteer-features\.csv:2: "village" is no kind; write one of country, region/
  )
  assert.throws(() => featuresOf(tableOf('PPL,town,town,populated place')), /:2: "PPL" is no feature; write/)
  const line = 'geonames:P.PPL,town,town,populated place'
  assert.throws(() => featuresOf(tableOf(line, line)), /:3: "geonames:P\.PPL" stands here a second time/)
})
