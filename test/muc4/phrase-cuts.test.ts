import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {muc4Codebook} from '../../src/muc4/codebook.ts'
import {mentionsOf} from '../../src/muc4/mentions.ts'
import {cutsOf, plainWords} from '../../src/muc4/phrase-cuts.ts'
import {itemReader} from '../../training/muc4/reader.ts'

const knowledge = loadKnowledge()
const {lexicon} = muc4Codebook(knowledge.codebook)
const annotate = itemReader(knowledge)

const cuts = (text: string) => {
  const report = annotate({
    id: 't1',
    headerPlace: null,
    headerCountry: null,
    headerDateISO: null,
    headerSource: null,
    tags: [],
    text
  })
  return mentionsOf(report, lexicon).flatMap(mention =>
    cutsOf(report.syntax, report.text, mention).map(cut => cut.text)
  )
}

test('a phrase is cut with and without numbers, adjectives and what follows', () => {
  const found = cuts('AT LEAST THREE HOODED MEN ATTACKED THE OFFICES OF THE NEWSPAPER IN LIMA.')
  for (const words of ['MEN', 'HOODED MEN', 'THREE HOODED MEN', 'AT LEAST THREE HOODED MEN'])
    assert.ok(found.includes(words), words)
  for (const words of ['OFFICES', 'OFFICES OF THE NEWSPAPER']) assert.ok(found.includes(words), words)
})

test('words are cut whole, and no mark or article stands at an end', () => {
  const found = cuts('A FOUR-PERSON REBEL GROUP KILLED THE "LEADER" OF THE "RED TIE," A BAND.')
  assert.ok(found.length > 0)
  for (const words of found) assert.doesNotMatch(words, /^(["'(,\s-]|THE |AN? )|["',\s]$/, words)
})

test('cuts that differ in articles and punctuation alone are one', () => {
  assert.equal(plainWords('the "Shining Path" of a U.S. town'), 'SHINING PATH OF US TOWN')
})
