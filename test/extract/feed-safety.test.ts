import assert from 'node:assert/strict'
import test from 'node:test'
import {readFeed} from '../../src/extract/feed.ts'

const read = (text: string) =>
  readFeed(new TextEncoder().encode(text), {mediaType: null, url: 'https://plateau.example/rss'})

function entryOf(text: string) {
  const feed = read(text)
  assert.ok(!('reason' in feed), 'reason' in feed ? feed.reason : '')
  return feed.entries[0]!
}

const rss = (item: string) =>
  `<rss version="2.0"><channel><title>Plateau</title><item><title>t</title>${item}</item></channel></rss>`
const description = (written: string) => rss(`<description><![CDATA[${written}]]></description>`)

/** Far above what any of these takes on a busy machine, far below what an expansion or a quadratic walk would. */
const hangMs = 10_000

function timed<T>(run: () => T): T {
  const from = performance.now()
  const result = run()
  assert.ok(performance.now() - from < hangMs, 'takes too long')
  return result
}

// SAFETY H4
test('entities that a feed declares are never expanded', () => {
  const levels = Array.from({length: 9}, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')
  const laughs = `<!DOCTYPE rss [<!ENTITY a0 "ha">${levels}]>${rss('<description>&a9; at Dorna</description>')}`
  assert.equal(timed(() => entryOf(laughs)).text, '&a9; at Dorna')
  const quadratic = `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(100_000)}">]>${rss(`<description>${'&a;'.repeat(50_000)}</description>`)}`
  assert.equal(timed(() => entryOf(quadratic)).text, '&a;'.repeat(50_000))
})

test('nothing outside the feed is read for it', () => {
  const outside = [
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE rss SYSTEM "https://plateau.example/rss.dtd" [<!ENTITY x SYSTEM "https://plateau.example/x">]>',
    '<!DOCTYPE rss [<!ENTITY % p SYSTEM "https://plateau.example/p.dtd"> %p; <!ENTITY x PUBLIC "-//X" "x.txt">]>'
  ]
  for (const doctype of outside) {
    const feed = read(
      `<?xml version="1.0"?><!-- a > b --><?x y?>${doctype}${rss('<description>&x; fell</description>')}`
    )
    assert.ok(!('reason' in feed))
    assert.equal(feed.entries[0]!.text, '&x; fell')
    assert.deepEqual(feed.problems, ['declares entities of its own, which are not read'])
  }
})

test('a declaration that does not end is a reason, and quotes and comments in one do not end it', () => {
  const open = read('<!DOCTYPE rss [<!ENTITY a "b">')
  assert.ok('reason' in open && /does not end/.test(open.reason))
  const tricky = `<!DOCTYPE rss [<!ENTITY a "]>"><!-- ]> " --><!ENTITY b '>'>]>${rss('<description>One shell.</description>')}`
  assert.equal(entryOf(tricky).text, 'One shell.')
})

test('what looks like a declaration within a text stays', () => {
  assert.equal(entryOf(rss('<description>&lt;!DOCTYPE html> One.</description>')).text, 'One.')
})

test('no text of a feed has markup or script in it, and no link leads but to a page', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<ScRiPt src=//x.example/a.js></sCrIpT >',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)><p onclick="a()">',
    '<a href="javascript:alert(1)" onmouseover=\'x\'>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>p{background:url(javascript:alert(1))}</style>',
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    '<!--<img src="--><img src=x onerror=alert(1)//">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea><script>alert(1)</script></textarea>',
    '<template><script>alert(1)</script></template>',
    '<a href="java\tscript:alert(1)">',
    '<object data="data:text/html,x"></object><embed src=x>',
    '<form action="vbscript:x"><input onfocus=a()></form>'
  ]
  for (const markup of hostile) {
    const {text} = entryOf(description(`<p>Before.</p>${markup}<p>After.</p>`))
    assert.doesNotMatch(text, /<[a-z/!]|javascript:|vbscript:|data:|\bon\w+=|alert\(/i, markup)
    assert.match(text, /^Before\./, markup)
    const title = entryOf(rss(`<title>a</title>`).replace('>a<', `><![CDATA[${markup}Dorna]]><`)).title ?? ''
    assert.doesNotMatch(title, /<[a-z/!]|javascript:|alert\(/i, markup)
  }
  for (const link of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/x',
    ' \tjavascript:a()',
    'mailto:a@b.example',
    'http://'
  ])
    assert.equal(entryOf(rss(`<link>${link}</link>`)).url, null, link)
})

test('deep, long and endless markup is read or refused, and soon', () => {
  const many = 30_000
  const inputs: Record<string, string> = {
    'nested elements': rss('<a>'.repeat(many)),
    'nested after a fault': `${rss('')}<!--`.replace('<channel>', `<channel>${'<a>'.repeat(many)}`),
    'nested text': description(`${'<div>'.repeat(many)}One shell.`),
    'nested xhtml': `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>${'<b>'.repeat(many)}</div></content></entry></feed>`,
    'open comments': rss('<!--'.repeat(many)),
    'open CDATA': rss(`<description>${'<![CDATA['.repeat(many)}`),
    'open titles': rss('<title>'.repeat(many)),
    attributes: rss(`<a ${Array.from({length: many}, (_, i) => `a${i}=""`).join(' ')}/>`),
    brackets: rss(`<author>${'('.repeat(many)}</author>`),
    ampersands: rss(`<description>${'&'.repeat(many)}</description>`),
    'less-than': `<rss>${'<'.repeat(many)}`,
    comments: `${'<!-- a -->'.repeat(many)}One.`,
    quotes: `<!DOCTYPE rss [${'"'.repeat(many)}`,
    'reserved names': rss('<__proto__>a</__proto__><constructor>b</constructor>'),
    arrays: `{"version":"https://jsonfeed.org/version/1.1","title":"a","items":${'['.repeat(many)}${']'.repeat(many)}}`
  }
  for (const [name, text] of Object.entries(inputs)) timed(() => read(text)) ?? assert.fail(name)
})

test('a feed too large is refused before it is read, one of too many entries is read in part', () => {
  const large = readFeed(new Uint8Array(17 * 2 ** 20), {mediaType: null, url: null})
  assert.ok('reason' in large && /larger than 16 MB/.test(large.reason))
  const many = read(
    `<rss version="2.0"><channel>${'<item><guid>1</guid></item>'.repeat(10_500)}</channel></rss>`
  )
  assert.ok(!('reason' in many))
  assert.equal(many.entries.length, 10_000)
  assert.match(many.problems[0]!, /more than 10000 entries/)
})
