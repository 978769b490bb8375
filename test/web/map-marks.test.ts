import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type {ExploredIncidents, ExploredPlace} from '../../src/model/explored.ts'
import {boundsOf, fanOf, marksAt, spotsOf} from '../../web/src/screens/explore/map-marks.ts'
import {moved, widened} from '../../web/src/screens/explore/time-window.ts'

const place = (lat: number | null, lon: number | null, precision: ExploredPlace['precision'] = 'town') => ({
  name: 'Somewhere',
  country: null,
  precision,
  lat,
  lon
})

/** One incident at each of these. */
function setOf(places: readonly (ExploredPlace | null)[], grid = false): ExploredIncidents {
  const each = <T>(value: (i: number) => T) => places.map((_, i) => value(i))
  const known = places.filter(own => own !== null)
  return {
    total: places.length,
    placed: known.filter(({lat}) => lat !== null).length,
    shown: places.length,
    grid,
    places: known,
    types: ['clash'],
    outcomes: [],
    id: each(String),
    place: places.map(own => (own === null ? null : known.indexOf(own))),
    type: each(() => 0),
    from: each(() => 19_787),
    days: each(() => 0),
    exact: each(() => 1),
    contested: each(i => i % 2),
    reports: each(() => 1),
    accounts: each(() => 1),
    figures: each(() => [])
  }
}

test('every incident with a point is under one mark at every zoom, and none without', () => {
  const places = fc.array(
    fc.oneof(
      {weight: 1, arbitrary: fc.constantFrom(null, place(null, null))},
      {
        weight: 8,
        arbitrary: fc
          .tuple(
            fc.double({min: -90, max: 90, noNaN: true}),
            fc.double({min: -180, max: 180, noNaN: true}),
            fc.constantFrom('site', 'town', 'area', 'admin1', 'country' as const)
          )
          .map(([lat, lon, precision]) => place(lat, lon, precision as ExploredPlace['precision']))
      }
    ),
    {maxLength: 60}
  )
  fc.assert(
    fc.property(places, fc.double({min: 0, max: 11, noNaN: true}), (own, zoom) => {
      const set = setOf(own)
      const marks = marksAt(spotsOf(set), zoom)
      const rows = marks.flatMap(({spots}) => spots.flatMap(spot => spot.rows)).toSorted((a, b) => a - b)
      assert.deepEqual(
        rows,
        own.flatMap((at, i) => (at && at.lat !== null ? [i] : []))
      )
      for (const {spots, count, contested, x, y} of marks) {
        const inside = spots.flatMap(spot => spot.rows)
        assert.equal(count, inside.length)
        assert.equal(contested, inside.filter(i => set.contested[i]).length)
        assert.ok(
          spots.some(spot => spot.x === x && spot.y === y),
          'it stands where something was'
        )
        assert.ok(Number.isFinite(x) && y >= 0 && y <= 1)
      }
    })
  )
})

test('an area is one as soon as it is wider than a mark, and wider where places are shown by a grid', () => {
  const at = (precision: ExploredPlace['precision'], zoom: number, grid = false) =>
    marksAt(spotsOf(setOf([place(33, 44, precision)], grid)), zoom)[0]!.reach
  assert.equal(at('admin1', 1), 0)
  assert.ok(at('admin1', 5) > 0)
  assert.equal(at('town', 5), 0)
  assert.ok(at('town', 10) > 0, 'a town is no point either')
  assert.ok(at('town', 10, true) > at('town', 10))
})

test('incidents on both sides of the antimeridian lie beside each other', () => {
  assert.deepEqual(boundsOf(spotsOf(setOf([place(-17, 178), place(-14, -172)]))), [178, -17, 188, -14])
  assert.deepEqual(boundsOf(spotsOf(setOf([place(10, -20), place(0, 30)]))), [-20, 0, 30, 10])
  assert.deepEqual(boundsOf(spotsOf(setOf([place(10, -20)]))), [-20, 10, -20, 10])
  assert.equal(boundsOf([]), null)
})

test('in a fan no two incidents cover each other', () => {
  for (const count of [2, 11, 40]) {
    const places = fanOf(count)
    assert.equal(places.length, count)
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 20, `${count}`)
  }
})

const bins = Array.from({length: 5}, (_, i) => ({
  from: `2024-03-0${i + 1}`,
  to: `2024-03-0${i + 1}`,
  incidents: 1,
  contested: 0,
  reports: 1
}))
const window = (since: number, until: number) => ({since: `2024-03-0${since}`, until: `2024-03-0${until}`})

test('the window in time moves and widens as far as there are days, and never turns inside out', () => {
  assert.deepEqual(moved(window(2, 3), bins, 1), window(3, 4))
  assert.deepEqual(moved(window(4, 5), bins, 1), window(4, 5))
  assert.deepEqual(moved(window(1, 2), bins, -3), window(1, 2))
  assert.deepEqual(moved(null, bins, 1), window(1, 1))
  assert.deepEqual(moved(null, bins, -1), window(5, 5))
  assert.deepEqual(widened(window(2, 3), bins, {later: 1}), window(2, 4))
  assert.deepEqual(widened(window(2, 3), bins, {earlier: 5}), window(1, 3))
  assert.deepEqual(widened(window(3, 3), bins, {earlier: -1, later: -1}), window(3, 3))
  assert.equal(moved(null, [], 1), null)
})
