import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import type {Input} from '../../src/fetch/input.ts'
import type {CapturedDocument} from '../../src/store/store.ts'
import {readReports} from '../../src/workflows/inputs.ts'
import {openSite, type Site} from '../fetch/http/site.ts'

const page = (name: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Miners march through Oruro</title>${head}</head><body><article>
   <h1>Miners march through Oruro</h1>
   <p>ORURO - Hundreds of miners marched through Oruro on Tuesday and asked for the reform to be taken back, the miners' union said in a statement.</p>
   <p>Riot police fired tear gas at them near the bridge, and at least four people were injured, two of them police officers, the regional hospital said (${name}).</p>
   </article></body></html>`

let site: Site
before(async () => {
  site = await openSite()
  const url = (path: string) => site.url(path, '127.0.0.1')
  const item = (name: string, more: string) =>
    `<entry><id>${name}</id><title>March (${name})</title><link href="${url(`/${name}`)}"/><updated>2024-03-05T23:30:00-04:00</updated>${more}</entry>`
  const summary = (name: string) => `<summary>Miners marched in Oruro, police said (${name}).</summary>`
  site.on('/robots.txt', 'User-agent: *\nDisallow: /closed')
  site.on(
    '/feed',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Plateau Daily</title><author><name>Andes Wire</name></author>
     ${item('silent', summary('silent'))}${item('telling', summary('telling'))}${item('moved', '')}
     ${item('wall', summary('wall'))}${item('closed', summary('closed'))}${item('none', summary('none'))}
     ${item('lost', '')}${item('loop', summary('loop'))}
     <entry><id>bare</id><title>x</title>${summary('bare')}</entry></feed>`
  )
  site.on('/silent', page('silent'))
  site.on(
    '/telling',
    page(
      'telling',
      '<meta property="article:published_time" content="2024-03-06T01:00:00Z"><meta property="og:site_name" content="Voz del Altiplano">'
    )
  )
  site.on('/moved', (_, response) => response.writeHead(301, {location: '/new'}).end())
  site.on('/new', page('moved'))
  site.on('/wall', '<!doctype html><title>Log in</title><p>Log in to read on.</p>')
  site.on('/loop', '<rss version="2.0"><channel><title>x</title></channel></rss>')
})
after(() => site.stop())

async function read(follow: boolean): Promise<{inputs: Input[]; kept: CapturedDocument[]}> {
  const inputs: Input[] = []
  const kept: CapturedDocument[] = []
  const network = {allow: ['127.0.0.1'], pauseMs: 0}
  const keep = async (documents: readonly CapturedDocument[]) => void kept.push(...documents)
  const feed = site.url('/feed', '127.0.0.1')
  for await (const input of readReports([feed], process.stdin, {network, follow, keep})) inputs.push(input)
  return {inputs, kept}
}

const told = (inputs: readonly Input[]) =>
  inputs.map(input => {
    if (input.kind !== 'report') return `${input.kind}: ${input.reason}`
    const {text, outlet, publishedOn, made} = input.report
    return `${/\((\w+)\)/.exec(text)?.[1]}, ${made?.by.split(' ')[0]}, ${outlet}, ${publishedOn}`
  })

test('the entries of a feed are read from their pages, and by the words of the feed where there is none', async () => {
  const {inputs, kept} = await read(true)
  assert.deepEqual(told(inputs), [
    'silent, page, The Plateau Daily, 2024-03-05',
    'telling, page, Voz del Altiplano, 2024-03-06',
    'moved, page, The Plateau Daily, 2024-03-05',
    'wall, feed, The Plateau Daily, 2024-03-05',
    'closed, feed, The Plateau Daily, 2024-03-05',
    'none, feed, The Plateau Daily, 2024-03-05',
    'failed: is not there (404)',
    'loop, feed, The Plateau Daily, 2024-03-05',
    'bare, feed, The Plateau Daily, null'
  ])
  const paths = kept.map(({capture: {requestedUrl}}) => new URL(requestedUrl!).pathname)
  assert.deepEqual(paths.sort(), ['/feed', '/loop', '/moved', '/silent', '/telling', '/wall'])
  assert.deepEqual(
    new Set(kept.slice(1).map(({capture}) => capture.feed)),
    new Set([kept[0]!.capture.requestedUrl])
  )
  assert.ok(!site.asked.includes('/closed'))
})

test('without following, a feed gives its own words alone', async () => {
  site.asked.length = 0
  const {inputs} = await read(false)
  assert.deepEqual(site.asked, ['/robots.txt', '/feed'])
  assert.deepEqual(new Set(told(inputs).map(line => line.split(', ')[1])).has('page'), false)
  assert.equal(inputs.length, 9)
})

test('a stop ends the waiting for a host, and what was under way is not taken for failed', async () => {
  const url = (path: string) => site.url(path, '127.0.0.1')
  for (const inputs of [[url('/silent'), url('/still'), url('/telling')], [url('/short')]]) {
    const stop = new AbortController()
    site.on('/still', () => stop.abort())
    site.on(
      '/short',
      `<rss version="2.0"><channel><title>P</title>${['/silent', '/still', '/telling'].map(path => `<item><link>${url(path)}</link><title>t</title></item>`).join('')}</channel></rss>`
    )
    const read: Input[] = []
    const network = {allow: ['127.0.0.1'], pauseMs: 0, signal: stop.signal}
    for await (const input of readReports(inputs, process.stdin, {network})) read.push(input)
    assert.ok(stop.signal.aborted)
    assert.deepEqual(
      read.filter(({kind}) => kind !== 'report'),
      []
    )
  }
})
