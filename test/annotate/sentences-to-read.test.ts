import assert from 'node:assert/strict'
import test from 'node:test'
import {sentencesToRead} from '../../src/annotate/sentences-to-read.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'

const isRead = sentencesToRead(loadKnowledge().codebook)
const read = (...sentences: string[]) => isRead(sentences.map(sentence => sentence.split(' ')))

test('a sentence that may tell a happening is read, in every form of its words and in capitals', () => {
  assert.deepEqual(read('Gunmen attacked a bus .'), [true])
  assert.deepEqual(read('THREE PEOPLE WERE SHOT .'), [true])
})

test('a sentence that only credits somebody is read near one that tells, and not by itself', () => {
  assert.deepEqual(read('Gunmen attacked a bus .', 'Police said so .'), [true, true])
  assert.deepEqual(read('Police said so .'), [false])
})

test('a sentence about something else is left alone', () => {
  assert.deepEqual(read('The company owns forty vehicles .', 'Gunmen attacked a bus .'), [false, true])
})
