import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {analyser} from '../../src/annotate/analysis.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'

const analyse = analyser(loadKnowledge())
const words = fc.array(fc.string({unit: 'binary', minLength: 1, maxLength: 8}), {minLength: 1, maxLength: 40})

test('any words get a tag, a head inside the sentence and a relation each, and one root', () => {
  fc.assert(
    fc.property(fc.array(words, {minLength: 1, maxLength: 4}), sentences => {
      for (const [s, {tags, heads, relations, labels}] of analyse(sentences).entries()) {
        const n = sentences[s]!.length
        assert.deepEqual([tags.length, heads.length, relations.length, labels.uner!.length], [n, n, n, n])
        assert.equal(Array.from(heads).filter(head => head === 0).length, 1)
        for (let i = 0; i < n; i++) {
          let at = i
          for (let steps = 0; heads[at]! > 0; steps++, at = heads[at]! - 1) assert.ok(steps < n, 'a circle')
        }
      }
    }),
    {numRuns: 100}
  )
})

test('what was read before changes nothing', () => {
  const sentence = ['Gunmen', 'attacked', 'a', 'bus', 'near', 'Kano', '.']
  const first = analyse([sentence])
  analyse(Array.from({length: 60}, (_, i) => Array.from({length: 60}, (_, k) => `word${i}x${k}`)))
  assert.deepEqual(analyse([sentence]), first)
  assert.deepEqual(analyse([['Others', 'fled', '.'], sentence])[1], first[0])
})
