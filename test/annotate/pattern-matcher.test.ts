import assert from 'node:assert/strict'
import test from 'node:test'
import {patternMatcher} from '../../src/annotate/pattern-matcher.ts'
import {Codebook} from '../../src/codebook/codebook.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {patterns} from '../../src/codebook/patterns.ts'
import {createPipeline} from '../../src/pipeline.ts'
import {readPatterns} from '../../src/workflows/check-codebook.ts'

const knowledge = loadKnowledge()
const annotate = createPipeline(knowledge)
const rulesOf = (yaml: string) =>
  patterns(new Codebook(new Map([['patterns/en/x.yaml', yaml]])), 'patterns/en/x.yaml')
const found = (yaml: string, text: string) => {
  const {syntax} = annotate({
    id: 'x',
    sha256: '',
    url: null,
    outlet: null,
    title: null,
    publishedOn: null,
    text
  })
  const match = patternMatcher(knowledge.codebook, rulesOf(yaml))
  return syntax.sentences.flatMap(sentence =>
    match(syntax, sentence).map(({words}) =>
      Object.fromEntries([...words].map(([name, {text: word}]) => [name, word]))
    )
  )
}

const accusation = `
- id: accused-of
  gives: accusation
  match:
    lemma: [accuse, blame]
    children:
      - {relation: nsubj, as: accuser}
      - {relation: obj, as: accused}
      - {relation: advmod, lemma: never, absent: true}
      - {relation: advmod, as: how, optional: true}
  examples: [{text: x, finds: {accuser: x}}]
  counterexamples: [x]
`

test('a pattern names the words around its anchor', () => {
  assert.deepEqual(found(accusation, 'The mayor accused the militia.'), [
    {accuser: 'mayor', accused: 'militia'}
  ])
})

test('an optional child is named when it is there', () => {
  assert.deepEqual(found(accusation, 'The mayor openly accused the militia.'), [
    {accuser: 'mayor', accused: 'militia', how: 'openly'}
  ])
})

test('a child that must be absent keeps the pattern from matching', () => {
  assert.deepEqual(found(accusation, 'The mayor never accused the militia.'), [])
})

test('a pattern that lacks one of its children does not match', () => {
  assert.deepEqual(found(accusation, 'The mayor accused.'), [])
})

test('every example of a pattern is found, and nothing in a counterexample', () => {
  assert.deepEqual(readPatterns(knowledge), [])
})

test('a mistake in a pattern names file, rule and field', () => {
  const base = 'examples: [{text: x, finds: {}}]\n  counterexamples: [x]'
  assert.throws(
    () => rulesOf(`- id: a-rule\n  gives: x\n  match: {lema: fire}\n  ${base}`),
    /patterns\/en\/x\.yaml:3: a-rule: unknown field "lema" in match; did you mean "lemma"/
  )
  assert.throws(
    () => rulesOf(`- id: a-rule\n  gives: x\n  match: {relation: nsubject}\n  ${base}`),
    /a-rule: "match\.relation": no relation of Universal Dependencies .*docs\/patterns\.md/
  )
  assert.throws(
    () =>
      rulesOf(
        '- id: a-rule\n  gives: x\n  match: {as: thing}\n  examples: [{text: x, finds: {ting: x}}]\n  counterexamples: [x]'
      ),
    /examples find "ting", which no "as:" names; write one of thing/
  )
  assert.throws(
    () => rulesOf('- id: a-rule\n  gives: x\n  match: {as: thing}\n  examples: []\n  counterexamples: [x]'),
    /a-rule: "examples" is empty/
  )
})

test('a list that the codebook does not have is named', () => {
  const rule =
    '- id: a-rule\n  gives: x\n  match: {in: wepons}\n  examples: [{text: x, finds: {}}]\n  counterexamples: [x]'
  assert.throws(() => patternMatcher(knowledge.codebook, rulesOf(rule)), /lexicons\/en\/wepons\.csv/)
})
