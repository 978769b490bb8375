import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {Figure} from '../../src/model/assessment.ts'
import {isoDate} from '../../src/model/date.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {createLinker} from '../../src/workflows/link.ts'

const knowledge = loadKnowledge({registry: 'cases/registry'})
const coder = createCoder(knowledge)
const link = createLinker(knowledge.codebook)

test('"of the Sabres" names a side, though its name is cut short', () => {
  const figure = killedIn(
    'The Volta Sabres Brigade fought the Oru Banner Front at Jos on Tuesday. The hospital in Jos said nine people were killed. ' +
      'The Front said 25 of the Sabres were killed.'
  )
  assert.equal(figure.best, 9)
  assert.deepEqual([figure.byGroup.militants?.low, figure.byGroup.militants?.high], [25, 25])
})

test('"of the Valley" names no side', () => {
  const figure = killedIn(
    'The Volta Sabres Brigade fought the Oru Banner Front at Jos on Tuesday. The hospital in Jos said nine people were killed. ' +
      'The mayor said 25 people of the Valley were killed.'
  )
  assert.equal(figure.byGroup.militants, undefined)
})

test('some of a group are no other count of it', () => {
  const figure = killedIn(
    'A bomb went off at a police post in Jos on Tuesday. The police chief said 13 policemen were killed, two of them women.'
  )
  assert.equal(figure.byGroup['security-forces']?.low, 13)
})

function killedIn(text: string): Figure {
  const report = coder.code({
    id: 'r1',
    sha256: '',
    url: null,
    outlet: 'Highland Herald',
    title: null,
    publishedOn: isoDate('2024-03-06'),
    text
  })
  return link([report])[0]!.assessments.dateline!.killed as Figure
}
