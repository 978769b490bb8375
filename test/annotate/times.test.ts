import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {times} from '../../src/annotate/times.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {isoDate} from '../../src/model/date.ts'
import {Syntax} from '../../src/model/syntax.ts'
import {hostileUnits, piece} from './hostile-text.ts'

const stage = times(loadKnowledge())
const empty = new Syntax([], [])

function read(text: string) {
  return stage.run({
    id: 'x',
    sha256: '',
    url: null,
    outlet: null,
    title: null,
    publishedOn: null,
    text,
    passages: [{from: 0, to: text.length, kind: 'body', language: 'en'}],
    header: {
      dateline: null,
      agency: null,
      publishedOn: isoDate('2021-11-05'),
      title: null,
      outlet: null,
      language: 'en'
    },
    syntax: empty
  }).times!
}

const words =
  'May March 5 31 1 3rd 2021 2100 1000 843 99 1990s 30/2/2021 05-06-21 2021-02-31 15:30 25:70 p.m. Friday last next the following same that previous past few two hundred 3000 years year months day weeks century decade weekend quarter ago later before after between and to from since of in on - , . early late mid end beginning half summer Q1 first eve Christmas Ramadan Farvardin 1400 BC AD ago fifth today overnight night'.split(
    ' '
  )

test('reads any row of words of time, whatever it means, as times in order that do not overlap', () => {
  const row = fc.array(fc.oneof(fc.constantFrom(...words), piece), {maxLength: 24})
  fc.assert(
    fc.property(row, parts => {
      let end = 0
      for (const {from, to, when} of read(parts.join(' '))) {
        assert.ok(from >= end && to > from)
        end = to
        if (when && !when.from.startsWith('-')) assert.ok(isoDate(when.from) <= isoDate(when.to))
      }
    }),
    {numRuns: 3000, seed: 11}
  )
})

test('costs the length of a hostile text, not its square', () => {
  const units = [
    ...hostileUnits,
    'May 5 - ',
    '2014-',
    'from Monday to ',
    '1/1/',
    'two hundred ',
    '٣',
    'the ',
    '12:'
  ]
  for (const unit of units) {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      const start = process.cpuUsage().user
      read(text)
      return (process.cpuUsage().user - start) / 1000
    }
    time(5000)
    const [short, long] = [Math.max(time(6000), 6), time(48_000)]
    assert.ok(long < 28 * short, `"${unit}": ${short} ms for 6,000 units, ${long} ms for 48,000`)
  }
})
