import assert from 'node:assert/strict'
import test from 'node:test'
import {type Feed, type FeedEntry, readFeed} from '../../src/extract/feed.ts'

const source = {mediaType: null, url: 'https://plateau.example/feeds/news.xml'}

function read(text: string | Uint8Array, mediaType: string | null = null): Feed {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const feed = readFeed(bytes, {...source, mediaType})
  assert.ok(!('reason' in feed), 'reason' in feed ? feed.reason : '')
  return feed
}

function reasonOf(text: string | Uint8Array): string {
  const feed = readFeed(typeof text === 'string' ? new TextEncoder().encode(text) : text, source)
  assert.ok('reason' in feed, 'is read')
  return feed.reason
}

const only = ({entries: [entry, ...others]}: Feed): FeedEntry => {
  assert.equal(others.length, 0)
  return entry!
}

const rss = (items: string, channel = '') => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Plateau Daily</title><link>https://plateau.example/</link>
<language>en-GB</language>${channel}${items}</channel></rss>`

const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es" ${attributes}><title>Voz del Altiplano</title>
<link rel="self" href="https://voz.example/atom"/><link href="https://voz.example/"/><id>tag:voz.example,2024:feed</id>${entries}</feed>`

test('an RSS item gives title, link, day, byline, categories and the whole text', () => {
  const feed = read(
    rss(`<item><title>Four killed in Oruro &amp; nearby</title><link>https://plateau.example/a?x=1&amp;y=2</link>
<guid isPermaLink="false">pd-1</guid><dc:creator>Ana Roca</dc:creator><category>Unrest</category><category>Mines</category>
<pubDate>Tue, 05 Mar 2024 23:30:00 -0400</pubDate><description>Four miners were killed.</description>
<content:encoded><![CDATA[<p>Four miners were killed on Tuesday.</p><p>The hospital said <b>so</b>.</p>]]></content:encoded></item>`)
  )
  assert.equal(feed.title, 'The Plateau Daily')
  assert.equal(feed.url, 'https://plateau.example/')
  assert.equal(feed.language, 'en-GB')
  assert.deepEqual(feed.problems, [])
  assert.deepEqual(only(feed), {
    id: 'pd-1',
    url: 'https://plateau.example/a?x=1&y=2',
    title: 'Four killed in Oruro & nearby',
    byline: 'Ana Roca',
    outlet: null,
    publishedOn: '2024-03-05',
    updatedAt: null,
    categories: ['Unrest', 'Mines'],
    text: 'Four miners were killed on Tuesday.\n\nThe hospital said so.',
    marked: [],
    isSummary: false,
    flaw: null
  })
})

test('an Atom entry gives the same, of any kind of content', () => {
  const [html, xhtml, plain] = read(
    atom(`<entry><id>e1</id><title type="html">A &amp;lt;b&amp;gt;raid&amp;lt;/b&amp;gt;</title><link rel="replies" href="/r"/>
<link type="application/json" href="/1.json"/><link rel="alternate" type="text/html" href="/1"/>
<published>2024-03-05T01:00:00+03:00</published><updated>2024-03-06T10:00:00Z</updated><author><name>Radio Oru</name></author>
<content type="html">&lt;p>Gunmen raided Dorna.&lt;/p>&lt;p>Two died.&lt;/p></content></entry>
<entry><id>e2</id><title>B</title><updated>2024-03-06T22:00:00-05:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt; two.</p></div></content></entry>
<entry><id>e3</id><title>C</title><summary>Fish &amp; chips
a line</summary></entry>`)
  ).entries
  assert.equal(html!.text, 'Gunmen raided Dorna.\n\nTwo died.')
  assert.equal(html!.url, 'https://plateau.example/1')
  assert.equal(html!.publishedOn, '2024-03-05')
  assert.equal(html!.updatedAt, '2024-03-06T10:00:00.000Z')
  assert.equal(html!.byline, 'Radio Oru')
  assert.equal(xhtml!.text, 'One < two.')
  assert.equal(xhtml!.publishedOn, '2024-03-06')
  assert.equal(plain!.text, 'Fish & chips\na line')
  assert.equal(plain!.publishedOn, null)
})

test('an RDF feed is read', () => {
  const feed =
    read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://plateau.example/rdf"><title>Plateau</title>
<link>https://plateau.example/</link></channel><item rdf:about="https://plateau.example/1"><title>A</title>
<link>https://plateau.example/1</link><description>Shells hit Dorna on Monday.</description><dc:date>2024-03-04T10:00+02:00</dc:date></item></rdf:RDF>`)
  const entry = only(feed)
  assert.equal(entry.id, 'https://plateau.example/1')
  assert.equal(entry.publishedOn, '2024-03-04')
  assert.equal(entry.text, 'Shells hit Dorna on Monday.')
})

test('a JSON Feed is read', () => {
  const feed = read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Plateau',
      home_page_url: 'https://plateau.example/',
      language: 'en',
      items: [
        {
          id: '1',
          url: '/1',
          content_html: '<p>Two <i>died</i>.</p>',
          date_published: '2024-03-05T23:00:00-07:00'
        },
        {
          id: '2',
          external_url: 'https://other.example/2',
          content_text: 'a < b',
          authors: [{name: 'Ana Roca'}]
        },
        {id: '3', url: 'javascript:alert(1)', summary: 'Broken \ud800 letter'}
      ]
    })
  )
  const [html, text, summary] = feed.entries
  assert.equal(html!.text, 'Two died.')
  assert.equal(html!.publishedOn, '2024-03-05')
  assert.equal(html!.url, 'https://plateau.example/1')
  assert.equal(text!.text, 'a < b')
  assert.equal(text!.byline, 'Ana Roca')
  assert.equal(summary!.url, null)
  assert.equal(summary!.text, 'Broken \ufffd letter')
})

test('links are resolved against xml:base, then where the feed was', () => {
  const [based, bare] = read(
    atom(
      '<entry xml:base="news/"><id>1</id><link href="a"/></entry><entry><id>2</id><link href="/b"/></entry>',
      'xml:base="https://voz.example/es/"'
    )
  ).entries
  assert.equal(based!.url, 'https://voz.example/es/news/a')
  assert.equal(bare!.url, 'https://voz.example/b')
  assert.equal(only(read(rss('<item><link>c</link></item>'))).url, 'https://plateau.example/feeds/c')
})

test('a guid is a link unless it says that it is none', () => {
  const guid = (attribute: string) =>
    only(read(rss(`<item><guid ${attribute}>https://plateau.example/g</guid><title>a</title></item>`))).url
  assert.equal(guid(''), 'https://plateau.example/g')
  assert.equal(guid('isPermaLink="false"'), null)
})

test('an entry without an id of its own is told by its link or its number; two of one id are two', () => {
  const ids = read(
    rss(
      '<item><guid>x</guid></item><item><guid>x</guid></item><item><link>/l</link></item><item><title>t</title></item>'
    )
  ).entries.map(({id}) => id)
  assert.deepEqual(ids, ['x', 'x#2', 'https://plateau.example/l', '#4'])
})

test('an address that one may write to is no name', () => {
  const by = (author: string) =>
    only(read(rss(`<item><author>${author}</author><title>a</title></item>`))).byline
  assert.equal(by('ana@plateau.example (Ana Roca)'), 'Ana Roca')
  assert.equal(by('ana@plateau.example'), null)
  assert.equal(by('Ana Roca'), 'Ana Roca')
})

test('what a feed gathers from others is of the outlet it names', () => {
  const entry = only(
    read(rss('<item><title>a</title><source url="https://oru.example/rss">Radio Oru</source></item>'))
  )
  assert.equal(entry.outlet, 'Radio Oru')
})

test('a description of markup is read as markup, one of lines as lines', () => {
  const text = (written: string) => only(read(rss(`<item><description>${written}</description></item>`))).text
  assert.equal(text('&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;'), 'One.\n\nTwo.')
  assert.equal(text('One.\n\nTwo.'), 'One.\n\nTwo.')
  assert.equal(text('AT&amp;amp;T said 5 &lt; 6'), 'AT&T said 5 < 6')
})

test('the whole text is read by the names that older feeds give it', () => {
  const text = (written: string) =>
    only(read(rss(`<item><description>A raid.</description>${written}</item>`))).text
  assert.equal(
    text('<body xmlns="http://www.w3.org/1999/xhtml"><p>Gunmen raided Dorna.</p></body>'),
    'Gunmen raided Dorna.'
  )
  assert.equal(text('<fullitem>&lt;p>Gunmen raided Dorna.&lt;/p></fullitem>'), 'Gunmen raided Dorna.')
  assert.equal(text('<bodycount>two people were killed in it</bodycount>'), 'A raid.')
})

test('an entry that says no more than its title, or is a recording, is no report', () => {
  const flaw = (rest: string) =>
    only(read(rss(`<item><title>Two killed in Dorna</title>${rest}</item>`))).flaw
  assert.match(flaw('')!, /^has no text but its title/)
  assert.match(flaw('<description>Two killed in Dorna.</description>')!, /^has no text but its title/)
  assert.match(
    flaw('<enclosure url="https://plateau.example/1.mp3" length="1" type="audio/mpeg"/>')!,
    /^is a recording \(audio\/mpeg\)/
  )
  assert.equal(flaw('<description>Two were killed in Dorna on Monday, police said.</description>'), null)
})

test('a beginning or a short description is a summary, a whole text is none', () => {
  const isSummary = (rest: string) => only(read(rss(`<item><title>a</title>${rest}</item>`))).isSummary
  const long = 'Gunmen raided the town of Dorna at dawn, residents said. '.repeat(20)
  assert.equal(isSummary('<description>Gunmen raided Dorna.</description>'), true)
  assert.equal(isSummary(`<description>${long}</description>`), false)
  assert.equal(isSummary(`<description>${long}[…]</description>`), true)
  assert.equal(isSummary('<content:encoded>Gunmen raided Dorna.</content:encoded>'), false)
  assert.equal(isSummary(`<content:encoded>${long} Continue reading →</content:encoded>`), true)
})

test('the line that a site ends its texts with is marked', () => {
  const entry = (last: string) =>
    only(
      read(
        rss(`<item><title>Two killed in Dorna</title><content:encoded><![CDATA[<p>Two were killed.</p><p>${last}</p>]]>
</content:encoded></item>`)
      )
    )
  const {marked, text} = entry(
    'The post <a href="/1">Two killed in Dorna</a> appeared first on The Plateau Daily.'
  )
  assert.deepEqual(
    marked.map(({kind, from, to}) => [kind, text.slice(from, to)]),
    [['boilerplate', 'The post Two killed in Dorna appeared first on The Plateau Daily.']]
  )
  const named = read(
    rss('').replace(
      'Daily</title>',
      `Daily - RSS Feed</title><item><title>A raid</title><description>&lt;p>One.&lt;/p>&lt;p>L'article A raid est apparu en premier sur The Plateau Daily.</description></item>`
    )
  )
  assert.equal(only(named).marked[0]?.kind, 'boilerplate')
  assert.deepEqual(entry('Police told The Plateau Daily that they were looking for the gunmen.').marked, [])
})

test('a feed that was cut off gives its entries, and says which one was cut', () => {
  const item = (n: number) =>
    `<item><guid>${n}</guid><title>t${n}</title><description>Shell number ${n} fell.</description></item>`
  const whole = rss([1, 2, 3].map(item).join(''))
  const inside = read(whole.slice(0, whole.indexOf('number 3') + 4))
  assert.deepEqual(
    inside.entries.map(({id, flaw}) => [id, flaw]),
    [
      ['1', null],
      ['2', null],
      ['3', 'is cut off: the feed ends within it']
    ]
  )
  const between = read(whole.slice(0, whole.lastIndexOf('<item>')))
  assert.deepEqual(
    between.entries.map(({id, flaw}) => [id, flaw]),
    [
      ['1', null],
      ['2', null]
    ]
  )
})

test('broken markup loses no entry', () => {
  const items = ['3 < 4 and 5<6', 'a & b &nbsp; &foo;', '<br>', 'a \u0001 b', '</p>']
  for (const broken of items) {
    const {entries} = read(
      rss(
        `<item><title>1</title></item><item><title>2 ${broken}</title><description>Fire fell.</description></item><item><title>3</title></item>`
      )
    )
    assert.equal(entries.length, 3, broken)
    assert.equal(entries[1]!.text, 'Fire fell.', broken)
  }
})

test('words before the root of a feed are passed over', () => {
  const feed = read(`<b>Warning</b>: no time zone is set <br>${rss('<item><title>1</title></item>')}`)
  assert.equal(only(feed).title, '1')
  assert.match(feed.problems[0]!, /^is not well-formed/)
})

test('what is no feed has a reason that says what it is', () => {
  assert.match(reasonOf('<opml version="2.0"><body/></opml>'), /^is no feed: its root is <opml>/)
  assert.match(reasonOf('Two were killed.'), /^is no feed: it has no element/)
  assert.equal(reasonOf('  \n'), 'is empty')
  assert.match(reasonOf('{"version": "https://jsonfeed.org/version/1", '), /^is no feed|^is not JSON/)
})

test('bytes are read in the charset they are in', () => {
  const windows = Uint8Array.from([...rss('<item><title>@</title></item>')].map(c => c.charCodeAt(0)))
  windows[windows.indexOf(0x40)] = 0xcd // "ح" in windows-1256
  assert.equal(only(read(windows, 'text/xml; charset=windows-1256')).title, 'ح')
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(
      new Uint16Array([...rss('<item><title>ح</title></item>')].map(c => c.charCodeAt(0))).buffer
    )
  ])
  assert.equal(only(read(utf16)).title, 'ح')
})

test('the caption of a picture is the text of an entry that has no other', () => {
  const caption =
    '<media:description>Police at the scene of an earlier raid in which four people were killed.</media:description>'
  const text = (rest: string) =>
    only(read(rss(`<item><title>Raid on Dorna</title>${rest}${caption}</item>`))).text
  assert.equal(text('<description>Gunmen raided Dorna.</description>'), 'Gunmen raided Dorna.')
  assert.match(text(''), /^Police at the scene/)
})

test('a feed in Arabic is read letter by letter', () => {
  const entry = only(
    read(
      rss(`<item><title>مقتل أربعة في درنة</title><link>https://plateau.example/أخبار/١</link>
<pubDate>الثلاثاء, 05 مارس 2024 23:30:00 +0200</pubDate><description><![CDATA[<p dir="rtl">قُتل ٤ أشخاص، بحسب المستشفى.</p>]]></description></item>`)
    )
  )
  assert.equal(entry.title, 'مقتل أربعة في درنة')
  assert.equal(entry.text, 'قُتل ٤ أشخاص، بحسب المستشفى.')
  assert.equal(entry.publishedOn, '2024-03-05')
  assert.match(entry.url!, /^https:\/\/plateau\.example\/%D8/)
})
