import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import {codingTables, knownMarks, type Mark, plainWords} from '../../src/codebook/codings.ts'
import {listed} from '../../src/codebook/csv.ts'
import {eventTypes} from '../../src/codebook/event-types.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'

const {codebook} = loadKnowledge()
const tables = codingTables(codebook)
const types = eventTypes(codebook).map(({id}) => id)
const {acled, ucdp, plover, muc4} = tables

for (const [name, {rows}] of Object.entries({acled, ucdp, plover, muc4})) {
  test(`${name}: every event type has a row, if only one that says none`, () => {
    const named = new Set(rows.map(({type}) => type))
    assert.deepEqual(
      types.filter(id => !named.has(id)),
      []
    )
  })
  test(`${name}: every row names a type and marks that exist, and has an id of its own`, () => {
    const wrong = rows.filter(
      ({type, has, lacks}) =>
        (type !== '*' && !types.includes(type)) ||
        [...listed(has), ...listed(lacks)].some(mark => !(mark in knownMarks))
    )
    assert.deepEqual(wrong, [])
    assert.equal(new Set(rows.map(({id}) => id)).size, rows.length)
  })
}

const distinct = (values: readonly string[]) => [...new Set(values)].filter(value => value !== 'none').sort()

test('all six event types and twenty-five sub-event types of ACLED can be reached', () => {
  assert.equal(distinct(acled.rows.map(row => row.event_type)).length, 6)
  assert.equal(distinct(acled.rows.map(row => row.sub_event_type)).filter(Boolean).length, 25)
})

test('all sixteen event types of PLOVER and all twenty roots of CAMEO can be reached', () => {
  assert.equal(distinct(plover.rows.map(row => row.event_type)).length, 16)
  assert.deepEqual(
    distinct(plover.rows.map(row => row.cameo.slice(0, 2))).filter(Boolean),
    Array.from({length: 20}, (_, i) => String(i + 1).padStart(2, '0'))
  )
})

test('all incident types of MUC-4 can be reached', () => {
  assert.deepEqual(distinct(muc4.rows.map(row => row.incident_type)), [
    'ARSON',
    'ATTACK',
    'BOMBING',
    'FORCED WORK STOPPAGE',
    'KIDNAPPING',
    'ROBBERY'
  ])
})

const told = (type: string, marks: readonly Mark[] = [], text = '') => ({
  types: type.split(' '),
  marks: new Set(marks),
  words: plainWords([text])
})

test('a type without a row of its own takes those of its broader type', () => {
  assert.equal(muc4.codingOf(told('abduction'))?.incident_type, 'KIDNAPPING')
  assert.equal(muc4.codingOf(told('express-kidnapping abduction'))?.incident_type, 'KIDNAPPING')
  assert.equal(muc4.codingOf(told('express-kidnapping')), null)
})

test('words that a row asks for are beginnings of words, in capitals or not', () => {
  const code = (text: string) => plover.codingOf(told('bombing', [], text))?.cameo
  assert.equal(code('A CAR BOMB WENT OFF'), '1832')
  assert.equal(code('Two roadside bombs went off'), '1833')
  assert.equal(code('A scar bombed by none'), '183')
})

test('one deed is coded by who does it and who is hit', () => {
  const code = (...given: Parameters<typeof told>) => acled.codingOf(told(...given))?.sub_event_type ?? null
  assert.equal(code('attack', ['state', 'armed', 'opposed']), 'Armed clash')
  assert.equal(code('attack', ['armed', 'civilians-hit']), 'Attack')
  assert.equal(code('territory-taken', ['state-acts']), 'Government regains territory')
  assert.equal(code('territory-taken', ['armed-acts']), 'Non-state actor overtakes territory')
  assert.equal(code('arrest', ['armed-acts']), 'Abduction/forced disappearance')
  assert.equal(code('arrest', ['state-acts']), 'Arrests')
  assert.equal(code('beating', ['crowd-acts']), 'Mob violence')
  assert.equal(code('protest', ['crowd']), 'Peaceful protest')
  assert.equal(code('protest', ['crowd', 'forced']), 'Protest with intervention')
  assert.equal(code('protest', ['crowd', 'forced', 'lethal']), 'Excessive force against protesters')
  assert.equal(code('protest', ['crowd', 'forced', 'lethal', 'riotous']), 'Violent demonstration')
  assert.equal(code('bombing', ['foiled']), 'Disrupted weapons use')
  assert.equal(code('bombing', ['threatened']), null)
  assert.equal(code('condemnation'), null)
})

test('a threatened deed is a threat to PLOVER and CAMEO', () => {
  assert.equal(plover.codingOf(told('bombing', ['threatened']))?.cameo, '138')
  assert.equal(plover.codingOf(told('protest', ['threatened']))?.cameo, '133')
})

test('docs/events.md names every event type and every mark', () => {
  const text = readFileSync('docs/events.md', 'utf8')
  assert.deepEqual(
    [...types, ...Object.keys(knownMarks)].filter(name => !text.includes(`\`${name}\``)),
    []
  )
})
