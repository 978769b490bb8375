/**
 * A trainable averaged perceptron over hashed features (Collins 2002), and its compact form.
 *
 * Weights are averaged over all steps lazily: each keeps the step of its last
 * change. `compact` drops weights changed fewer than `minUpdates` times, which
 * removes noise and most of the size.
 */
import type {LinearWeights} from '../src/algorithms/linear-model.ts'

const empty = -1

export class Perceptron {
  readonly classes: number
  readonly #mask: number
  readonly #keys: Int32Array
  /** First entry of each slot's list; an entry is a (class, weight) of that feature. */
  readonly #heads: Int32Array
  #next: Int32Array
  #entryClass: Uint8Array
  #weight: Float32Array
  #total: Float64Array
  #changedAt: Int32Array
  #updates: Uint16Array
  #entries = 0
  #used = 0
  step = 0

  constructor(classes: number, slotBits = 21, capacity = 1 << 20) {
    this.classes = classes
    this.#mask = (1 << slotBits) - 1
    this.#keys = new Int32Array(1 << slotBits)
    this.#heads = new Int32Array(1 << slotBits).fill(empty)
    this.#next = new Int32Array(capacity)
    this.#entryClass = new Uint8Array(capacity)
    this.#weight = new Float32Array(capacity)
    this.#total = new Float64Array(capacity)
    this.#changedAt = new Int32Array(capacity)
    this.#updates = new Uint16Array(capacity)
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    scores.fill(0)
    for (let f = 0; f < count; f++) {
      for (
        let entry = this.#heads[this.#slotOf(features[f]!)]!;
        entry !== empty;
        entry = this.#next[entry]!
      ) {
        scores[this.#entryClass[entry]!]! += this.#weight[entry]!
      }
    }
  }

  update(features: Int32Array, count: number, right: number, wrong: number): void {
    this.step++
    for (let f = 0; f < count; f++) {
      this.#add(features[f]!, right, 1)
      this.#add(features[f]!, wrong, -1)
    }
  }

  compact(minUpdates: number): LinearWeights {
    const averaged = new Float32Array(this.#entries)
    let largest = 1e-9
    for (let entry = 0; entry < this.#entries; entry++) {
      if (this.#updates[entry]! < minUpdates) continue
      const sum = this.#total[entry]! + (this.step - this.#changedAt[entry]!) * this.#weight[entry]!
      averaged[entry] = sum / Math.max(1, this.step)
      largest = Math.max(largest, Math.abs(averaged[entry]!))
    }
    const scale = 32767 / largest
    const keys: number[] = []
    const counts: number[] = []
    const pairClasses: number[] = []
    const pairWeights: number[] = []
    for (let slot = 0; slot <= this.#mask; slot++) {
      let count = 0
      for (let entry = this.#heads[slot]!; entry !== empty; entry = this.#next[entry]!) {
        const weight = Math.round(averaged[entry]! * scale)
        if (weight === 0) continue
        pairClasses.push(this.#entryClass[entry]!)
        pairWeights.push(weight)
        count++
      }
      if (count === 0) continue
      keys.push(this.#keys[slot]!)
      counts.push(count)
    }
    return {
      classes: this.classes,
      keys: Int32Array.from(keys),
      counts: Uint8Array.from(counts),
      pairClasses: Uint8Array.from(pairClasses),
      pairWeights: Int16Array.from(pairWeights)
    }
  }

  #slotOf(key: number): number {
    let slot = (key ^ (key >>> 16)) & this.#mask
    while (this.#heads[slot] !== empty && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
    return slot
  }

  #add(key: number, cls: number, change: number): void {
    const slot = this.#slotOf(key)
    if (this.#heads[slot] === empty) {
      this.#keys[slot] = key
      if (++this.#used > this.#mask * 0.85)
        throw new Error('The feature table is full; give the perceptron more slot bits')
    }
    let entry = this.#heads[slot]!
    while (entry !== empty && this.#entryClass[entry] !== cls) entry = this.#next[entry]!
    if (entry === empty) {
      entry = this.#entries++
      if (entry >= this.#weight.length) this.#grow()
      this.#entryClass[entry] = cls
      this.#next[entry] = this.#heads[slot]!
      this.#heads[slot] = entry
      this.#changedAt[entry] = this.step
    }
    this.#total[entry]! += (this.step - this.#changedAt[entry]!) * this.#weight[entry]!
    this.#changedAt[entry] = this.step
    this.#weight[entry]! += change
    if (this.#updates[entry]! < 0xffff) this.#updates[entry]!++
  }

  #grow(): void {
    const capacity = this.#weight.length * 2
    const grown = <A extends {set(from: A): void}>(make: new (length: number) => A, old: A): A => {
      const array = new make(capacity)
      array.set(old)
      return array
    }
    this.#next = grown(Int32Array, this.#next)
    this.#entryClass = grown(Uint8Array, this.#entryClass)
    this.#weight = grown(Float32Array, this.#weight)
    this.#total = grown(Float64Array, this.#total)
    this.#changedAt = grown(Int32Array, this.#changedAt)
    this.#updates = grown(Uint16Array, this.#updates)
  }
}

/** A generator of pseudo-random numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[items[i], items[j]] = [items[j]!, items[i]!]
  }
  return items
}
