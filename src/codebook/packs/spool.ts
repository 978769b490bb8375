/** Bytes that are appended now and read again later: in memory while few, then in a file. */
import {closeSync, openSync, readSync, unlinkSync, writeSync} from 'node:fs'

export class Spool {
  /** Bytes appended so far. */
  length = 0
  readonly #path: string
  readonly #buffer: Buffer
  #used = 0
  #file: number | null = null

  /** Keeps up to `heldBytes` in memory; the file is made when that is full. */
  constructor(path: string, heldBytes: number) {
    this.#path = path
    this.#buffer = Buffer.allocUnsafeSlow(heldBytes)
  }

  append(bytes: Uint8Array): void {
    if (this.#used + bytes.length > this.#buffer.length) this.#flush()
    this.length += bytes.length
    if (bytes.length > this.#buffer.length) this.#write(bytes)
    else {
      this.#buffer.set(bytes, this.#used)
      this.#used += bytes.length
    }
  }

  /** All bytes, in pieces of a bounded size. */
  *pieces(pieceBytes = 2 ** 20): Generator<Buffer> {
    if (this.#file !== null) {
      const onDisk = this.length - this.#used
      for (let at = 0; at < onDisk; ) {
        const piece = Buffer.allocUnsafe(Math.min(pieceBytes, onDisk - at))
        const read = readSync(this.#file, piece, 0, piece.length, at)
        if (read === 0) throw new Error(`${this.#path} was cut short while it was in use`)
        at += read
        yield piece.subarray(0, read)
      }
    }
    yield this.#buffer.subarray(0, this.#used)
  }

  close(): void {
    if (this.#file === null) return
    closeSync(this.#file)
    unlinkSync(this.#path)
    this.#file = null
  }

  #flush(): void {
    this.#write(this.#buffer.subarray(0, this.#used))
    this.#used = 0
  }

  #write(bytes: Uint8Array): void {
    this.#file ??= openSync(this.#path, 'wx+')
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
  }
}
