/**
 * Reads what a person names: texts, pages, feeds, folders of them, JSON Lines, standard input ("-").
 *
 * Bytes are hashed before they are decoded. What cannot be read becomes a
 * failed input with its reason; the others go on.
 */
import {createReadStream} from 'node:fs'
import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import {type Capture, uncaptured} from '../model/document.ts'
import {decode} from './decode.ts'
import {kindOf} from './document-kind.ts'
import {type Received, reportOf} from './input.ts'
import {readRecord} from './record.ts'

/** One text may not be larger; archives come as JSON Lines. */
const largestText = 64 * 2 ** 20

/** `regions` holds for reports that name none. */
export async function* readInputs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>
): AsyncGenerator<Received> {
  for (const path of paths)
    yield* path === '-' ? readBytes('standard input', Buffer.concat(await collect(stdin))) : readPath(path)
}

async function* readPath(path: string): AsyncGenerator<Received> {
  const info = await stat(path).catch(() => null)
  if (info === null) {
    yield {kind: 'failed', origin: path, reason: 'does not exist; check the path'}
  } else if (info.isDirectory()) {
    for (const name of (await readdir(path)).sort())
      if (!name.startsWith('.')) yield* readPath(join(path, name))
  } else if (/\.(?:jsonl|ndjson)$/i.test(path)) {
    yield* readLines(path, createReadStream(path))
  } else if (info.size > largestText) {
    yield {
      kind: 'failed',
      origin: path,
      reason: `is larger than ${largestText / 2 ** 20} MB; split it, or give JSON Lines`
    }
  } else {
    yield* readBytes(path, await readFile(path))
  }
}

/** What is said of received bytes beside them. */
export interface About {
  readonly mediaType?: string | null
  readonly capture?: Capture
}

/** Whatever bytes are: a text, a page or feed, lines of JSON, or why they are none of these. */
export async function* readBytes(
  origin: string,
  bytes: Uint8Array,
  {mediaType = null, capture = uncaptured}: About = {}
): AsyncGenerator<Received> {
  const kind = kindOf(bytes, mediaType, capture.finalUrl ?? origin)
  if (typeof kind === 'object') yield {kind: 'failed', origin, reason: kind.reason}
  else if (kind === 'page' || kind === 'feed')
    yield {kind: 'document', origin, document: {kind, bytes, mediaType, capture}}
  else {
    const decoded = decode(bytes)
    if ('reason' in decoded) yield {kind: 'failed', origin, reason: decoded.reason}
    else if (kind === 'json-lines') yield* readLines(origin, Readable.from([decoded.text]))
    else {
      const url = capture.finalUrl ?? capture.requestedUrl
      const record = {url, outlet: null, publishedOn: null, title: null, text: decoded.text}
      yield {kind: 'report', origin, report: reportOf(record, bytes), bytes, capture}
    }
  }
}

async function* readLines(origin: string, stream: Readable): AsyncGenerator<Received> {
  let number = 0
  for await (const line of createInterface({input: stream, crlfDelay: Number.POSITIVE_INFINITY})) {
    number++
    if (line.trim() === '') continue
    const at = `${origin}:${number}`
    const record = readRecord(line)
    if ('reason' in record) yield {kind: 'failed', origin: at, reason: record.reason}
    else {
      const bytes = Buffer.from(record.text, 'utf8')
      yield {kind: 'report', origin: at, report: reportOf(record, bytes), bytes}
    }
  }
  if (number === 0) yield {kind: 'failed', origin, reason: 'is empty'}
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}
