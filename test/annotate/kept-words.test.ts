import assert from 'node:assert/strict'
import test from 'node:test'
import {KeptWords} from '../../src/annotate/kept-words.ts'

test('a word keeps its number while there is room', () => {
  const kept = new KeptWords(3)
  kept.makeRoom(2)
  const [a, b] = [kept.add('a'), kept.add('b')]
  assert.notEqual(a, b)
  assert.equal(kept.numberOf('a'), a)
  assert.equal(kept.numberOf('c'), -1)
})

test('words used but once make room, words used again stay', () => {
  const kept = new KeptWords(3)
  const often = kept.add('often')
  kept.add('once')
  kept.add('twice')
  kept.numberOf('often')
  kept.numberOf('twice')
  kept.makeRoom(1)
  assert.equal(kept.numberOf('once'), -1)
  assert.equal(kept.numberOf('often'), often)
})

test('where that is not enough, all make room', () => {
  const kept = new KeptWords(2)
  for (const word of ['a', 'b']) {
    kept.add(word)
    kept.numberOf(word)
  }
  kept.makeRoom(2)
  assert.equal(kept.numberOf('a'), -1)
  assert.deepEqual(new Set([kept.add('c'), kept.add('d')]), new Set([0, 1]))
})

test('more words than asked room for are refused', () => {
  const kept = new KeptWords(1)
  kept.add('a')
  assert.throws(() => kept.add('b'), /makeRoom/)
})
