/**
 * Reads what a person names: files, folders of them, standard input ("-").
 *
 * What cannot be read becomes a failed input with its reason; the others go on.
 */
import {createReadStream} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Received} from './input.ts'
import {readStream} from './read-stream.ts'

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

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes(chunk.length)
    yield chunk
  }
}
