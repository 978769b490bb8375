import assert from 'node:assert/strict'
import {test} from 'node:test'
import {readFeedList} from '../../src/extract/feed-list.ts'

test('OPML is read with its groups, each feed once', () => {
  const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
    <outline text="Andes"><outline type="rss" text="Daily" xmlUrl="https://daily.example/rss?a=1&amp;b=2"/>
    <outline text="No feed" htmlUrl="https://daily.example/"/></outline>
    <outline type="rss" xmlUrl=" https://wire.example/atom "/><outline xmlUrl="https://wire.example/atom"/></body></opml>`
  assert.deepEqual(readFeedList(opml), {
    urls: ['https://daily.example/rss?a=1&b=2', 'https://wire.example/atom']
  })
})

test('a text has a URL a line, with notes and blanks between', () => {
  assert.deepEqual(
    readFeedList('\ufeff# mine\r\nhttps://daily.example/rss\r\n\r\n  http://wire.example/atom\r\n'),
    {
      urls: ['https://daily.example/rss', 'http://wire.example/atom']
    }
  )
})

for (const [text, reason] of [
  ['', /lists no feed/],
  ['<opml version="2.0"><body/></opml>', /is no list of feeds/],
  ['<opml version="2.0"><body><outline text="A"/></body></opml>', /lists no feed/],
  ['<rss version="2.0"/>', /is no list of feeds/],
  ['https://daily.example/rss\nftp://wire.example/', /"ftp:\/\/wire\.example\/" in line 2/],
  [
    '<opml><body><outline xmlUrl="javascript:alert(1)"/></body></opml>',
    /"javascript:alert\(1\)", which is no address/
  ]
] as const)
  test(`says why "${text.slice(0, 40)}" is no list`, () => {
    const list = readFeedList(text)
    assert.ok('reason' in list)
    assert.match(list.reason, reason)
  })
