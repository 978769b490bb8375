import assert from 'node:assert/strict'
import {test} from 'node:test'
import {sideBySide} from '../../src/fetch/side-by-side.ts'
import {readUrls} from '../../src/fetch/urls.ts'
import {fetcherFor, openSite} from './http/site.ts'

test('what URLs give is read as if it had been given by hand, in their order', async () => {
  const site = await openSite()
  site.on('/robots.txt', 'User-agent: *\nDisallow: /closed')
  site.on('/page', '<!doctype html><p>Miners marched.</p>')
  site.on('/text', (_, response) =>
    response.writeHead(200, {'content-type': 'text/plain'}).end('Miners marched.')
  )
  site.on('/lines', '{"text": "One."}\n{"text": 2}\n')
  site.on('/feed', (_, response) => response.end('<rss version="2.0"><channel/></rss>'))
  const fetcher = fetcherFor()
  const paths = ['/page', '/text', '/lines', '/feed', '/closed', '/none']
  const urls = [...paths.map(path => site.url(path)), 'http://user:secret@paper.example/']
  const seen: string[] = []
  for await (const received of readUrls(urls, fetcher)) {
    const what = received.kind === 'document' ? received.document.kind : received.kind
    const why = 'reason' in received ? received.reason : ''
    seen.push(`${received.origin.replace(site.url(''), '')} ${what} ${why.slice(0, 20)}`.trim())
    if (received.kind === 'report' && !received.origin.includes('lines')) {
      assert.equal(received.report.url, site.url('/text'))
      assert.equal(received.capture?.status, 200)
    }
  }
  await fetcher.close()
  site.stop()
  assert.deepEqual(seen, [
    '/page page',
    '/text report',
    '/lines:1 report',
    '/lines:2 failed has no "text"; give',
    '/feed feed',
    '/closed skipped is closed to robots',
    '/none failed is not there (404)',
    'http://***@paper.example/ failed has a name or passwo'
  ])
})

test('works on several at a time and keeps their order', async () => {
  let open = 0
  let most = 0
  const results: number[] = []
  const work = async (ms: number) => {
    most = Math.max(most, ++open)
    await new Promise(later => setTimeout(later, ms))
    open--
    return ms
  }
  for await (const ms of sideBySide([30, 1, 10, 1, 1], 3, work)) results.push(ms)
  assert.deepEqual(results, [30, 1, 10, 1, 1])
  assert.equal(most, 3)
})
