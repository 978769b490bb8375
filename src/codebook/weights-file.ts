/**
 * The form of the files in `models/`: a line of JSON, then the weights as little-endian arrays.
 *
 *     {"lists": {"tags": [...]}, "models": [{"name": "tagger", "classes": 900, "keys": 120000, "pairs": 400000}]}\n
 *     keys (int32), weights (int16), counts (uint8), classes (uint8): for each model in turn
 */
import type {LinearWeights} from '../algorithms/linear-model.ts'

export interface WeightsFile {
  readonly lists: Readonly<Record<string, unknown>>
  readonly models: Readonly<Record<string, LinearWeights>>
}

interface Header {
  readonly lists: Readonly<Record<string, unknown>>
  readonly models: readonly {name: string; classes: number; keys: number; pairs: number}[]
}

export function encodeWeights({lists, models}: WeightsFile): Uint8Array {
  const header: Header = {
    lists,
    models: Object.entries(models).map(([name, {classes, keys, pairWeights}]) => ({
      name,
      classes,
      keys: keys.length,
      pairs: pairWeights.length
    }))
  }
  const parts: Uint8Array[] = [Buffer.from(`${JSON.stringify(header)}\n`)]
  for (const {keys, pairWeights, counts, pairClasses} of Object.values(models)) {
    for (const array of [keys, pairWeights, counts, pairClasses]) {
      parts.push(Buffer.from(array.buffer, array.byteOffset, array.byteLength))
    }
  }
  return Buffer.concat(parts)
}

/** Throws when the file is shorter than its header says. */
export function decodeWeights(bytes: Buffer): WeightsFile {
  const end = bytes.indexOf(0x0a)
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header
  let at = end + 1
  const take = (length: number): ArrayBuffer => {
    if (at + length > bytes.length)
      throw new Error(`${bytes.length} bytes where the header promises more; restore the file`)
    // A copy, so that the arrays are aligned.
    const part = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + length) as ArrayBuffer
    at += length
    return part
  }
  const models: Record<string, LinearWeights> = {}
  for (const {name, classes, keys, pairs} of header.models) {
    models[name] = {
      classes,
      keys: new Int32Array(take(4 * keys)),
      pairWeights: new Int16Array(take(2 * pairs)),
      counts: new Uint8Array(take(keys)),
      pairClasses: new Uint8Array(take(pairs))
    }
  }
  return {lists: header.lists, models}
}
