import assert from 'node:assert/strict'
import test from 'node:test'
import {chainScores} from '../../evaluation/chain-scores.ts'
import {textOfWords} from '../../evaluation/words-to-text.ts'

test('gives the figures that Pradhan et al. 2014 work out by hand', () => {
  const gold = ['abc', 'defg'].map(keys => [...keys])
  const found = ['ab', 'cd', 'fghi'].map(keys => [...keys])
  const {muc, bCubed, ceafE} = chainScores([{gold, found}])
  assert.deepEqual(muc, {precision: 40, recall: 40, f1: 40})
  assert.deepEqual(bCubed, {precision: 50, recall: 41.67, f1: 45.45})
  assert.deepEqual(ceafE, {precision: 43.33, recall: 65, f1: 52})
})

test('gives full marks to the same chains in another order', () => {
  const {conll} = chainScores([
    {
      gold: [
        ['a', 'b'],
        ['c', 'd', 'e']
      ],
      found: [
        ['e', 'c', 'd'],
        ['b', 'a']
      ]
    }
  ])
  assert.deepEqual(conll, {precision: 100, recall: 100, f1: 100})
})

test('puts words together as a text and tells where they stand', () => {
  const {text, words} = textOfWords(['A', 'toll', 'Police', 'said', ':', '"', 'No', '"', '.'], [0, 2])
  assert.equal(text, 'A toll\n\nPolice said: "No".')
  assert.equal(text.slice(words[6]!.from, words[6]!.to), 'No')
})
