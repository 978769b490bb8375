import assert from 'node:assert/strict'
import test from 'node:test'
import type {Claim} from '../../src/model/contract.ts'
import {claimsAt, hiddenMarks, paragraphsOf, underlineOf} from '../../web/src/screens/reader/highlights.ts'

test('paragraphs keep their offsets, whatever ends a line', () => {
  const text = 'One 😀 line\r\n\r\nسطر ثان\nThird\u2028part\r\n'
  const paragraphs = paragraphsOf(text)
  assert.deepEqual(
    paragraphs.map(({words}) => words),
    ['One 😀 line', 'سطر ثان', 'Third\u2028part']
  )
  for (const {from, to, words} of paragraphs) assert.equal(text.slice(from, to), words)
})

test('marks that turn the direction are named with their places', () => {
  const [paragraph] = paragraphsOf('\nsafe \u202ereversed\u202c')
  assert.deepEqual(hiddenMarks(paragraph!), ['U+202E [6]', 'U+202C [15]'])
})

const claim = (id: string, from: number, to: number, more: Partial<Claim> = {}) =>
  ({
    id,
    quote: {from, to, text: ''},
    polarity: 'affirmed',
    realis: 'happened',
    about: 'event',
    ...more
  }) as Claim

test('of claims that overlap the smallest is meant', () => {
  const claims = [claim('c1', 0, 40), claim('c2', 10, 20), claim('c3', 15, 30)]
  assert.deepEqual(
    claimsAt(claims, 16).map(({id}) => id),
    ['c2', 'c3', 'c1']
  )
  assert.deepEqual(claimsAt(claims, 40), [])
})

test('fact, threat, toll, denial and background have each their line', () => {
  assert.equal(underlineOf(claim('c1', 0, 1)), 'happened')
  assert.equal(underlineOf(claim('c1', 0, 1, {about: 'casualties'})), 'casualties')
  assert.equal(underlineOf(claim('c1', 0, 1, {about: 'casualties', polarity: 'denied'})), 'unconfirmed')
  assert.equal(underlineOf(claim('c1', 0, 1, {realis: 'prevented'})), 'otherwise')
  assert.equal(underlineOf(claim('c1', 0, 1, {about: 'threat'})), 'otherwise')
  assert.equal(underlineOf(claim('c1', 0, 1, {about: 'affiliation'})), 'background')
})
