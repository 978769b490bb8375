/**
 * Numbers for the words whose sums are kept, for texts repeat words; when there are too many, those used least make room.
 *
 * How often a word was used is not forgotten when it makes room, so that words that come now and then stay in the end: a fifth
 * fewer are computed again (after the TinyLFU of Einziger et al. 2017).
 * Whatever is kept under a number is computed from the word alone, so that what is
 * in the cache changes the time and never the result.
 */
import {hashString} from '../algorithms/hash.ts'

/** Counts of words that made room stand under so many bits of their hash. */
const hashBits = 16
/** Counts are halved each time that room was made so often, so that what is news no more makes room in the end. */
const halvedEvery = 16

export class KeptWords {
  readonly #numbers = new Map<string, number>()
  readonly #uses: Uint8Array
  readonly #free: number[]
  /** How often words that have no number were used, by hash. */
  readonly #earlier = new Uint8Array(1 << hashBits)
  #timesMade = 0

  constructor(most: number) {
    this.#uses = new Uint8Array(most)
    this.#free = Array.from({length: most}, (_, i) => most - 1 - i)
  }

  /** Before a stretch of at most `count` words: whatever has a number now or gets one keeps it until the next call. */
  makeRoom(count: number): void {
    if (this.#free.length >= count) return
    const withUses = new Int32Array(256)
    for (const number of this.#numbers.values()) withUses[this.#uses[number]!]!++
    const wanted = Math.max(count, this.#uses.length >> 2)
    let least = 0
    for (let free = this.#free.length; free < wanted && least < 256; least++) free += withUses[least]!
    for (const [name, number] of this.#numbers) if (this.#uses[number]! < least) this.#remove(name, number)
    if (++this.#timesMade % halvedEvery === 0) {
      for (const number of this.#numbers.values()) this.#uses[number]! -= this.#uses[number]! >> 1
      for (let i = 0; i < this.#earlier.length; i++) this.#earlier[i]! >>= 1
    }
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
    this.#uses[number] = Math.min(255, this.#earlier[earlierAt(name)]! + 1)
    return number
  }

  #remove(name: string, number: number): void {
    this.#numbers.delete(name)
    this.#earlier[earlierAt(name)] = this.#uses[number]!
    this.#free.push(number)
  }
}

function earlierAt(name: string): number {
  return hashString(name) & ((1 << hashBits) - 1)
}
