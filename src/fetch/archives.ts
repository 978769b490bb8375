/**
 * Reads the pages, feeds and texts of web archives: WARC 1.x and ARC, plain or as gzip.
 *
 * An answer (`response`), a thing kept by itself (`resource`) and a text made of a page (`conversion`, as in
 * WET files) is an item. Answers other than 200 and what is no text (pictures, style sheets, site maps) are
 * skipped. Notes of the crawler, requests and records that say "the same as before" are no items.
 *
 * What does not match its digest, breaks off or passes a limit (SAFETY H2) fails with its reason and place;
 * the records around it are read.
 */
import {type Capture, uncaptured} from '../model/document.ts'
import {arc} from './archive/arc.ts'
import {isDigestOf} from './archive/digests.ts'
import {mostHeaderBytes} from './archive/headers.ts'
import {header, readAnswer, withoutChunks} from './archive/http-answer.ts'
import {type ArchiveRecord, recordsOf} from './archive/records.ts'
import {warc} from './archive/warc.ts'
import {bodyLimits, unpacked} from './content-encoding.ts'
import {opening} from './decode.ts'
import {kindOf} from './document-kind.ts'
import type {Received} from './input.ts'
import {readBytes} from './read-bytes.ts'

const items = new Set(['response', 'resource', 'conversion'])
/** Head and body of an answer. */
const mostBlock = bodyLimits.bytes + mostHeaderBytes

/** `start`: the first bytes of a file, out of gzip; `name`: without ".gz". */
export function isArchive(start: Uint8Array, name: string): boolean {
  const line = Buffer.from(start).toString('latin1').split('\n', 1)[0]!.trimEnd()
  return warc.begins(line) || arc.begins(line) || /\.w?arc$/i.test(name)
}

/** Rejects where the stream does. `origin`: a path or URL; items are named "news.warc.gz, record 7". */
export async function* readArchive(
  origin: string,
  stream: AsyncIterable<Uint8Array>
): AsyncGenerator<Received> {
  let number = 0
  for await (const cut of recordsOf(stream, mostBlock)) {
    number = cut.number
    const place = `${origin}, record ${number}`
    if ('broken' in cut) {
      const reason = `is damaged, at byte ${cut.at} of the file: ${cut.broken}`
      yield {kind: 'failed', origin: place, reason}
    } else yield* readRecord(place, cut.record)
  }
  if (number === 0) yield {kind: 'failed', origin, reason: 'is empty'}
}

async function* readRecord(origin: string, record: ArchiveRecord): AsyncGenerator<Received> {
  const {headers} = record
  if (!items.has(headers.get('warc-type')!.toLowerCase())) return
  const url = headers.get('warc-target-uri')?.replace(/^<(.*)>$/s, '$1') ?? ''
  const content = contentOf(record)
  const otherwise = 'reason' in content ? null : whySkipped(url, content)
  if (otherwise !== null) return yield {kind: 'skipped', origin, reason: otherwise}
  const bytes = 'reason' in content ? content : await bodyOf(record, content)
  if ('reason' in bytes) return yield {kind: 'failed', origin, reason: bytes.reason}
  const {status, headers: received, mediaType} = content as Content
  const why = unreadable(bytes, mediaType, url)
  if (why !== null) return yield {kind: 'skipped', origin, reason: why}
  const isWeb = /^(?:https?|ftp):/i.test(url)
  const capture: Capture = {
    ...uncaptured,
    requestedUrl: isWeb ? url : null,
    finalUrl: isWeb && URL.canParse(url) ? new URL(url).href : null,
    status,
    headers: received,
    fetchedAt: instantOf(headers.get('warc-date')!)
  }
  yield* readBytes(origin, bytes, {mediaType, capture})
}

/** What a record holds, as it was stored. */
interface Content {
  /** Null where no server answered. */
  readonly status: number | null
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly mediaType: string | null
  readonly body: Buffer
}

function contentOf({headers, block}: ArchiveRecord): Content | {readonly reason: string} {
  const stated = headers.get('content-type') ?? null
  const isHttp = stated !== null && /^application\/http\b/i.test(stated)
  const isAnswer = block.subarray(0, 5).toString('latin1') === 'HTTP/'
  // An ARC says of an answer what the answer says, and of the oldest there was no head.
  if (!isHttp && !(isAnswer && headers.get('warc-type') === 'response'))
    return {status: null, headers: [], mediaType: stated, body: block}
  const answer = readAnswer(block)
  return 'reason' in answer ? answer : {...answer, mediaType: header(answer, 'content-type')}
}

const texts =
  /^(?:text\/(?:html|plain|xml|markdown|json)|application\/(?:xhtml\+xml|(?:rss|atom|rdf)\+xml|xml|(?:feed\+)?json|jsonl|x-ndjson|octet-stream)|no-type|unknown)$/

function whySkipped(url: string, {status, mediaType}: Content): string | null {
  if (url && !/^(?:https?|ftp|file|urn):/i.test(url)) return `is ${url.slice(0, 80)}, no page`
  if (status !== null && status !== 200 && status !== 203) return `is an answer ${status}, no page`
  const type = (mediaType ?? '').split(';', 1)[0]!.trim().toLowerCase()
  if (type !== '' && !texts.test(type)) return `is ${type}, no page, feed or text`
  return /^https?:\/\/[^/]+\/robots\.txt$/i.test(url) ? 'is a robots.txt, no report' : null
}

/** The body as its author wrote it, once it is known to be whole. */
async function bodyOf(
  {headers, block, isCut}: ArchiveRecord,
  content: Content
): Promise<Uint8Array | {readonly reason: string}> {
  if (isCut) return {reason: `is larger than ${bodyLimits.bytes / 2 ** 20} MB`}
  if (headers.has('warc-segment-number')) return {reason: 'is split over several records, which is not read'}
  const wrong = (name: string) => ({reason: `is damaged: it does not match its ${name}`})
  const blockDigest = headers.get('warc-block-digest')
  if (blockDigest && isDigestOf(blockDigest, [block]) === false) return wrong('WARC-Block-Digest')
  const value = (name: string) => content.headers.find(([own]) => own === name)?.[1] ?? null
  const coding = value('transfer-encoding')?.toLowerCase() ?? ''
  const body = coding.includes('chunked') ? withoutChunks(content.body) : content.body
  if ('reason' in body) return body
  const bytes = await unpacked(body, value('content-encoding'))
  if ('reason' in bytes) return bytes
  // Crawlers do not agree on what a payload is.
  const payloads = [content.body, body, bytes.bytes]
  const payloadDigest = headers.get('warc-payload-digest')
  if (payloadDigest && isDigestOf(payloadDigest, payloads) === false) return wrong('WARC-Payload-Digest')
  return bytes.bytes
}

/** Of what a server calls text, or says nothing about. */
function unreadable(bytes: Uint8Array, mediaType: string | null, url: string): string | null {
  const kind = kindOf(bytes, mediaType, url)
  if (typeof kind === 'object') return kind.reason
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:urlset|sitemapindex)\b/s.test(opening(bytes)))
    return 'is a site map, no report'
  return kind === 'text' && /\bjson\b/i.test(mediaType ?? '') ? 'is JSON, no report' : null
}

/** UTC; null where it is none. */
function instantOf(date: string): string | null {
  const instant = new Date(date)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
