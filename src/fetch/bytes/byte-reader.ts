/** Lines and blocks of a file, over what `gunzipped` gives; where bytes are lost, reading says so once and goes on behind. */
import type {Stretch} from './gunzip.ts'

type Bytes = Extract<Stretch, {readonly bytes: Uint8Array}>

/** Bytes are lost or make no sense; `at`: offset in the file, of the gzip member where there is one. */
export class Damage extends Error {
  readonly at: number

  constructor(reason: string, at: number) {
    super(reason)
    this.at = at
  }
}

export interface Line {
  /** With its end; some of it where it is longer than was asked for. */
  readonly bytes: Buffer
  readonly at: number
  readonly opensMember: boolean | null
}

const newline = 10
/** In place of bytes that are lost, so that those around them make no line together. */
export const gap: Bytes = {at: 0, bytes: Buffer.from('\n'), opensMember: false}
/** Bytes, over a whole archive. */
const mostReadAgain = 2 ** 28

export class ByteReader {
  readonly #source: AsyncIterator<Stretch>
  readonly #ahead: Stretch[] = []
  #readAgain = 0
  /** Gzip members begun up to here. */
  members = 0

  constructor(stretches: AsyncIterable<Stretch>) {
    this.#source = stretches[Symbol.asyncIterator]()
  }

  /** The next line, or so many bytes of it; null at the end. Throws `Damage`. */
  async line(most: number): Promise<Line | null> {
    const first = await this.#next()
    if (!first) return null
    const {at, opensMember} = first
    this.unread(first)
    const parts: Uint8Array[] = []
    let missing = most
    while (missing > 0) {
      const stretch = await this.#next()
      if (!stretch) break
      const end = stretch.bytes.subarray(0, missing).indexOf(newline)
      const part = this.#cut(stretch, end < 0 ? missing : end + 1)
      parts.push(part)
      missing = end < 0 ? missing - part.length : 0
    }
    return {bytes: Buffer.concat(parts), at, opensMember}
  }

  /** So many bytes, fewer at the end. What was read before a `Damage` is read again. */
  async block(size: number): Promise<Buffer> {
    const parts: Bytes[] = []
    let missing = size
    try {
      while (missing > 0) {
        const stretch = await this.#next()
        if (!stretch) break
        const bytes = this.#cut(stretch, missing)
        parts.push({...stretch, bytes})
        missing -= bytes.length
      }
    } catch (error) {
      this.#ahead.unshift(...parts, gap)
      throw error
    }
    return Buffer.concat(parts.map(({bytes}) => bytes))
  }

  /** As `block`, with nothing kept. Gives back how many bytes there were. */
  async skip(size: number): Promise<number> {
    let missing = size
    while (missing > 0) {
      const stretch = await this.#next()
      if (!stretch) break
      missing -= this.#cut(stretch, missing).length
    }
    return size - missing
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }

  /** Gives back what was read last, or a damage that belongs to what comes next. */
  unread(stretch: Stretch): void {
    this.#ahead.unshift(stretch)
  }

  /** Gives back much, to be looked through for another beginning; not for ever, so that a file made to be slow ends. */
  readAgain(bytes: Bytes): void {
    this.#readAgain += bytes.bytes.length
    if (this.#readAgain <= mostReadAgain) this.unread(bytes)
  }

  /** The first bytes of a stretch; the others come next. */
  #cut({at, bytes, opensMember}: Bytes, size: number): Uint8Array {
    if (bytes.length <= size) return bytes
    this.unread(
      opensMember === null
        ? {at: at + size, bytes: bytes.subarray(size), opensMember}
        : {at, bytes: bytes.subarray(size), opensMember: false}
    )
    return bytes.subarray(0, size)
  }

  async #next(): Promise<Bytes | null> {
    const stretch = this.#ahead.shift() ?? (await this.#read())
    if (stretch && 'damage' in stretch) throw new Damage(stretch.damage, stretch.at)
    return stretch
  }

  async #read(): Promise<Stretch | null> {
    const {done, value} = await this.#source.next()
    if (done) return null
    if ('bytes' in value && value.opensMember) this.members++
    return value
  }
}
