import assert from 'node:assert/strict'
import test from 'node:test'
import type {Place} from '../../src/model/contract.ts'
import {placeOf, whenOf} from '../../src/reconcile/when-and-where.ts'
import {codedReport} from '../coded-report.ts'

const told = (days: readonly [string, 'stated' | 'inferred'][]) =>
  days.map(([on, known]) => {
    const report = codedReport({on})
    return {report, incident: {...report.incidents[0]!, when: {...report.incidents[0]!.when, known}}}
  })

test('the day is what most reports state; a day that is only inferred counts where none is stated', () => {
  const day = (days: readonly [string, 'stated' | 'inferred'][]) => whenOf(told(days)).from
  assert.equal(
    day([
      ['2024-03-04', 'stated'],
      ['2024-03-05', 'stated'],
      ['2024-03-05', 'stated']
    ]),
    '2024-03-05'
  )
  assert.equal(
    day([
      ['2024-03-04', 'inferred'],
      ['2024-03-04', 'inferred'],
      ['2024-03-05', 'stated']
    ]),
    '2024-03-05'
  )
  assert.equal(day([['2024-03-04', 'inferred']]), '2024-03-04')
})

const placed = (places: readonly Partial<Place>[]) =>
  places.map((own, i) => {
    const report = codedReport({id: `r${i}`})
    const place = {...report.places[0]!, ...own}
    return {report: {...report, places: [place]}, incident: {...report.incidents[0]!, place: place.id}}
  })
const town = {name: 'Kano', precision: 'town', lat: 12, lon: 8.5, gazetteerId: 'a'} as const
const square = {name: 'Old Square', precision: 'site', lat: 12.01, lon: 8.51, gazetteerId: 'b'} as const
const elsewhere = {name: 'Far Square', precision: 'site', lat: 9, lon: 7, gazetteerId: 'c'} as const

test('the place is as exact as any report has it that agrees with most', () => {
  assert.equal(placeOf(placed([town, town, square]))?.name, 'Old Square')
  assert.equal(placeOf(placed([town, town, elsewhere]))?.name, 'Kano')
})
