import assert from 'node:assert/strict'
import test from 'node:test'
import {extractDocument} from '../../src/extract/extract-document.ts'
import {uncaptured} from '../../src/model/document.ts'

const extract = (text: string) =>
  extractDocument({kind: 'feed', bytes: new TextEncoder().encode(text), mediaType: null, capture: uncaptured})

const rss = (title: string, items: string) =>
  `<rss version="2.0"><channel><title>${title}</title><link>https://plateau.example/</link>${items}</channel></rss>`

test('each entry of a feed is a report of its outlet, or says why it is none', () => {
  const extraction = extract(
    rss(
      'The Plateau Daily - RSS Feed',
      `<item><guid>1</guid><title>Raid on Dorna</title><link>/1</link><author>Andes Wire Service</author>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>Gunmen raided Dorna, residents said.</description></item>
<item><guid>2</guid><title>Weather</title><link>/2</link></item>`
    )
  )
  const told = {outlet: 'The Plateau Daily', updatedAt: null}
  assert.deepEqual(extraction, {
    feed: {title: 'The Plateau Daily - RSS Feed', refreshMs: null},
    found: [
      {
        entry: '1',
        link: {
          ...told,
          url: 'https://plateau.example/1',
          title: 'Raid on Dorna',
          byline: 'Andes Wire Service',
          publishedOn: '2024-03-05'
        },
        record: {
          url: 'https://plateau.example/1',
          outlet: 'The Plateau Daily',
          title: 'Raid on Dorna',
          publishedOn: '2024-03-05',
          byline: 'Andes Wire Service',
          made: {by: 'feed 1, summary', entry: '1'},
          marked: [{kind: 'title', from: 0, to: 13}],
          text: 'Raid on Dorna\n\nGunmen raided Dorna, residents said.'
        }
      },
      {
        entry: '2',
        link: {...told, url: 'https://plateau.example/2', title: 'Weather', byline: null, publishedOn: null},
        reason: 'has no text but its title; its page may have one (https://plateau.example/2)'
      }
    ]
  })
})

test('the name of an outlet is without what only names the feed', () => {
  const outlet = (title: string) => {
    const extraction = extract(rss(title, '<item><description>One shell fell on Dorna.</description></item>'))
    assert.ok('found' in extraction && 'record' in extraction.found[0]!)
    return extraction.found[0].record.outlet
  }
  assert.equal(outlet('The Plateau Daily » World'), 'The Plateau Daily')
  assert.equal(outlet('The Plateau Daily (RSS)'), 'The Plateau Daily')
  assert.equal(outlet('Plateau News - Africa'), 'Plateau News - Africa')
  assert.equal(outlet('RSS'), 'RSS')
})

test('a feed without entries, and what is odd about one, is said', () => {
  assert.deepEqual(extract(rss('Plateau', '')), {
    feed: {title: 'Plateau', refreshMs: null},
    found: [{entry: null, reason: 'has no entries'}]
  })
  const mended = extract(rss('Plateau', '<item><description>One shell fell. </description></item><title>a'))
  assert.ok('found' in mended && 'reason' in mended.found[0]!)
  assert.match(mended.found[0].reason, /^is not well-formed/)
})

test('how long a feed wishes to be left alone is told, by ttl or by the syndication module', () => {
  const wish = (more: string) => {
    const extraction = extract(
      `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>P</title>${more}<item><description>One shell fell.</description></item></channel></rss>`
    )
    assert.ok('found' in extraction)
    return extraction.feed?.refreshMs
  }
  assert.equal(wish('<ttl>90</ttl>'), 90 * 60_000)
  assert.equal(
    wish('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>'),
    6 * 3_600_000
  )
  assert.equal(wish('<sy:updatePeriod> hourly </sy:updatePeriod>'), 3_600_000)
  for (const none of ['', '<ttl>soon</ttl>', '<ttl>-5</ttl>', '<sy:updatePeriod>often</sy:updatePeriod>'])
    assert.equal(wish(none), null)
})
