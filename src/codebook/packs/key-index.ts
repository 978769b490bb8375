/**
 * Builds the index of a gazetteer in bounded memory: keys are spread over 256 spools by their hash, and sorted spool by spool.
 */
import {join} from 'node:path'
import {form, hashesOf} from '../gazetteer-file.ts'
import {Spool} from './spool.ts'

/** A spool holds so much in memory before it writes a file: 16 MB over all. */
const heldBytes = 2 ** 16

/** A slot covers about so many entries. */
const entriesPerSlot = 4

export class KeyIndex {
  readonly #folder: string
  readonly #spools: Spool[] = []
  readonly #entry = new Uint32Array(form.entryBytes / 4)
  readonly #entryBytes = new Uint8Array(this.#entry.buffer)

  constructor(folder: string) {
    this.#folder = folder
  }

  add(key: string, row: number): void {
    const [hash, check] = hashesOf(key)
    this.#entry[0] = hash
    this.#entry[1] = check
    this.#entry[2] = row
    this.#spool(hash >>> 24).append(this.#entryBytes)
  }

  /** Gives the sorted entries piece by piece, without repeats; returns how many there are, and the slots over them. */
  write(give: (entries: Uint8Array) => void): {entries: number; slotBits: number; slots: Uint32Array} {
    const most = this.#spools.reduce((sum, spool) => sum + (spool?.length ?? 0), 0) / form.entryBytes
    const slotBits = Math.max(8, Math.ceil(Math.log2(most / entriesPerSlot + 1)))
    const slots = new Uint32Array(2 ** slotBits + 1)
    let entries = 0
    for (let s = 0; s < 256; s++) {
      const spool = this.#spools[s]
      if (!spool) continue
      const sorted = sortedEntries(Buffer.concat([...spool.pieces()]))
      for (let i = 0; i < sorted.length; i += 3) slots[(sorted[i]! >>> (32 - slotBits)) + 1]!++
      entries += sorted.length / 3
      give(new Uint8Array(sorted.buffer, 0, sorted.byteLength))
    }
    for (let i = 1; i < slots.length; i++) slots[i]! += slots[i - 1]!
    return {entries, slotBits, slots}
  }

  close(): void {
    for (const spool of this.#spools) spool?.close()
  }

  #spool(number: number): Spool {
    return (this.#spools[number] ??= new Spool(join(this.#folder, `keys-${number}`), heldBytes))
  }
}

/** Entries of one spool by hash, check and row, each once. Their hashes share the first 8 bits. */
function sortedEntries(bytes: Buffer): Uint32Array {
  const entries = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const count = entries.length / 3
  // 24 bits of hash and 29 of position fit one double, and doubles sort without a function.
  const order = new Float64Array(count)
  for (let i = 0; i < count; i++) order[i] = (entries[3 * i]! & 0xff_ffff) * 2 ** 29 + i
  order.sort()
  const sorted = new Uint32Array(entries.length)
  let written = 0
  for (let i = 0; i < count; ) {
    const hash = entries[3 * (order[i]! % 2 ** 29)]!
    const equal: number[] = []
    for (; i < count && entries[3 * (order[i]! % 2 ** 29)] === hash; i++) equal.push(order[i]! % 2 ** 29)
    equal.sort(
      (a, b) => entries[3 * a + 1]! - entries[3 * b + 1]! || entries[3 * a + 2]! - entries[3 * b + 2]!
    )
    for (const [k, at] of equal.entries()) {
      const before = equal[k - 1]
      const isRepeat =
        before !== undefined &&
        entries[3 * before + 1] === entries[3 * at + 1] &&
        entries[3 * before + 2] === entries[3 * at + 2]
      if (isRepeat) continue
      sorted.set(entries.subarray(3 * at, 3 * at + 3), 3 * written++)
    }
  }
  return sorted.slice(0, 3 * written)
}
