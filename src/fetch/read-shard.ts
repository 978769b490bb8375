/** Reads the inputs of a shard: from its file, once that is seen to hold the same bytes, or from what was uploaded. */
import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import type {Shard, ShardPart} from '../model/shard.ts'
import type {Received} from './input.ts'
import {only, readLines} from './read-bytes.ts'
import {readStream} from './read-stream.ts'

/** `uploaded`: the bytes of a part, by its position, in compressed pieces. Throws where a file is not as it was. */
export async function* readShard(
  shard: Shard,
  uploaded: (part: number) => AsyncIterable<Uint8Array>
): AsyncGenerator<Received> {
  for (const [i, part] of shard.parts.entries()) {
    if (part.path !== null) await refuseChanged(part, part.path)
    const bytes = part.path === null ? unpacked(uploaded(i)) : fileOf(part, part.path)
    yield* part.firstLine === null
      ? readStream(part.origin, bytes)
      : readLines(part.origin, bytes, part.firstLine)
  }
}

function fileOf({from, to}: ShardPart, path: string): AsyncIterable<Uint8Array> {
  return from === to
    ? only(new Uint8Array())
    : createReadStream(path, {start: from, end: to - 1, highWaterMark: 2 ** 18})
}

async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield gunzipSync(piece)
}

async function refuseChanged(part: ShardPart, path: string): Promise<void> {
  const hash = createHash('sha256')
  try {
    for await (const piece of fileOf(part, path)) hash.update(piece)
  } catch (cause) {
    throw new Error(
      `Cannot read ${path} on this machine (${(cause as Error).message}); with --in-place all workers must see the file there. Distribute it again, without --in-place to keep its bytes in the store`,
      {cause}
    )
  }
  if (hash.digest('hex') !== part.sha256)
    throw new Error(`${path} is not as it was when it was distributed; distribute it again`)
}
