import assert from 'node:assert/strict'
import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {createWriteStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {after, test} from 'node:test'
import {gzipSync} from 'node:zlib'
import {readArchive} from '../../src/fetch/archives.ts'
import {readStream} from '../../src/fetch/read-stream.ts'
import {answer, warcRecord} from '../fetch/made-archives.ts'
import {madeUpLines} from './made-up-news.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-great-'))
after(() => rmSync(folder, {recursive: true}))

test('200 megabytes of JSON Lines are ingested with a heap of 512 MB, and the sums agree (SAFETY R7)', async () => {
  const path = join(folder, 'great.jsonl')
  let lines = 0
  const counted = function* () {
    for (const line of madeUpLines(200e6, {arabic: 84, repeated: 12})) {
      lines++
      yield line
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(path))
  const ingest = spawn(
    process.execPath,
    [
      '--max-old-space-size=512',
      'src/cli/main.ts',
      'ingest',
      path,
      '--store',
      join(folder, 'store'),
      '--json'
    ],
    {stdio: ['ignore', 'pipe', 'inherit']}
  )
  let out = ''
  ingest.stdout.on('data', data => {
    out += data
  })
  const [code] = await once(ingest, 'close')
  assert.equal(code, 0)
  const {items, done, failed, skipped} = JSON.parse(out)
  assert.deepEqual([items, failed, done + skipped], [lines, 0, lines])
  const again = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=512',
      'src/cli/main.ts',
      'ingest',
      path,
      '--store',
      join(folder, 'store'),
      '--json'
    ],
    {encoding: 'utf8'}
  )
  assert.equal(JSON.parse(again.stdout).skipped, lines)
})

/** Megabytes that the process holds besides what it held at first, at most, while a gigabyte is read. */
async function heldWhileReading(inputs: AsyncIterable<unknown>): Promise<{count: number; megabytes: number}> {
  const held = () => {
    const {heapUsed, arrayBuffers} = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 1e6
  }
  const before = held()
  let megabytes = 0
  let count = 0
  for await (const _input of inputs)
    if (count++ % 1000 === 0) megabytes = Math.max(megabytes, held() - before)
  return {count, megabytes}
}

/** A gigabyte of some pieces, again and again. */
async function* gigabyteOf(pieces: readonly Uint8Array[], size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0, bytes = 0; bytes < 1e9; i++) {
    const piece = pieces[i % pieces.length]!
    bytes += piece.length * size
    yield piece
  }
}

test('a gigabyte of an archive, or of lines, is read in flat memory', async () => {
  const texts = [...madeUpLines(3e6, {arabic: 50, repeated: 0})]
  const pages = texts.map(text => warcRecord({block: answer(`<!doctype html><p>${text}</p>`)}))
  const ratio = Buffer.concat(pages).length / Buffer.concat(pages.map(page => gzipSync(page))).length
  const archive = await heldWhileReading(
    readArchive(
      'great.warc.gz',
      gigabyteOf(
        pages.map(page => gzipSync(page)),
        ratio
      )
    )
  )
  assert.ok(archive.count > 100_000 && archive.megabytes < 150, JSON.stringify(archive))
  const lines = await heldWhileReading(
    readStream(
      'great.jsonl',
      gigabyteOf(
        texts.map(text => Buffer.from(text)),
        1
      )
    )
  )
  assert.ok(lines.count > 100_000 && lines.megabytes < 150, JSON.stringify(lines))
})
