import assert from 'node:assert/strict'
import {test} from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {header} from '../../src/extract/header.ts'
import {passages} from '../../src/extract/passages.ts'
import type {Report} from '../../src/model/report.ts'

const knowledge = loadKnowledge()
const split = passages(knowledge)
const head = header(knowledge)

function read(text: string, {marks = {}, ...rest}: Partial<Report> & {marks?: Record<string, string>} = {}) {
  const marked = Object.entries(marks).map(([words, kind]) => ({
    from: text.indexOf(words),
    to: text.indexOf(words) + words.length,
    kind: kind as 'caption'
  }))
  const report: Report = {
    id: '',
    sha256: '',
    url: null,
    outlet: null,
    title: null,
    publishedOn: null,
    ...rest,
    ...(marked.length > 0 && {marked}),
    text
  }
  const found = split.run(report).passages
  return {
    passages: found.map(({from, to, kind}) => [kind, text.slice(from, to)]),
    header: head.run({...report, passages: found}).header
  }
}

const text =
  'A street in Dorna after the clash\n\nDORNA (Norwire) – Police fired tear gas at traders on Monday.\n\nMarket to reopen in May, the council says\n\nFour were hurt.'

test('what the page marks stays as it marked it, and the rest is read as if that were not there', () => {
  const {passages: found, header: said} = read(text, {
    marks: {
      'A street in Dorna after the clash': 'caption',
      'Market to reopen in May, the council says': 'boilerplate'
    }
  })
  assert.deepEqual(found, [
    ['caption', 'A street in Dorna after the clash'],
    ['boilerplate', 'DORNA (Norwire) –'],
    ['body', 'Police fired tear gas at traders on Monday.'],
    ['boilerplate', 'Market to reopen in May, the council says'],
    ['body', 'Four were hurt.']
  ])
  assert.equal(said.dateline?.place, 'Dorna')
})

test('without marks the words decide', () => {
  assert.deepEqual(
    read(text).passages.map(([kind]) => kind),
    ['title', 'boilerplate', 'body']
  )
})

test('a byline that names an agency credits it, where the text credits none and the outlet is another', () => {
  const plain = 'Police fired tear gas at traders in Dorna on Monday, and four were hurt.'
  const agencyOf = (report: Partial<Report>, words = plain) => read(words, report).header.agency?.name
  assert.equal(agencyOf({outlet: 'Lagoon Herald', byline: 'Jane Roe, Reuters'}), 'Reuters')
  assert.equal(agencyOf({outlet: 'Lagoon Herald', byline: 'By The Associated Press'}), 'AP')
  assert.equal(agencyOf({outlet: 'Lagoon Herald', byline: 'By Jane Apton'}), undefined)
  assert.equal(agencyOf({outlet: 'Reuters', byline: 'Reuters'}), undefined)
  assert.equal(agencyOf({outlet: 'Lagoon Herald', byline: 'Reuters'}, `DORNA, May 9 (AFP) - ${plain}`), 'AFP')
})
