import assert from 'node:assert/strict'
import test from 'node:test'
import type {Token} from '../../src/model/syntax.ts'
import {addVector, numberOfWord, wordVectorsOf} from '../../src/muc4/word-vectors.ts'

const vectors = wordVectorsOf({
  lists: {words: ['bridge', 'burn']},
  arrays: {values: Int8Array.of(127, -127, 100, 0), scales: Float32Array.of(0.5, 0.01)}
})
const word = (lower: string, lemma: string) => ({lower, lemma}) as Token

test('a word has its own point, else that of its lemma, else none', () => {
  assert.equal(numberOfWord(vectors, word('bridge', 'bridge')), 0)
  assert.equal(numberOfWord(vectors, word('burnt', 'burn')), 1)
  assert.equal(numberOfWord(vectors, word('pylon', 'pylon')), -1)
})

test('a share of a point is added where it is wanted', () => {
  const to = Float32Array.of(1, 1, 1)
  addVector(vectors, 1, 0.5, to, 1)
  assert.deepEqual(
    [...to].map(value => Math.round(value * 1000) / 1000),
    [1, 1.5, 1]
  )
})
