import assert from 'node:assert/strict'
import test from 'node:test'
import {assign} from '../../training/muc4/assign.ts'
import {compareStrings} from '../../training/muc4/compare.ts'
import {compareValues} from '../../training/muc4/compare-values.ts'
import {entityF, entityScore} from '../../training/muc4/entity-score.ts'
import type {KeyedItem} from '../../training/muc4/keys.ts'
import {figures, slotScore} from '../../training/muc4/slot-score.ts'
import {slotsOf} from '../../training/muc4/slots.ts'
import {template} from './templates.ts'

const broader = new Map([
  ['BOMBING', 'ATTACK'],
  ['GOVERNMENT OFFICIAL', 'POLITICAL FIGURE']
])
const days = (ours: string, key: string) => compareValues('incident_date', ours, key, broader)
const places = (ours: string, key: string) => compareValues('incident_location', ours, key, broader)

test('pairs have the highest sum, and none of weight nothing', () => {
  assert.deepEqual(
    assign([
      [3, 2],
      [2, 0]
    ]).toSorted(([a], [b]) => a - b),
    [
      [0, 1],
      [1, 0]
    ]
  )
  assert.deepEqual(assign([[0, 0]]), [])
})

test('a phrase is right with other articles, half right where it lacks a part or has the head alone', () => {
  assert.equal(compareStrings('THE TWO BAKERS', 'BAKERS'), 2)
  assert.equal(compareStrings('OLD TOWN BAKERS', 'BAKERS'), 2)
  assert.equal(compareStrings('LOPEZ', 'ANA LOPEZ'), 1)
  assert.equal(compareStrings('BAKERS', 'MASONS'), 0)
})

test('a day is half right inside a range, and as the end of "on or before"', () => {
  assert.equal(days('03 MAY 89', '03 MAY 89'), 2)
  assert.equal(days('- 03 MAY 89', '03 MAY 89'), 1)
  assert.equal(days('03 MAY 89', '01 MAY 89 - 05 MAY 89'), 1)
  assert.equal(days('09 MAY 89', '01 MAY 89 - 05 MAY 89'), 0)
})

test('a place is half right by its country', () => {
  assert.equal(places('PERU: LIMA (CITY)', 'PERU: LIMA (CITY)'), 2)
  assert.equal(places('PERU', 'PERU: LIMA (CITY)'), 1)
  assert.equal(places('CHILE', 'PERU: LIMA (CITY)'), 0)
})

test('what is missing, wrong and too many counts once each', () => {
  const ours = template({victim: [{name: 'ANA LOPEZ', type: 'CIVILIAN', effect: 'INJURY'}]})
  const key = {
    optional: false,
    slots: {
      ...slotsOf(ours),
      hum_tgt_effect: [{alts: ['DEATH'], xref: ['ANA LOPEZ']}],
      incident_type: [{alts: ['BOMBING']}]
    }
  }
  const {all, slots, templates} = slotScore([{ours: [slotsOf(ours)], key: [key]}], broader)
  assert.deepEqual(templates, {paired: 1, extra: 0, missing: 0})
  assert.equal(slots.hum_tgt_effect.wrong, 1)
  assert.equal(slots.incident_type.half, 1)
  assert.equal(figures(slots.hum_tgt_name).f, 100)
  assert.equal(all.extra + all.missing, 0)
  const none = slotScore([{ours: [], key: [key]}], broader)
  assert.equal(figures(none.all).f, 0)
  assert.equal(none.templates.missing, 1)
})

test('templates with nothing in common are no pair', () => {
  const ours = template({victim: [{name: 'ANA LOPEZ', type: 'DIPLOMAT', effect: null}]})
  const key = template({victim: [{name: 'JUAN PAZ', type: 'CIVILIAN', effect: null}]})
  const {templates} = slotScore(
    [{ours: [slotsOf(ours)], key: [{optional: false, slots: slotsOf(key)}]}],
    broader
  )
  assert.deepEqual(templates, {paired: 0, extra: 1, missing: 1})
})

test('a thing is right when its words are among those of the key and of the text', () => {
  const item = {
    text: 'THE BAKER ANA LOPEZ WAS HURT.',
    templates: [{n: '1', optional: false, slots: {hum_tgt_name: [{alts: ['ANA LOPEZ', 'MISS LOPEZ']}]}}]
  } as unknown as KeyedItem
  const count = (name: string) =>
    entityScore([{item, templates: [template({victim: [{name, type: 'CIVILIAN', effect: null}]})]}]).Victim!
  assert.equal(entityF(count('Ana Lopez')), 100)
  assert.equal(entityF(count('LOPEZ')), 0)
})
