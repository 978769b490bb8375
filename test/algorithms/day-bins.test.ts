import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {binOf, binsBetween, binWidths, dayNumber, dayOf, widthFor} from '../../src/algorithms/day-bins.ts'

const day = fc.integer({min: dayNumber('0001-01-01'), max: dayNumber('9998-12-31')}).map(dayOf)

test('a day lies in its bin: weeks begin on Mondays, months and years on their first day', () => {
  assert.deepEqual(binOf('2024-03-05', 'week'), {from: '2024-03-04', to: '2024-03-10'})
  assert.deepEqual(binOf('2024-02-05', 'month'), {from: '2024-02-01', to: '2024-02-29'})
  assert.deepEqual(binOf('1969-12-31', 'week'), {from: '1969-12-29', to: '1970-01-04'})
  assert.deepEqual(binOf('2023-07-05', 'year'), {from: '2023-01-01', to: '2023-12-31'})
  fc.assert(
    fc.property(day, fc.constantFrom(...binWidths), (one, width) => {
      const {from, to} = binOf(one, width)
      assert.ok(from <= one && one <= to)
      assert.deepEqual(binOf(from, width), binOf(to, width))
    })
  )
})

test('bins follow each other without gap or overlap, from the first day to the last', () => {
  fc.assert(
    fc.property(day, fc.integer({min: 0, max: 900}), fc.constantFrom(...binWidths), (first, more, width) => {
      const last = dayOf(dayNumber(first) + more)
      const bins = binsBetween(first, last, width)
      assert.ok(bins[0]!.from <= first && last <= bins.at(-1)!.to)
      for (const [i, {from}] of bins.entries())
        if (i > 0) assert.equal(dayNumber(from), dayNumber(bins[i - 1]!.to) + 1)
    })
  )
  assert.equal(binsBetween('9999-12-01', '9999-12-31', 'month').length, 1)
  assert.equal(binsBetween('9999-12-01', '9999-12-31', 'week').at(-1)!.to, '9999-12-31')
})

test('bins are as narrow as their number allows', () => {
  assert.equal(widthFor('2024-03-01', '2024-03-31', 130), 'day')
  assert.equal(widthFor('2024-01-01', '2024-12-31', 130), 'week')
  assert.equal(widthFor('2020-01-01', '2024-12-31', 130), 'month')
  assert.equal(widthFor('0001-01-01', '2024-12-31', 130), 'year')
  assert.equal(widthFor('2024-03-01', '2024-03-31', 130, 'month'), 'month')
})
