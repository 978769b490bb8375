import assert from 'node:assert/strict'
import test from 'node:test'
import {readStamp} from '../../src/extract/feed/stamp.ts'

const day = (words: string) => readStamp(words)?.day ?? null
const at = (words: string) => readStamp(words)?.at ?? null

test('the day is the one written, whatever the zone', () => {
  assert.deepEqual(readStamp('Tue, 05 Mar 2024 23:30:00 -0500'), {
    day: '2024-03-05',
    at: '2024-03-06T04:30:00.000Z'
  })
  assert.deepEqual(readStamp('2024-03-05T00:30:00+03:00'), {
    day: '2024-03-05',
    at: '2024-03-04T21:30:00.000Z'
  })
})

test('dates of RFC 822 are read with their obsolete forms', () => {
  assert.equal(at('5 Mar 24 10:00 EST'), '2024-03-05T15:00:00.000Z')
  assert.equal(at('Wednesday, 5 March 2024 10:00:07 UT'), '2024-03-05T10:00:07.000Z')
  assert.equal(day('01 Feb 97 10:00 GMT'), '1997-02-01')
})

test('dates of W3CDTF and ISO 8601 are read', () => {
  assert.equal(day('2024-03-05'), '2024-03-05')
  assert.equal(at('20240305T101500Z'), '2024-03-05T10:15:00.000Z')
  assert.equal(at('2024-03-05 10:15:30.123+0300'), '2024-03-05T07:15:30.000Z')
  assert.equal(day('2024-065'), '2024-03-05')
})

test('what is often written in their place is read', () => {
  assert.equal(at('Tue Mar  5 10:00:00 UTC 2024'), '2024-03-05T10:00:00.000Z')
  assert.equal(at('March 5th, 2024 3:04 PM GMT'), '2024-03-05T15:04:00.000Z')
  assert.equal(day('5 mars 2024'), '2024-03-05')
  assert.equal(day('الثلاثاء, 05 مارس 2024 10:00:00 +0000'), '2024-03-05')
  assert.equal(day('05-Mar-24'), '2024-03-05')
})

test('a time without its zone, or with one of several zones, is no instant', () => {
  for (const words of [
    '2024-03-05T10:00:00',
    'Tue, 05 Mar 2024 10:00:00 IST',
    'Tue, 05 Mar 2024 25:00:00 GMT'
  ])
    assert.deepEqual(readStamp(words), {day: '2024-03-05', at: null}, words)
})

test('what names no day, or one of two, is none', () => {
  for (const words of [
    '2024',
    '2024-03',
    '05/03/2024',
    '2024-02-30',
    '31 Feb 2024 10:00 GMT',
    'yesterday',
    '',
    '9'.repeat(5000)
  ])
    assert.equal(day(words), null, words.slice(0, 20))
})

test('what software writes where it knows no date is none', () => {
  assert.equal(day('Thu, 01 Jan 1970 00:00:00 GMT'), null)
  assert.equal(day('0001-01-01T00:00:00Z'), null)
})

test('years of another calendar are none', () => {
  for (const words of ['1402/12/15 10:00', '1445-08-24', 'Tue, 05 Mar 2567 10:00:00 +0700'])
    assert.equal(day(words), null, words)
})
