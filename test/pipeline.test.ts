import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {quantities} from '../src/annotate/quantities.ts'
import {tokenize} from '../src/annotate/tokens.ts'
import {loadKnowledge} from '../src/codebook/load.ts'
import type {IsoDate} from '../src/model/date.ts'
import {createPipeline, inOrder} from '../src/pipeline.ts'
import {createCoder} from '../src/workflows/code.ts'

const knowledge = loadKnowledge()
const annotate = createPipeline(knowledge)
const coder = createCoder(knowledge)
const report = (text: string) => ({
  id: 'x',
  sha256: '',
  url: null,
  outlet: null,
  title: null,
  publishedOn: null,
  text
})

test('a stage cannot run before the layers it needs', () => {
  assert.throws(() => inOrder([quantities(knowledge)]), {
    message: 'Stage "quantities" needs "passages", which no earlier stage adds'
  })
})

test('two stages cannot add the same layer', () => {
  const stage = {name: 'one', needs: [], adds: ['passages'] as const, run: () => ({})}
  assert.throws(() => inOrder([stage, {...stage, name: 'two'}]), {
    message: 'Stages "one" and "two" both add "passages"'
  })
})

const odd = fc.string({unit: 'binary', maxLength: 300})

test('tokens are in order, do not overlap, and leave only white space between them, whatever the text', () => {
  fc.assert(
    fc.property(odd, text => {
      let end = 0
      for (const {from, to} of tokenize(text, {from: 0, to: text.length}, new Set(['mr']))) {
        assert.ok(from >= end && to > from)
        assert.match(text.slice(end, from), /^\s*$/)
        end = to
      }
      assert.match(text.slice(end), /^\s*$/)
    }),
    {seed: 7, numRuns: 500}
  )
})

test('any text is coded without an exception, and every quote stands in it', () => {
  const words = fc.constantFrom(
    'Police',
    'said',
    'killed',
    '30',
    'people',
    'no one',
    'in Kano',
    ',',
    '.',
    '\n\n',
    '--',
    '"',
    'according to',
    'the rest',
    'were hurt',
    '\u{1F6A8}',
    '\ud800',
    'الشرطة'
  )
  fc.assert(
    fc.property(
      fc.oneof(
        odd,
        fc.array(words, {maxLength: 40}).map(list => list.join(' '))
      ),
      text => {
        const {claims} = coder.code(report(text))
        for (const {quote, evidence} of claims)
          for (const {from, to, text: own} of [quote, ...evidence]) assert.equal(text.slice(from, to), own)
      }
    ),
    {seed: 7, numRuns: 300}
  )
})

test('upper-case text is read as mixed case is', () => {
  const text = 'Gunmen killed four soldiers in an attack near Mopti on Monday, police said.'
  const outcome = (words: string) =>
    annotate(report(words)).claims.map(({claim}) => [
      claim.event?.type ?? claim.casualties?.outcome,
      claim.casualties?.count?.min
    ])
  assert.deepEqual(outcome(text.toUpperCase()), outcome(text))
})

test('reports read together give what each gives by itself', () => {
  const reports = [
    'Gunmen killed four soldiers in an attack near Mopti on Monday, police said.',
    '',
    'Protesters clashed with police in Kano. The governor denied that anyone died.'
  ].map(report)
  assert.deepEqual(coder.codeBatch(reports), reports.map(coder.code))
})

test('a coder made after others have read codes as the first one does', () => {
  const dated = {
    ...report('Two people were killed in Oruro, Bolivia, at 5 p.m. on Tuesday 5 March 2024, a doctor said.'),
    publishedOn: '2024-03-06' as IsoDate
  }
  const [first] = coder.codeBatch([dated])
  assert.equal(first!.incidents[0]!.when.known, 'stated')
  for (let again = 0; again < 3; again++) assert.deepEqual(createCoder(knowledge).codeBatch([dated]), [first])
})
