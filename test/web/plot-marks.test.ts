import assert from 'node:assert/strict'
import test from 'node:test'
import {type PlotMark, plotBands} from '../../src/export/drawing/plot-marks.ts'

const mark = (day: string, min: number, max: number | null = min) => ({day, min, max}) as PlotMark

test('the range of a day is of all that was told until then', () => {
  const marks = [
    mark('2024-03-06', 0),
    mark('2024-03-05', 2),
    mark('2024-03-07', 1, 9),
    mark('2024-03-07', 51, null)
  ]
  assert.deepEqual(plotBands(marks), [
    {day: '2024-03-05', low: 2, high: 2},
    {day: '2024-03-06', low: 0, high: 2},
    {day: '2024-03-07', low: 0, high: 51}
  ])
})
