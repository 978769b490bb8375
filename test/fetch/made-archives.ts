/** Archives for tests, of pages that nobody published. */
import {createHash} from 'node:crypto'
import {gzipSync} from 'node:zlib'

export interface MadeRecord {
  readonly type?: string
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly block: Buffer
}

export const pageOf = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>Two people were hurt when a crowd met the police of Oruro on Tuesday.</p></article></body></html>`

/** An HTTP answer; `head` besides the media type. */
export function answer(
  body: Uint8Array | string,
  {status = '200 OK', type = 'text/html', head = [] as readonly string[]} = {}
): Buffer {
  const lines = [`HTTP/1.1 ${status}`, `Content-Type: ${type}`, ...head]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body as string)])
}

export function warcRecord({
  type = 'response',
  url = 'http://news.example/a',
  headers = {},
  block
}: MadeRecord) {
  const all = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:6d058047-0000-4a13-be79-90c17c631dd4>',
    'WARC-Date': '2024-03-05T10:00:00Z',
    'WARC-Target-URI': url,
    'Content-Type': type === 'response' ? 'application/http; msgtype=response' : 'text/html',
    'Content-Length': String(block.length),
    ...headers
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')])
}

/** So many pages, each a record with its digest. */
export function madeRecords(count: number): Buffer[] {
  return Array.from({length: count}, (_, i) => {
    const block = answer(pageOf(`March number ${i}, ${'and the day after, '.repeat(i % 7)}as told`))
    const digest = createHash('sha1').update(block).digest('hex')
    return warcRecord({
      url: `http://news.example/${i}`,
      headers: {'WARC-Block-Digest': `sha1:${digest}`},
      block
    })
  })
}

export const packed = (records: readonly Uint8Array[]) =>
  Buffer.concat(records.map(record => gzipSync(record)))

export function arcFile(records: readonly {readonly head: string; readonly block: Buffer}[]): Buffer {
  const notes = '1 0 Made up\nURL IP-address Archive-date Content-type Archive-length\n'
  const first = {head: 'filedesc://made.arc 0.0.0.0 20140216050221 text/plain', block: Buffer.from(notes)}
  return Buffer.concat(
    [first, ...records].flatMap(({head, block}) => [
      Buffer.from(`${head} ${block.length}\n`),
      block,
      Buffer.from('\n')
    ])
  )
}
