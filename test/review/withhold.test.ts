import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {coarseBox, coarseDegrees} from '../../src/review/coarse-place.ts'
import {reportsQuoted, withhold} from '../../src/review/withhold.ts'

const names = ['Karim Haddad', 'لمى الخطيب', 'Zoë Müller']
const shown = (text: string) => withhold({text}, {names, texts: new Map()}).text

test('a name is withheld however it is written: case, accents, vowel marks, kinds of alef, joined words, addresses', () => {
  const cases = {
    'KARIM  HADDAD spoke': '[name] spoke',
    'by Karim Haddad’s shop': 'by [name]’s shop',
    'Zoe Muller and Zoë Müller': '[name] and [name]',
    'قالت لَمَى الخطيب': 'قالت [name]',
    'ولمى الخطيب': 'و[name]',
    'https://paper.example/2024/karim-haddad-dies': 'https://paper.example/2024/[name]-dies'
  }
  for (const [text, wanted] of Object.entries(cases)) assert.equal(shown(text), wanted)
  assert.equal(
    shown(`https://paper.example/${encodeURIComponent('لمى-الخطيب')}`),
    'https://paper.example/[name]'
  )
})

test('where the whole name stands, its first and last word are withheld too, as names alone', () => {
  assert.equal(
    shown('Karim Haddad ran. Haddad said so; Karim fell.'),
    '[name] ran. [name] said so; [name] fell.'
  )
  assert.equal(shown('Haddad said so'), 'Haddad said so')
  assert.equal(shown('Karima Haddadin came'), 'Karima Haddadin came')
  const may = withhold('May Young died. It may be young people.', {names: ['May Young'], texts: new Map()})
  assert.equal(may, '[name] died. It may be young people.')
})

test('ways to reach a source are withheld; numbers of people, days and hashes are not', () => {
  assert.equal(
    shown('Write to l.k@mail.example or +49 30 901820, tel: 030 90182.'),
    'Write to [contact] or [contact], tel: [contact].'
  )
  for (const text of [
    '1,200 to 1,500 on 2024-03-05',
    'between 100-200 people',
    'sha 00123456789abcdef',
    'at 09:30, 20 of 4000000'
  ])
    assert.equal(shown(text), text)
})

test('every quote stands at its place in the text as it is shown', () => {
  const text = 'Karim Haddad (+49 30 901820) said two men died. Haddad wept.'
  const quote = (words: string) => ({
    from: text.indexOf(words),
    to: text.indexOf(words) + words.length,
    text: words
  })
  const report = {
    report: {id: 'r1', text},
    passages: [{from: 0, to: text.length, kind: 'body', author: '@karim', links: ['https://x.example']}],
    claims: [{quote: quote('two men died'), evidence: [quote('Karim Haddad (+49'), quote('Haddad wept')]}]
  }
  const coded = withhold(report, {names, texts: new Map()})
  assert.equal(coded.report.text, '[name] ([contact]) said two men died. [name] wept.')
  assert.deepEqual(Object.keys(coded.passages[0]!), ['from', 'to', 'kind'])
  const quotes = [coded.claims[0]!.quote, ...coded.claims[0]!.evidence]
  for (const {from, to, text: words} of quotes) assert.equal(coded.report.text.slice(from, to), words)
  assert.equal(quotes[0]!.text, 'two men died')

  const incident = {claims: [{report: 'r1', quote: quote('two men died')}]}
  assert.deepEqual(reportsQuoted(incident), ['r1'])
  assert.deepEqual(withhold(incident, {names, texts: new Map([['r1', text]])}).claims[0]!.quote, quotes[0])
})

test('whatever stands around a name, the name is gone and every offset still leads to its words', () => {
  const word = fc.constantFrom(
    'Karim Haddad',
    'karim haddad',
    'said',
    'x@y.example',
    '٣٠',
    'لمى الخطيب',
    '😀',
    '\r\n',
    'Haddad',
    '.'
  )
  fc.assert(
    fc.property(fc.array(word, {maxLength: 12}), fc.nat(), fc.nat(), (words, a, b) => {
      const text = words.join(' ')
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
        number,
        number
      ]
      const given = {report: {id: 'r', text}, quote: {from, to, text: text.slice(from, to)}}
      const answer = withhold(given, {names, texts: new Map()})
      assert.equal(answer.report.text.slice(answer.quote.from, answer.quote.to), answer.quote.text)
      assert.doesNotMatch(JSON.stringify(answer), /karim haddad|لمى الخطيب|x@y/i)
    }),
    {numRuns: 300, seed: 5}
  )
})

test('a place is shown by the middle of a fixed cell, as wide as it is exact; nothing that is asked moves it', () => {
  const place = (precision: string, lat: number, lon: number) => ({name: 'Telma', lat, lon, precision})
  const at = <Value>(value: Value) => withhold(value, {names: [], texts: new Map()})
  assert.deepEqual(at({place: place('site', 33.3121, 44.3834)}), {place: place('site', 33.35, 44.35)})
  assert.deepEqual(at({place: place('admin1', -17.98, -67.15)}), {place: place('admin1', -17.75, -67.25)})
  // What the tables make of a place is no finer than the place.
  const coded = {
    places: [place('area', 33.3121, 44.3834)].map(own => ({id: 'p1', ...own})),
    incidents: [{place: 'p1', codings: {acled: {latitude: 33.3121, longitude: 44.3834}}}]
  }
  assert.deepEqual(at(coded).incidents[0]!.codings.acled, {latitude: 33.375, longitude: 44.375})
  for (const degrees of [-179.999, -0.05, 0, 12.3456, 179.999])
    for (const precision of ['site', 'town', 'area', 'admin1', 'country'])
      assert.equal(
        coarseDegrees(coarseDegrees(degrees, precision), precision),
        coarseDegrees(degrees, precision)
      )
  assert.deepEqual(coarseBox([44.31, 33.1, 44.32, 33.2]), [44, 33, 45, 34])
})
