import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {copiesAmong} from '../../src/reconcile/copies.ts'

const words = fc.array(fc.integer({min: 0, max: 5000}), {minLength: 40, maxLength: 80})
const said = (numbers: readonly number[]) => numbers.map(number => `w${number}`).join(' ')

test('a text with the first half cut off, and one with a paragraph more, are copies of the first', () => {
  fc.assert(
    fc.property(words, words, (own, more) => {
      const text = said(own)
      const [first, cut, longer] = copiesAmong([
        text,
        said(own.slice(own.length / 2)),
        `${said(more)}. ${text}`
      ])
      assert.equal(first, null)
      assert.equal(cut?.original, 0)
      assert.equal(longer?.original, 0)
    }),
    {seed: 1, numRuns: 50}
  )
})

test('a copy of a copy is one of the first, and its passage is what both hold', () => {
  const text = said(Array.from({length: 60}, (_, i) => i))
  const texts = [text, `Lead. ${text}`, `Lead. ${text} End of the news for today.`]
  const found = copiesAmong(texts)
  assert.deepEqual(
    found.map(copy => copy?.original),
    [undefined, 0, 0]
  )
  const {here, there, from} = found[2]!.passage
  const passage = texts[2]!.slice(here.from, here.to)
  assert.equal(passage, texts[from]!.slice(there.from, there.to))
  assert.ok(passage.includes(text))
})

test('two texts in their own words are no copies, though they quote one long statement', () => {
  const statement = said(Array.from({length: 25}, (_, i) => 9000 + i))
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({min: 0, max: 4000}), {minLength: 100, maxLength: 100}),
      numbers => {
        const [one, other] = [said(numbers.slice(0, 50)), said(numbers.slice(50))]
        assert.deepEqual(copiesAmong([`${one} ${statement}`, `${other} ${statement}`]), [null, null])
      }
    ),
    {seed: 2, numRuns: 50}
  )
})

test('bulletins of a line say the same by themselves', () => {
  assert.deepEqual(
    copiesAmong(['Blast hits Jos market, nine people dead', 'Blast hits Jos market, nine people dead']),
    [null, null]
  )
})
