/** Reads a text file line by line without holding it: plain, gzip, or the largest file of a ZIP archive, told by their first bytes. */
import {createReadStream} from 'node:fs'
import {open} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import {createGunzip, createInflateRaw} from 'node:zlib'
import {largestEntry} from './zip-entry.ts'

export interface Lines {
  /** Number of the first of the lines, from 1. */
  readonly first: number
  readonly lines: readonly string[]
  /** Bytes of the file read so far, as it lies on the disk. */
  readonly bytesRead: number
}

const pieceBytes = 2 ** 20
const longestLine = 2 ** 26

/** Gives the lines some thousand at a time. Throws an Error with path, line and reason where the file cannot be read to its end. */
export async function* linesOf(path: string): AsyncGenerator<Lines> {
  const decoder = new TextDecoder()
  let rest = ''
  let first = 1
  try {
    const {bytes, source} = await opened(path)
    for await (const piece of bytes) {
      const lines = (rest + decoder.decode(piece as Uint8Array, {stream: true})).split('\n')
      rest = lines.pop()!
      if (rest.length > longestLine)
        throw new Error(`a line is longer than ${longestLine / 2 ** 20} MB, so this is no text of lines`)
      yield {first, lines, bytesRead: source.bytesRead}
      first += lines.length
    }
    rest += decoder.decode()
    if (rest !== '') yield {first, lines: [rest], bytesRead: source.bytesRead}
  } catch (cause) {
    if ((cause as {code?: string}).code === 'ENOENT')
      throw new Error(`${path} does not exist; check the path`)
    throw new Error(`Cannot read ${path} beyond line ${first - 1}`, {cause})
  }
}

async function opened(path: string): Promise<{bytes: Readable; source: {bytesRead: number}}> {
  const start = await firstBytes(path)
  if (start.toString('latin1') === 'PK\x03\x04') {
    const {from, to, isDeflated} = await largestEntry(path)
    const source = createReadStream(path, {start: from, end: to - 1, highWaterMark: pieceBytes})
    return {bytes: isDeflated ? through(source, createInflateRaw({chunkSize: pieceBytes})) : source, source}
  }
  const source = createReadStream(path, {highWaterMark: pieceBytes})
  const isGzip = start[0] === 0x1f && start[1] === 0x8b
  return {bytes: isGzip ? through(source, createGunzip({chunkSize: pieceBytes})) : source, source}
}

function through(source: Readable, unpacking: ReturnType<typeof createGunzip>): Readable {
  source.on('error', error => unpacking.destroy(error))
  unpacking.on('close', () => source.destroy())
  return source.pipe(unpacking)
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
