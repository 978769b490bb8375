/**
 * Splits files into shards: JSON Lines by lines, other files together until they are many, an archive by itself.
 *
 * Each is read through once, for its hash: the same bytes give the same shards, wherever they lie.
 */
import {createHash, type Hash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {open, readdir, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import type {Shard, ShardPart} from '../model/shard.ts'
import {kindOf} from './document-kind.ts'

export interface ShardSizes {
  /** Of JSON Lines. */
  readonly lines: number
  readonly files: number
  /** At which lines or files are enough, however few; one may be longer. */
  readonly bytes: number
}

export const shardSizes: ShardSizes = {lines: 10_000, files: 500, bytes: 64 * 2 ** 20}

export interface SplitPath {
  /** Absolute. */
  readonly path: string
  /** For messages. */
  readonly origin: string
}

/** `regions`: countries that the reports mostly tell of. Throws where a path is missing. */
export async function* splitPaths(
  paths: readonly SplitPath[],
  regions: readonly string[],
  sizes: ShardSizes = shardSizes
): AsyncGenerator<Shard> {
  let together: ShardPart[] = []
  let bytes = 0
  for (const named of paths)
    for await (const file of filesIn(named)) {
      if (await isLines(file.path)) {
        for await (const {part, inputs} of linesIn(file, sizes)) yield shardOf([part], regions, inputs)
        continue
      }
      const part = await wholeFile(file)
      if (file.bytes > sizes.bytes || isArchive(file.path)) {
        yield shardOf([part], regions, null)
        continue
      }
      together.push(part)
      bytes += file.bytes
      if (together.length < sizes.files && bytes < sizes.bytes) continue
      yield shardOf(together, regions, null)
      together = []
      bytes = 0
    }
  if (together.length) yield shardOf(together, regions, null)
}

interface File extends SplitPath {
  readonly bytes: number
}

const sampleBytes = 4096

/** By name, or by how it begins. */
async function isLines(path: string): Promise<boolean> {
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return true
  const file = await open(path)
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return kindOf(buffer.subarray(0, bytesRead), null, path) === 'json-lines'
  } finally {
    await file.close()
  }
}
const isArchive = (path: string) => /\.(?:w?arc|gz)$/i.test(path)

async function* filesIn({path, origin}: SplitPath): AsyncGenerator<File> {
  const info = await stat(path).catch(() => null)
  if (info === null) throw new Error(`${origin} does not exist; check the path`)
  if (!info.isDirectory()) yield {path, origin, bytes: info.size}
  else
    for (const name of (await readdir(path)).sort())
      if (!name.startsWith('.')) yield* filesIn({path: join(path, name), origin: join(origin, name)})
}

async function wholeFile({path, origin, bytes}: File): Promise<ShardPart> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return {path, origin, from: 0, to: bytes, firstLine: null, sha256: hash.digest('hex')}
}

const newline = 10
const blank = 32

/** Ends are after newlines. `inputs`: lines that are not blank. */
async function* linesIn(
  {path, origin, bytes}: File,
  {lines: mostLines, bytes: mostBytes}: ShardSizes
): AsyncGenerator<{part: ShardPart; inputs: number}> {
  if (bytes === 0) yield {part: await wholeFile({path, origin, bytes}), inputs: 1}
  let [at, from, firstLine, lines, inputs, isBlank] = [0, 0, 1, 0, 0, true]
  let hash: Hash = createHash('sha256')
  const cut = () => {
    const part = {path, origin, from, to: at, firstLine, sha256: hash.digest('hex')}
    const cut = {part, inputs}
    from = at
    firstLine += lines
    lines = inputs = 0
    hash = createHash('sha256')
    return cut
  }
  for await (const piece of createReadStream(path, {highWaterMark: 2 ** 20}) as AsyncIterable<Buffer>) {
    let begun = 0
    for (let read = 0; read < piece.length; ) {
      const found = piece.indexOf(newline, read)
      const end = found < 0 ? piece.length : found + 1
      if (isBlank) isBlank = !piece.subarray(read, end).some(byte => byte > blank)
      at += end - read
      read = end
      if (found < 0) break
      lines++
      if (!isBlank) inputs++
      isBlank = true
      if (lines < mostLines && at - from < mostBytes) continue
      hash.update(piece.subarray(begun, read))
      begun = read
      yield cut()
    }
    hash.update(piece.subarray(begun))
  }
  if (at === from) return
  lines++
  if (!isBlank) inputs++
  yield cut()
}

function shardOf(parts: readonly ShardPart[], regions: readonly string[], inputs: number | null): Shard {
  const identity = createHash('sha256')
  for (const {sha256} of parts) identity.update(sha256).update('\0')
  identity.update(regions.join(','))
  return {id: identity.digest('hex').slice(0, 16), name: nameOf(parts, inputs), parts, regions, inputs}
}

function nameOf(parts: readonly ShardPart[], inputs: number | null): string {
  const [{origin, firstLine}] = parts as readonly [ShardPart]
  if (firstLine !== null) return `${basename(origin)} from line ${firstLine}, ${inputs} reports`
  return parts.length === 1 ? basename(origin) : `${basename(origin)} and ${parts.length - 1} more`
}
