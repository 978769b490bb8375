import assert from 'node:assert/strict'
import test from 'node:test'
import {headed} from '../../src/extract/headed.ts'
import type {ReportRecord} from '../../src/model/report.ts'

const record = (title: string | null, text: string, marked?: ReportRecord['marked']): ReportRecord => ({
  url: null,
  outlet: null,
  publishedOn: null,
  title,
  text,
  ...(marked && {marked})
})

test('a headline stands over the text as its title, and what is marked moves with its words', () => {
  const text = 'Police came.\n\nPhoto: M. Oru'
  const {text: made, marked} = headed(record('Raid on Sembe', text, [{kind: 'caption', from: 14, to: 27}]))
  assert.equal(made, `Raid on Sembe\n\n${text}`)
  assert.deepEqual(
    marked!.map(({kind, from, to}) => [kind, made.slice(from, to)]),
    [
      ['title', 'Raid on Sembe'],
      ['caption', 'Photo: M. Oru']
    ]
  )
})

test('a text that begins with its headline, however it is set, and one without a headline stay as they are', () => {
  for (const same of [
    record('Raid on Sembe', 'RAID ON SEMBE!\n\nPolice came.'),
    record(null, 'Police came.')
  ])
    assert.equal(headed(same), same)
})
