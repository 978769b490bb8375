import assert from 'node:assert/strict'
import test from 'node:test'
import {Codebook} from '../src/codebook/codebook.ts'
import {readCsv} from '../src/codebook/csv.ts'
import {eventTypes} from '../src/codebook/event-types.ts'
import {loadKnowledge} from '../src/codebook/load.ts'
import {createPipeline} from '../src/pipeline.ts'

const knowledge = loadKnowledge()
const annotate = createPipeline(knowledge)
const typesIn = (text: string) =>
  annotate({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text}).events.map(
    ({type}) => type
  )

for (const {id, examples, counterexamples} of eventTypes(knowledge.codebook)) {
  test(`${id}: every example of the codebook tells it`, () => {
    assert.deepEqual(
      examples.filter(example => !typesIn(example).includes(id)),
      []
    )
  })
  test(`${id}: no counterexample of the codebook tells it`, () => {
    assert.deepEqual(
      counterexamples.filter(example => typesIn(example).includes(id)),
      []
    )
  })
}

test('a mistake in a list says the file, the line and what to write', () => {
  assert.throws(
    () => readCsv('id,form\npolice,police\nx,a,b\n', 'codebook/lexicons/en/speakers.csv', ['id', 'form']),
    {
      message:
        'codebook/lexicons/en/speakers.csv:3: 3 cells where the header has 2; list values with ";", not ","'
    }
  )
})

test('a mistake in an event type names the type and the field', () => {
  const codebook = new Codebook(new Map([['event-types.yaml', '- id: raid\n  label: Raid\n  rank: 12\n']]))
  assert.throws(() => eventTypes(codebook), /event-types\.yaml:1: raid: "family" is missing/)
})

test('changing one line of a lexicon changes the version of the codebook', () => {
  const one = new Codebook(new Map([['a.csv', 'id\nx\n']]))
  const other = new Codebook(new Map([['a.csv', 'id\ny\n']]))
  assert.notEqual(one.version, other.version)
})
