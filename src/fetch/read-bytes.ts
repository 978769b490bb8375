/**
 * Reads bytes in memory: a text, a page or feed, lines of JSON, or why they are none of these.
 *
 * Bytes are hashed before they are decoded.
 */
import {type Capture, uncaptured} from '../model/document.ts'
import {linesOf} from './bytes/lines.ts'
import {inUtf8} from './bytes/utf8.ts'
import {decode} from './decode.ts'
import {kindOf} from './document-kind.ts'
import {type Received, reportOf} from './input.ts'
import {readRecord} from './record.ts'

/** One text, and one line, may not be larger. */
export const largestText = 16 * 2 ** 20

/** What is said of received bytes beside them. */
export interface About {
  readonly mediaType?: string | null
  readonly capture?: Capture
  /** Path or URL, whose ending counts where the bytes leave it open; the origin where left out. */
  readonly name?: string
}

export async function* readBytes(
  origin: string,
  bytes: Uint8Array,
  {mediaType = null, capture = uncaptured, name = capture.finalUrl ?? origin}: About = {}
): AsyncGenerator<Received> {
  const kind = kindOf(bytes, mediaType, name)
  if (typeof kind === 'object') yield {kind: 'failed', origin, reason: kind.reason}
  else if (kind === 'page' || kind === 'feed')
    yield {kind: 'document', origin, document: {kind, bytes, mediaType, capture}}
  else {
    const decoded = decode(bytes)
    if ('reason' in decoded) yield {kind: 'failed', origin, reason: decoded.reason}
    else if (kind === 'json-lines') yield* readLines(origin, only(Buffer.from(decoded.text)))
    else if (isJson(decoded.text)) yield {kind: 'failed', origin, reason: noLines}
    else {
      const url = capture.finalUrl ?? capture.requestedUrl
      const record = {url, outlet: null, publishedOn: null, title: null, text: decoded.text}
      yield {kind: 'report', origin, report: reportOf(record, bytes), bytes, capture}
    }
  }
}

const noLines =
  'is JSON, but no lines of it that have a "text"; write {"text": "..."}, one a line, for instance with jq -c'

/** A text may begin with a bracket: "[Oruro] Two were hurt." */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON Lines in UTF-8, plain or gzip, or in UTF-16, of any size; items are named "reports.jsonl:7". `firstLine`: number of the first, in a part of a file. */
export async function* readLines(
  origin: string,
  stream: AsyncIterable<Uint8Array>,
  firstLine = 1
): AsyncGenerator<Received> {
  let lines = 0
  let items = 0
  for await (const line of linesOf(inUtf8(stream), largestText)) {
    lines++
    const at = `${origin}:${firstLine - 1 + line.number}`
    const record = 'reason' in line ? line : recordOf(line.bytes)
    if (record === null) continue
    items++
    if ('reason' in record) yield {kind: 'failed', origin: at, reason: record.reason}
    else {
      const bytes = Buffer.from(record.text, 'utf8')
      yield {kind: 'report', origin: at, report: reportOf(record, bytes), bytes}
    }
  }
  // A part of a file may be blank, a file may not.
  if (lines === 0) yield {kind: 'failed', origin, reason: 'is empty'}
  else if (items === 0 && firstLine === 1) yield {kind: 'failed', origin, reason: 'holds nothing but blanks'}
}

const utf8 = new TextDecoder('utf-8', {fatal: true})

/** Null for a line of blanks. */
function recordOf(bytes: Uint8Array): ReturnType<typeof readRecord> | null {
  let line: string
  try {
    line = utf8.decode(bytes).trim()
  } catch {
    return {reason: 'is not UTF-8; convert it, for instance with iconv -t UTF-8'}
  }
  return line === '' ? null : readRecord(line)
}

/** Bytes in memory as a stream. */
export async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
