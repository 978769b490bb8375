import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {decodeWeights, encodeWeights} from '../../src/codebook/weights-file.ts'
import {isoDate} from '../../src/model/date.ts'
import {templatesByEvents} from '../../src/muc4/by-events.ts'
import {muc4Codebook} from '../../src/muc4/codebook.ts'
import {dayChoices} from '../../src/muc4/days.ts'
import type {Item} from '../../src/muc4/item.ts'
import {placeChoices} from '../../src/muc4/locations.ts'
import {mentionsOf} from '../../src/muc4/mentions.ts'
import {muc4File, muc4ModelOf} from '../../src/muc4/model-file.ts'
import {createMuc4Reader} from '../../src/muc4/reader.ts'
import {wordVectorsOf} from '../../src/muc4/word-vectors.ts'
import {itemReader, wordKnowledge} from '../../training/muc4/reader.ts'

const knowledge = loadKnowledge()
const codebook = muc4Codebook(knowledge.codebook)
const annotate = itemReader(knowledge)
const file = decodeWeights(readFileSync('models/muc4/reader.bin'))
const model = muc4ModelOf(file)
const words = wordKnowledge(knowledge, wordVectorsOf(decodeWeights(readFileSync('models/muc4/words.bin'))))
const templates = createMuc4Reader(model, codebook, knowledge.models, words)

const read = (text: string) => {
  const item: Item = {
    id: 't1',
    headerPlace: 'LIMA',
    headerCountry: null,
    headerDateISO: isoDate('1989-06-14'),
    headerSource: null,
    tags: ['TEXT'],
    text
  }
  return {item, report: annotate(item)}
}

const bombing = read(
  'GUERRILLAS OF THE SHINING PATH YESTERDAY BLEW UP A BANK IN LIMA WITH DYNAMITE, POLICE REPORTED.  THE BLAST DESTROYED THE BANK AND KILLED CASHIER ROSA QUISPE MAMANI.'
)

test('a bombing is told with its target, its victim, by whom and with what', () => {
  const [first, ...others] = templates(bombing)
  assert.equal(others.length, 0)
  assert.equal(first!.incident_type, 'BOMBING')
  assert.equal(first!.location, 'PERU: LIMA (CITY)')
  assert.ok(first!.perp_organization.some(({text}) => text.endsWith('SHINING PATH')))
  assert.ok(first!.weapon.some(({text}) => text === 'DYNAMITE'))
  assert.ok(first!.victim.some(({name, effect}) => name === 'ROSA QUISPE MAMANI' && effect === 'DEATH'))
})

test('news without violence and a text without words give no template', () => {
  assert.deepEqual(
    templates(read('THE MINISTER OF FISHERIES OPENED A FAIR OF BOOKS AND THANKED THE PRINTERS.')),
    []
  )
  assert.deepEqual(templates(read('')), [])
  assert.deepEqual(templates(read('--- 12 ... [[')), [])
})

test('the coder alone tells the type, and what was hurt', () => {
  const types = templatesByEvents(bombing, codebook).map(({incident_type}) => incident_type)
  assert.ok(types.includes('BOMBING') || types.includes('ATTACK'))
})

test('days: the default, the day of the item and the day told', () => {
  const days = dayChoices(bombing).map(({value}) => value)
  assert.deepEqual(days, ['- 14 JUN 89', '14 JUN 89', '13 JUN 89'])
})

test('places: from the gazetteer, as keys write them', () => {
  const places = placeChoices(bombing, codebook, new Map([['LIMA', ['PERU: LIMA (CITY)']]])).map(
    ({value}) => value
  )
  assert.ok(places.includes('PERU: LIMA (CITY)'))
  assert.ok(places.includes('PERU'))
})

test('places: a quarter lies in the town of the dateline; directions are no part of a name', () => {
  const known = new Map([['LIMA', ['PERU: LIMA (CITY)']]])
  const places = placeChoices(
    read('A BOMB EXPLODED IN THE SAN MIGUELITO NEIGHBORHOOD, IN NORTHERN LIMA.'),
    codebook,
    known
  ).map(({value}) => value)
  assert.ok(places.includes('PERU: LIMA (CITY): SAN MIGUELITO (NEIGHBORHOOD)'), places.join())
  assert.ok(!places.some(value => value.includes('NORTHERN')))
})

test('days: a night ends on the next day', () => {
  const days = dayChoices(read('A BOMB EXPLODED ON THE NIGHT OF 12 JUNE.')).map(({value}) => value)
  assert.ok(days.includes('12 JUN 89 - 13 JUN 89'), days.join())
})

test('a phrase has its forms; the words before a name are a phrase of their own', () => {
  const {report} = read('TWO CAR BOMBS OF THE GANG HURT JUDGE ANA LOPEZ.')
  const forms = mentionsOf(report, codebook.lexicon).flatMap(mention => mention.forms.map(({core}) => core))
  for (const form of ['CAR BOMBS', 'BOMBS', 'JUDGE', 'ANA LOPEZ']) assert.ok(forms.includes(form), form)
})

test('weights are the same when they are written and read again', () => {
  const again = decodeWeights(Buffer.from(encodeWeights(muc4File(model))))
  assert.deepEqual(again.lists, file.lists)
  assert.deepEqual(Object.keys(again.arrays), Object.keys(file.arrays))
})
