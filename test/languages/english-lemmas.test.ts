import assert from 'node:assert/strict'
import test from 'node:test'
import {lemmatizerOf} from '../../src/annotate/lemmatizer.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'

const lemma = lemmatizerOf(loadKnowledge())

test('plurals in -men are of -man, listed or not', () => {
  for (const [form, base] of [
    ['newsmen', 'newsman'],
    ['CREWMEN', 'crewman'],
    ['congresswomen', 'congresswoman'],
    ['gunmen', 'gunman'],
    ['women', 'woman']
  ] as const)
    assert.equal(lemma(form, 'NNS'), base)
})

test('other words that end so stay as they are', () => {
  for (const word of ['turkmen', 'specimen', 'omen']) assert.equal(lemma(word, 'NNS'), word)
})
