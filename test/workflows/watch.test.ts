import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {extractDocument} from '../../src/extract/extract-document.ts'
import type {Input} from '../../src/fetch/input.ts'
import {openStore} from '../../src/store/store.ts'
import type {FeedChecked} from '../../src/workflows/check-feed.ts'
import {type WatchTask, watch} from '../../src/workflows/watch.ts'
import {fetcherFor, manualClock, openSite, type Site} from '../fetch/http/site.ts'
import {embedded} from '../store/targets.ts'

const rss = (site: Site, items: readonly string[], more = '') =>
  `<rss version="2.0"><channel><title>The Plateau Daily</title>${more}${items
    .map(
      name =>
        `<item><guid>${name}</guid><title>Miners march (${name})</title><link>${site.url(`/${name}`)}</link>
         <pubDate>Tue, 05 Mar 2024 06:00:00 GMT</pubDate><description>Miners marched in Oruro, police said (${name}).</description></item>`
    )
    .join('')}</channel></rss>`
const page = (name: string) =>
  `<!doctype html><html lang="en"><head><title>Miners march through Oruro (${name})</title></head><body><article><h1>Miners march through Oruro (${name})</h1>
   <p>ORURO - Hundreds of miners marched through Oruro on Tuesday and asked for the reform to be taken back, the miners' union said in a statement.</p>
   <p>Riot police fired tear gas at them near the bridge, and at least four people were injured, two of them police officers, the regional hospital said (${name}).</p>
   </article></body></html>`

interface Watching {
  readonly inputs: Input[]
  readonly checks: FeedChecked[]
  readonly task: WatchTask
}

function watching(more: Partial<WatchTask> = {}): Watching {
  const inputs: Input[] = []
  const checks: FeedChecked[] = []
  const clock = more.clock ?? manualClock()
  const signal = more.signal ?? new AbortController().signal
  const task: WatchTask = {
    store,
    fetcher: fetcherFor({pauseMs: 0, clock, signal}),
    extract: async document => extractDocument(document),
    keep: documents => store.captures.keep(documents, 'dateline 0'),
    take: async taken => {
      inputs.push(...taken)
      return {done: taken.length, failed: 0, skipped: 0}
    },
    follow: true,
    once: true,
    feedsAtOnce: 4,
    clock,
    random: () => 0.5,
    signal,
    onFeed: checked => checks.push(checked),
    ...more
  }
  return {inputs, checks, task}
}

/** Name of the entry, and whether its words are those of the page. */
const told = (inputs: readonly Input[]) =>
  inputs.map(input =>
    input.kind === 'report'
      ? `${/\((\w+)\)/.exec(input.report.text)?.[1]} ${input.report.text.includes('tear gas') ? 'page' : 'feed'}`
      : `${input.kind} ${input.reason}`
  )

/** One store for all tests: each has a site, and so URLs, of its own. */
const store = await openStore(await embedded.make())
after(async () => {
  await store.close()
  embedded.stop()
})

async function withSite(work: (site: Site) => Promise<void>): Promise<void> {
  const site = await openSite()
  try {
    await work(site)
  } finally {
    site.stop()
  }
}

test('a feed leads to its pages; what was seen is not fetched again, what changed is', () =>
  withSite(async site => {
    let version = 1
    let items = ['a', 'b']
    site.on('/feed', (request, response) => {
      if (request.headers['if-none-match'] === `"${version}"`) response.writeHead(304).end()
      else response.writeHead(200, {etag: `"${version}"`}).end(rss(site, items))
    })
    for (const name of ['a', 'c']) site.on(`/${name}`, page(name))
    const clock = manualClock()
    const first = watching({clock})
    const [feed] = await watch([site.url('/feed')], first.task)
    // The page of b is not there: the feed's own words stand in.
    assert.deepEqual(told(first.inputs), ['a page', 'b feed'])
    const [a] = first.inputs
    assert.ok(a?.kind === 'report')
    assert.equal(a.report.outlet, 'The Plateau Daily')
    assert.equal(a.report.publishedOn, '2024-03-05')
    const [capture] = await store.captures.of(site.url('/a'))
    assert.equal(capture?.feed, site.url('/feed'))
    assert.equal((await store.captures.of(site.url('/feed'))).length, 1)
    assert.deepEqual(
      [feed?.title, feed?.etag, feed?.dueAt],
      ['The Plateau Daily', '"1"', '2024-03-05T08:15:00.000Z']
    )

    site.asked.length = 0
    const early = watching({clock})
    await watch([site.url('/feed')], early.task)
    assert.deepEqual(site.asked, [])

    clock.advance(15 * 60_000)
    const second = watching({clock})
    await watch([site.url('/feed')], second.task)
    assert.deepEqual(site.asked, ['/robots.txt', '/feed'])
    assert.deepEqual(
      second.checks.map(({done}) => done),
      [0]
    )

    version = 2
    items = ['a', 'b', 'c']
    clock.advance(12 * 3_600_000)
    site.asked.length = 0
    const third = watching({clock})
    await watch([site.url('/feed')], third.task)
    assert.deepEqual(told(third.inputs), ['c page'])
    assert.deepEqual(site.asked, ['/robots.txt', '/feed', '/c'])
  }))

test('a page that cannot be had now is put off, and after three times the feed must do', () =>
  withSite(async site => {
    site.on('/feed', (_, response) => response.writeHead(200, {etag: '"1"'}).end(rss(site, ['a', 'b'])))
    site.on('/a', (_, response) => response.writeHead(503).end())
    site.on('/b', page('b'))
    const clock = manualClock()
    const seen: string[][] = []
    for (let round = 0; round < 4; round++) {
      const one = watching({clock})
      const [feed] = await watch([site.url('/feed')], one.task)
      seen.push([...told(one.inputs), String(one.checks[0]?.putOff), String(feed?.etag)])
      clock.advance(24 * 3_600_000)
    }
    assert.deepEqual(seen, [
      ['b page', '1', 'null'],
      ['1', 'null'],
      ['a feed', '0', '"1"'],
      ['0', '"1"']
    ])
  }))

test('a feed that fails is waited for, and one that is gone is left alone', () =>
  withSite(async site => {
    site.on('/busy', (_, response) => response.writeHead(429, {'retry-after': '7200'}).end())
    site.on('/gone', (_, response) => response.writeHead(410).end())
    site.on('/page', page('a'))
    const hosts = ['/busy', '/gone', '/page', '/none'].map((path, i) => site.url(path, `host${i}.example`))
    const clock = manualClock()
    const {task, inputs} = watching({clock})
    const feeds = await watch(hosts, task)
    assert.deepEqual(inputs, [])
    assert.deepEqual(
      feeds.map(({state, failures, error, dueAt}) => [
        state,
        failures,
        error?.slice(0, 20),
        dueAt.slice(11, 16)
      ]),
      [
        ['live', 1, 'asks us to come less', '10:00'],
        ['gone', 1, 'is gone for good (41', '08:30'],
        ['live', 1, 'is no feed: RSS, Ato', '08:30'],
        ['live', 1, 'is not there (404)', '08:30']
      ]
    )
    site.asked.length = 0
    clock.advance(24 * 3_600_000)
    await watch([hosts[1]!], watching({clock}).task)
    assert.deepEqual(site.asked, [])
  }))

test('a host wishes for time by ttl and by Cache-Control', () =>
  withSite(async site => {
    site.on('/ttl', rss(site, [], '<ttl>90</ttl>'))
    site.on('/age', (_, response) =>
      response.writeHead(200, {'cache-control': 'public, max-age=7200'}).end(rss(site, []))
    )
    const {task} = watching()
    const feeds = await watch([site.url('/ttl'), site.url('/age')], task)
    assert.deepEqual(
      feeds.map(({dueAt, error}) => [dueAt.slice(11, 16), error]),
      [
        ['09:30', null],
        ['10:00', null]
      ]
    )
  }))

test('goes on until it is stopped, and another goes on where it stood', () =>
  withSite(async site => {
    const stop = new AbortController()
    let items = ['a']
    site.on('/feed', (_, response) => response.writeHead(200).end(rss(site, items)))
    for (const each of ['a', 'b']) site.on(`/${each}`, page(each))
    // The host keeps still here, and the stop comes.
    site.on('/c', () => stop.abort())
    const clock = manualClock()
    let rounds = 0
    const {task, inputs} = watching({
      once: false,
      clock,
      signal: stop.signal,
      onFeed() {
        rounds++
        items = rounds === 1 ? ['a', 'b'] : ['a', 'b', 'c']
        setImmediate(() => setImmediate(() => clock.advance(3_600_000)))
      }
    })
    await watch([site.url('/feed')], task)
    assert.equal(rounds, 2)
    assert.deepEqual(told(inputs), ['a page', 'b page'])
    site.on('/c', page('c'))
    const again = watching({clock})
    await watch([site.url('/feed')], again.task)
    assert.deepEqual(told(again.inputs), ['c page'])
  }))

test('with its own words a feed is asked for alone', () =>
  withSite(async site => {
    site.on('/feed', rss(site, ['a']))
    const {task, inputs} = watching({follow: false})
    await watch([site.url('/feed')], task)
    assert.deepEqual(told(inputs), ['a feed'])
    assert.deepEqual(site.asked, ['/robots.txt', '/feed'])
  }))

test('an entry with another title is fetched again, and its changed page is a new capture', () =>
  withSite(async site => {
    const clock = manualClock()
    site.on('/feed', rss(site, ['a']))
    site.on('/a', page('a'))
    await watch([site.url('/feed')], watching({clock}).task)
    site.on('/feed', rss(site, ['a']).replace('Miners march (a)', 'Miners march, four hurt (a)'))
    site.on('/a', page('a').replace('at least four people', 'at least six people'))
    clock.advance(12 * 3_600_000)
    const {task, inputs} = watching({clock})
    await watch([site.url('/feed')], task)
    assert.deepEqual(told(inputs), ['a page'])
    const captures = await store.captures.of(site.url('/a'))
    assert.equal(new Set(captures.map(({sha256}) => sha256)).size, 2)
  }))

test('a feed that breaks its reader does not end the watch', () =>
  withSite(async site => {
    site.on('/good', rss(site, ['a']))
    site.on('/bad', rss(site, ['b']).replace('Plateau Daily', 'Broken'))
    const {task, inputs} = watching({
      follow: false,
      async extract(document) {
        if (Buffer.from(document.bytes).includes('Broken')) throw new Error('no memory')
        return extractDocument(document)
      }
    })
    const feeds = await watch([site.url('/bad'), site.url('/good')], task)
    assert.deepEqual(told(inputs), ['a feed'])
    assert.deepEqual(
      feeds.map(({error}) => error),
      ['could not be checked: no memory', null]
    )
  }))
