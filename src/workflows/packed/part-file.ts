/** A file that is written piece by piece, with the hash and the number of its bytes. */
import {createHash} from 'node:crypto'
import {open} from 'node:fs/promises'

export interface Written {
  readonly bytes: number
  readonly sha256: string
}

export interface PartFile {
  write(piece: string | Uint8Array): Promise<void>
  /** What was written is on the disk when this ends. */
  end(): Promise<Written>
  /** Nothing more is written; the file stays where it is. Does nothing after the end. */
  leave(): Promise<void>
}

/** Bytes that are gathered before they are written. */
const atOnce = 65_536

/** Refuses a file that is there. */
export async function openPartFile(path: string): Promise<PartFile> {
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let bytes = 0
  let waiting: Uint8Array[] = []
  let held = 0
  const flush = async () => {
    const all = Buffer.concat(waiting)
    ;[waiting, held] = [[], 0]
    await file.appendFile(all)
  }
  return {
    async write(piece) {
      const own = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(own)
      bytes += own.length
      waiting.push(own)
      held += own.length
      if (held >= atOnce) await flush()
    },
    async end() {
      await flush()
      await file.sync()
      await file.close()
      return {bytes, sha256: hash.digest('hex')}
    },
    async leave() {
      await file.close().catch(() => {})
    }
  }
}
