import assert from 'node:assert/strict'
import {after, before, beforeEach, describe, test} from 'node:test'
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync} from 'node:zlib'
import type {Fetched} from '../../../src/fetch/fetcher.ts'
import {fetcherFor, openSite, type Site, stillClock} from './site.ts'

const page = '<!doctype html><title>March</title><p>Miners marched through Oruro.</p>'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site.stop())
beforeEach(() => {
  site.asked.length = 0
})

const textOf = (fetched: Fetched) =>
  fetched.kind === 'document' ? Buffer.from(fetched.bytes).toString() : fetched

async function reasonOf(url: string, options = {}) {
  const fetcher = fetcherFor(options)
  const fetched = await fetcher.fetchDocument(url)
  await fetcher.close()
  assert.equal(fetched.kind, 'failed')
  return fetched as Fetched & {kind: 'failed'}
}

describe('a page', () => {
  test('comes with how it came, and without cookies', async () => {
    site.on('/start', (_, response) => response.writeHead(302, {location: '/page?a=1#top'}).end())
    site.on('/page?a=1', (request, response) => {
      assert.equal(request.headers.cookie, undefined)
      assert.match(request.headers['user-agent']!, /^Dateline\//)
      response.setHeader('Set-Cookie', ['a=secret', 'b=secret'])
      response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ETag: '"7"', Date: 'x'}).end(page)
    })
    const fetcher = fetcherFor()
    const fetched = await fetcher.fetchDocument(site.url('/start#end'), {feed: 'http://paper.example/feed'})
    await fetcher.close()
    assert.equal(fetched.kind, 'document')
    const {bytes, mediaType, etag, capture: whole} = fetched as Fetched & {kind: 'document'}
    assert.equal(Buffer.from(bytes).toString(), page)
    assert.equal(mediaType, 'text/html; charset=utf-8')
    assert.equal(etag, '"7"')
    const {headers, ...capture} = whole
    assert.deepEqual(capture, {
      requestedUrl: site.url('/start'),
      redirects: [{url: site.url('/start'), status: 302, location: '/page?a=1#top'}],
      finalUrl: site.url('/page?a=1'),
      status: 200,
      // Two seconds later, for the second request to the host had to wait.
      fetchedAt: '2024-03-05T08:00:02.000Z',
      feed: 'http://paper.example/feed'
    })
    assert.deepEqual(headers.slice(0, 3), [
      ['content-type', 'text/html; charset=utf-8'],
      ['etag', '"7"'],
      ['date', 'x']
    ])
    assert.ok(!JSON.stringify(headers).includes('secret'))
  })

  test('that has not changed is not sent again', async () => {
    site.on('/etag', (request, response) => {
      assert.equal(request.headers['if-modified-since'], 'Tue, 05 Mar 2024 08:00:00 GMT')
      response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 200).end()
    })
    const fetcher = fetcherFor()
    const lastModified = 'Tue, 05 Mar 2024 08:00:00 GMT'
    const fetched = await fetcher.fetchDocument(site.url('/etag'), {etag: '"7"', lastModified})
    await fetcher.close()
    assert.equal(fetched.kind, 'unchanged')
  })

  for (const [encoding, pack] of Object.entries({
    gzip: gzipSync,
    br: brotliCompressSync,
    zstd: zstdCompressSync,
    deflate: deflateSync,
    'deflate ': deflateRawSync,
    'x-gzip': gzipSync,
    'gzip, br': (text: string) => brotliCompressSync(gzipSync(text)),
    'gzip ': Buffer.from
  }))
    test(`packed as "${encoding}" is unpacked`, async () => {
      site.on('/packed', (_, response) =>
        response.writeHead(200, {'content-encoding': encoding.trim()}).end(pack(page))
      )
      const fetcher = fetcherFor()
      assert.equal(textOf(await fetcher.fetchDocument(site.url('/packed'))), page)
      await fetcher.close()
    })
})

describe('what is not a page', () => {
  for (const [status, reason, retryable] of [
    [404, /not there/, false],
    [410, /gone for good/, false],
    [403, /refuses us/, false],
    [500, /fault of its own/, true],
    [503, /cannot answer now/, true],
    [599, /status 599/, true]
  ] as const)
    test(`status ${status}`, async () => {
      site.on('/status', (_, response) => response.writeHead(status).end('sorry'))
      const fetched = await reasonOf(site.url('/status'))
      assert.match(fetched.reason, reason)
      assert.equal(fetched.retryable, retryable)
      assert.equal(fetched.capture?.status, status)
    })

  test('a picture is named as one, before it has come', async () => {
    site.on('/picture', (_, response) => response.writeHead(200, {'content-type': 'image/png'}).write('...'))
    assert.equal((await reasonOf(site.url('/picture'))).reason, 'is image/png, not a text')
  })

  for (const [url, reason] of [
    ['ftp://paper.example/a', /only http and https/],
    ['file:///etc/passwd', /only http and https/],
    ['http://user:secret@paper.example/', /name or password/],
    ['http://', /no address/],
    [`http://paper.example/${'a'.repeat(9000)}`, /more than 8192 letters/]
  ] as const)
    test(`${url.slice(0, 40)} is not asked for`, async () => {
      const fetched = await reasonOf(url)
      assert.match(fetched.reason, reason)
      assert.ok(!fetched.reason.includes('secret'))
    })

  test('what is no HTTP, a broken connection, nobody there and an unknown name', async () => {
    site.on('/broken', (_, response) => {
      response.writeHead(200, {'content-length': '1000'}).write('half of it')
      setTimeout(() => response.destroy(), 20)
    })
    assert.match((await reasonOf(site.url('/broken'))).reason, /broke off the connection/)
    site.on('/nonsense', (_, response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'))
    assert.match((await reasonOf(site.url('/nonsense'))).reason, /no HTTP/)
    const gone = await openSite()
    gone.stop()
    const refused = await reasonOf(gone.url('/'))
    assert.match(refused.reason, /connection refused/)
    assert.equal(refused.retryable, true)
    const unknown = Object.assign(new Error('getaddrinfo'), {code: 'ENOTFOUND'})
    const unresolved = await reasonOf('http://nobody.example/', {resolve: () => Promise.reject(unknown)})
    assert.match(unresolved.reason, /no address is known/)
  })
})

describe('redirects', () => {
  test('five are followed, a sixth is not', async () => {
    for (let i = 0; i < 7; i++)
      site.on(`/hop${i}`, (_, response) => response.writeHead(301, {location: `/hop${i + 1}`}).end())
    site.on('/hop7', page)
    const fetcher = fetcherFor()
    assert.equal(textOf(await fetcher.fetchDocument(site.url('/hop2'))), page)
    await fetcher.close()
    const fetched = await reasonOf(site.url('/hop1'))
    assert.match(fetched.reason, /one redirect too many/)
  })

  test('in a circle end', async () => {
    site.on('/a', (_, response) => response.writeHead(302, {location: '/b'}).end())
    site.on('/b', (_, response) => response.writeHead(302, {location: site.url('/a')}).end())
    assert.match((await reasonOf(site.url('/a'))).reason, /leads in a circle/)
  })

  test('to nowhere, and without saying where', async () => {
    site.on('/nowhere', (_, response) => response.writeHead(302, {location: 'mailto:a@b.example'}).end())
    assert.match((await reasonOf(site.url('/nowhere'))).reason, /only http and https/)
    site.on('/untold', (_, response) => response.writeHead(302).end())
    assert.match((await reasonOf(site.url('/untold'))).reason, /status 302/)
  })
})

describe('limits', () => {
  const limits = {bytes: 50_000, unpackedBytes: 3 * 2 ** 20}
  const impatient = {limits: {totalMs: 300}}

  test('a body that does not end', async () => {
    site.on('/endless', (_, response) => {
      response.writeHead(200)
      const more = () => response.write('x'.repeat(10_000), error => error || setImmediate(more))
      more()
    })
    assert.match((await reasonOf(site.url('/endless'), {limits})).reason, /is larger than/)
  })

  test('bombs: by ratio and by size', async () => {
    site.on('/bomb', (_, response) =>
      response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync(Buffer.alloc(2 ** 24)))
    )
    assert.match((await reasonOf(site.url('/bomb'), {limits})).reason, /more than 100 times|more than 3 MB/)
    const bytes = {limits: {...limits, unpackedBytes: 2 ** 30}}
    assert.match((await reasonOf(site.url('/bomb'), bytes)).reason, /more than 100 times its size/)
    site.on('/twice', (_, response) =>
      response
        .writeHead(200, {'content-encoding': 'gzip, gzip'})
        .end(gzipSync(gzipSync(Buffer.alloc(2 ** 26))))
    )
    assert.match((await reasonOf(site.url('/twice'), {limits})).reason, /unpacks to more than/)
  })

  test('packing that is broken or not known', async () => {
    site.on('/cut', (_, response) =>
      response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync(page).subarray(0, 40))
    )
    assert.match((await reasonOf(site.url('/cut'))).reason, /is broken gzip/)
    site.on('/odd', (_, response) => response.writeHead(200, {'content-encoding': 'compress'}).end('x'))
    assert.match((await reasonOf(site.url('/odd'))).reason, /packed as "compress"/)
  })

  test('headers', async () => {
    site.on('/headers', (_, response) => response.writeHead(200, {'x-much': 'x'.repeat(70_000)}).end(page))
    assert.match((await reasonOf(site.url('/headers'))).reason, /64 KB of headers/)
  })

  test('a server that dribbles, and one that keeps still', async () => {
    site.on('/dribble', (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const fetched = await reasonOf(site.url('/dribble'), impatient)
    assert.match(fetched.reason, /took longer than allowed/)
    assert.equal(fetched.retryable, true)
    assert.equal(fetched.capture?.status, 200)
    site.on('/still', () => {})
    assert.match((await reasonOf(site.url('/still'), impatient)).reason, /took longer than allowed/)
    const mute = {...impatient, resolve: () => new Promise<never>(() => {})}
    assert.match((await reasonOf(site.url('/'), mute)).reason, /took longer than allowed/)
  })
})

describe('addresses that are not public', () => {
  test('are refused in every writing, and nothing reaches the server', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '0'])
      assert.match(
        (await reasonOf(site.url('/secret', host), {allow: []})).reason,
        /is refused: .*--allow-address/,
        host
      )
    for (const url of ['http://169.254.169.254/latest/', 'http://10.0.0.1/', 'http://[fd00:ec2::254]/'])
      assert.match((await reasonOf(url, {allow: []})).reason, /is refused/)
    assert.deepEqual(site.asked, [])
  })

  test('a name that has a public and a private address is refused', async () => {
    const resolve = async () => [
      {address: '93.184.215.14', family: 4},
      {address: '127.0.0.1', family: 4}
    ]
    assert.match(
      (await reasonOf(site.url('/'), {allow: [], resolve})).reason,
      /127\.0\.0\.1, an address of this/
    )
    assert.deepEqual(site.asked, [])
  })

  test('a name that changes its address between two connections is refused at the second', async () => {
    const outside = await openSite()
    const inside = await openSite('127.0.0.2', outside.port)
    outside.on('/', (_, response) => response.writeHead(200, {connection: 'close'}).end(page))
    outside.on('/robots.txt', (_, response) => response.writeHead(404, {connection: 'close'}).end())
    inside.on('/', 'secret')
    const answers = ['127.0.0.1', '127.0.0.1']
    const resolve = async () => [{address: answers.shift() ?? '127.0.0.2', family: 4}]
    const fetcher = fetcherFor({resolve})
    assert.equal(textOf(await fetcher.fetchDocument(outside.url('/'))), page)
    const second = (await fetcher.fetchDocument(outside.url('/'))) as Fetched & {kind: 'failed'}
    assert.match(second.reason, /paper\.example leads to 127\.0\.0\.2, an address of this machine/)
    assert.deepEqual(outside.asked, ['/robots.txt', '/'])
    assert.deepEqual(inside.asked, [])
    await fetcher.close()
    outside.stop()
    inside.stop()
  })

  test('a redirect to one is refused', async () => {
    const inside = await openSite('127.0.0.2')
    site.on('/in', (_, response) =>
      response.writeHead(302, {location: inside.url('/secret', '127.0.0.2')}).end()
    )
    assert.match((await reasonOf(site.url('/in'))).reason, /leads to http:.*which is refused: 127\.0\.0\.2/)
    assert.deepEqual(inside.asked, [])
    inside.stop()
  })
})

describe('politeness', () => {
  test('robots.txt is read once for a host, and closes what it names', async () => {
    const own = await openSite()
    own.on(
      '/robots.txt',
      'User-agent: *\nDisallow: /private\nCrawl-delay: 7\n\nUser-agent: Other\nDisallow: /'
    )
    own.on('/a', page)
    own.on('/b', page)
    const clock = stillClock()
    const fetcher = fetcherFor({clock})
    assert.equal(textOf(await fetcher.fetchDocument(own.url('/a'))), page)
    assert.deepEqual(clock.waits, [])
    assert.equal(textOf(await fetcher.fetchDocument(own.url('/b'))), page)
    assert.deepEqual(clock.waits, [7000])
    const closed = await fetcher.fetchDocument(own.url('/private/c'))
    assert.deepEqual(closed, {
      kind: 'skipped',
      reason: `is closed to robots by http://paper.example:${own.port}/robots.txt`
    })
    assert.deepEqual(own.asked, ['/robots.txt', '/a', '/b'])
    // A day later they are read again.
    await clock.sleep(24 * 3_600_000)
    await fetcher.fetchDocument(own.url('/a'))
    assert.deepEqual(own.asked.slice(3), ['/robots.txt', '/a'])
    await fetcher.close()
    own.stop()
  })

  test('our own name in robots.txt counts for us', async () => {
    const own = await openSite()
    own.on('/robots.txt', 'User-agent: dateline\nDisallow: /\n\nUser-agent: *\nAllow: /')
    const fetcher = fetcherFor()
    assert.equal((await fetcher.fetchDocument(own.url('/a'))).kind, 'skipped')
    await fetcher.close()
    own.stop()
  })

  test('rules that cannot be read close a host for a while', async () => {
    const own = await openSite()
    own.on('/robots.txt', (_, response) => response.writeHead(503).end())
    own.on('/a', page)
    const clock = stillClock()
    const fetcher = fetcherFor({clock})
    const fetched = await fetcher.fetchDocument(own.url('/a'))
    assert.equal(fetched.kind, 'failed')
    assert.match((fetched as {reason: string}).reason, /left alone for now/)
    own.on('/robots.txt', 'User-agent: *\nAllow: /')
    assert.equal((await fetcher.fetchDocument(own.url('/a'))).kind, 'failed')
    await clock.sleep(600_000)
    assert.equal((await fetcher.fetchDocument(own.url('/a'))).kind, 'document')
    await fetcher.close()
    own.stop()
  })

  test('a host is asked one thing at a time, other hosts meanwhile', async () => {
    let open = 0
    let most = 0
    for (const path of ['/1', '/2', '/3'])
      site.on(path, (_, response) => {
        most = Math.max(most, ++open)
        setTimeout(() => {
          open--
          response.end(page)
        }, 20)
      })
    const fetcher = fetcherFor()
    await Promise.all(['/1', '/2', '/3'].map(path => fetcher.fetchDocument(site.url(path))))
    assert.equal(most, 1)
    await Promise.all(
      ['a', 'b', 'c'].map((name, i) => fetcher.fetchDocument(site.url(`/${i + 1}`, `${name}.example`)))
    )
    assert.ok(most > 1)
    await fetcher.close()
  })

  test('Retry-After is waited for, and a long one is told', async () => {
    site.on('/busy', (_, response) => response.writeHead(429, {'retry-after': '60'}).end())
    site.on('/a', page)
    const clock = stillClock()
    const fetcher = fetcherFor({clock})
    const busy = (await fetcher.fetchDocument(site.url('/busy'))) as Fetched & {kind: 'failed'}
    assert.equal(busy.retryAfterMs, 60_000)
    assert.equal((await fetcher.fetchDocument(site.url('/a'))).kind, 'document')
    assert.deepEqual(clock.waits, [60_000])
    site.on('/busy', (_, response) =>
      response.writeHead(503, {'retry-after': new Date(clock.now() + 3_600_000).toUTCString()}).end()
    )
    await fetcher.fetchDocument(site.url('/busy'))
    const later = (await fetcher.fetchDocument(site.url('/a'))) as Fetched & {kind: 'failed'}
    assert.match(later.reason, /left alone for 60 minutes/)
    await fetcher.close()
  })

  test('stops when told to', async () => {
    const stop = new AbortController()
    site.on('/still', () => stop.abort())
    const fetched = await reasonOf(site.url('/still'), {signal: stop.signal})
    assert.equal(fetched.reason, 'was stopped')
  })
})
