/**
 * Numbers for the words whose sums are kept, for texts repeat words; when there are too many, those used but once make room.
 *
 * Whatever is kept under a number is computed from the word alone, so that what is
 * in the cache changes the time and never the result.
 */
export class KeptWords {
  readonly #numbers = new Map<string, number>()
  readonly #uses: Uint8Array
  readonly #free: number[]

  constructor(most: number) {
    this.#uses = new Uint8Array(most)
    this.#free = Array.from({length: most}, (_, i) => most - 1 - i)
  }

  /** Before a stretch of at most `count` words: whatever has a number now or gets one keeps it until the next call. */
  makeRoom(count: number): void {
    if (this.#free.length >= count) return
    for (const [name, number] of this.#numbers) {
      if (this.#uses[number]! > 1) this.#uses[number]! >>= 1
      else this.#remove(name, number)
    }
    if (this.#free.length < count) for (const [name, number] of this.#numbers) this.#remove(name, number)
  }

  /** The number of the word, -1 when it has none. */
  numberOf(name: string): number {
    const number = this.#numbers.get(name) ?? -1
    if (number >= 0 && this.#uses[number]! < 255) this.#uses[number]!++
    return number
  }

  /** A number for a word that has none. */
  add(name: string): number {
    const number = this.#free.pop()
    if (number === undefined) throw new Error('No number is free; makeRoom asks for too few')
    this.#numbers.set(name, number)
    this.#uses[number] = 1
    return number
  }

  #remove(name: string, number: number): void {
    this.#numbers.delete(name)
    this.#free.push(number)
  }
}
