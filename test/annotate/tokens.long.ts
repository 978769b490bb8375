/** Doubling a hostile text may not more than about triple the time; the fastest of three runs counts. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {abbreviationsOf} from '../../src/annotate/abbreviations.ts'
import {sentenceStarts} from '../../src/annotate/sentences.ts'
import {tokenize} from '../../src/annotate/tokens.ts'
import {loadCodebook} from '../../src/codebook/codebook.ts'
import {hostileUnits} from './hostile-text.ts'

const {keepStop, neverEnd} = abbreviationsOf(loadCodebook('codebook'))
const unitsOfLength = 300_000
/** Below this a run is too short to compare. */
const floorMs = 25

function fastestMs(text: string): number {
  const times = [1, 2, 3].map(() => {
    const startedAt = performance.now()
    const tokens = tokenize(text, {from: 0, to: text.length}, keepStop)
    sentenceStarts(text, tokens, neverEnd)
    return performance.now() - startedAt
  })
  return Math.min(...times)
}

for (const unit of hostileUnits) {
  test(`a text of ${JSON.stringify(unit)} takes time as its length`, () => {
    const once = fastestMs(unit.repeat(unitsOfLength / unit.length))
    const twice = fastestMs(unit.repeat((2 * unitsOfLength) / unit.length))
    assert.ok(twice <= 3.5 * Math.max(once, floorMs), `${once.toFixed()} ms, then ${twice.toFixed()} ms`)
  })
}
