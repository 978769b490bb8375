import assert from 'node:assert/strict'
import test from 'node:test'
import {Codebook} from '../../src/codebook/codebook.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {sequenceRules} from '../../src/codebook/sequence-rules.ts'
import {readSequence} from '../../src/languages/treeless/sequence.ts'
import {createPipeline} from '../../src/pipeline.ts'
import {readSequences} from '../../src/workflows/check-codebook.ts'

const knowledge = loadKnowledge()

test('every example of a rule over words is found, and no counterexample', () => {
  assert.deepEqual(readSequences(knowledge), [])
})

test('a mistake in a sequence says where it stands and what to write', () => {
  const plain = (word: string) => word
  assert.throws(() => readSequence('..3', plain), /names no word; write one, or a list/)
  assert.throws(() => readSequence('قصف ..99', plain), /a gap has 1 to 20 words/)
  assert.throws(() => readSequence('قصف/loud', plain), /unknown feature "loud"; write one of verb, noun/)
  assert.throws(() => readSequence('<people>', plain), /write <told> or one of <number>/)
  const yaml = '- id: x\n  gives: attack\n  match: [قصف/loud]\n  examples: [قصف]\n  counterexamples: [سلام]\n'
  const codebook = new Codebook(new Map([['patterns/ar/events.yaml', yaml]]))
  assert.throws(
    () => sequenceRules(codebook, 'patterns/ar/events.yaml'),
    /events\.yaml:3: x: .*unknown feature/
  )
})

test('the words of every Arabic claim stand in the text where it says', () => {
  const text =
    'بغداد - أعلنت وزارة الصحّة مقتل ٥ أشخاص وإصـابة ١٢ آخرين في انفجار سيّارة مفخّخة، مشيرة إلى أنّ بينهم طفلين.'
  const {claims} = createPipeline(knowledge)({
    id: 'x',
    sha256: '',
    url: null,
    outlet: null,
    title: null,
    publishedOn: null,
    text
  })
  assert.ok(claims.length >= 3)
  for (const {claim} of claims)
    for (const {from, to, text: words} of [claim.quote, ...claim.evidence])
      assert.equal(text.slice(from, to), words)
})
