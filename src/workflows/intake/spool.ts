/**
 * Keeps what is sent until its turn comes: in a file without a name, which is gone with this process.
 *
 * What the sender calls it is never a path (SAFETY H8).
 */
import {type FileHandle, mkdtemp, open, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export interface Spooled {
  readonly bytes: number
  /** From the beginning. */
  read(): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

export class TooLarge extends Error {}

export async function spool(stream: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'))
  const handle = await open(join(folder, 'sent'), 'wx+', 0o600)
  // Where a file that is open cannot be taken away, it goes when it is closed.
  const remove = () => rm(folder, {recursive: true, force: true}).catch(() => {})
  await remove()
  const close = async () => {
    await handle.close()
    await remove()
  }
  try {
    return {bytes: await write(handle, stream, mostBytes), read: () => readFrom(handle), close}
  } catch (error) {
    await close()
    throw error
  }
}

async function write(
  handle: FileHandle,
  stream: AsyncIterable<Uint8Array>,
  mostBytes: number
): Promise<number> {
  let size = 0
  for await (const chunk of stream) {
    if (size + chunk.length > mostBytes) throw new TooLarge()
    let from = 0
    while (from < chunk.length) {
      const {bytesWritten} = await handle.write(chunk, from, chunk.length - from, size)
      from += bytesWritten
      size += bytesWritten
    }
  }
  return size
}

async function* readFrom(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const {bytesRead, buffer} = await handle.read(Buffer.alloc(2 ** 18), 0, 2 ** 18, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
