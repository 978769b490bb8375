import assert from 'node:assert/strict'
import {test} from 'node:test'
import {feedLinkOf} from '../../src/extract/feed-link.ts'

const feedOf = (page: string) => feedLinkOf(Buffer.from(page), null, 'https://paper.example/world/')

test('a page names its feed', () => {
  const head = '<head><link rel="stylesheet" href="a.css"><link rel="icon" type="image/png" href="b.png">'
  assert.equal(
    feedOf(`${head}<link rel="alternate" type="application/rss+xml" title="News" href="/rss?a=1&amp;b=2">`),
    'https://paper.example/rss?a=1&b=2'
  )
  assert.equal(
    feedOf(`<link href=atom.xml type=application/atom+xml>`),
    'https://paper.example/world/atom.xml'
  )
})

test('a page without one, or with a link that leads to no page, names none', () => {
  assert.equal(feedOf('<link rel="stylesheet" href="a.css">'), null)
  assert.equal(feedOf('<link type="application/rss+xml" href="javascript:alert(1)">'), null)
  assert.equal(feedOf('<link type="application/rss+xml">'), null)
  assert.equal(feedOf(''), null)
})
