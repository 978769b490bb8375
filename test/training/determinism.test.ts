import assert from 'node:assert/strict'
import test from 'node:test'
import {EntityKeys} from '../../src/annotate/entity-keys.ts'
import {SyntaxNetwork} from '../../src/annotate/syntax-network.ts'
import {WordForms} from '../../src/annotate/word-forms.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {matrices, syntaxWeightsOf} from '../../src/codebook/models.ts'
import {decodeWeights, encodeWeights} from '../../src/codebook/weights-file.ts'
import type {TreebankSentence} from '../../training/conllu.ts'
import {trainEntities} from '../../training/entities.ts'
import {shippedSyntax, trainSyntax} from '../../training/syntax.ts'

const root = new URL('../../', import.meta.url).pathname
const groups = {
  numbers: new Map(),
  families: new Uint8Array(1),
  clusters: new Int16Array(1),
  cases: new Uint8Array(1)
}
const sentences: TreebankSentence[] = [
  {
    forms: ['Gunmen', 'attacked', 'a', 'bus', '.'],
    tags: ['NNS|NOUN', 'VBD|VERB', 'DT|DET', 'NN|NOUN', '.|PUNCT'],
    heads: [2, 0, 4, 2, 2],
    relations: ['nsubj', 'root', 'det', 'obj', 'punct']
  },
  {
    forms: ['Police', 'fired', 'shots', '.'],
    tags: ['NNS|NOUN', 'VBD|VERB', 'NNS|NOUN', '.|PUNCT'],
    heads: [2, 0, 2, 2],
    relations: ['nsubj', 'root', 'obj', 'punct']
  }
]
const repeated = Array.from({length: 40}, () => sentences).flat()
const sizes = {embedded: 16, state: 16, arc: 16, relation: 16, layers: 2}
const trained = () =>
  encodeWeights(
    shippedSyntax(
      trainSyntax(repeated, groups, matrices(root, 64), {passes: 25, batchWords: 24, rate: 0.005, sizes})
    )
  )
const first = trained()

test('the same sentences give the same weights, bit for bit', () => {
  assert.ok(Buffer.from(first).equals(Buffer.from(trained())))
})

test('what was learnt is read as it was written, also in capitals', () => {
  const weights = syntaxWeightsOf(decodeWeights(Buffer.from(first)), matrices(root, 64))
  const network = new SyntaxNetwork(weights, new WordForms(groups))
  const written = sentences.map(({forms}) => forms)
  const raised = written.map(forms => forms.map(form => form.toUpperCase()))
  network.read([...written, ...raised], ({tags, heads, relations}, s) => {
    const gold = sentences[s % 2]!
    assert.deepEqual([...heads], gold.heads)
    assert.deepEqual(
      Array.from(tags, tag => network.tags[tag]),
      gold.tags
    )
    assert.deepEqual(
      Array.from(relations, relation => network.relations[relation]),
      gold.relations
    )
  })
})

test('a file that is cut short is refused', () => {
  assert.throws(() => decodeWeights(Buffer.from(first).subarray(0, first.length - 10)), /restore the file/)
})

test('the same texts give the same weights of names, bit for bit', () => {
  const {codebook, gazetteer, models} = loadKnowledge()
  const forms = new WordForms(models.groups)
  const network = new SyntaxNetwork(models.syntax, forms)
  const texts = Array.from({length: 10}, (_, i) => ({
    id: `${i}`,
    corpus: 'uner',
    sentences: [
      {
        forms: ['Mayor', 'Ada', 'Obi', 'left', 'Kano', '.'],
        labels: ['O', 'B-PER', 'I-PER', 'O', 'B-LOC', 'O']
      }
    ]
  }))
  const run = () =>
    Buffer.from(
      encodeWeights(
        trainEntities(
          texts,
          ['uner'],
          network,
          new EntityKeys(codebook, gazetteer, forms),
          matrices(root, 64),
          {passes: 2}
        )
      )
    )
  assert.ok(run().equals(run()))
})
