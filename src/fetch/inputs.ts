/**
 * Reads reports from what a person names: text files, folders of them, JSON Lines, standard input ("-").
 *
 * Bytes are hashed before they are decoded. What cannot be read becomes a
 * failed input with its reason; the others go on.
 */
import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import type {Report, ReportRecord} from '../model/report.ts'
import {decode} from './decode.ts'
import {readRecord} from './record.ts'

export type Input =
  | {readonly kind: 'report'; readonly origin: string; readonly report: Report; readonly bytes: Uint8Array}
  | {readonly kind: 'failed'; readonly origin: string; readonly reason: string}

/** One text may not be larger; archives come as JSON Lines. */
const largestText = 64 * 2 ** 20

/** `origin` is the path, with the line for JSON Lines: "reports.jsonl:7". `regions` holds for reports that name none. */
export async function* readInputs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  regions: readonly string[] = []
): AsyncGenerator<Input> {
  for (const path of paths) {
    const inputs =
      path === '-' ? readBytes('standard input', Buffer.concat(await collect(stdin))) : readPath(path)
    for await (const input of inputs)
      yield input.kind === 'report' && regions.length && !input.report.regions
        ? {...input, report: {...input.report, regions}}
        : input
  }
}

async function* readPath(path: string): AsyncGenerator<Input> {
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

async function* readBytes(origin: string, bytes: Uint8Array): AsyncGenerator<Input> {
  const decoded = decode(bytes)
  if ('reason' in decoded) yield {kind: 'failed', origin, reason: decoded.reason}
  else if (isJsonLines(decoded.text)) yield* readLines(origin, Readable.from([decoded.text]))
  else {
    const record = {url: null, outlet: null, publishedOn: null, title: null, text: decoded.text}
    yield {kind: 'report', origin, report: reportOf(record, bytes), bytes}
  }
}

/** A text whose first line is an object with a "text" is JSON Lines, whatever its name. */
function isJsonLines(text: string): boolean {
  const line = text.trimStart().split('\n', 1)[0]!
  return line.startsWith('{') && /"text"\s*:/.test(line)
}

async function* readLines(origin: string, stream: Readable): AsyncGenerator<Input> {
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

function reportOf(record: ReportRecord, bytes: Uint8Array): Report {
  const identity = createHash('sha256')
  for (const part of [record.text, record.url ?? '', record.outlet ?? '']) identity.update(part).update('\0')
  return {
    id: identity.digest('hex').slice(0, 16),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...record
  }
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}
