import assert from 'node:assert/strict'
import {test} from 'node:test'
import {check} from '@placemarkio/check-geojson'
import {geoJson} from '../../src/export/geo-json.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {eachOf, figureOf, madeUpIncident, settingOf} from './made-up-incident.ts'

async function featuresOf(...incidents: readonly LinkedIncident[]) {
  const pieces: string[] = []
  for await (const piece of geoJson.write(eachOf(incidents), settingOf('acled'))) pieces.push(`${piece}`)
  const collection = check(pieces.join(''))
  assert.ok(collection.type === 'FeatureCollection')
  return collection.features
}
const place = madeUpIncident().place!

test('a town is a point of six decimals, the longitude first', async () => {
  const [feature] = await featuresOf(madeUpIncident({place: {...place, lat: 5.60154321, lon: 27.47543219}}))
  assert.deepEqual(feature!.geometry, {type: 'Point', coordinates: [27.475432, 5.601543]})
  assert.equal(feature!.id, '00000000abcd')
})

test('properties are the columns of the table of incidents, numbers as numbers', async () => {
  const [feature] = await featuresOf(madeUpIncident({assessments: {acled: {killed: figureOf(5, null, 9)}}}))
  const {type, date_from, killed_low, killed_best, injured_low, place_precision} = feature!.properties!
  assert.deepEqual(
    {type, date_from, killed_low, killed_best, injured_low, place_precision},
    {
      ...{type: 'armed-clash', date_from: '2024-05-06', killed_low: 5, killed_best: null, injured_low: null},
      place_precision: 'town'
    }
  )
})

test('a province, and a place that is nowhere on the map, have no geometry', async () => {
  const features = await featuresOf(
    madeUpIncident({place: {...place, precision: 'admin1'}}),
    madeUpIncident({place: {...place, lat: null, lon: null}}),
    madeUpIncident({place: null})
  )
  assert.deepEqual(
    features.map(({geometry, properties}) => [geometry, properties!.latitude]),
    [
      [null, place.lat],
      [null, null],
      [null, null]
    ]
  )
})

test('beyond the antimeridian a longitude is counted from the other side', async () => {
  const features = await featuresOf(
    ...[180, 181.5, -180.25].map(lon => madeUpIncident({place: {...place, lon}}))
  )
  assert.deepEqual(
    features.map(({geometry}) => geometry?.type === 'Point' && geometry.coordinates[0]),
    [180, -178.5, 179.75]
  )
})

test('of no incident it is an empty collection', async () => {
  assert.deepEqual(await featuresOf(), [])
})
