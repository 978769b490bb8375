import assert from 'node:assert/strict'
import test from 'node:test'
import {Codebook} from '../../src/codebook/codebook.ts'
import {eventContexts, signWeights} from '../../src/codebook/contexts.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {createPipeline} from '../../src/pipeline.ts'

const knowledge = loadKnowledge()
const annotate = createPipeline(knowledge)
const tells = (text: string) =>
  annotate({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text}).incidents
    .length > 0

for (const {id, makes, examples, counterexamples} of eventContexts(knowledge.codebook)) {
  test(`${id}: the codebook's examples tell ${makes === 'happening' ? 'an' : 'no'} incident`, () => {
    assert.deepEqual(
      examples.filter(example => tells(example) !== (makes === 'happening')),
      []
    )
  })
  test(`${id}: the codebook's counterexamples tell an incident`, () => {
    assert.deepEqual(
      counterexamples.filter(example => !tells(example)),
      []
    )
  })
}

test('a mistake in a context names the context and the field', () => {
  const codebook = new Codebook(new Map([['contexts.yaml', '- id: sport\n  label: Sport\n  makes: fun\n']]))
  assert.throws(() => eventContexts(codebook), /contexts\.yaml:\d+: sport: /)
})

test('a sign without a weight says which row is missing', () => {
  const codebook = new Codebook(new Map([['context-signs.csv', 'id,weight,meaning\nsure,3,a sure word\n']]))
  assert.throws(() => signWeights(codebook), /no row "strong"/)
})
