import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import test from 'node:test'
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib'
import {readArchive} from '../../src/fetch/archives.ts'
import type {Received} from '../../src/fetch/input.ts'
import {answer, arcFile, madeRecords, packed, pageOf, warcRecord} from './made-archives.ts'

/** In pieces of so many bytes, as a stream may give them. */
async function read(bytes: Uint8Array, piece = 4096): Promise<Received[]> {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  const inputs: Received[] = []
  for await (const input of readArchive('a.warc', pieces())) inputs.push(input)
  return inputs
}

const inWords = (input: Received) =>
  input.kind === 'document'
    ? `${input.origin}: ${input.document.capture.requestedUrl}`
    : input.kind === 'report'
      ? `${input.origin}: ${input.report.text}`
      : `${input.origin}: ${input.kind}: ${input.reason}`

const bodyOf = (input: Received | undefined) =>
  input?.kind === 'document' ? Buffer.from(input.document.bytes).toString() : input && inWords(input)

const ten = Array.from({length: 10}, (_, i) => `a.warc, record ${i + 1}: http://news.example/${i}`)

test('records are read plain, each packed by itself, packed as one, and cut anywhere', async () => {
  const records = madeRecords(10)
  const plain = Buffer.concat(records)
  const many = packed(records)
  // Members that know nothing of records, as some tools write them.
  const cut = packed([plain.subarray(0, 700), plain.subarray(700, 701), plain.subarray(701)])
  for (const [archive, piece] of [
    [plain, 7],
    [plain, 65_536],
    [many, 1],
    [many, 65_536],
    [gzipSync(plain), 100],
    [cut, 50]
  ] as const)
    assert.deepEqual((await read(archive, piece)).map(inWords), ten)
})

test('a document has the bytes of its page and how it was received', async () => {
  const block = answer(pageOf('March'), {
    type: 'text/html; charset=utf-8',
    head: ['Set-Cookie: id=1', 'X-A:  b']
  })
  const [input] = await read(warcRecord({url: '<http://news.example/a b>', block}))
  assert.ok(input?.kind === 'document')
  assert.equal(Buffer.from(input.document.bytes).toString(), pageOf('March'))
  assert.equal(input.document.mediaType, 'text/html; charset=utf-8')
  assert.deepEqual(input.document.capture, {
    requestedUrl: 'http://news.example/a b',
    redirects: [],
    finalUrl: 'http://news.example/a%20b',
    status: 200,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['x-a', 'b']
    ],
    fetchedAt: '2024-03-05T10:00:00.000Z',
    feed: null
  })
})

test('resources and texts made of pages are items; requests and notes of the crawler are none; what is no page is skipped', async () => {
  const note = Buffer.from('software: made up\r\n')
  const archive = Buffer.concat([
    warcRecord({type: 'warcinfo', block: note}),
    warcRecord({type: 'request', block: Buffer.from('GET / HTTP/1.1\r\n\r\n')}),
    warcRecord({type: 'resource', block: Buffer.from(pageOf('Kept'))}),
    warcRecord({
      type: 'conversion',
      headers: {'Content-Type': 'text/plain'},
      block: Buffer.from('Two were hurt.')
    }),
    warcRecord({type: 'revisit', block: answer('')}),
    warcRecord({block: answer('gone', {status: '404 Not Found'})}),
    warcRecord({block: answer('', {status: '301 Moved', head: ['Location: /b']})}),
    warcRecord({block: answer(Buffer.from([0x89, 0x50, 0x4e, 0x47]), {type: 'image/png'})}),
    warcRecord({block: answer(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))}),
    warcRecord({block: answer('{"a": 1}', {type: 'application/json'})}),
    warcRecord({block: answer('<?xml version="1.0"?><urlset></urlset>', {type: 'text/xml'})}),
    warcRecord({url: 'http://news.example/robots.txt', block: answer('Allow: /', {type: 'text/plain'})}),
    warcRecord({
      url: 'metadata://crawler/log',
      type: 'resource',
      headers: {'Content-Type': 'text/plain'},
      block: note
    }),
    warcRecord({block: answer('<rss><channel></channel></rss>', {type: 'text/html'})})
  ])
  const inputs = await read(archive)
  assert.deepEqual(inputs.map(inWords), [
    'a.warc, record 3: http://news.example/a',
    'a.warc, record 4: Two were hurt.',
    'a.warc, record 6: skipped: is an answer 404, no page',
    'a.warc, record 7: skipped: is an answer 301, no page',
    'a.warc, record 8: skipped: is image/png, no page, feed or text',
    'a.warc, record 9: skipped: is a PNG picture, not text; extract its text first',
    'a.warc, record 10: skipped: is JSON, no report',
    'a.warc, record 11: skipped: is a site map, no report',
    'a.warc, record 12: skipped: is a robots.txt, no report',
    'a.warc, record 13: skipped: is metadata://crawler/log, no page',
    'a.warc, record 14: http://news.example/a'
  ])
  const feed = inputs.at(-1)!
  assert.equal(feed.kind === 'document' && feed.document.kind, 'feed')
})

test('chunks and packing of a body are undone, also where a header says what is not so', async () => {
  const page = pageOf('Packed')
  const chunked = `5\r\n${page.slice(0, 5)}\r\n${(page.length - 5).toString(16)};x=y\r\n${page.slice(5)}\r\n0\r\n\r\n`
  const bodies: readonly (readonly [Uint8Array | string, readonly string[]])[] = [
    [chunked, ['Transfer-Encoding: chunked']],
    [page, ['Transfer-Encoding: chunked']],
    [gzipSync(page), ['Content-Encoding: gzip']],
    [page, ['Content-Encoding: gzip']],
    [deflateSync(page), ['Content-Encoding: deflate']],
    [deflateRawSync(page), ['Content-Encoding: deflate']],
    [brotliCompressSync(page), ['Content-Encoding: br']]
  ]
  const archive = bodies.map(([body, head]) => warcRecord({block: answer(body, {head})}))
  for (const input of await read(Buffer.concat(archive))) assert.equal(bodyOf(input), page)
})

test('what breaks off or passes a limit fails with its reason', async () => {
  const bomb = gzipSync(Buffer.alloc(60 * 2 ** 20))
  const inputs = await read(
    Buffer.concat([
      warcRecord({block: answer('5\r\nabcde\r\nzz\r\n', {head: ['Transfer-Encoding: chunked']})}),
      warcRecord({block: answer(gzipSync(pageOf('a')).subarray(0, 60), {head: ['Content-Encoding: gzip']})}),
      warcRecord({block: answer(bomb, {head: ['Content-Encoding: gzip']})}),
      warcRecord({block: answer(Buffer.alloc(11 * 2 ** 20, 'a '))}),
      warcRecord({block: answer('', {head: [`X-Long: ${'a'.repeat(70_000)}`]})}),
      warcRecord({headers: {'X-Long': 'a'.repeat(70_000)}, block: answer(pageOf('a'))}),
      warcRecord({block: answer(Buffer.alloc(11 * 2 ** 20), {type: 'video/mp4'})}),
      warcRecord({headers: {'WARC-Segment-Number': '1'}, block: answer(pageOf('a'))}),
      ...madeRecords(1)
    ]),
    65_536
  )
  assert.deepEqual(
    inputs.map(input =>
      inWords(input)
        .replace(/\(.*\)/, '(...)')
        .replace(/byte \d{4,}/, 'byte N')
    ),
    [
      'a.warc, record 1: failed: breaks off: no chunk of its body begins at byte 10 of it',
      'a.warc, record 2: failed: is broken gzip (...)',
      'a.warc, record 3: failed: unpacks to more than 100 times its size',
      'a.warc, record 4: failed: is larger than 10 MB',
      'a.warc, record 5: failed: has HTTP headers of more than 64 KB',
      'a.warc, record 6: failed: is damaged, at byte N of the file: its headers are larger than 64 KB',
      'a.warc, record 7: skipped: is video/mp4, no page, feed or text',
      'a.warc, record 8: failed: is split over several records, which is not read',
      'a.warc, record 9: http://news.example/0'
    ]
  )
})

test('a digest is held against its bytes, however it is written; one that nobody can check speaks against nothing', async () => {
  const page = pageOf('Digests')
  const body = gzipSync(page)
  const block = answer(body, {head: ['Content-Encoding: gzip']})
  const sha1 = (bytes: Uint8Array | string) => createHash('sha1').update(bytes).digest()
  const base32 = (bytes: Buffer) =>
    Array.from({length: 32}, (_, i) => {
      const bits = BigInt(`0x${bytes.toString('hex')}`) >> BigInt(155 - 5 * i)
      return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number(bits & 31n)]
    }).join('')
  const right: readonly Record<string, string>[] = [
    {'WARC-Block-Digest': `sha1:${base32(sha1(block))}`},
    {'WARC-Block-Digest': `SHA-1:${sha1(block).toString('base64')}`},
    {'WARC-Block-Digest': `sha256:${createHash('sha256').update(block).digest('hex')}`},
    {'WARC-Payload-Digest': `sha1:${base32(sha1(body))}`},
    {'WARC-Payload-Digest': `sha1:${base32(sha1(page))}`},
    {'WARC-Payload-Digest': 'blake3:abcdef'},
    {'WARC-Payload-Digest': 'sha1:short'}
  ]
  for (const headers of right) assert.equal(bodyOf((await read(warcRecord({headers, block})))[0]), page)
  for (const name of ['WARC-Block-Digest', 'WARC-Payload-Digest']) {
    const headers = {[name]: `sha1:${base32(sha1('another page'))}`}
    const [input] = await read(warcRecord({headers, block}))
    assert.equal(inWords(input!), `a.warc, record 1: failed: is damaged: it does not match its ${name}`)
  }
})

test('ARC files of both versions are read, with blanks in addresses and answers without a head', async () => {
  const archive = arcFile([
    {head: 'http://news.example/a b 192.0.2.1 20140216050221 text/html', block: answer(pageOf('One'))},
    {
      head: 'http://news.example/2 192.0.2.1 20140216050221 text/html 200 - - 0 made.arc',
      block: answer(pageOf('Two'))
    },
    {head: 'http://news.example/3 192.0.2.1 199901010000 text/html', block: Buffer.from(pageOf('Three'))},
    {
      head: 'http://news.example/4 192.0.2.1 20140216050221 text/html',
      block: answer('', {status: '404 Gone'})
    }
  ])
  for (const bytes of [archive, gzipSync(archive)]) {
    const inputs = await read(bytes)
    assert.deepEqual(inputs.map(inWords), [
      'a.warc, record 2: http://news.example/a b',
      'a.warc, record 3: http://news.example/2',
      'a.warc, record 4: http://news.example/3',
      'a.warc, record 5: skipped: is an answer 404, no page'
    ])
    assert.deepEqual(inputs.slice(0, 3).map(bodyOf), ['One', 'Two', 'Three'].map(pageOf))
    const times = inputs.flatMap(input => (input.kind === 'document' ? input.document.capture.fetchedAt : []))
    assert.deepEqual(times, [
      '2014-02-16T05:02:21.000Z',
      '2014-02-16T05:02:21.000Z',
      '1999-01-01T00:00:00.000Z'
    ])
  }
})

test('behind a wrong length the next record is found, also where it was swallowed', async () => {
  const [first, second, third] = madeRecords(3) as [Buffer, Buffer, Buffer]
  const withLength = (change: (length: number) => number | string) =>
    Buffer.from(
      second.toString().replace(/Content-Length: (\d+)/, (_, n) => `Content-Length: ${change(Number(n))}`)
    )
  for (const [length, reason] of [
    [(n: number) => n - 4, /its length is wrong: "tml>" comes after it/],
    [(n: number) => n + 500, /its length is wrong/],
    [() => 5_000_000, /the archive ends \d+ bytes too soon/],
    [() => 'many', /its length is "many"/]
  ] as const) {
    const [a, b, c] = await read(Buffer.concat([first, withLength(length), third]))
    assert.deepEqual(
      [a, c].map(input => inWords(input!)),
      [ten[0], ten[2]]
    )
    assert.match(
      inWords(b!),
      new RegExp(`^a.warc, record 2: failed: is damaged, at byte ${first.length} of the file: `)
    )
    assert.match(inWords(b!), reason)
  }
})

test('a page that shows a record as its text does not become one in an archive that packs each by itself', async () => {
  const shown = madeRecords(1)[0]!.toString()
  const page = warcRecord({block: answer(`<!doctype html><pre>\r\n${shown}</pre>`)})
  const broken = Buffer.from(page.toString().replace(/Content-Length: \d+/, 'Content-Length: 200'))
  const inputs = await read(packed([...madeRecords(2), broken, ...madeRecords(1)]))
  assert.deepEqual(
    inputs.map(input => inWords(input).replace(/ of the file.*/, '')),
    [
      ten[0],
      ten[1],
      `a.warc, record 3: failed: is damaged, at byte ${packed(madeRecords(2)).length}`,
      'a.warc, record 4: http://news.example/0'
    ]
  )
})

test('whatever is done to a byte or some of an archive, what comes out is what went in, and losses are told', async () => {
  const records = madeRecords(40)
  const pages = new Set((await read(Buffer.concat(records))).map(bodyOf))
  assert.equal(pages.size, 40)
  for (const whole of [packed(records), Buffer.concat(records)])
    for (let i = 0; i < 60; i++) {
      const at = Math.floor((whole.length * (i + 0.5)) / 60)
      const rest = whole.subarray(at + 1 + (i % 7) * 20)
      const parts = [
        [whole.subarray(0, at), rest],
        [whole.subarray(0, at), Buffer.alloc(whole.length - at - rest.length), rest],
        [whole.subarray(0, at), Buffer.alloc(i, 0x1f), whole.subarray(at)],
        [whole.subarray(0, at)]
      ][i % 4]!
      const inputs = await read(Buffer.concat(parts), 1000)
      const good = inputs.filter(input => input.kind === 'document')
      for (const input of good) assert.ok(pages.has(bodyOf(input)), inWords(input))
      if (i % 4 < 3) assert.ok(good.length >= 37, `${good.length} of 40 at ${at}`)
      if (good.length < 40 && i % 4 < 3)
        assert.ok(
          inputs.some(({kind}) => kind === 'failed'),
          `silent at ${at}`
        )
    }
})

test('an archive without a record says that it is empty', async () => {
  assert.deepEqual((await read(Buffer.alloc(0))).map(inWords), ['a.warc: failed: is empty'])
})
