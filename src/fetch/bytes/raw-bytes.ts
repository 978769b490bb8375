/** Bytes of a stream, taken piece by piece, some of them given back and read again. */

export class RawBytes {
  readonly #source: AsyncIterator<Uint8Array>
  /** Read already and not taken, in order. */
  #ahead: Uint8Array[] = []
  /** Taken since `keep`, in order; null where nobody asked or there were too many. */
  #kept: Uint8Array[] | null = null
  #keptSize = 0
  readonly #mostKept: number
  /** Offset in the stream of what comes next. */
  at = 0

  constructor(stream: AsyncIterable<Uint8Array>, mostKept = 0) {
    this.#source = stream[Symbol.asyncIterator]()
    this.#mostKept = mostKept
  }

  /** Some bytes, or null at the end. */
  async next(): Promise<Uint8Array | null> {
    const chunk = await this.#some()
    if (chunk) this.#taken(chunk)
    return chunk
  }

  /** All that comes; whoever leaves off closes the stream. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (let bytes = await this.next(); bytes; bytes = await this.next()) yield bytes
    } finally {
      await this.close()
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }

  /** So many bytes; fewer where the stream ends. */
  async take(size: number): Promise<Uint8Array> {
    const taken: Uint8Array[] = []
    let missing = size
    while (missing > 0) {
      const chunk = await this.next()
      if (!chunk) break
      if (chunk.length > missing) this.unread(chunk.subarray(missing))
      taken.push(chunk.subarray(0, missing))
      missing -= Math.min(missing, chunk.length)
    }
    return taken.length === 1 ? taken[0]! : Buffer.concat(taken)
  }

  /** Looks at so many bytes without taking them; at fewer where the stream ends, or where `isEnough` says so. */
  async peek(size: number, isEnough: (bytes: Uint8Array) => boolean = () => false): Promise<Uint8Array> {
    let found: Uint8Array = (await this.#some()) ?? new Uint8Array()
    while (found.length < size && !isEnough(found)) {
      const more = await this.#some()
      if (!more) break
      found = Buffer.concat([found, more])
    }
    if (found.length) this.#ahead.unshift(found)
    return found.subarray(0, size)
  }

  /** Gives back the end of what was taken last. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.#ahead.unshift(bytes)
    this.at -= bytes.length
    if (!this.#kept) return
    this.#kept.push(this.#kept.pop()!.subarray(0, -bytes.length))
    this.#keptSize -= bytes.length
  }

  /** From here on what is taken is kept, up to the most, so that `back` can return to it. */
  keep(): void {
    this.#kept = []
    this.#keptSize = 0
  }

  /** Returns to where `keep` was called; false where more was taken since than is kept. */
  back(): boolean {
    if (!this.#kept) return false
    this.#ahead.unshift(...this.#kept)
    this.at -= this.#keptSize
    this.keep()
    return true
  }

  #taken(chunk: Uint8Array): void {
    this.at += chunk.length
    this.#keptSize += chunk.length
    if (this.#keptSize > this.#mostKept) this.#kept = null
    else this.#kept?.push(chunk)
  }

  async #some(): Promise<Uint8Array | null> {
    const ahead = this.#ahead.shift()
    if (ahead) return ahead
    while (true) {
      const {done, value} = await this.#source.next()
      if (done) return null
      if (value.length) return value
    }
  }
}
