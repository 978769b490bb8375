/**
 * Reads what a person names: texts, pages, feeds, archives, folders of them, JSON Lines, standard input ("-").
 *
 * Whether a file is an archive, lines or one text is seen from its first bytes, packed as gzip or not; archives
 * and lines are read piece by piece, whatever their size. What cannot be read becomes a failed input with its
 * reason; the others go on.
 */
import {createReadStream} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {constants, gunzipSync} from 'node:zlib'
import {isArchive, readArchive} from './archives.ts'
import {gunzipped, isGzip} from './bytes/gunzip.ts'
import {RawBytes} from './bytes/raw-bytes.ts'
import {kindOf} from './document-kind.ts'
import type {Received} from './input.ts'
import {largestText, readBytes, readLines} from './read-bytes.ts'

/** Enough to see what a file is. */
const sampleBytes = 8192

/** `onBytes` is told how many bytes of the files are read since it was told last. */
export async function* readInputs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void = () => {}
): AsyncGenerator<Received> {
  for (const path of paths)
    yield* path === '-' ? readStream('standard input', stdin) : readPath(path, onBytes)
}

async function* readPath(path: string, onBytes: (count: number) => void): AsyncGenerator<Received> {
  const info = await stat(path).catch(() => null)
  if (info === null) {
    yield {kind: 'failed', origin: path, reason: 'does not exist; check the path'}
  } else if (info.isDirectory()) {
    for (const name of (await readdir(path)).sort())
      if (!name.startsWith('.')) yield* readPath(join(path, name), onBytes)
  } else {
    yield* readStream(path, counted(createReadStream(path, {highWaterMark: 2 ** 18}), onBytes))
  }
}

/** `origin` is a path or URL; its ending counts where the bytes leave it open. */
export async function* readStream(
  origin: string,
  stream: AsyncIterable<Uint8Array>
): AsyncGenerator<Received> {
  const raw = new RawBytes(stream)
  try {
    const start = await raw.peek(sampleBytes)
    const isPacked = isGzip(start)
    const name = isPacked ? origin.replace(/\.gz$/i, '') : origin
    const sample = isPacked ? unpackedSample(start) : start
    if (isArchive(sample, name)) yield* readArchive(origin, raw)
    else if (isLines(sample, name)) yield* readLines(origin, raw)
    else {
      const bytes = await whole(raw)
      if ('reason' in bytes) yield {kind: 'failed', origin, reason: bytes.reason}
      else yield* readBytes(origin, bytes, {name})
    }
  } catch (error) {
    // The disk, not what stands there.
    const {code, message} = error as NodeJS.ErrnoException
    if (!code) throw error
    yield {kind: 'failed', origin, reason: `cannot be read on: ${message}`, retryable: true}
  }
}

function isLines(sample: Uint8Array, name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name) || kindOf(sample, null, name) === 'json-lines'
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

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes(chunk.length)
    yield chunk
  }
}
