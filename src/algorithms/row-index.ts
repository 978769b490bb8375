/** Finds the row of a 32-bit key: open addressing over typed arrays, for a map of numbers takes four times as long. */
export class RowIndex {
  readonly #mask: number
  /** Key and row plus one, in turn; 0 for an empty slot. */
  readonly #slots: Int32Array

  /** `keys[row]` is the key of each row; the keys are hashes and differ. */
  constructor(keys: Int32Array) {
    const bits = Math.max(4, Math.ceil(Math.log2(keys.length * 2)))
    this.#mask = (1 << bits) - 1
    this.#slots = new Int32Array(2 << bits)
    for (const [row, key] of keys.entries()) {
      let slot = this.#slotOf(key)
      while (this.#slots[slot + 1] !== 0) slot = (slot + 2) & (2 * this.#mask + 1)
      this.#slots[slot] = key
      this.#slots[slot + 1] = row + 1
    }
  }

  /** The row, or -1. */
  rowOf(key: number): number {
    const slots = this.#slots
    let slot = this.#slotOf(key)
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & (2 * this.#mask + 1)
    return slots[slot + 1]! - 1
  }

  #slotOf(key: number): number {
    return 2 * ((key ^ (key >>> 16)) & this.#mask)
  }
}
