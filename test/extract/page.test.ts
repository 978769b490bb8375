import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {readPage} from '../../src/extract/page.ts'

const read = (html: string) =>
  readPage(new TextEncoder().encode(html), {
    mediaType: 'text/html; charset=utf-8',
    url: 'https://oru.example/a'
  })

const towns = ['Dorna', 'Telma', 'Oru', 'Kutra', 'Sembe', 'Rimba', 'Lasko', 'Venna']
const paragraphs = towns.map(
  town =>
    `Police fired tear gas at traders who had shut the old market of ${town} on Monday, and four people were hurt there.`
)
const prose = paragraphs.map(words => `<p>${words}</p>`).join('')

/** Far above what it takes, far below the ten seconds after which a page is given up. */
const generousMs = 5000

const hostile: Readonly<Record<string, string>> = {
  'five thousand nested divs': '<div>'.repeat(5000) + prose + '</div>'.repeat(5000),
  'two hundred thousand nested divs': '<div>'.repeat(200_000) + prose,
  'five thousand nested tables': '<table><tr><td>'.repeat(5000) + prose,
  'nested lists left open': '<ul><li><b>'.repeat(3000) + prose,
  'fonts left open in every paragraph': paragraphs.map(words => `<font><b><p>${words}`).join(''),
  'many empty siblings': '<i></i>'.repeat(20_000) + prose,
  'a hundred thousand attributes': `<div ${Array.from({length: 100_000}, (_, i) => `a${i}=1`).join(' ')}>${prose}`,
  'an attribute of a megabyte': `<div class="${'share '.repeat(200_000)}">${prose}`,
  'JSON-LD nested without end': `<script type="application/ld+json">${'['.repeat(100_000)}</script>${prose}`,
  'a tag that never ends': `${prose}<div class="`
}

for (const [name, html] of Object.entries(hostile)) {
  test(`a page with ${name} is read in a moment`, () => {
    const started = performance.now()
    const record = read(`<html><body>${html}`)
    assert.ok(performance.now() - started < generousMs)
    assert.ok('text' in record, 'reason' in record ? record.reason : '')
    for (const words of paragraphs) assert.ok(record.text.includes(words), words)
  })
}

test('pieces of pages in any order give a text with marks in order, or a reason, and the same each time', () => {
  const pieces = [
    ...paragraphs.map(words => `<p>${words}</p>`),
    '<div>',
    '</div>',
    '<p>',
    '</body>',
    '<ul><li>One<li>two</ul>',
    '<figure><figcaption>A street. Photo: R. Oru</figcaption></figure>',
    '<blockquote class="twitter-tweet"><p>Shots</p>&mdash; Oru (@oru) <a href="https://twitter.com/oru/status/1">May 9, 2022</a></blockquote>',
    '<div class="share">Share</div>',
    '<p class="byline">By Jane Roe</p>',
    '<h2><a href="/x">Another report of the day</a></h2>',
    '<table><tr><td>a<td>b</table>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&#1575;&amp;&nbsp;'
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 25}), chosen => {
      const record = read(chosen.join('\n'))
      assert.deepEqual(read(chosen.join('\n')), record)
      if ('reason' in record) return
      let end = 0
      for (const {from, to} of record.marked ?? []) {
        assert.ok(from >= end && to > from && to <= record.text.length)
        assert.equal(record.text.slice(from, to).trim(), record.text.slice(from, to))
        end = to
      }
      assert.equal(record.text, record.text.trim())
      assert.doesNotMatch(record.text, /<\/?(?:p|div|script)\b|\n{3}/)
    }),
    {numRuns: 150, seed: 7}
  )
})

test('no bytes give a reason, bytes that are no page no error', () => {
  assert.match((read('') as {reason: string}).reason, /^holds no text/)
  const noise = Uint8Array.from({length: 4000}, (_, i) => (i * 7919) % 256)
  assert.doesNotThrow(() => readPage(noise, {mediaType: null, url: null}))
})

test('a page that has its letters as references is read like any other', () => {
  const references = [...paragraphs.join(' ')].map(letter => `&#${letter.codePointAt(0)};`).join('')
  const record = read(`<p>${references}</p>`)
  assert.equal('text' in record && record.text, paragraphs.join(' '))
})
