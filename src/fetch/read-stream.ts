/**
 * Reads bytes as they come: an archive, lines of JSON, or one text, page or feed.
 *
 * Which of them it is shows in the first bytes, packed as gzip or not; archives and lines are read piece by
 * piece, whatever their size.
 */
import {constants, gunzipSync} from 'node:zlib'
import {isArchive, readArchive} from './archives.ts'
import {gunzipped, isGzip} from './bytes/gunzip.ts'
import {RawBytes} from './bytes/raw-bytes.ts'
import {kindOf} from './document-kind.ts'
import type {Received} from './input.ts'
import {type About, largestText, readBytes, readLines} from './read-bytes.ts'

/** Enough to see what a file is. */
const sampleBytes = 8192
const newline = 10

/** `origin` is a path or URL; the ending of it counts where the bytes leave it open. */
export async function* readStream(
  origin: string,
  stream: AsyncIterable<Uint8Array>,
  about: About = {}
): AsyncGenerator<Received> {
  const raw = new RawBytes(stream)
  try {
    const isPacked = isGzip(await raw.peek(4))
    // Whoever types lines, or sends one now and then, is answered: one is enough.
    const start = await raw.peek(sampleBytes, bytes => !isPacked && bytes.includes(newline))
    const given = about.capture?.finalUrl ?? origin
    const name = isPacked ? given.replace(/\.gz$/i, '') : given
    const sample = isPacked ? unpackedSample(start) : start
    if (isArchive(sample, name)) yield* readArchive(origin, raw)
    else if (isLines(sample, about.mediaType ?? null, name)) yield* readLines(origin, raw)
    else {
      const bytes = await whole(raw)
      if ('reason' in bytes) yield {kind: 'failed', origin, reason: bytes.reason}
      else yield* readBytes(origin, bytes, {...about, name})
    }
  } catch (error) {
    // The disk, not what stands there.
    const {code, message} = error as NodeJS.ErrnoException
    if (!code) throw error
    yield {kind: 'failed', origin, reason: `cannot be read on: ${message}`, retryable: true}
  }
}

function isLines(sample: Uint8Array, mediaType: string | null, name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name) || kindOf(sample, mediaType, name) === 'json-lines'
}

function unpackedSample(start: Uint8Array): Uint8Array {
  try {
    return gunzipSync(start, {finishFlush: constants.Z_SYNC_FLUSH})
  } catch {
    return new Uint8Array()
  }
}

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | {readonly reason: string}> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const stretch of gunzipped(stream)) {
    if ('damage' in stretch)
      return {reason: `is damaged, at byte ${stretch.at} of the file: ${stretch.damage}`}
    chunks.push(stretch.bytes)
    size += stretch.bytes.length
    if (size > largestText)
      return {reason: `is larger than ${largestText / 2 ** 20} MB; split it, or give JSON Lines`}
  }
  return Buffer.concat(chunks)
}
