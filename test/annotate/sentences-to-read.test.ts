import assert from 'node:assert/strict'
import test from 'node:test'
import {sentencesToRead} from '../../src/annotate/sentences-to-read.ts'
import {eventTypes} from '../../src/codebook/event-types.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'

const knowledge = loadKnowledge()
const isRead = sentencesToRead(knowledge)
const read = (...sentences: string[]) => isRead(sentences.map(sentence => sentence.split(' ')))

test('a sentence that may tell a happening is read, in every form of its words and in capitals', () => {
  assert.deepEqual(read('Gunmen attacked a bus .'), [true])
  assert.deepEqual(read('THREE PEOPLE WERE SHOT .'), [true])
})

test('a sentence that only credits somebody is read near one that tells, and not by itself', () => {
  assert.deepEqual(read('Gunmen attacked a bus .', 'Police said so .'), [true, true])
  assert.deepEqual(read('Police said so .'), [false])
})

test('a sentence about something else is left alone, also one with half a trigger', () => {
  assert.deepEqual(read('The company owns forty vehicles .', 'Gunmen attacked a bus .'), [false, true])
  assert.deepEqual(read('Officials threw a party .', 'The crowd threw stones .'), [false, true])
})

test('every example of an event type is read, of what only surrounds violence near it', () => {
  const examples = eventTypes(knowledge.codebook).flatMap(({rank, examples}) =>
    examples.map(text => ({rank, text: text.replace(/[.,]/g, ' $&').replace('-', ' - ')}))
  )
  const missed = examples.filter(({rank, text}) =>
    rank > 0 ? !read(text)[0] : !read('Gunmen attacked a bus .', text)[1]
  )
  assert.deepEqual(missed, [])
})
