/**
 * Scores classes by summing integer weights of hashed features.
 *
 * Weights are int16 and sums are integers, so the same input gives the same
 * scores on every machine. Features live in an open-addressing table; each
 * points to a row of (class, weight) pairs.
 */

/** Slots per key: a third of the table stays empty, which keeps probes short. */
const spread = 1.6

export interface LinearWeights {
  readonly classes: number
  readonly keys: Int32Array
  /** How many (class, weight) pairs each key has. */
  readonly counts: Uint8Array
  readonly pairClasses: Uint8Array
  readonly pairWeights: Int16Array
}

export class LinearModel {
  readonly classes: number
  readonly #mask: number
  /** Per slot: key, start of its row in `rows` (0: empty slot). */
  readonly #slots: Int32Array
  readonly #rows: Int16Array

  constructor({classes, keys, counts, pairClasses, pairWeights}: LinearWeights) {
    this.classes = classes
    const bits = Math.max(4, Math.ceil(Math.log2(keys.length * spread)))
    this.#mask = (1 << bits) - 1
    this.#slots = new Int32Array(2 << bits)
    this.#rows = new Int16Array(1 + 2 * pairWeights.length + keys.length)
    // Indexed loops over locals: with iterators this took three times as long (5 million weights at every start).
    const slots = this.#slots
    const rows = this.#rows
    const mask = this.#mask
    let row = 1
    let pair = 0
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!
      let slot = (key ^ (key >>> 16)) & mask
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
      slots[2 * slot] = key
      slots[2 * slot + 1] = row
      const count = counts[i]!
      rows[row++] = count
      for (const end = pair + count; pair < end; pair++) {
        rows[row++] = pairClasses[pair]!
        rows[row++] = pairWeights[pair]!
      }
    }
  }

  /** Adds up the weights of the first `count` features into `scores`, which it clears first. */
  score(features: Int32Array, count: number, scores: Int32Array | Float32Array): void {
    scores.fill(0)
    const slots = this.#slots
    const rows = this.#rows
    for (let f = 0; f < count; f++) {
      const key = features[f]!
      let slot = (key ^ (key >>> 16)) & this.#mask
      let row = slots[2 * slot + 1]!
      while (row !== 0 && slots[2 * slot] !== key) {
        slot = (slot + 1) & this.#mask
        row = slots[2 * slot + 1]!
      }
      if (row === 0) continue
      for (let left = rows[row++]!; left > 0; left--) {
        scores[rows[row]!]! += rows[row + 1]!
        row += 2
      }
    }
  }
}
