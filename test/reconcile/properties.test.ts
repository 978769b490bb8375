import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import fc from 'fast-check'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {isIsoDate} from '../../src/model/date.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {createLinker} from '../../src/workflows/link.ts'

const knowledge = loadKnowledge()
const coder = createCoder(knowledge)
const link = createLinker(knowledge.codebook)
type Line = {url: string; outlet: string; publishedOn: string; title: string; text: string}
const lines = readFileSync('samples/station-square/reports.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Line)
const coded = lines.map(({publishedOn, ...line}) => {
  assert.ok(isIsoDate(publishedOn))
  return coder.code({...line, id: line.url, sha256: '', publishedOn})
})
const main = (reports: typeof coded) =>
  link(reports).toSorted((a, b) => b.reports.length - a.reports.length)[0]!
const figures = (reports: typeof coded) =>
  Object.fromEntries(
    Object.entries(main(reports).assessments.dateline!).map(([outcome, {low, best, high, contested}]) => [
      outcome,
      {low, best, high, contested}
    ])
  )

test('the order in which reports arrive changes nothing', () => {
  const expected = link(coded)
  fc.assert(
    fc.property(fc.shuffledSubarray(coded, {minLength: coded.length}), shuffled =>
      assert.deepEqual(link(shuffled), expected)
    ),
    {seed: 3, numRuns: 30}
  )
})

test('another copy of the wire story changes no figure', () => {
  const wire = coded.find(({report}) => report.outlet?.name === 'Andes Wire Service')!
  const copy = {
    ...wire,
    report: {
      ...wire.report,
      id: 'copy',
      url: 'https://example.org/copy',
      outlet: {id: 'copycat', name: 'Copycat Post'},
      agency: 'Andes Wire Service'
    }
  }
  assert.deepEqual(figures([...coded, copy]), figures(coded))
})

test('the sample: one incident of eight reports, deaths and injuries contested, the next day’s blockade apart', () => {
  const incident = main(coded)
  assert.equal(incident.reports.length, 8)
  const {killed, injured} = incident.assessments.dateline!
  assert.deepEqual([killed!.low, killed!.high, killed!.contested], [0, 2, true])
  assert.deepEqual([injured!.low, injured!.high, injured!.open, injured!.contested], [14, 50, true, true])
  assert.ok(!incident.reports.some(({url}) => url?.endsWith('blockade')))
})

test('a party never sets the figure alone, and a lone account is unconfirmed, not contested', () => {
  const radio = coded.filter(({report}) => report.url?.includes('radio-frente'))
  // The union alone tells of the wounded; of the dead the union (in the headline) and its station.
  const {injured} = main(radio).assessments.dateline!
  assert.equal(injured!.contested, false)
  assert.equal(injured!.unconfirmed, true)
})
